"""Lists at a date in a browser: what a page says, and when it has settled."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

FOLDERS = ("factories/", "parks/", "products/", "supply-chains/", "enterprises/")
ROWS = "[data-results] tr[data-id]"
_TOLD = """() => ({
  total: document.querySelector("[data-total]").dataset.total,
  lead: document.querySelector(".page-head .lead").textContent,
  rows: [...document.querySelectorAll("[data-results] tr[data-id]")].map((row) =>
    [row.dataset.id, ...[...row.cells].filter((cell) => cell.dataset.label !== "属地")
      .map((cell) => cell.textContent.replace("加入对比", "").trim())]),
  unidentified: [...document.querySelectorAll("tr[data-list]")].filter((row) => !row.hidden).length,
  counts: Object.fromEntries([...document.querySelectorAll("[data-facet] label[data-value]")]
    .filter((e) => e.dataset.count !== "0")
    .map((e) => [`${e.closest("[data-facet]").dataset.facet}:${e.dataset.value}`, e.dataset.count])),
})"""
"""What a list's page says, but for places: those stay as at the register's own date, and it says so."""


def settled(page: Page) -> None:
    """Wait until the rows follow the date chosen, and show all of them."""
    expect(page.locator("[data-asof][data-changed]")).to_be_visible()
    expect(page.locator("[data-total]")).to_contain_text("截至")
    expect(page.locator("[data-results][aria-busy]")).to_have_count(0)
    while page.locator("button[data-more]").count():
        page.locator("button[data-more]").click()


def own(page: Page) -> None:
    """Wait until the page is at the register's own date."""
    expect(page.locator("[data-asof]:not([data-changed])")).to_be_visible()
    expect(page.locator("[data-total]")).not_to_contain_text("截至")


def told(page: Page) -> Any:
    return page.evaluate(_TOLD)


def is_as_it_came(page: Page, came: Any) -> bool:
    """Whether a page says what it said when it came: with twelve values of a facet, now with all."""
    now = told(page)
    now["counts"] = {key: now["counts"].get(key) for key in came["counts"]}
    return bool(now == came)


def total(page: Page) -> int:
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)
