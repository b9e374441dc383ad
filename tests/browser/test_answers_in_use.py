"""Quick answers of any day in Chromium: chosen, shared, printed, taken, refused, tried again."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from answer_page import shown, wanted
from playwright.sync_api import Page, expect
from watching import Opener, Watch, barriers, sideways

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.site.sections import quick_counts
from generator.site.site import Site


def _choose(page: Page, area: str, on: str) -> None:
    form = page.locator("[data-answers]")
    form.locator('[name="area"]').select_option(area)
    form.locator('[name="on"]').fill(on)
    form.locator("button").click()


def test_any_day_can_be_chosen_shared_printed_and_taken(
    changzhou: PublicView, changzhou_url: str, open_page: Opener
) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "answers/", wait_until="networkidle")
    assert not [url for url in watch.requested if "/quick_counts/page.js" in url], (
        "nothing before it is wanted"
    )
    before = shown(page)
    _choose(page, "wujin", "2022-05-04")
    heading = page.locator("h1")
    expect(heading).to_contain_text("2022-05-04")
    assert urlsplit(page.url).query == "on=2022-05-04&area=wujin"
    told = wanted(site, quick_counts.QuickCount(date(2022, 5, 4), "wujin"))
    now = shown(page)
    assert now["copied"] == told["prose"]
    assert (now["heading"], now["crumb"]) == (told["title"], told["title"])
    assert told["title"] in now["title"]
    assert told["title"] in now["cite"]
    expect(page.locator("[data-answers] [role=status]")).to_contain_text(told["title"])
    page.click("[data-copy]")
    page.locator("[data-copy][data-done]").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "\n".join(told["prose"])
    with page.expect_download() as download:
        page.locator('.page-foot a[download$=".csv"]').click()
    assert download.value.suggested_filename == "wujin-2022-05-04.csv"
    assert download.value.path().read_text("utf-8") == told["csv"]
    _choose(page, "changzhou", "2023-06-30")
    expect(heading).to_contain_text("2023-06-30")
    assert urlsplit(page.url).query == "on=2023-06-30"
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1, "one sheet"
    page.go_back()
    expect(heading).to_contain_text("2022-05-04")
    assert page.locator('[name="area"]').input_value() == "wujin"
    page.go_back()
    expect(heading).to_have_text(before["heading"])
    assert shown(page) == before
    assert watch.findings == []


def test_an_address_says_which_answer(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + "answers/?on=2022-05-04&area=wujin")
    expect(page.locator("h1")).to_contain_text("武进区，截至2022-05-04")
    assert page.locator('[name="on"]').input_value() == "2022-05-04"
    page.goto(changzhou_url + "answers/?on=2021-12-31&area=wujin")
    page.wait_for_url("**/answers/wujin-2021-12-31/")
    page.goto(changzhou_url + "answers/2021-12-31/")
    _choose(page, "wujin", "2022-12-31")
    page.wait_for_url("**/answers/wujin-2022-12-31/")
    _choose(page, "changzhou", "2020-02-29")
    page.wait_for_url("**/answers/?on=2020-02-29")
    expect(page.locator("h1")).to_contain_text("2020-02-29")


@pytest.mark.parametrize("query", ["on=2022-13-01", "on=2999-01-01", "area=nowhere", "on="])
def test_an_address_that_asks_for_nothing_known_is_told(
    query: str, changzhou_url: str, open_page: Opener
) -> None:
    page = open_page()
    page.goto(changzhou_url + "answers/")
    before = shown(page)
    page.goto(f"{changzhou_url}answers/?{query}")
    told = page.locator("[data-answers] [role=status]")
    expect(told).not_to_be_empty()
    assert before["heading"] in told.inner_text() or "2999" in query
    assert shown(page) == before


def test_a_day_that_cannot_be_chosen_is_told(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + "answers/")
    told = page.locator("[data-answers] [role=status]")
    last = page.locator('[name="on"]').get_attribute("max") or ""
    _choose(page, "changzhou", "2999-01-01")
    expect(told).to_contain_text(last)
    _choose(page, "changzhou", "")
    expect(told).not_to_contain_text(last)
    expect(told).not_to_be_empty()
    assert page.url == changzhou_url + "answers/"


def test_an_area_that_was_dissolved_has_no_answer(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "answers/?on=2024-05-04&area=area-gengxu")
    expect(page.locator("h1")).to_contain_text("2024-05-04")
    now = shown(page)
    assert (now["rows"], now["copied"], now["annex"], now["sources"]) == ([], [], [], [])
    assert now["rule"].startswith("2024-05-04，")
    expect(page.locator("#figures ~ .table-scroll")).to_be_hidden()


def test_files_that_cannot_be_read_are_told_and_tried_again(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route("**/search/answers.*", lambda route: route.abort())
    page.goto(changzhou_url + "answers/")
    before = shown(page)
    _choose(page, "changzhou", "2022-05-04")
    told = page.locator("[data-answers] [role=status]")
    expect(told).to_have_text(page.locator("[data-answers]").get_attribute("data-failed") or "?")
    assert shown(page) == before
    page.unroute_all(behavior="wait")
    page.locator("[data-answers] button").click()
    expect(page.locator("h1")).to_contain_text("2022-05-04")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_nobody_is_kept_out(width: int, scheme: str, changzhou_url: str, open_page: Opener) -> None:
    page = open_page(width=width, scheme=scheme)
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "answers/?on=2022-05-04")
    expect(page.locator("h1")).to_contain_text("2022-05-04")
    assert [*watch.findings, *sideways(page), *barriers(page)] == []


def test_without_a_script_links_lead_to_every_page(changzhou_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(changzhou_url + "answers/")
    assert page.locator("[data-answers]").is_hidden()
    page.locator('section:has(#others) a[href$="answers/wujin-2021-12-31/"]').click()
    page.wait_for_url("**/answers/wujin-2021-12-31/")
