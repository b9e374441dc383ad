"""How each category grew by level and year: units at each year's end, what each year brought and took.

Only as far as additions and removals were checked, by the axis of headlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.register.growth import Year
from generator.register.ledger import LEVELS
from generator.schema.records import Category, OfficialList, Scheme
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Colour, Row, Series
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site

FEWEST_YEARS = 3
LEVEL_COLOURS: dict[str, Colour] = {
    "national": "--chart-1",
    "provincial": "--chart-2",
    "municipal": "--chart-3",
}
"""Colour of each level, wherever levels are the series of a chart."""
APART: Colour = "--chart-4"
_Yearly = list[tuple[Scheme, Sequence[Year]]]


def growth(site: Site) -> Iterator[Chart]:
    """Yield the units held at each year's end: of each category by level, and of each level of several."""
    for category in site.register.categories:
        found = covered(site, category)
        if len(found) > 1:
            yield _levels(site, category, found)
        for scheme, rows in found:
            page = CATEGORY_PAGES.get(category.id, "") if len(found) == 1 else ""
            yield _held(site, category, scheme, rows, f"growth-{category.id if page else scheme.id}", page)


def turnover(site: Site) -> Iterator[Chart]:
    """Yield what each year brought and, below the line, took away."""
    for category in site.register.categories:
        found = covered(site, category)
        if len(found) > 1:
            yield _turnover(site, category, found, f"new-{category.id}", CATEGORY_PAGES.get(category.id))
        for scheme, rows in found:
            page = CATEGORY_PAGES.get(category.id) if len(found) == 1 else None
            id_ = f"new-{category.id if len(found) == 1 else scheme.id}"
            yield _turnover(site, category, [(scheme, rows)], id_, page)


def covered(site: Site, category: Category) -> _Yearly:
    """The levels of a category that are covered for some years, the highest first."""
    schemes = site.catalog.where(Scheme, "category", category.id)
    found: _Yearly = []
    for scheme in sorted(schemes, key=lambda s: LEVELS.index(s.level), reverse=True):
        rows = site.register.years(scheme.id)
        if len(rows) >= FEWEST_YEARS:
            found.append((scheme, rows))
    return found


def _levels(site: Site, category: Category, found: _Yearly) -> Chart:
    words = site.words
    scheme, rows = found[0]
    span = sorted({y.year for _, ys in found for y in ys})
    by_year = [{y.year: y.held for y in ys} for _, ys in found]
    table: tuple[Row, ...] = tuple((str(y), tuple(held.get(y) for held in by_year)) for y in span)
    series = tuple(Series(words.category("level", s.level), LEVEL_COLOURS[s.level]) for s, _ in found)
    drawing = ChartData("lines", words("ui.year"), series, table, category.unit_zh)
    title = _finding(site, category, scheme, rows)
    note = f"{_rule(site)}{words('chart.levels_note')}"
    page = CATEGORY_PAGES.get(category.id)
    return Chart(
        f"growth-{category.id}",
        title,
        "chart.group_growth",
        drawing,
        note,
        _sources(site, found),
        (page,) if page else (),
        f"growth {category.id}",
    )


def _held(site: Site, category: Category, scheme: Scheme, rows: Sequence[Year], id_: str, page: str) -> Chart:
    words = site.words
    inferred = any(y.inferred for y in rows)
    series = [Series(words.category("level", scheme.level), LEVEL_COLOURS[scheme.level])]
    series += [Series(words("chart.inferred"), APART)] if inferred else []
    table: tuple[Row, ...] = tuple(
        (str(y.year), (y.held, y.inferred) if inferred else (y.held,)) for y in rows
    )
    drawing = ChartData("columns", words("ui.year"), tuple(series), table, category.unit_zh)
    title = _finding(site, category, scheme, rows)
    pages = (page,) if page else ()
    sources = _sources(site, [(scheme, rows)])
    follows = f"growth {category.id}" if page else ""
    return Chart(id_, title, "chart.group_growth", drawing, _rule(site), sources, pages, follows)


def _finding(site: Site, category: Category, scheme: Scheme, rows: Sequence[Year]) -> str:
    words = site.words
    return words(
        "chart.growth",
        category=f"{words.category('level', scheme.level)}{words.of(category, 'name')}",
        first=rows[0].year,
        last=rows[-1].year,
        a=rows[0].held,
        b=rows[-1].held,
        unit=category.unit_zh,
    )


def _turnover(site: Site, category: Category, found: _Yearly, id_: str, page: str | None) -> Chart:
    words = site.words
    span = sorted({y.year for _, ys in found for y in ys})
    new = [{y.year: y.new for y in ys} for _, ys in found]
    gone = {year: sum(y.gone for _, ys in found for y in ys if y.year == year) for year in span}
    alone = len(found) == 1
    series = [
        Series(words("event.listed") if alone else words.category("level", s.level), LEVEL_COLOURS[s.level])
        for s, _ in found
    ]
    table: tuple[Row, ...] = tuple(
        (str(year), (*(level.get(year) for level in new), -gone[year])) for year in span
    )
    series.append(Series(words("event.removed"), APART))
    levels = "、".join(words.category("level", s.level) for s, _ in found)
    title = words(
        "chart.new",
        category=f"{levels}{words.of(category, 'name')}",
        first=span[0],
        last=span[-1],
        a=sum(y.new for _, ys in found for y in ys),
        b=sum(gone.values()),
        unit=category.unit_zh,
    )
    drawing = ChartData("columns", words("ui.year"), tuple(series), table, category.unit_zh)
    note = _rule(site) + words("chart.new_note") + ("" if alone else words("chart.levels_note"))
    pages = (page,) if page else ()
    follows = f"turnover {category.id}" if page else ""
    sources = _sources(site, found)
    return Chart(id_, title, "chart.group_growth", drawing, note, sources, pages, follows)


def _rule(site: Site) -> str:
    return f"{site.words(f'axis.{site.register.axis}')}。{site.words('chart.growth_rule')}"


def _sources(site: Site, found: _Yearly) -> tuple[str, ...]:
    """The documents of the lists whose rows are counted, in the order of the lists."""
    last = {scheme.id: rows[-1].year for scheme, rows in found}
    return tuple(
        dict.fromkeys(
            official.source
            for scheme, _ in found
            for official in site.catalog.where(OfficialList, "scheme", scheme.id)
            if official.stage == "final" and (official.list_year or 0) <= last[scheme.id]
        )
    )
