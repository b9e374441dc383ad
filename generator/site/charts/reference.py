"""Standards and their indicators, values measured against them, and supervision in aggregate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.schema.records import Indicator, Measurement, Programme, Standard
from generator.site.chart import Chart, number
from generator.site.chart_data import ChartData, Row, Series
from generator.site.site import Site

_FEWEST_YEARS = 2


def indicators(site: Site) -> Iterator[Chart]:
    """Yield the indicators of each standard by dimension, those not yet checked against its text apart."""
    words, catalog = site.words, site.catalog
    for standard in catalog.rows(Standard).values():
        rows = catalog.where(Indicator, "standard", standard.id)
        if not rows:
            continue
        dimensions = dict.fromkeys(r.dimension for r in rows)
        pairs = {
            d: (
                sum(1 for r in rows if r.dimension == d and r.checked),
                sum(1 for r in rows if r.dimension == d and not r.checked),
            )
            for d in dimensions
        }
        both = (Series(words("chart.checked"), "--chart-1"), Series(words("ui.unverified"), "--chart-4"))
        columns = [n for n in (0, 1) if any(pair[n] for pair in pairs.values())]
        series = tuple(both[n] for n in columns)
        table: tuple[Row, ...] = tuple((d, tuple(pair[n] for n in columns)) for d, pair in pairs.items())
        title = words("chart.indicators", code=standard.code, n=len(rows), m=len(dimensions))
        drawing = ChartData("bars", words("ui.dimension"), series, table, words("unit.indicator"))
        sources = tuple(dict.fromkeys(r.source for r in rows))
        page = site.addresses[standard.id]
        note = words("chart.indicators_note")
        yield Chart(
            f"indicators-{standard.id}", title, "chart.group_standards", drawing, note, sources, (page,)
        )


def measurements(site: Site) -> Iterator[Chart]:
    """Yield each unit's published values of one indicator over the years, beside 基准值 and 引领值."""
    catalog = site.catalog
    for indicator in catalog.rows(Indicator).values():
        subjects = dict.fromkeys(m.subject for m in catalog.where(Measurement, "indicator", indicator.id))
        for subject in subjects:
            rows = [m for m in catalog.where(Measurement, "indicator", indicator.id) if m.subject == subject]
            by_year = {m.year: m for m in rows if m.year is not None}
            if len(by_year) < _FEWEST_YEARS:
                continue
            yield _measured(site, indicator, subject, by_year)


def _measured(site: Site, indicator: Indicator, subject: str, by_year: dict[int, Measurement]) -> Chart:
    words = site.words
    given: tuple[tuple[Series, Decimal | None], ...] = (
        (Series(words("ui.benchmark"), "--chart-2", dashed=True), indicator.benchmark),
        (Series(words("ui.leading"), "--chart-3", dashed=True), indicator.leading),
    )
    lines = [(series, number(value)) for series, value in given if value is not None]
    series = (Series(words("ui.value"), "--chart-1"), *(line for line, _ in lines))
    span = range(min(by_year), max(by_year) + 1)
    table: tuple[Row, ...] = tuple(
        (
            str(y),
            (number(by_year[y].value) if y in by_year else None, *(value for _, value in lines)),
        )
        for y in span
    )
    title = words(
        "chart.measured",
        unit=site.name(subject),
        name=words.of(indicator, "name"),
        first=span[0],
        last=span[-1],
        a=by_year[span[0]].value,
        b=by_year[span[-1]].value,
        measure=indicator.unit,
    )
    bases = "、".join(dict.fromkeys(words.category("basis", m.basis) for m in by_year.values()))
    note = words("chart.measured_note", basis=bases, direction=words(f"direction.{indicator.direction}"))
    drawing = ChartData("lines", words("ui.year"), series, table, indicator.unit)
    sources = tuple(dict.fromkeys([*(m.source for m in by_year.values()), indicator.source]))
    page = site.addresses.get(subject)
    pages = (page,) if page else ()
    id_ = f"measured-{subject}-{indicator.id}"
    return Chart(id_, title, "chart.group_measured", drawing, note, sources, pages)


def supervision(site: Site) -> Iterator[Chart]:
    """Yield the aggregate results of each programme by year; cells of fewer than three are not there."""
    words, catalog = site.words, site.catalog
    for programme in catalog.rows(Programme).values():
        cells = [c for c in catalog.supervised if c.programme == programme.id]
        shown = [c for c in cells if c.count is not None]
        if not shown:
            continue
        rows: tuple[Row, ...] = tuple((f"{c.year}　{c.result}", (c.count,)) for c in shown)
        title = words(
            "chart.supervision",
            name=words.of(programme, "name"),
            total=sum(c.count or 0 for c in shown),
        )
        note = words("chart.supervision_note")
        if len(shown) < len(cells):
            note += words("chart.suppressed_note")
        drawing = ChartData("bars", words("ui.result"), (Series(words("ui.count")),), rows, "")
        yield Chart(
            f"supervision-{programme.id}",
            title,
            "chart.group_supervision",
            drawing,
            note,
            (programme.source,),
            ("supervision/",),
        )
