"""Published figures drawn: falls over periods, series, the register beside them; no targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.formats.dates import year_end
from generator.register.coverage import in_area
from generator.register.reconcile import State, is_final, on_day
from generator.schema.records import Claim, Metric, Scheme, Target
from generator.site.chart import Chart, number
from generator.site.chart_data import ChartData, Row, Series
from generator.site.sections.figures import figure, told_on
from generator.site.site import Site

_STATES: tuple[State, ...] = ("equal", "equal_inferred", "incomplete", "different", "not_comparable")


def falls(site: Site) -> Iterator[Chart]:
    """Yield every published change over a period of one metric, beside the targets for such periods."""
    words, catalog = site.words, site.catalog
    for metric in catalog.rows(Metric).values():
        if metric.measure != "change":
            continue
        claims = [c for c in _final(site, metric, catalog.settings.area) if c.period_from and c.period_to]
        goals = [t for t in catalog.where(Target, "metric", metric.id) if t.base_year and t.year]
        if len(claims) + len(goals) < 3 or not claims:
            continue
        told = {told_on(site, c): number(c.value) for c in claims}
        aimed = {_period(site, t): number(t.value) for t in goals}
        places = sorted({*told, *aimed})
        both = (Series(words("chart.published"), "--chart-1"), Series(words("ui.target_value"), "--chart-2"))
        used = both if goals else both[:1]
        rows: tuple[Row, ...] = tuple((p, (told.get(p), aimed.get(p))[: len(used)]) for p in places)
        title = words("chart.falls", name=words.of(metric, "name"), n=len(claims), m=len(goals))
        drawing = ChartData("grouped" if goals else "bars", words("ui.period"), used, rows, metric.unit)
        sources = tuple(dict.fromkeys([*(c.source for c in claims), *(t.source for t in goals)]))
        note = words("chart.falls_note")
        pages = ("targets/",) if catalog.rows(Target) else ("reconciliation/",)
        yield Chart(f"change-{metric.id}", title, "chart.group_targets", drawing, note, sources, pages)


def _period(site: Site, target: Target) -> str:
    return site.words("ui.at_period", a=(target.base_year or 0) + 1, b=target.year)


def series(site: Site) -> Iterator[Chart]:
    """Yield the published figures of a metric over the years, where no target shows them already."""
    words, catalog = site.words, site.catalog
    aimed = {t.metric for t in catalog.rows(Target).values()}
    for metric in catalog.rows(Metric).values():
        scopes = dict.fromkeys(c.scope for c in catalog.where(Claim, "metric", metric.id))
        for scope in scopes if metric.id not in aimed and metric.measure != "rank" else ():
            claims = [c for c in _final(site, metric, scope) if c.period_from is None]
            by_year = {day.year: c for c in claims if (day := on_day(c))}
            if len(by_year) < 2:
                continue
            span = range(min(by_year), max(by_year) + 1)
            rows: tuple[Row, ...] = tuple(
                (str(y), (number(by_year[y].value) if y in by_year else None,)) for y in span
            )
            title = words(
                "chart.series",
                name=f"{site.area_name(scope)}{words.of(metric, 'name')}",
                first=span[0],
                last=span[-1],
                a=figure(site, by_year[span[0]]),
                b=figure(site, by_year[span[-1]]),
            )
            note = words("chart.series_note")
            if any(c.operator != "eq" for c in by_year.values()):
                note += words("chart.inexact_note")
            drawing = ChartData(
                "lines", words("ui.year"), (Series(words("chart.published")),), rows, metric.unit
            )
            sources = tuple(dict.fromkeys(c.source for c in by_year.values()))
            yield Chart(
                f"figures-{metric.id}-{scope}", title, "chart.group_published", drawing, note, sources
            )


def _final(site: Site, metric: Metric, scope: str) -> list[Claim]:
    """Final figures of a metric for an area in order of their day; figures of one list are not among them."""
    found = [
        (day, c.id, c)
        for c in site.catalog.where(Claim, "metric", metric.id)
        if c.scope == scope and is_final(c) and not c.list
        if (day := on_day(c)) is not None and day <= site.as_of
    ]
    return [c for _, _, c in sorted(found, key=lambda entry: entry[:2])]


def states(site: Site) -> Iterator[Chart]:
    """Yield how the published figures compare with the register, by outcome."""
    words = site.words
    counts = Counter(c.state for c in site.register.compared.values())
    if len(counts) < 2:
        return
    rows: tuple[Row, ...] = tuple(
        (words(f"recon_state.{state}"), (counts[state],)) for state in _STATES if counts[state]
    )
    title = words("chart.reconciliation", n=sum(counts.values()), m=counts["equal"])
    drawing = ChartData(
        "bars", words("ui.status"), (Series(words("ui.official")),), rows, words("unit.figure")
    )
    sources = tuple(dict.fromkeys(c.claim.source for c in site.register.compared.values()))
    yield Chart(
        "reconciliation",
        title,
        "chart.group_published",
        drawing,
        words("chart.reconciliation_note"),
        sources,
        ("reconciliation/",),
    )


def named(site: Site) -> Iterator[Chart]:
    """Yield how many names the register holds of how many, by scheme, where an official number is known."""
    words, catalog = site.words, site.catalog
    held: Counter[str] = Counter()
    official: Counter[str] = Counter()
    told = [r for r in in_area(catalog, catalog.settings.area) if r.official_number is not None]
    for row in told:
        held[row.scheme] += row.names_held or 0
        official[row.scheme] += row.official_number or 0
    if len(official) < 2:
        return
    rows: tuple[Row, ...] = tuple(
        (words.of(catalog.rows(Scheme)[scheme], "name"), (official[scheme], held[scheme]))
        for scheme in official
    )
    both = (Series(words("ui.official_number"), "--chart-2"), Series(words("ui.names_held"), "--chart-1"))
    whole = sum(1 for scheme in official if held[scheme] >= official[scheme])
    title = words("chart.named", n=len(official), m=whole)
    drawing = ChartData("grouped", words("ui.scheme"), both, rows, "")
    last = max(r.valid_to.last for r in told)
    note = words("chart.named_note", until=min(last, year_end(site.as_of.year), site.as_of))
    sources = tuple(dict.fromkeys(r.source for r in told))
    yield Chart("coverage", title, "chart.group_published", drawing, note, sources, ("coverage/",))
