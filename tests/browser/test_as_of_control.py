"""The control of dates on a list: addresses, buttons, keys, ticks, what is no date, without a script."""

from __future__ import annotations

import pytest
from as_of import FOLDERS, ROWS, is_as_it_came, own, settled, told, total
from playwright.sync_api import Page, Route, expect
from watching import Opener, Watch


def test_address_buttons_and_the_way_back(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/")
    came = told(page)
    assert "control.js" not in " ".join(watch.requested), "loaded when it is first wanted"
    page.locator('[data-asof-step="-1"]').click()  # before anything of it is loaded
    page.wait_for_url("**/factories/?on=2025-01-17")
    settled(page)
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
    own(page)
    assert is_as_it_came(page, came)
    page.go_forward()
    settled(page)
    expect(page.locator("[data-asof-mark]")).to_have_value("2025-01-17")
    page.locator("[data-asof-reset]").click()
    page.wait_for_url("**/factories/")
    own(page)
    assert is_as_it_came(page, came)
    expect(page.locator("[data-asof-on]")).to_be_focused()
    assert watch.findings == []


def test_one_address_says_all(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?q=演示&level=municipal,national&sort=year&on=2022-06-30&axis=published")
    settled(page)
    assert page.url.endswith("level=municipal,national&sort=year&on=2022-06-30&axis=published")
    expect(page.locator("[data-chip]")).to_have_count(3)
    years = [max(map(int, row[5].split("、"))) for row in told(page)["rows"]]
    assert years == sorted(years, reverse=True)
    assert years[0] == 2021, "the list of 2022 was not out"


@pytest.mark.parametrize("given", ["on=2031-01-01", "on=2021-02-30", "on=x&axis=y", "axis=list_year"])
def test_what_is_no_choice_leaves_the_page_as_it_came(given: str, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/")
    came = told(page)
    page.goto(f"{demo_url}factories/?{given}")
    page.wait_for_load_state("networkidle")
    own(page)
    assert is_as_it_came(page, came)
    assert watch.findings == []


def test_what_is_put_in_before_the_control_is_at_work_counts(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    held: list[Route] = []
    page.route("**/as_of/control.js", lambda route: held.append(route))
    page.goto(demo_url + "factories/")
    page.locator('[name="asof-axis"][value="published"]').check()
    page.locator("[data-asof-on]").fill("2021-12-31")
    assert len(held) == 1
    page.unroute("**/as_of/control.js")  # lets go what it held
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
    own(page)
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
    page = open_page(width=360)
    page.goto(demo_url + "factories/")
    page.locator("[data-asof-slide]").focus()
    page.wait_for_load_state("networkidle")  # the control is at work
    ticks = page.locator("[data-asof-ticks]")
    box = ticks.bounding_box()
    assert box
    # Not a tap: a browser takes one for what lies near that can be touched, such as the line below.
    ticks.click(position={"x": box["width"] * 0.02, "y": box["height"] / 2})
    page.wait_for_url("**/factories/?on=2017-09-18")
    expect(page.locator("[data-asof-told]")).to_contain_text("2017年国家级绿色工厂名单")
    settled(page)
    assert total(page) == 0, "by list year it counts from the end of the year"
    page.locator('[name="asof-axis"][value="published"]').check()
    expect(page.locator("[data-total]")).to_contain_text("按公布日期统计")
    settled(page)
    assert total(page) == 1


def test_before_the_first_list_nothing_had_been_published(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "supply-chains/?on=2017-01-01&axis=published")
    results = page.locator("[data-results]")
    expect(results).to_contain_text("都还没有公布；最早的一份在 2018-11-15 公布")
    expect(results).not_to_contain_text("未查到")
    assert total(page) == 0
    page.goto(demo_url + "supply-chains/?on=2018-11-20")
    expect(results).to_contain_text("最早的一份自 2018-12-31 起计入")
    page.locator('[data-drop="on"]').click()
    page.wait_for_url("**/supply-chains/")
    own(page)
    page.goto(demo_url + "factories/?level=municipal&on=2018-12-31")
    expect(results).to_contain_text("没有符合所选条件的记录")
    expect(page.locator('[data-drop="level"]')).to_be_visible()


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
    settled(page)
    assert buttons.count() == page.locator(ROWS).count()
    pressed = page.locator(f'[data-results] [data-compare-add="{chosen}"]')
    expect(pressed).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("folder", ["factories/", "enterprises/", "lists/"])
def test_day_after_day_shows_what_the_address_of_a_day_shows(
    folder: str, demo_url: str, open_page: Opener
) -> None:
    """Only what a day changes is made anew; whatever was shown before, the outcome is the same."""
    days = ("2021-12-31", "2010-01-01", "2024-12-12", "2024-12-13", "2018-11-15", "2023-09-15", "2023-09-14")
    page = open_page()
    page.goto(demo_url + folder)
    shown = {}
    for day in days:
        _choose(page, day)
        shown[day] = told(page)
    assert shown["2018-11-15"]["rows"] != shown["2024-12-12"]["rows"]
    other = open_page()
    for day in days:
        other.goto(f"{demo_url}{folder}?on={day}")
        settled(other)
        assert told(other) == shown[day], day


def test_days_that_follow_each_other_at_once_end_with_the_last(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?on=2018-11-15")
    settled(page)
    wanted = told(page)
    page.goto(demo_url + "factories/")
    page.locator("[data-asof-on]").fill("2024-12-12")
    settled(page)
    page.evaluate(
        """async (days) => {
          const field = document.querySelector("[data-asof-on]");
          for (const day of days) {
            field.value = day;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise(requestAnimationFrame);
          }
        }""",
        ["2023-09-15", "2010-01-01", "2021-12-31", "2018-11-15"],
    )
    expect(page.locator("[data-total]")).to_contain_text("2018-11-15")
    settled(page)
    assert told(page) == wanted


def test_rows_that_say_the_same_on_another_day_are_left_standing(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?on=2022-09-16")
    settled(page)
    rows = page.locator(ROWS)
    rows.evaluate_all("all => all.forEach((row) => (row.said = row.textContent))")
    _choose(page, "2022-01-14")  # no list had come out in between
    assert rows.evaluate_all("all => all.every((row) => row.said === row.textContent)")
    _choose(page, "2021-12-06")
    stand = "all => all.filter((row) => row.said).map((row) => row.said === row.textContent)"
    assert set(rows.evaluate_all(stand)) == {True, False}, "what is other on that day is exchanged in the row"


def _choose(page: Page, day: str) -> None:
    page.locator("[data-asof-on]").fill(day)
    expect(page.locator("[data-total]")).to_contain_text(day)
    settled(page)


@pytest.mark.parametrize("address", ["", "lists/", *FOLDERS])
def test_without_a_script_there_is_no_control(address: str, demo_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + address)
    expect(page.locator("[data-asof]")).to_have_count(1)
    expect(page.locator("[data-asof]")).to_be_hidden()
