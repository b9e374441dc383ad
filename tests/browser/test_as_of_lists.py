"""Lists at an earlier date: the browser shows what a build of that date prints; address, keys, axes."""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from cities import DEMO_CITY, portal
from playwright.sync_api import Page, Route, expect
from serving import served
from watching import Opener, Watch, barriers, sideways

from generator.rendering.words import Words

DAYS = ("2018-11-15", "2021-12-31", "2023-09-15")
"""The first lists but one; a notice without its list; a day of removals."""
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


def _settled(page: Page) -> None:
    """Wait until the rows follow the date chosen, and show all of them."""
    expect(page.locator("[data-asof][data-changed]")).to_be_visible()
    expect(page.locator("[data-total]")).to_contain_text("截至")
    expect(page.locator("[data-results][aria-busy]")).to_have_count(0)
    while page.locator("button[data-more]").count():
        page.locator("button[data-more]").click()


def _own(page: Page) -> None:
    """Wait until the page is at the register's own date."""
    expect(page.locator("[data-asof]:not([data-changed])")).to_be_visible()
    expect(page.locator("[data-total]")).not_to_contain_text("截至")


def _told(page: Page) -> Any:
    return page.evaluate(_TOLD)


def _is_as_it_came(page: Page, came: Any) -> bool:
    """Whether a page says what it said when it came: with twelve values of a facet, now with all."""
    now = _told(page)
    now["counts"] = {key: now["counts"].get(key) for key in came["counts"]}
    return bool(now == came)


def _total(page: Page) -> int:
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)


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
    assert made["rows"], "the day is one on which the list is not empty"
    ids = [row[0] for row in printed["rows"]]
    if folder == "enterprises/":  # printed as their names stand; the browser puts them into the same order
        assert [row[0] for row in made["rows"]] == ids
    assert sorted(made["rows"]) == sorted(printed["rows"])
    assert made["total"] == printed["total"] == str(len(ids))
    assert made["unidentified"] == printed["unidentified"]
    words = Words("zh")
    told = words("asof.told", on=day, axis=words["axis.published"])
    assert made["lead"] == told + printed["lead"]
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
    printed = _told(page)
    watch = Watch(page, demo_url)
    page.goto(f"{demo_url}lists/?on={day}&axis=published")
    _settled(page)
    made = _told(page)
    assert made["rows"]
    assert sorted(made["rows"]) == sorted(printed["rows"])
    assert made["total"] == printed["total"] == str(len(made["rows"]))
    assert made["lead"] == f"截至 {day}，按公布日期统计。{printed['lead']}"
    name, rows = _downloaded(page, "[data-list-csv]")
    assert name == f"lists-as-of-{day}-by-published.csv"
    assert sorted(row[0] for row in rows[1:]) == sorted(row[0] for row in made["rows"])
    page.locator("[data-asof-reset]").click()
    _own(page)
    assert len(_told(page)["rows"]) > len(made["rows"])
    assert watch.findings == []


@pytest.mark.parametrize(("axis", "units"), [("list_year", 27), ("published", 23)])
def test_national_factories_of_changzhou_at_the_end_of_2021(
    axis: str, units: int, changzhou_url: str, open_page: Opener
) -> None:
    """The two figures between which the letter does not tell; of both six are of unconfirmed place."""
    page = open_page()
    own = "" if axis == "list_year" else "&axis=published"
    page.goto(f"{changzhou_url}factories/?level=national&on=2021-12-31{own}")
    _settled(page)
    assert _total(page) == units == page.locator(ROWS).count()
    expect(page.locator("[data-total]")).to_contain_text("属地待核实 6 条")
    words = {"list_year": "按名单年度统计", "published": "按公布日期统计"}[axis]
    expect(page.locator("[data-total]")).to_contain_text(f"截至 2021-12-31，{words}")


