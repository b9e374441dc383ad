"""Scripts that do not come, in Chromium: told where they were asked for, once, and there when asked again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from watching import Opener, barriers, sideways

from generator.i18n.messages import messages

UNLOADED = messages()["ui.unloaded"]["zh"]
TOLD = ".unloaded [role=status]"


@dataclass(frozen=True)
class Asked:
    """Something that needs a script."""

    address: str
    script: str
    """What does not come."""
    ask: Callable[[Page], None]
    came: str
    """Selector of what is there once it has come."""
    twice: bool = False
    """Whether the button brings the script alone, so that what it is for is asked again."""
    text: str = UNLOADED
    """What is said until then."""


def _type(page: Page) -> None:
    page.locator("#portal-search").fill("")
    page.locator("#portal-search").press_sequentially("电")


def _filter(page: Page) -> None:
    page.locator("[data-facet=level] input").first.click()


def _day(page: Page) -> None:
    page.locator("[data-asof-on]").fill("2023-06-30")


def _names(page: Page) -> None:
    page.fill("#bulk-names", "不存在的公司")
    page.click("[data-bulk] button")


def _add(page: Page) -> None:
    page.locator("[data-results] [data-compare-add]").first.click()


def _live(page: Page) -> None:
    page.locator("[data-chart-live]").first.click()


def _dates(page: Page) -> None:
    page.click("[data-difference] button")


def _answer(page: Page) -> None:
    page.fill('[data-answers] [name="on"]', "2023-06-30")
    page.click("[data-answers] button")


def _nothing(page: Page) -> None:
    """The address has asked."""


ASKED = {
    "suggestions": Asked("about/", "search/suggestions.js", _type, "#portal-search-list:visible", True),
    "files of the search": Asked("about/", "search/manifest.json", _type, "#portal-search-list:visible"),
    "filters": Asked("factories/", "lists/page.js", _filter, "[data-chips] button"),
    "filters of an address": Asked(
        "factories/?level=national", "lists/page.js", _nothing, "[data-chips] button"
    ),
    "control of days": Asked("factories/", "as_of/control.js", _day, "[data-asof][data-changed]"),
    "day of an address": Asked("?on=2023-06-30", "as_of/control.js", _nothing, "[data-asof][data-changed]"),
    "figures of a day": Asked(
        "factories/",
        "as_of/page.js",
        _day,
        '[data-chart-on]:has-text("2023-06-30")',
        False,
        messages()["onday.failed"]["zh"].format(on="2025-06-30"),
    ),
    "bulk check": Asked("check/", "bulk_check/page.js", _names, "[data-bulk-results] table", True),
    "tray": Asked("factories/", "compare/tray.js", _add, ".tray li"),
    "comparison": Asked("compare/?ids=", "compare/page.js", _nothing, "[data-compare] *"),
    "finder": Asked("exemplars/?area=area-zone", "exemplars/page.js", _nothing, "[data-exemplars-found] *"),
    "self-check": Asked("self-check/", "self_check/page.js", _nothing, "[data-self-check] input"),
    "chart to be touched": Asked("factories/", "assets/charts/charts.js", _live, ".chart-drawing.vega-embed"),
    "vega": Asked("factories/", "assets/vega.js", _live, ".chart-drawing.vega-embed"),
    "difference of dates": Asked("changes/", "assets/changes/page.js", _dates, "[data-difference-told] p"),
    "data of a difference": Asked("changes/", "changes/*.json", _dates, "[data-difference-told] p"),
    "answer": Asked("answers/", "quick_counts/page.js", _answer, 'h1:has-text("2023-06-30")', True),
    "answer of an address": Asked(
        "answers/?on=2023-06-30", "quick_counts/quick_counts.js", _nothing, 'h1:has-text("2023-06-30")'
    ),
}


def _gone(route: Route) -> None:
    route.fulfill(status=404, body="not found")


def _offline(route: Route) -> None:
    route.abort()


@pytest.fixture
def broken(open_page: Opener, demo_url: str) -> Callable[[Asked, Callable[[Route], None]], Page]:
    """A function that opens a page whose script does not come and asks for it."""

    def opened(asked: Asked, how: Callable[[Route], None]) -> Page:
        page = open_page()
        page.route(f"**/{asked.script}", how)
        page.goto(demo_url + asked.address)
        asked.ask(page)
        return page

    return opened


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("how", [_offline, _gone])
def test_what_does_not_come_is_told_once_and_tried_again(
    name: str,
    how: Callable[[Route], None],
    broken: Callable[[Asked, Callable[[Route], None]], Page],
) -> None:
    asked = ASKED[name]
    page = broken(asked, how)
    told = page.locator(TOLD)
    expect(told).to_have_text(asked.text)
    expect(page.locator(asked.came)).to_have_count(0)
    button = page.locator(".unloaded button")
    told.evaluate("(status) => status.dataset.first = ''")
    button.click()
    expect(page.locator(f"{TOLD}:not([data-first])")).to_have_text(asked.text)
    assert told.count() == 1
    page.unroute(f"**/{asked.script}")
    button.click()
    expect(told).to_have_count(0)
    if asked.twice:
        asked.ask(page)
    expect(page.locator(asked.came).first).to_be_visible()


@pytest.mark.parametrize("how", [_offline, _gone])
def test_where_what_a_script_imports_does_not_come_the_page_is_loaded_again(
    how: Callable[[Route], None], broken: Callable[[Asked, Callable[[Route], None]], Page]
) -> None:
    """A browser does not ask again for what it could not import."""
    asked = Asked("about/", "search/readings.js", _type, "#portal-search-list:visible")
    page = broken(asked, how)
    expect(page.locator(TOLD)).to_have_text(UNLOADED)
    page.unroute(f"**/{asked.script}")
    with page.expect_navigation():
        page.click(".unloaded button")
    asked.ask(page)
    expect(page.locator(asked.came).first).to_be_visible()
    expect(page.locator(TOLD)).to_have_count(0)


@pytest.mark.parametrize("name", ["suggestions", "control of days", "bulk check", "tray", "vega"])
def test_asking_again_is_enough(name: str, broken: Callable[[Asked, Callable[[Route], None]], Page]) -> None:
    asked = ASKED[name]
    page = broken(asked, _offline)
    told = page.locator(TOLD)
    expect(told).to_have_text(UNLOADED)
    page.unroute(f"**/{asked.script}")
    asked.ask(page)
    expect(page.locator(asked.came).first).to_be_visible()
    expect(told).to_have_count(0)


def test_a_complaint_of_the_search_goes_with_the_reader(
    broken: Callable[[Asked, Callable[[Route], None]], Page],
) -> None:
    page = broken(ASKED["suggestions"], _offline)
    expect(page.locator(TOLD)).to_be_visible()
    page.locator(".unloaded button").focus()
    expect(page.locator(TOLD)).to_be_visible()
    page.locator(".portal-footer a").first.focus()
    expect(page.locator(TOLD)).to_have_count(0)


def test_back_at_the_own_date_no_figures_are_missed(
    broken: Callable[[Asked, Callable[[Route], None]], Page],
) -> None:
    page = broken(ASKED["figures of a day"], _offline)
    expect(page.locator(TOLD)).to_be_visible()
    page.click("[data-asof-reset]")
    expect(page.locator(TOLD)).to_have_count(0)


def _box(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_nobody_is_kept_out(width: int, scheme: str, demo_url: str, open_page: Opener) -> None:
    page = open_page(width=width, scheme=scheme)
    page.route(re.compile(r"/assets/(?:lists|search)/"), _offline)
    page.goto(demo_url + "factories/?level=national")
    expect(page.locator(TOLD)).to_have_text(UNLOADED)
    page.locator("#portal-search").focus()
    expect(page.locator(TOLD)).to_have_count(2)
    left, right = _box(page.locator("input + .unloaded"))
    assert 0 <= left < right <= width
    assert [*sideways(page), *barriers(page)] == []
