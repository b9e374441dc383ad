"""Lists at an earlier date: the browser shows what a build as of that date prints; address, keys, downloads, axes."""

from __future__ import annotations

import csv
import fcntl
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from cities import DEMO_CITY, portal
from playwright.sync_api import Page, expect
from serving import served
from watching import Opener, Watch, barriers, sideways

DAYS = ("2018-11-15", "2021-12-31", "2023-09-15")
"""The first lists but one; a notice without its list; a day of removals."""
FOLDERS = ("factories/", "parks/", "products/", "supply-chains/", "enterprises/")
ROWS = "[data-results] tr[data-id]"
DATED = "data-changed"
_TOLD = """root => ({
  total: document.querySelector("[data-total]").dataset.total,
  lead: document.querySelector(".page-head .lead").textContent,
  rows: [...document.querySelectorAll("[data-results] tr[data-id]")].map((row) =>
    [row.dataset.id, ...[...row.cells].map((cell) => cell.textContent.replace("加入对比", "").trim())]),
  unidentified: [...document.querySelectorAll("tr[data-list]")].filter((row) => !row.hidden).length,
  counts: Object.fromEntries([...document.querySelectorAll("[data-facet] label[data-value]")]
    .filter((e) => e.dataset.count !== "0")
    .map((e) => [`${e.closest("[data-facet]").dataset.facet}:${e.dataset.value}`, e.dataset.count])),
})"""


@pytest.fixture(scope="session")
def as_of_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """A function that gives the address of the demonstration city's site built as of a day."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with ExitStack() as served_sites:
        addresses: dict[str, str] = {}

        def url(day: str) -> str:
            if day not in addresses:
                addresses[day] = served_sites.enter_context(served(_built(folder, day)))
            return addresses[day]

        yield url


def _built(folder: Path, day: str) -> Path:
    out = folder / f"site-demo-{day}"
    with (folder / f"site-demo-{day}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (out / "build.json").is_file():
            done = portal(
                "build", "--data", DEMO_CITY.data, "--docs", DEMO_CITY.docs, "--out", out, "--as-of", day
            )
            assert done.returncode == 0, done.stderr.decode()
    return out


def _settled(page: Page, total: int | None = None) -> None:
    """Wait until the rows follow the date of the address, all that a page shows at first."""
    expect(page.locator("[data-asof][data-changed]")).to_be_visible()
    expect(page.locator("[data-total]")).to_contain_text("截至")
    expect(page.locator("[data-results][aria-busy]")).to_have_count(0)
    while page.locator("button[data-more]").count():
        page.locator("button[data-more]").click()


def _told(page: Page) -> Any:
    return page.locator("body").evaluate(_TOLD)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("day", DAYS)
def test_a_list_is_what_a_build_as_of_the_day_prints(
    day: str, folder: str, demo_url: str, as_of_url: Callable[[str], str], open_page: Opener
) -> None:
    page = open_page()
    page.goto(as_of_url(day) + folder)
    printed = _told(page)
    page.goto(f"{demo_url}{folder}?on={day}&axis=published")
    _settled(page)
    made = _told(page)
    print({k: (set(map(tuple,printed["rows"])) ^ set(map(tuple,made["rows"]))) for k in [1]})
    print(set(printed["counts"].items()) ^ set(made["counts"].items()))
    print(printed["lead"], made["lead"])
    assert made == printed
