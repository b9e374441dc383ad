"""Home and lists on other days in Chromium: counts, headlines and charts beside a build as of then."""

from __future__ import annotations

import re
from datetime import date

import pytest
from asof_charts import SHOWN, charts, edition_of, go
from cities import CHANGZHOU, DEMO_CITY
from playwright.sync_api import expect
from watching import Opener, Watch, barriers, sideways

from generator.checks.validate import validate
from generator.i18n.translations import Translations
from generator.register.ledger import Axis
from generator.register.register import Register
from generator.schema.records import Category
from generator.site.charts import all_charts, by_page
from generator.site.document import Table
from generator.site.indexes import category_index
from generator.site.pages.home import headlines
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site

DAYS = [date(2018, 12, 1), date(2021, 6, 30), date(2023, 6, 30)]
"""Days on which every list of an earlier year was out: a build as of then counts the same by either axis."""
AXES: tuple[Axis, ...] = ("published", "list_year")
WHEN = [(on, axis) for on in DAYS for axis in AXES]
_STATIC = """() => {
  const parts = document.querySelectorAll("#counts, [data-axes], .headlines, .charts, #targets, #latest");
  const settled = / (?:tabindex|role|aria-label)="[^"]*"/g;
  return [...parts].map((part) => (part.closest("section") ?? part).outerHTML.replaceAll(settled, ""));
}"""


def _pages(site: Site) -> dict[str, Category]:
    return {CATEGORY_PAGES[c.id]: c for c in site.register.categories if c.id in CATEGORY_PAGES}


