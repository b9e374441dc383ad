"""The self-check in the browser: scored as in Python, nothing leaves it, a table without a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paths import TESTS
from playwright.sync_api import Page, Request, expect
from watching import Opener, Watch, barriers

CASES = json.loads((TESTS / "register" / "scoring_cases.json").read_text("utf-8"))


@pytest.fixture
def page(demo_url: str, open_page: Opener) -> Page:
    """The self-check of the demonstration city."""
    opened = open_page()
    opened.goto(demo_url + "self-check/")
    return opened


def field(page: Page, indicator: str) -> str:
    return f'tr[data-id="{indicator}"] input'


def test_the_browser_scores_as_python_does(page: Page, demo_url: str) -> None:
    found = page.evaluate(
        """async ([url, cases]) => {
          const { place, total } = await import(url);
          const places = cases.places.map((c) => place(c.value, c));
          return [places, cases.totals.map((c) => total(c.values, c.scales))];
        }""",
        [demo_url + "assets/register/scoring.js", CASES],
    )
    assert found[0] == [{"state": c["state"], "percent": c["percent"]} for c in CASES["places"]]
    assert found[1] == [c["total"] for c in CASES["totals"]]


def test_figures_are_placed_and_added_up_and_go_nowhere(page: Page, demo_url: str) -> None:
    watch = Watch(page, demo_url)
    page.wait_for_selector(field(page, "idc-006"))
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.fill(field(page, "idc-006"), "260")
    row = page.locator('tr[data-id="idc-006"]')
    expect(row).to_contain_text("50%")
    assert row.locator("meter").evaluate("e => e.value") == 50
    page.fill(field(page, "idc-007"), "４０")
    expect(page.locator('tr[data-id="idc-007"] meter')).to_have_js_property("value", 100)
    total = page.locator(".self-check", has=row).locator(".self-check-total")
    expect(total).to_contain_text("42.5")
    page.fill(field(page, "idc-008"), "很多")
    assert page.locator('tr[data-id="idc-008"] meter').count() == 0
    assert asked == []
    assert page.url.endswith("self-check/")
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "260" not in kept
    assert watch.findings == []


def test_what_is_not_public_has_no_field_and_says_so(page: Page) -> None:
    page.wait_for_selector(field(page, "idc-006"))
    row = page.locator('tr[data-id="idc-010"]')
    assert row.locator("input").count() == 0
    expect(row.locator("td").last).to_have_text("未公开")
    assert page.locator('tr[data-id="idc-001"] input').count() == 0, "a version no longer in force"


def test_a_complete_standard_has_a_total(page: Page) -> None:
    page.fill(field(page, "idc-013"), "75")
    frame = page.locator(".self-check", has=page.locator('tr[data-id="idc-013"]'))
    expect(frame.locator(".self-check-total")).to_contain_text("75 ")


@pytest.mark.parametrize("width", [360, 1440])
def test_filled_in_it_is_open_to_everybody(demo_url: str, open_page: Opener, width: int) -> None:
    page = open_page(width=width)
    page.goto(demo_url + "self-check/")
    page.fill(field(page, "idc-006"), "260")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_benchmarks_are_there(demo_url: str, demo_site: Path, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + "self-check/")
    expect(page.locator('tr[data-id="idc-006"]')).to_contain_text("290")
    assert page.locator("input:not([type=search]):not([type=radio]):not([type=checkbox])").count() == 0
