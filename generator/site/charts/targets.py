"""Targets drawn: the figures published for each and the way to it, or figures of other scopes beside it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.progress import Progress, other_figures
from generator.schema.records import Claim, Metric
from generator.site.chart import Chart, number
from generator.site.chart_data import ChartData, Row, Series
from generator.site.sections.figures import figure, progress_state, told_on
from generator.site.site import Site

_FEWEST_OTHERS = 2
_PAGES = ("targets/",)


def targets(site: Site) -> Iterator[Chart]:
    """Yield a chart for every target that a figure is published for, those that are not over first."""
    for found in sorted(site.register.progress.values(), key=lambda p: (p.closed, -(p.target.year or 0))):
        if found.target.year is None:
            continue
        others = () if found.points else tuple(other_figures(site.catalog, found.target))
        if any(p.claim for p in found.points):
            yield _progress(site, found)
        elif len(others) >= _FEWEST_OTHERS:
            yield _others(site, found, others)


def _progress(site: Site, found: Progress) -> Chart:
    """The published figures beside the straight line that leads to the target."""
    words = site.words
    drawing = ChartData("lines", words("ui.year"), *_towards(site, found), found.metric.unit)
    note = words("chart.target_note")
    if any(p.claim is None for p in found.points):
        note += words("chart.base_stated" if found.base_is_stated else "chart.base_defined")
    if any(p.operator != "eq" for p in found.points):
        note += words("chart.inexact_note")
    claims = [c for c in (found.claim, found.other) if c]
    sources = tuple(dict.fromkeys([found.target.source, *(c.source for c in claims)]))
    title = _title(site, found, "chart.target")
    return Chart(f"target-{found.target.id}", title, "chart.group_targets", drawing, note, sources, _PAGES)


def _title(site: Site, found: Progress, key: str, **more: object) -> str:
    return site.words(
        key,
        name=site.words.of(found.metric, "name"),
        year=found.target.year,
        value=figure(site, found.target),
        state=progress_state(site, found),
        **more,
    )


def _towards(site: Site, found: Progress) -> tuple[tuple[Series, ...], tuple[Row, ...]]:
    """Every year from the first point to the target or the last point; years without a figure stay empty.

    The base is a series of its own: nobody published it as a figure.
    """
    words, points = site.words, found.points
    known = {p.day.year: number(p.value) for p in points if p.claim}
    base = {p.day.year: number(p.value) for p in points if p.claim is None}
    first, begin = points[0].value, points[0].day.year
    goal = found.target.year or points[-1].day.year
    span = range(begin, max(goal, points[-1].day.year) + 1)
    line = {
        year: number(round(first + (found.target.value - first) * (year - begin) / (goal - begin), 2))
        for year in span
        if begin < goal and year <= goal
    }
    columns: list[tuple[Series, dict[int, int | float]]] = [
        (Series(words("chart.published"), "--chart-1"), known),
        (Series(words("chart.base"), "--chart-3"), base),
        (Series(words("chart.needed"), "--chart-2", dashed=True), line),
    ]
    used = [(series, values) for series, values in columns if values]
    rows: tuple[Row, ...] = tuple((str(y), tuple(values.get(y) for _, values in used)) for y in span)
    return tuple(series for series, _ in used), rows


def _others(site: Site, found: Progress, others: tuple[Claim, ...]) -> Chart:
    """Figures of other scopes beside the target: they are told with their scope and lead nowhere."""
    words, target = site.words, found.target
    rows: list[Row] = [(_scope(site, claim), (number(claim.value), None)) for claim in others]
    rows.append((words("chart.target_of", year=target.year), (None, number(target.value))))
    series = (Series(words("chart.other_scope"), "--chart-1"), Series(words("ui.target_value"), "--chart-2"))
    drawing = ChartData("bars", words("chart.scope"), series, tuple(rows), found.metric.unit)
    note = words("chart.other_scope_note")
    if any(claim.operator != "eq" for claim in others):
        note += words("chart.inexact_note")
    sources = tuple(dict.fromkeys([target.source, *(claim.source for claim in others)]))
    title = _title(site, found, "chart.target_others", n=len(others))
    return Chart(f"target-{target.id}", title, "chart.group_targets", drawing, note, sources, _PAGES)


def _scope(site: Site, claim: Claim) -> str:
    """What a figure counts, and of when: no two figures of a metric share both."""
    sign = "" if claim.operator == "eq" else site.words.category("operator", claim.operator)
    name = site.words.of(site.catalog.rows(Metric)[claim.metric], "name")
    return f"{name}（{told_on(site, claim)}{'，' if sign else ''}{sign}）"
