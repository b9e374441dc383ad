"""What is printed: the slip alone where it was asked for, else the page without what only a screen needs."""

from __future__ import annotations

import re
from pathlib import Path

from addresses import of_every_kind
from playwright.sync_api import Page, expect
from watching import Opener


def _texts_on_paper(page: Page) -> list[str]:
    """The texts outside the slip that would be printed."""
    found: list[str] = page.evaluate(
        """() => {
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { parentElement: element, textContent: text } = walker.currentNode;
            if (!text.trim() || element.closest("#slip")) continue;
            if (element.checkVisibility()) found.push(text.trim());
          }
          return found;
        }"""
    )
    return found


def test_slip_is_alone(demo_url: str, demo_site: Path, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + of_every_kind(demo_site)["slip"])
    page.emulate_media(media="print")
    expect(page.locator("#slip table")).to_be_visible()
    expect(page.locator("#slip [data-print]")).to_be_hidden()
    assert _texts_on_paper(page) == []
    expect(page.locator("#slip")).to_contain_text("演示数据")


def test_slip_of_a_firm_is_one_sheet(changzhou_url: str, changzhou_site: Path, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + of_every_kind(changzhou_site)["slip"])
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_answer_of_a_city_is_one_sheet(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + "answers/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_page_prints_without_what_only_a_screen_needs(
    demo_url: str, demo_site: Path, open_page: Opener
) -> None:
    page = open_page(scheme="dark")
    page.goto(demo_url + of_every_kind(demo_site)["enterprises/*"])
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".portal-search", ".crumbs", ".actions", "#slip"):
        expect(page.locator(gone).first).to_be_hidden()
    for kept in ("article h1", ".timeline", ".page-foot .cite", ".banner-demo"):
        expect(page.locator(kept).first).to_be_visible()
    ink, paper = page.locator("article h1").evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink == "rgb(0, 0, 0)"
    assert paper == "rgb(255, 255, 255)"


def test_printed_tables_are_not_cut(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=718)  # what A4 leaves between Chromium's margins
    page.emulate_media(media="print")
    cut = []
    for address in ("factories/", "reconciliation/", "data/"):
        page.goto(demo_url + address)
        cut += page.evaluate(
            """() => [...document.querySelectorAll("table.data")].filter((e) => e.offsetParent
              && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map((e) => `${location.pathname} ${e.textContent.slice(0, 40)}`)"""
        )
    assert cut == []


def test_every_case_is_one_sheet(
    changzhou_url: str, changzhou_site: Path, demo_url: str, demo_site: Path, open_page: Opener
) -> None:
    sheets = {}
    page = open_page()
    for url, site in ((changzhou_url, changzhou_site), (demo_url, demo_site)):
        for path in sorted(site.glob("cases/*/index.html")):
            page.goto(f"{url}cases/{path.parent.name}/")
            paper = page.pdf(prefer_css_page_size=True)
            sheets[path.parent.name] = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert len(sheets) >= 10
    assert set(sheets.values()) == {1}, sheets
