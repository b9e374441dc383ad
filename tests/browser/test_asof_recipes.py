"""What charts show on other days in Chromium: each recipe beside the maker of its chart, by each axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from cities import CHANGZHOU, DEMO_CITY, City
from counting import prepare
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.checks.validate import validate
from generator.formats.dates import year_end
from generator.i18n.translations import Translations
from generator.register.ledger import Axis
from generator.register.places import within
from generator.register.register import Register
from generator.register.totals import is_confirmed
from generator.schema.records import Area, OfficialList, Product
from generator.site.chart import Chart
from generator.site.charts import growth, incomplete, makeup, official
from generator.site.site import Site

CITIES = {"changzhou": CHANGZHOU, "demo": DEMO_CITY}
DAYS = [date(2019, 6, 30), date(2020, 12, 31), date(2021, 12, 31), date(2023, 3, 15), date(2024, 12, 30)]
AXES: tuple[Axis, ...] = ("published", "list_year")
_DRAWN = """async (asked) => {
  const { RECIPES } = await import("../assets/as_of/charts/recipes.js");
  const before = { series: [{ name: "收录（已核实）", colour: "--chart-1" }] };
  return asked.map(([recipe, id, on, axis, scheme]) => {
    const category = known.manifest.categories.findIndex(([one]) => one === id);
    const made = RECIPES[recipe](known, category, { on, axis }, before, scheme);
    const series = made?.series.map(({ name, colour }) => [name, colour]);
    const sources = made?.sources ? [...made.sources].sort() : null;
    return made ? [made.title, made.note, series, made.rows, sources] : null;
  });
}"""
Shown = list[Any]


def _shown(chart: Chart) -> Shown:
    drawing = chart.drawing
    series = [[s.name, s.colour] for s in drawing.series]
    rows = [[place, list(values)] for place, values in drawing.rows]
    sources = None if chart.follows.startswith(("areas", "kinds")) else sorted(chart.sources)
    return [chart.title, chart.note, series, rows, sources]


@cache
def _as_of(city: City, on: date) -> PublicView:
    """The catalog of `portal build --as-of`."""
    catalog = validate(city.data, city.docs, as_of=on).catalog
    assert catalog is not None
    return catalog


def _whole(catalog: PublicView, on: date, axis: Axis) -> Site:
    """The whole register looked at on another day: by list year, what is published later counts before."""
    return Site(
        Register(replace(catalog, as_of=on, settings=replace(catalog.settings, axis=axis))),
        Translations("zh"),
    )


def _years_over(catalog: PublicView, on: date) -> PublicView:
    """The catalog with the lists of those years that were over."""
    lists = catalog.rows(OfficialList)
    kept = {i: x for i, x in lists.items() if x.list_year and year_end(x.list_year) <= on}
    return replace(catalog, tables={**catalog.tables, "lists": kept})


def _wanted(
    make: Callable[[Site], Iterator[Chart]],
    recipe: str,
    city: City,
    catalog: PublicView,
    on: date,
    axis: Axis,
) -> dict[str, Shown]:
    if recipe == "lists" and axis == "list_year":
        site = Site(Register(_years_over(catalog, on)), Translations("zh"))
    elif axis == "published":
        cut = _as_of(city, on)
        site = Site(Register(replace(cut, settings=replace(cut.settings, axis=axis))), Translations("zh"))
    else:
        site = _whole(catalog, on, axis)
    return {_about(c): _shown(c) for c in make(site) if c.follows.split()[:1] == [recipe]}


def _about(chart: Chart) -> str:
    """The category that a chart is about, and its scheme where it is about one."""
    return chart.follows.partition(" ")[2]


MAKERS = {
    "growth": growth.growth,
    "turnover": growth.turnover,
    "areas": makeup.areas,
    "kinds": makeup.product_kinds,
    "names": incomplete.names_held,
    "lists": official.national_lists,
}


FEWEST = {"kinds changzhou": 1, "names demo": 2}
"""Days on which a recipe draws something, where that is less than three."""


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("recipe", MAKERS)
def test_a_recipe_shows_what_a_build_of_that_day_draws(
    recipe: str, name: str, request: pytest.FixtureRequest, demo_url: str, open_page: Opener
) -> None:
    catalog: PublicView = request.getfixturevalue(name)
    site = Site(Register(catalog), Translations("zh"))
    page = open_page()
    page.goto(demo_url + "about/")
    prepare(page, site)
    axes = ("published",) if recipe in ("areas", "kinds") else AXES
    abouts: list[str] = [c.id for c in site.register.categories]
    if recipe in ("kinds", "names"):
        abouts = [_about(chart) for chart in MAKERS[recipe](site)]
    asked = [
        [recipe, category, int(f"{on:%Y%m%d}"), axis, scheme]
        for about in abouts
        for category, _, scheme in [about.partition(" ")]
        for on in (*DAYS, site.as_of)
        for axis in axes
    ]
    drawn = 0
    for question, answer in zip(asked, page.evaluate(_DRAWN, asked), strict=True):
        _, category, number, axis, scheme = question
        on = date.fromisoformat(str(number))
        about = f"{category} {scheme}".strip()
        wanted = _wanted(MAKERS[recipe], recipe, CITIES[name], catalog, on, axis).get(about)
        # A chart that stands on no page of lists, or of another category, has nothing to follow.
        if (
            wanted is None
            and answer is not None
            and category not in ("factory", "park", "product", "supply-chain")
        ):
            continue
        assert answer == wanted, question
        drawn += answer is not None
    assert drawn >= FEWEST.get(f"{recipe} {name}", 3)


def test_kinds_by_list_year(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    site = Site(Register(demo), Translations("zh"))
    page = open_page()
    page.goto(demo_url + "about/")
    prepare(page, site)
    differing = 0
    for on in DAYS:
        asked = [["kinds", "product", int(f"{on:%Y%m%d}"), axis] for axis in AXES]
        published, answer = page.evaluate(_DRAWN, asked)
        standing = {
            s.subject
            for s in site.register.ledger.spells
            if s.row.category == "product" and s.subject and s.counts(on, "list_year")
            if is_confirmed(demo, s.row, s.subject, on)
        }
        kinds = Counter(demo.rows(Product)[unit].kind_zh for unit in standing)
        if answer is None:
            assert len(kinds) < 2
        else:
            assert {place: count for place, (count,) in answer[3]} == kinds, on
        differing += published != answer
    assert differing


def _lies(catalog: PublicView, place: str, area: Area) -> bool:
    """A zone counts only what is registered in the zone itself."""
    return place == area.id or (area.kind != "zone" and within(catalog, place, area.id))


def test_areas_by_list_year(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    site = Site(Register(demo), Translations("zh"))
    page = open_page()
    page.goto(demo_url + "about/")
    prepare(page, site)
    for on in DAYS:
        (answer,) = page.evaluate(_DRAWN, [["areas", "park", int(f"{on:%Y%m%d}"), "list_year"]])
        then = Site(Register(replace(demo, as_of=on)), Translations("zh"))
        standing = {
            s.subject
            for s in site.register.ledger.spells
            if s.row.category == "park" and s.subject and s.counts(on, "list_year")
            if is_confirmed(demo, s.row, s.subject, on)
        }
        places = [
            place
            for unit in standing
            if (place := then.register.units.place(unit)) and place.grade == "confirmed"
        ]
        lying = {
            area.name_zh: count
            for area in demo.where(Area, "parent", demo.settings.area)
            if (count := sum(_lies(demo, place.area, area) for place in places))
        }
        if answer is None:
            assert len(lying) < 2
        else:
            assert {place: count for place, (count,) in answer[3] if count} == lying, on
