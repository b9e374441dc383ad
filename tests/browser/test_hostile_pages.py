"""A site of hostile text in a browser: nothing of it runs, asks, calls elsewhere or breaks a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from addresses import of_every_kind
from payloads import OURS, naughty
from playwright.sync_api import Page, expect
from serving import served
from watching import Opener, Watch

BOX = "#portal-search"
EVENTS = ("mouseover", "pointerenter", "focusin", "toggle", "begin", "error", "load")
STIR = """(events) => {
  for (const element of document.querySelectorAll("body *:not(script, link, img)"))
    for (const name of events) element.dispatchEvent(new Event(name));
}"""
"""Wakes every handler that an element could have been given."""


@pytest.fixture(scope="module")
def hostile_url(hostile_site: Path) -> Iterator[str]:
    """Address of the served hostile site."""
    with served(hostile_site) as url:
        yield url


class Guard:
    """A page that is watched: what ran, asked or failed since it was last asked."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.dialogs: list[str] = []
        self._watch = Watch(page, url)
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def findings(self) -> list[str]:
        """Return what was found, and forget it."""
        found = [*self._watch.findings, *(f"dialog: {text}" for text in self.dialogs)]
        if self.page.evaluate("window.__canary !== undefined"):
            found.append("the canary sang")
        self._watch.findings.clear()
        self.dialogs.clear()
        return found


@pytest.fixture
def guard(hostile_url: str, open_page: Opener) -> Guard:
    """A watched page of the hostile site."""
    return Guard(open_page(), hostile_url)


def test_no_page_of_any_kind_lets_anything_run(hostile_site: Path, hostile_url: str, guard: Guard) -> None:
    wrong = {}
    for address in of_every_kind(hostile_site).values():
        guard.page.goto("about:blank")
        guard.page.goto(hostile_url + address)
        guard.page.evaluate(STIR, EVENTS)
        if found := guard.findings():
            wrong[address] = found
    assert wrong == {}


def test_hostile_queries_stay_text(hostile_url: str, guard: Guard) -> None:
    """In the address of the results page: a link somebody sends."""
    queries = [texts[0] for texts in OURS.values()] + [" ".join(OURS["attribute"]), *naughty()[180:184]]
    wrong = {}
    for query in queries:
        guard.page.goto(f"{hostile_url}search/?q={quote(query)}")
        expect(guard.page.locator("[data-total]")).not_to_be_empty()
        guard.page.evaluate(STIR, EVENTS)
        if found := guard.findings():
            wrong[query] = found
    assert wrong == {}


@pytest.mark.parametrize("typed", ["<img", "script", "__canary", "javascript", "{{", "'"])
def test_suggestions_show_hostile_names_as_text(hostile_url: str, guard: Guard, typed: str) -> None:
    guard.page.goto(hostile_url + "about/")
    guard.page.fill(BOX, typed)
    options = guard.page.locator("[role=option]")
    options.first.wait_for()
    assert typed in " ".join(options.all_text_contents())
    guard.page.evaluate(STIR, EVENTS)
    assert guard.findings() == []


def test_comparable_units_show_hostile_texts_as_text(hostile_url: str, guard: Guard) -> None:
    for query in (
        "industry=ind-c17&improve=water&level=none",
        "level=national&unit=" + quote(OURS["attribute"][0]),
    ):
        guard.page.goto(f"{hostile_url}exemplars/?{query}")
        found = guard.page.locator("[data-exemplars-found]")
        found.locator(".record-cards > li").first.wait_for()
        assert "__canary" in found.inner_text(), "the texts are there"
        guard.page.evaluate(STIR, EVENTS)
        assert guard.findings() == []


def test_the_guard_hears_the_canary(guard: Guard, hostile_url: str) -> None:
    guard.page.goto(hostile_url + "about/")
    guard.page.evaluate("""() => {
      document.body.insertAdjacentHTML("beforeend", '<p onmouseover="window.__canary=1; alert(1)">x</p>');
    }""")
    guard.page.evaluate(STIR, EVENTS)
    assert guard.findings() == ["dialog: 1", "the canary sang"]


def test_figures_of_another_day_let_nothing_run(hostile_url: str, guard: Guard) -> None:
    wrong = {}
    for address in ("", "factories/", "parks/", "products/", "supply-chains/"):
        guard.page.goto("about:blank")
        guard.page.goto(f"{hostile_url}{address}?on=2022-06-30&axis=published")
        guard.page.locator("[data-chart-svg][download]").first.wait_for()
        guard.page.evaluate(STIR, EVENTS)
        if found := guard.findings():
            wrong[address] = found
    assert wrong == {}
