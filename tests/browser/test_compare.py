"""Comparison: the tray that goes with the reader, the address, what differs, and paper."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from watching import Opener, Watch

ADD = ".page-head [data-compare-add]"


def _add(page: Page, url: str, *ids: str) -> None:
    for id_ in ids:
        page.goto(f"{url}enterprises/{id_}/")
        page.locator(ADD).click()
        expect(page.locator(ADD)).to_have_attribute("aria-pressed", "true")


def test_tray_goes_from_page_to_page_and_leads_to_the_comparison(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    _add(page, demo_url, "ent-001", "ent-012")
    page.goto(demo_url + "about/")
    expect(page.locator(".tray li")).to_have_count(2)
    page.locator(".tray a").click()
    page.wait_for_url("**/compare/?ids=ent-001,ent-012")
    expect(page.locator(".compared thead th[data-id]")).to_have_count(2)
    differing = page.locator("[data-differs] th").all_inner_texts()
    assert any("统一社会信用代码" in text for text in differing)
    assert not any("行业" in text for text in differing)
    expect(page.locator(".tray")).to_be_hidden()
    assert watch.findings == []


def test_four_at_most(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _add(page, demo_url, "ent-001", "ent-002", "ent-003", "ent-004")
    page.goto(demo_url + "enterprises/ent-005/")
    expect(page.locator(ADD)).to_be_disabled()
    page.locator(".tray button").first.click()
    expect(page.locator(ADD)).to_be_enabled()
    expect(page.locator(".tray li")).to_have_count(3)


def test_parks_and_cases_are_compared_with_their_own_kind(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "cases/?sort=name")
    buttons = page.locator("[data-results] [data-compare-add]")
    buttons.nth(0).click()
    buttons.nth(1).click()
    expect(page.locator(".tray li")).to_have_count(2)
    page.locator(".tray a").click()
    expect(page.locator(".compared thead th[data-id]")).to_have_count(2)
    page.goto(demo_url + "compare/?ids=park-01,ent-001")
    expect(page.locator(".compared thead th[data-id]")).to_have_count(1)


def test_an_address_alone_is_enough_and_columns_are_taken_out(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "compare/?ids=ent-001,no-such-unit,ent-002,ent-001")
    heads = page.locator(".compared thead th[data-id]")
    expect(heads).to_have_count(2)
    heads.first.locator("button").click()
    expect(heads).to_have_count(1)
    assert page.url.endswith("compare/?ids=no-such-unit,ent-002")
    page.go_back()
    expect(heads).to_have_count(2)
    page.goto(demo_url + "compare/")
    expect(page.locator("[data-compare] .note")).to_be_visible()


def test_comparison_is_printed_whole(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=718)
    page.goto(demo_url + "compare/?ids=ent-001,ent-002,ent-003,ent-004")
    expect(page.locator(".compared thead th[data-id]")).to_have_count(4)
    page.emulate_media(media="print")
    width = page.locator(".compared").evaluate("e => e.getBoundingClientRect().right")
    assert width <= page.evaluate("document.documentElement.clientWidth") + 1
    expect(page.locator(".compared button").first).to_be_hidden()


def test_a_browser_that_keeps_nothing_still_compares(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } });"
    )
    page.goto(demo_url + "enterprises/ent-001/")
    page.locator(ADD).click()
    expect(page.locator(".tray li")).to_have_count(1)


def test_without_an_address_the_tray_is_compared(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _add(page, demo_url, "ent-001", "ent-012")
    page.goto(demo_url + "compare/")
    expect(page.locator(".compared thead th[data-id]")).to_have_count(2)
    assert page.url.endswith("compare/?ids=ent-001,ent-012")


def test_what_is_not_known_does_not_differ(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "compare/?ids=ent-001,ent-002,ent-003")
    expect(page.locator(".compared thead th[data-id]")).to_have_count(3)
    rows = page.locator(".compared tbody tr").evaluate_all(
        """rows => rows.map((row) => {
          const runs = (cell) => [...cell.querySelectorAll("span, a")];
          const isKnown = (cell) => runs(cell).some(({ className }) => className !== "unknown");
          const known = [...row.cells].slice(1).filter(isKnown).map((cell) => cell.textContent);
          return { differs: "differs" in row.dataset, known: new Set(known).size };
        })"""
    )
    assert {row["differs"] for row in rows} == {True, False}
    assert all(row["differs"] == (row["known"] > 1) for row in rows)
