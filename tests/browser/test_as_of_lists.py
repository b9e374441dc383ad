"""Lists at an earlier date: the browser shows what a build of that date prints, on either axis; downloads."""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from as_of import FOLDERS, ROWS, own, settled, told, total
from cities import DEMO_CITY, portal
from playwright.sync_api import Page, expect
from serving import served
from watching import Opener, Watch, barriers, sideways

from generator.i18n.translations import Translations

DAYS = ("2018-11-15", "2021-12-31", "2023-09-15")
"""The first lists but one; a notice without its list; a day of removals."""


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


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("day", DAYS)
def test_a_list_is_what_a_build_as_of_the_day_prints(
    day: str, folder: str, demo_url: str, as_of_url: Callable[[str], str], open_page: Opener
) -> None:
    page = open_page()
    page.goto(as_of_url(day) + folder)
    printed = told(page)
    page.goto(f"{demo_url}{folder}?on={day}&axis=published")
    settled(page)
    made = told(page)
    assert made["rows"], "the day is one on which the list is not empty"
    ids = [row[0] for row in printed["rows"]]
    if folder == "enterprises/":  # printed as their names stand; the browser puts them into the same order
        assert [row[0] for row in made["rows"]] == ids
    assert sorted(made["rows"]) == sorted(printed["rows"])
    assert made["total"] == printed["total"] == str(len(ids))
    assert made["unidentified"] == printed["unidentified"]
    words = Translations("zh")
    said = words("asof.told", on=day, axis=words["axis.published"])
    assert made["lead"].removeprefix(said) == printed["lead"]
    # The page holds twelve values of a facet and leaves out a facet of one; what it holds is counted alike.
    counted = {
        key: n for key, n in printed["counts"].items() if not key.startswith(("area:", "place_grade:"))
    }
    assert counted
    assert {key: made["counts"].get(key) for key in counted} == counted


@pytest.mark.parametrize("day", DAYS)
def test_the_lists_that_were_out_are_those_that_a_build_as_of_the_day_prints(
    day: str, demo_url: str, as_of_url: Callable[[str], str], open_page: Opener
) -> None:
    page = open_page()
    page.goto(as_of_url(day) + "lists/")
    printed = told(page)
    watch = Watch(page, demo_url)
    page.goto(f"{demo_url}lists/?on={day}&axis=published")
    settled(page)
    made = told(page)
    assert made["rows"]
    assert sorted(made["rows"]) == sorted(printed["rows"])
    assert made["total"] == printed["total"] == str(len(made["rows"]))
    assert made["lead"] == f"截至 {day}，按公布日期统计。{printed['lead']}"
    name, rows = _downloaded(page, "[data-list-csv]")
    assert name == f"lists-as-of-{day}-by-published.csv"
    assert sorted(row[0] for row in rows[1:]) == sorted(row[0] for row in made["rows"])
    page.locator("[data-asof-reset]").click()
    own(page)
    assert len(told(page)["rows"]) > len(made["rows"])
    assert watch.findings == []


@pytest.mark.parametrize(("axis", "units"), [("list_year", 27), ("published", 23)])
def test_national_factories_of_changzhou_at_the_end_of_2021(
    axis: str, units: int, changzhou_url: str, open_page: Opener
) -> None:
    """The two figures between which the letter does not tell; of both six are of unconfirmed place."""
    page = open_page()
    by = "" if axis == "list_year" else "&axis=published"
    page.goto(f"{changzhou_url}factories/?level=national&on=2021-12-31{by}")
    settled(page)
    assert total(page) == units == page.locator(ROWS).count()
    expect(page.locator("[data-total]")).to_contain_text("属地待核实 6 条")
    words = {"list_year": "按名单年度统计", "published": "按公布日期统计"}[axis]
    expect(page.locator("[data-total]")).to_contain_text(f"截至 2021-12-31，{words}")


def test_the_axis_changes_who_is_on_the_list(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?level=national&on=2021-12-31")
    settled(page)
    by_year = {row[0] for row in told(page)["rows"]}
    page.locator('[name="asof-axis"][value="published"]').check()
    page.wait_for_url("**/factories/?level=national&on=2021-12-31&axis=published")
    expect(page.locator("[data-total]")).to_contain_text("按公布日期统计")
    settled(page)
    by_publication = {row[0] for row in told(page)["rows"]}
    assert by_year - by_publication, "the list of 2021 came out in January 2022"
    page.locator('[name="asof-axis"][value="list_year"]').check()
    page.wait_for_url("**/factories/?level=national&on=2021-12-31")
    settled(page)
    assert {row[0] for row in told(page)["rows"]} == by_year


def _downloaded(page: Page, selector: str) -> tuple[str, list[list[str]]]:
    with page.expect_download() as download:
        page.locator(selector).click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return download.value.suggested_filename, list(csv.reader(io.StringIO(text)))


def test_downloads_follow(demo_url: str, as_of_url: Callable[[str], str], open_page: Opener) -> None:
    page = open_page()
    day = DAYS[1]
    page.goto(f"{demo_url}factories/?level=national&on={day}&axis=published")
    settled(page)
    shown = [row[0] for row in told(page)["rows"]]
    name, rows = _downloaded(page, '[data-take="csv"]')
    assert name == "enterprises-as-of-2021-12-31-by-published.csv"
    assert rows[0][-2:] == ["as_of", "axis"]
    assert [row[0] for row in rows[1:]] == shown
    assert {tuple(row[-2:]) for row in rows[1:]} == {(day, "published")}
    name, _ = _downloaded(page, '[data-take="excel"]')
    assert name == "enterprises-as-of-2021-12-31-by-published-excel.csv"
    name, whole = _downloaded(page, "[data-list-csv]")
    assert name == "factories-as-of-2021-12-31-by-published.csv"
    answer = page.request.get(as_of_url(day) + "factories/factories.csv")
    printed = list(csv.reader(io.StringIO(answer.text())))
    place = printed[0].index("属地")
    cut = [[*row[:place], *row[place + 1 :]] for row in whole]
    assert sorted(row[:-2] for row in cut) == sorted([*r[:place], *r[place + 1 :]] for r in printed)
    page.goto(f"{demo_url}factories/?on={day}")
    settled(page)
    name, _ = _downloaded(page, '[data-take="csv"]')
    assert name == "enterprises-as-of-2021-12-31.csv", "by the axis of the register"
    page.locator("[data-asof-reset]").click()
    own(page)
    name, rows = _downloaded(page, '[data-take="csv"]')
    assert name == "enterprises.csv"
    assert "as_of" not in rows[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_list_at_a_date_is_for_everyone(
    width: int, scheme: str, changzhou_url: str, open_page: Opener
) -> None:
    page = open_page(width=width, scheme=scheme)
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "factories/?on=2021-12-31&axis=published")
    settled(page)
    assert [*watch.findings, *sideways(page), *barriers(page)] == []
