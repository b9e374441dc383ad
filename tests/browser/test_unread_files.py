"""Files that cannot be read: the page says so in words it came with, and nothing stale stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect
from watching import Opener

CODES = "**/search/codes.*"
MANIFEST = "**/search/manifest.json"


def _abort(route: Route) -> None:
    route.abort()


def _words(page: Page, selector: str) -> str:
    """What an element of the page holds for this."""
    return str(page.locator(selector).get_attribute("data-failed"))


def test_figures_of_another_day_without_the_network(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route(MANIFEST, _abort)
    page.goto(demo_url + "?on=2021-06-30")
    expect(page.locator("[data-asof] [role=alert]")).to_have_text(_words(page, "[data-asof]"))
    assert page.locator("[data-asof] [role=alert]").count() == 1


def test_rows_do_not_stay_under_a_question_that_was_not_answered(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route(CODES, _abort)
    page.goto(demo_url + "enterprises/?q=有限公司")
    rows = page.locator("[data-results] tr[data-id]")
    expect(rows.first).to_be_visible()
    page.locator("[data-find-query]").fill("919")
    expect(page.locator("[data-total]")).to_have_text(_words(page, "[data-find]"))
    expect(rows).to_have_count(0)
    page.unroute(CODES)
    page.locator("[data-find-query]").fill("9199")
    expect(rows.first).to_be_visible()
    expect(page.locator("[data-total]")).not_to_have_text(_words(page, "[data-find]"))


@pytest.mark.parametrize("unread", [MANIFEST, "**/enterprises/ent-002/"])
def test_comparison_says_what_it_could_not_read(unread: str, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route(unread, _abort)
    page.goto(demo_url + "compare/?ids=ent-001,ent-002")
    expect(page.locator("[data-compare] [role=alert]")).to_have_text(_words(page, "[data-compare]"))


def test_bulk_check_says_what_it_could_not_read_and_tries_again(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route(CODES, _abort)
    page.goto(demo_url + "check/")
    page.locator("#bulk-names").fill("青禾")
    page.locator(".bulk [type=submit]").click()
    expect(page.locator("[data-bulk] [role=status]")).to_have_text(_words(page, "[data-bulk]"))
    page.unroute(CODES)
    page.locator(".bulk [type=submit]").click()
    expect(page.locator("[data-bulk-results] tbody tr")).to_have_count(1)