def test_the_axis_changes_who_is_on_the_list(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?level=national&on=2021-12-31")
    _settled(page)
    by_year = {row[0] for row in _told(page)["rows"]}
    page.locator('[name="asof-axis"][value="published"]').check()
    page.wait_for_url("**/factories/?level=national&on=2021-12-31&axis=published")
    expect(page.locator("[data-total]")).to_contain_text("按公布日期统计")
    _settled(page)
    by_publication = {row[0] for row in _told(page)["rows"]}
    assert by_year - by_publication, "the list of 2021 came out in January 2022"
    page.locator('[name="asof-axis"][value="list_year"]').check()
    page.wait_for_url("**/factories/?level=national&on=2021-12-31")
    _settled(page)
    assert {row[0] for row in _told(page)["rows"]} == by_year


def test_address_buttons_and_the_way_back(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/")
    came = _told(page)
    assert "control.js" not in " ".join(watch.requested), "loaded when it is first wanted"
    page.locator('[data-asof-step="-1"]').click()  # before anything of it is loaded
    page.wait_for_url("**/factories/?on=2025-01-17")
    _settled(page)
    page.locator('[data-asof-step="-1"]').click()
    page.wait_for_url("**/factories/?on=2024-12-12")
    expect(page.locator("[data-asof-on]")).to_have_value("2024-12-12")
    page.locator('[data-facet="level"] [data-value="national"]').click()
    page.wait_for_url("**/factories/?level=national&on=2024-12-12")
    expect(page.locator("[data-total]")).to_contain_text("截至 2024-12-12")
    page.go_back()
    page.wait_for_url("**/factories/?on=2024-12-12")
    page.go_back()
    expect(page.locator("[data-total]")).to_contain_text("截至 2025-01-17")
    page.go_back()
    _own(page)
    assert _is_as_it_came(page, came)
    page.go_forward()
    _settled(page)
    expect(page.locator("[data-asof-mark]")).to_have_value("2025-01-17")
    page.locator("[data-asof-reset]").click()
    page.wait_for_url("**/factories/")
    _own(page)
    assert _is_as_it_came(page, came)
    expect(page.locator("[data-asof-on]")).to_be_focused()
    assert watch.findings == []


def test_one_address_says_all(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?q=演示&level=municipal,national&sort=year&on=2022-06-30&axis=published")
    _settled(page)
    assert page.url.endswith("level=municipal,national&sort=year&on=2022-06-30&axis=published")
    expect(page.locator("[data-chip]")).to_have_count(3)
    years = [max(map(int, row[5].split("、"))) for row in _told(page)["rows"]]
    assert years == sorted(years, reverse=True)
    assert years[0] == 2021, "the list of 2022 was not out"


@pytest.mark.parametrize("given", ["on=2031-01-01", "on=2021-02-30", "on=x&axis=y", "axis=list_year"])
def test_what_is_no_choice_leaves_the_page_as_it_came(given: str, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/")
    came = _told(page)
    page.goto(f"{demo_url}factories/?{given}")
    page.wait_for_load_state("networkidle")
    _own(page)
    assert _is_as_it_came(page, came)
    assert watch.findings == []


def test_what_is_put_in_before_the_control_is_at_work_counts(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    held: list[Route] = []
    page.route("**/asof/control.js", lambda route: held.append(route))
    page.goto(demo_url + "factories/")
    page.locator('[name="asof-axis"][value="published"]').check()
    page.locator("[data-asof-on]").fill("2021-12-31")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_url("**/factories/?on=2021-12-31&axis=published")
    expect(page.locator("[data-asof-on]")).to_have_value("2021-12-31")


def test_by_keyboard(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    slide = page.locator("[data-asof-slide]")
    slide.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/factories/?on=2025-06-27")
    expect(slide).to_have_attribute("aria-valuetext", "2025-06-27")
    page.go_back()
    _own(page)
    page.locator("[data-asof-mark]").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**/factories/?on=2025-01-17")
    expect(page.locator("[data-asof-told]")).to_contain_text("2025-01-17，2024年度国家级绿色工厂名单")
    page.locator('[data-asof-step="-1"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/factories/?on=2024-12-12")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/factories/?on=2025-01-17")


def test_a_tick_leads_to_its_publication(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=360, has_touch=True)
    page.goto(demo_url + "factories/")
    page.locator("[data-asof-slide]").focus()
    ticks = page.locator("[data-asof-ticks]")
    box = ticks.bounding_box()
    assert box
    ticks.tap(position={"x": box["width"] * 0.02, "y": box["height"] / 2})
    page.wait_for_url("**/factories/?on=2017-09-18")
    expect(page.locator("[data-asof-told]")).to_contain_text("2017年国家级绿色工厂名单")
    _settled(page)
    assert _total(page) == 0, "by list year it counts from the end of the year"
    page.locator('[name="asof-axis"][value="published"]').check()
    expect(page.locator("[data-total]")).to_contain_text("按公布日期统计")
    _settled(page)
    assert _total(page) == 1


def test_before_the_first_list_nothing_had_been_published(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "supply-chains/?on=2017-01-01&axis=published")
    results = page.locator("[data-results]")
    expect(results).to_contain_text("都还没有公布；最早的一份在 2018-11-15 公布")
    expect(results).not_to_contain_text("未查到")
    assert _total(page) == 0
    page.goto(demo_url + "supply-chains/?on=2018-11-20")
    expect(results).to_contain_text("最早的一份自 2018-12-31 起计入")
    page.locator('[data-drop="on"]').click()
    page.wait_for_url("**/supply-chains/")
    _own(page)
    page.goto(demo_url + "factories/?level=municipal&on=2018-12-31")
    expect(results).to_contain_text("没有符合所选条件的记录")
    expect(page.locator('[data-drop="level"]')).to_be_visible()


def _downloaded(page: Page, selector: str) -> tuple[str, list[list[str]]]:
    with page.expect_download() as download:
        page.locator(selector).click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return download.value.suggested_filename, list(csv.reader(io.StringIO(text)))


def test_downloads_follow(demo_url: str, as_of_url: Callable[[str], str], open_page: Opener) -> None:
    page = open_page()
    day = DAYS[1]
    page.goto(f"{demo_url}factories/?level=national&on={day}&axis=published")
    _settled(page)
    shown = [row[0] for row in _told(page)["rows"]]
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
    _settled(page)
    name, _ = _downloaded(page, '[data-take="csv"]')
    assert name == "enterprises-as-of-2021-12-31.csv", "by the axis of the register"
    page.locator("[data-asof-reset]").click()
    _own(page)
    name, rows = _downloaded(page, '[data-take="csv"]')
    assert name == "enterprises.csv"
    assert "as_of" not in rows[0]


def test_rows_are_compared_from_the_start_and_stay_so(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/")
    buttons = page.locator("[data-results] [data-compare-add]")
    assert buttons.count() == page.locator(ROWS).count()
    assert not [path for path in watch.requested if path.endswith(".json")]
    chosen = str(buttons.first.get_attribute("data-compare-add"))
    buttons.first.click()
    expect(buttons.first).to_have_attribute("aria-pressed", "true")
    page.goto(demo_url + "factories/?on=2024-12-31")
    _settled(page)
    assert buttons.count() == page.locator(ROWS).count()
    pressed = page.locator(f'[data-results] [data-compare-add="{chosen}"]')
    expect(pressed).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("address", ["", "lists/", *FOLDERS])
def test_without_a_script_there_is_no_control(address: str, demo_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + address)
    expect(page.locator("[data-asof]")).to_have_count(1)
    expect(page.locator("[data-asof]")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_list_at_a_date_is_for_everyone(
    width: int, scheme: str, changzhou_url: str, open_page: Opener
) -> None:
    page = open_page(width=width, scheme=scheme)
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "factories/?on=2021-12-31&axis=published")
    _settled(page)
    assert [*watch.findings, *sideways(page), *barriers(page)] == []
