"""Names held of the lists that are held in part only: how many of each year, and of how many in all.

No total and no growth: where every name is held growth.py draws those.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.coverage import in_area
from generator.register.growth import Named, named_years
from generator.register.ledger import LEVELS
from generator.schema.records import Category, Coverage, OfficialList, Scheme
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Row, Series
from generator.site.charts.growth import APART, LEVEL_COLOURS, covered
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site

FEWEST_NAMES = 3
FEWEST_YEARS = 2


def names_held(site: Site) -> Iterator[Chart]:
    """Yield the names held by list year of every scheme held in part that has no chart of its growth."""
    for category in site.register.categories:
        grown = {scheme.id for scheme, _ in covered(site, category)}
        schemes = site.catalog.where(Scheme, "category", category.id)
        for scheme in sorted(schemes, key=lambda s: LEVELS.index(s.level), reverse=True):
            found = (
                []
                if scheme.id in grown
                else named_years(site.catalog, site.register.ledger, scheme, site.register.axis)
            )
            several = sum(1 for y in found if y.count) >= FEWEST_YEARS
            if several and sum(y.count for y in found) >= FEWEST_NAMES:
                yield _held(site, category, scheme, found)


def _held(site: Site, category: Category, scheme: Scheme, found: list[Named]) -> Chart:
    words = site.words
    unsure = any(y.apart for y in found)
    series = [Series(words("chart.held"), LEVEL_COLOURS[scheme.level])]
    series += [Series(words("chart.unsure"), APART)] if unsure else []
    rows: tuple[Row, ...] = tuple(
        (str(y.year), ((y.confirmed, y.apart) if y.count else (None, None))[: len(series)]) for y in found
    )
    official = _official(site, scheme)
    title = words(
        "chart.names_held" if official is None else "chart.names_held_of",
        category=f"{words.category('level', scheme.level)}{words.of(category, 'name')}",
        first=found[0].year,
        last=found[-1].year,
        n=sum(y.count for y in found),
        m=official,
        unit=category.unit_zh,
    )
    note = words("chart.names_held_note", axis=words(f"axis.{site.register.axis}"))
    drawing = ChartData("columns", words("ui.year"), tuple(series), rows, category.unit_zh)
    page = CATEGORY_PAGES.get(category.id)
    pages = (page,) if page else ()
    sources = _sources(site, scheme, found)
    follows = f"names {category.id} {scheme.id}"
    return Chart(f"names-{scheme.id}", title, "chart.group_growth", drawing, note, sources, pages, follows)


def held_in_part(site: Site, scheme: Scheme) -> list[Coverage]:
    """Return what is said of the periods of which some names of a scheme are held."""
    rows = in_area(site.catalog, site.catalog.settings.area)
    return [row for row in rows if row.scheme == scheme.id and row.additions == "some"]


def _official(site: Site, scheme: Scheme) -> int | None:
    """How many there are in the periods held in part that have begun; None where that is not known of all.

    The number of a period that is not over is more than what was published by then.
    """
    begun = [row for row in held_in_part(site, scheme) if row.valid_from.first <= site.as_of]
    told = [row.official_number if row.valid_to.last <= site.as_of else None for row in begun]
    known = [number for number in told if number is not None]
    return sum(known) if known and len(known) == len(told) else None


def _sources(site: Site, scheme: Scheme, found: list[Named]) -> tuple[str, ...]:
    lists = [site.catalog.rows(OfficialList)[id_] for year in found for id_ in year.lists]
    return tuple(dict.fromkeys(official.source for official in lists))
