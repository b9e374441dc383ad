"""The search box and the results page: by keyboard, mouse and input method, and without JavaScript."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from watching import Opener

from generator.catalog.public_view import PublicView

BOX = "#portal-search"
OPTION = f"{BOX}-list [role=option]"


def _typed(page: Page, url: str, text: str) -> None:
    page.goto(url + "about/")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type(text)


def test_slash_leads_to_the_box_and_is_not_typed(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _typed(page, demo_url, "a/b")
    expect(page.locator(BOX)).to_have_value("a/b")


def test_typing_shows_options(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _typed(page, demo_url, "青禾")
    expect(page.locator(OPTION).first).to_contain_text("青禾")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")
    page.locator(OPTION).first.click()
    expect(page.locator("article h1")).to_contain_text("青禾")


def test_options_lie_below_the_box_on_a_phone(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=360)
    page.goto(demo_url)
    page.locator(".portal-search__label").click()
    page.keyboard.type("有限公司")
    expect(page.locator(OPTION).first).to_be_in_viewport(ratio=1)
    box, option = page.locator(BOX).bounding_box(), page.locator(OPTION).first.bounding_box()
    assert box is not None
    assert option is not None
    assert box["width"] > 200
    assert option["y"] >= box["y"] + box["height"]


def test_arrows_choose_and_enter_follows(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _typed(page, demo_url, "有限公司")
    expect(page.locator(OPTION)).to_have_count(10)
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 9), ("ArrowDown", 0)):
        page.keyboard.press(key)
        expect(page.locator(OPTION).nth(chosen)).to_have_attribute("aria-selected", "true")
        expect(page.locator(BOX)).to_have_attribute("aria-activedescendant", f"portal-search-list-{chosen}")
    id_ = page.locator(OPTION).first.get_attribute("data-id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{id_}/")


def test_escape_closes_and_an_arrow_opens_again(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _typed(page, demo_url, "有限公司")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(OPTION).first).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("有限公司")
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTION).first).to_be_visible()


def test_enter_without_a_choice_leads_to_all_results(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _typed(page, demo_url, "青禾")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".results a").first).to_contain_text("青禾")
    expect(page.locator("#page-search")).to_have_value("青禾")


def test_spelling_of_an_input_method_is_no_query(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "about/")
    page.focus(BOX)
    expect(page.locator(BOX)).to_have_attribute("role", "combobox")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "e", "selectionStart": 1, "selectionEnd": 1})
    page.wait_for_timeout(300)
    expect(page.locator(OPTION)).to_have_count(0)
    keyboard.send("Input.insertText", {"text": "青禾"})
    expect(page.locator(OPTION).first).to_contain_text("青禾")


def test_results_page_finds_any_part_in_any_form(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    for asked, shown in (
        ("禾纺织", "青禾纺织"),
        ("青禾 丙午", "青禾纺织有限公司丙午"),
        ("ｑｈ－ｍ０１", "棉麻"),
    ):
        page.goto(f"{demo_url}search/?q={asked}")
        expect(page.locator(".results a").filter(has_text=shown).first).to_be_visible()


@pytest.mark.parametrize("typed", ["GBT36132", "gbt 36132", "GB/T36132", "36132", "gbt36132-2018"])
def test_standards_are_found_as_they_are_typed(changzhou_url: str, open_page: Opener, typed: str) -> None:
    page = open_page()
    page.goto(f"{changzhou_url}search/?q={quote(typed)}")
    expect(page.locator('[data-results] [data-id="std-gbt-36132-2018"]')).to_be_visible()


def test_facets_without_a_value_are_not_shown(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{changzhou_url}search/?q=36132")
    expect(page.locator('[data-results] [data-id="std-gbt-36132-2018"]')).to_be_visible()
    groups = page.locator("fieldset[data-facet]:visible")
    assert groups.count() > 0
    for number in range(groups.count()):
        assert groups.nth(number).locator("label:visible").count() > 0
    page.locator("[data-find-query]").fill("")
    expect(page.locator('fieldset[data-facet="level"]')).to_be_visible()


def test_markup_in_a_query_stays_text(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "search/?q=<img src=x onerror=document.title='x'>")
    expect(page.locator("[data-results]")).to_contain_text("<img")
    assert page.locator("article img").count() == 0


def test_no_result_is_said(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "search/?q=没有这个单位")
    expect(page.locator("[data-results]")).to_contain_text("没有这个单位")
    expect(page.locator("[data-results]")).to_contain_text("未查到不等于未列入")
    assert page.locator("[data-results] .coverage li").count() > 3
    expect(page.locator("[data-total]")).to_have_attribute("data-total", "0")


def test_who_finds_nothing_is_led_to_the_official_look_up(
    demo: PublicView, demo_url: str, open_page: Opener
) -> None:
    """After a search, below a bulk check, on every look-up slip and on the page about the site."""
    assert demo.settings.lookup
    page = open_page()
    page.goto(demo_url + "search/?q=没有这个单位")
    expect(page.locator("[data-results] a[data-lookup]")).to_have_attribute("href", demo.settings.lookup)
    page.goto(demo_url + "check/")
    page.locator("#bulk-names").fill("没有这个单位")
    page.locator(".bulk [type=submit]").click()
    expect(page.locator("[data-bulk-results] a[data-lookup]")).to_have_attribute("href", demo.settings.lookup)
    page.goto(demo_url + "enterprises/ent-001/#slip")
    expect(page.locator("#slip a[data-lookup]")).to_have_attribute("href", demo.settings.lookup)
    page.goto(demo_url + "about/")
    expect(page.locator(f'.facts a[href="{demo.settings.lookup}"]')).to_be_visible()


def test_without_javascript_the_lists_are_whole(
    changzhou_url: str, changzhou_site: Path, open_page: Opener
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(changzhou_url + "factories/")
    with (changzhou_site / "factories/factories.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = {row[0] for row in list(csv.reader(file))[1:]}
    shown = {row.get_attribute("data-id") for row in page.locator("tr[data-id]").all()}
    assert wanted
    assert wanted <= shown


def test_without_javascript_the_form_leads_to_the_lists(changzhou_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(changzhou_url)
    page.fill("#home-search", "天合")
    page.press("#home-search", "Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("noscript .note, .note").first).to_be_visible()
    page.locator(".list-links a").first.click()
    expect(page.locator("tr[data-id]").first).to_be_visible()