@pytest.mark.parametrize(("on", "axis"), WHEN)
def test_counts_are_those_of_a_build_of_that_day(
    on: date, axis: Axis, demo_url: str, open_page: Opener
) -> None:
    site = edition_of(DEMO_CITY, on, axis)
    page = open_page()
    for address, category in _pages(site).items():
        go(page, demo_url + address, on, axis)
        shown = page.locator("section:has(> #counts) tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
        )
        sections = category_index(site, category, address).body.sections
        (table,) = [b for s in sections if s.id == "counts" for b in s.blocks if isinstance(b, Table)]
        assert shown == [["".join(part.text for part in cell) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(("on", "axis"), WHEN)
def test_headlines_are_those_of_a_build_of_that_day(
    on: date, axis: Axis, demo_url: str, open_page: Opener
) -> None:
    wanted = {h.of: h for h in headlines(edition_of(DEMO_CITY, on, axis))}
    page = open_page()
    go(page, demo_url, on, axis)
    shown = page.locator("[data-headline]")
    assert shown.count() >= len(wanted) > 0
    for number in range(shown.count()):
        item = shown.nth(number)
        value = item.locator(".number").inner_text()
        found = wanted.get(item.get_attribute("data-headline") or "")
        if found is None:
            assert value in ("—", "0")
            continue
        assert (value, item.locator(".unit").inner_text()) == (found.value, found.unit), found.of
        if found.state:
            assert item.locator(".figure-date").inner_text() == found.as_of, found.of
            assert item.locator(".figure-held").inner_text() == f"{found.held} {found.state}", found.of
            assert (item.locator("a.status").get_attribute("href") or "").endswith(found.anchor)
            assert item.locator(".figure-source").inner_text() == found.source[0].text


@pytest.mark.parametrize(("on", "axis"), WHEN)
def test_charts_are_those_of_a_build_of_that_day(
    on: date, axis: Axis, demo_url: str, open_page: Opener
) -> None:
    page = open_page()
    wanted = charts(DEMO_CITY, on, axis)
    for address in ("", "factories/", "parks/", "products/", "supply-chains/"):
        go(page, demo_url + address, on, axis)
        for figure in page.locator("[data-chart]").all():
            id_ = figure.get_attribute("data-chart") or ""
            # Areas by list year and lists by list year have no build beside them: test_asof_recipes.py.
            if axis == "list_year" and not id_.startswith(("growth", "new")):
                continue
            shown, chart = figure.evaluate(SHOWN), wanted.get(id_)
            if chart is None:
                assert (shown["rows"], str(on) in shown["title"]) == ([], True), id_
                assert figure.locator(".chart-drawing svg").count() == 0
                continue
            assert shown["title"] == chart.title, id_
            assert shown["note"] == chart.note, id_
            assert tuple(shown["head"]) == chart.header(), id_
            assert [tuple(row) for row in shown["rows"]] == chart.table(), id_


def test_the_page_says_what_the_axis_changes(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    for address in ("factories/", ""):
        go(page, changzhou_url + address, date(2021, 12, 31), "published")
        told = page.locator("[data-axes] p").filter(has_text="国家级绿色工厂")
        text = told.inner_text()
        assert re.findall(r"\b(\d+) 家(?!属地)", text.split("；")[0]) == ["27", "23"]
        assert "没有写明" in text
        assert "27" in text.split("；")[1]
        assert (told.locator("a").get_attribute("href") or "").endswith("sources/src-letter-2022-52/")
    page.goto(changzhou_url + "parks/?on=2021-12-31&axis=published")
    page.locator("[data-axes] p").wait_for()
    assert "相同" in page.locator("[data-axes]").inner_text()


def test_without_a_script_the_page_says_it_of_its_own_date(changzhou_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    for address in ("factories/", ""):
        page.goto(changzhou_url + address)
        told = page.locator("[data-axes] p")
        assert [re.findall(r" (\d+) 家", told.nth(n).inner_text()) for n in range(told.count())] == [
            ["2", "1"],
            ["3", "0"],
        ]
    page.goto(changzhou_url + "parks/")
    assert not page.locator("[data-axes]").is_visible()


@pytest.mark.parametrize("address", ["", "factories/", "parks/"])
def test_back_at_the_own_date_all_is_as_it_was_built(address: str, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + address, wait_until="networkidle")
    before = page.evaluate(_STATIC)
    page.goto(demo_url + address + "?on=2017-01-01")
    page.locator("[data-chart-on]").filter(has_text="2017-01-01").first.wait_for()
    page.fill("[data-asof-on]", "2022-05-04")
    page.locator("[data-chart-svg][download]").first.wait_for()
    assert page.evaluate(_STATIC) != before
    stays = page.locator("[data-asof-stays]")
    assert stays.count() == (2 if address == "" else 0)
    page.click("[data-asof-reset]")
    page.locator("[data-chart-on]").filter(has_text="2025-06-30").first.wait_for()
    page.wait_for_timeout(400)
    assert page.evaluate(_STATIC) == before
    assert stays.count() == 0
    assert watch.findings == []


def test_before_the_first_list_nothing_is_said_to_be_none(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    go(page, demo_url + "parks/", date(2016, 1, 1), "published")
    cells = page.locator("section:has(> #counts) tbody tr").first.locator("td")
    assert [cells.nth(n).inner_text() for n in (1, 2, 3)] == ["—", "—", "—"]
    assert "2016-01-01" in cells.nth(4).inner_text()


def test_figures_that_cannot_be_counted_stay(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route("**/search/counting.*", lambda route: route.abort())
    page.goto(demo_url + "factories/?on=2021-06-30")
    alert = page.locator("[role=alert]")
    alert.wait_for()
    assert "2025-06-30" in alert.inner_text()
    assert "2025-06-30" in page.locator("section:has(> #counts) tbody").inner_text()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(width: int, scheme: str, changzhou_url: str, open_page: Opener) -> None:
    page = open_page(width=width, scheme=scheme)
    watch = Watch(page, changzhou_url)
    for address in ("", "factories/"):
        go(page, changzhou_url + address, date(2021, 12, 31), "published")
        page.locator("[data-chart-svg][download]").first.wait_for()
        assert [*watch.findings, *sideways(page), *barriers(page)] == [], address


def test_a_chart_that_does_not_follow_says_so(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + "products/")
    figure = page.locator('[data-chart="kinds-product"]')
    figure.evaluate("figure => figure.removeAttribute('data-follows')")
    note = figure.locator(".chart-note")
    came = note.inner_text()
    page.locator("[data-asof-on]").fill("2021-12-31")
    expect(note).to_contain_text("2026-03-19")
    assert note.inner_text().startswith(came)
    page.locator("[data-asof-reset]").click()
    expect(note).to_have_text(came)


def test_documents_below_units_by_area_say_that_they_stay(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "parks/?on=2022-12-31")
    figure = page.locator('[data-chart="areas-park"]')
    figure.locator("summary").click()
    expect(figure.locator(".chart-source")).to_contain_text("2025-06-30")
    page.locator("[data-asof-on]").fill("2021-12-31")
    expect(figure.locator("[data-chart-on]")).to_contain_text("2021-12-31")
    assert figure.locator(".chart-source").inner_text().count("2025-06-30") == 1


def test_every_chart_of_home_and_lists_follows() -> None:
    for city in (CHANGZHOU, DEMO_CITY):
        catalog = validate(city.data, city.docs).catalog
        assert catalog is not None
        shown = by_page(all_charts(Site(Register(catalog), Translations("zh"))))
        for address in CATEGORY_PAGES.values():
            assert shown[address], address
            assert [chart.id for chart in shown[address] if not chart.follows] == [], address
