"""The national lists in their official counts: what each year brought and removed, what that adds up to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.growth import OfficialYear, official_years
from generator.schema.records import Category, OfficialList, Scheme
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Row, Series
from generator.site.charts.growth import FEWEST_YEARS
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site


def national_lists(site: Site) -> Iterator[Chart]:
    """Yield the official counts of the national lists of each category by year, removals below the line."""
    words = site.words
    for category, scheme, rows in _national(site):
        known = [y for y in rows if y.added is not None or y.removed is not None]
        if len(known) < FEWEST_YEARS:
            continue
        removed = any(y.removed is not None for y in rows)
        series = [Series(words("event.listed"), "--chart-1")]
        series += [Series(words("event.removed"), "--chart-4")] if removed else []
        table: tuple[Row, ...] = tuple((str(y.year), _pair(y) if removed else (y.added,)) for y in rows)
        title = words(
            "chart.national_lists",
            category=words.of(category, "name"),
            first=rows[0].year,
            last=rows[-1].year,
            a=sum(y.added or 0 for y in rows),
            b=sum(y.removed or 0 for y in rows),
            unit=category.unit_zh,
        )
        drawing = ChartData("columns", words("ui.year"), tuple(series), table, category.unit_zh)
        pages = (CATEGORY_PAGES[category.id],) if category.id in CATEGORY_PAGES else ()
        yield Chart(
            f"national-lists-{category.id}",
            title,
            "chart.group_national",
            drawing,
            words("chart.national_lists_note") + _unknown(site, rows),
            _sources(site, scheme),
            pages,
            f"lists {category.id}",
        )


def national_totals(site: Site) -> Iterator[Chart]:
    """Yield what the official counts of the national lists add up to, as far as none is missing."""
    words = site.words
    for category, scheme, rows in _national(site):
        known = [y for y in rows if y.total is not None]
        if len(known) < FEWEST_YEARS:
            continue
        table: tuple[Row, ...] = tuple((str(y.year), (y.total,)) for y in known)
        series = (Series(words("chart.added_up"), "--chart-1"),)
        title = words(
            "chart.national_total",
            category=words.of(category, "name"),
            last=known[-1].year,
            n=known[-1].total,
            unit=category.unit_zh,
        )
        yield Chart(
            f"national-total-{category.id}",
            title,
            "chart.group_national",
            ChartData("columns", words("ui.year"), series, table, category.unit_zh),
            words("chart.national_total_note") + _unknown(site, rows),
            _sources(site, scheme),
        )


def _national(site: Site) -> Iterator[tuple[Category, Scheme, list[OfficialYear]]]:
    for category in site.register.categories:
        for scheme in site.catalog.where(Scheme, "category", category.id):
            if scheme.level == "national":
                yield category, scheme, official_years(site.catalog, scheme)


def _pair(year: OfficialYear) -> tuple[int | None, int | None]:
    return year.added, None if year.removed is None else -year.removed


def _unknown(site: Site, rows: list[OfficialYear]) -> str:
    unknown = [str(y.year) for y in rows if y.added is None]
    return site.words("chart.unknown_years", years="、".join(unknown)) if unknown else ""


def _sources(site: Site, scheme: Scheme) -> tuple[str, ...]:
    lists = site.catalog.where(OfficialList, "scheme", scheme.id)
    return tuple(dict.fromkeys(x.source for x in lists if x.stage == "final" and not x.count_scope))
