"""The charts: each says what it found, shows its values in a table, and names its source and its date.

CHARTS lists them; one returns None where the register holds too little to have a shape.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.artifacts import Artifact
from generator.insight.ledger import LEVELS
from generator.insight.places import within
from generator.insight.totals import by_year
from generator.records import Area, Category, OfficialList, Scheme
from generator.rendering.drawing import Drawing, Form, Picture, draw
from generator.rendering.edition import CATEGORY_PAGES, Edition


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, before it is drawn."""

    id: str
    title: str
    """The finding in words."""
    form: Form
    axis: str
    """What the places on the axis are."""
    series: tuple[str, ...]
    rows: tuple[tuple[str, str, float], ...]
    unit: str
    note: str
    sources: tuple[str, ...]
    """Ids of the documents the values come from."""

    def picture(self) -> Picture:
        """Draw the chart, or take it from the cache."""
        return draw(Drawing(self.form, self.rows, self.series, self.unit))

    def table(self) -> list[tuple[str, ...]]:
        """Return the values as a table: a row per place, a column per series."""
        values = {(x, s): v for x, s, v in self.rows}
        places = dict.fromkeys(x for x, _, _ in self.rows)
        return [(x, *(f"{values[x, s]:g}" if (x, s) in values else "" for s in self.series)) for x in places]


def growth(edition: Edition, category: Category) -> Chart | None:
    """Units held at each year's end, by level; only as far as changes were checked."""
    words = edition.words
    rows: list[tuple[str, str, float]] = []
    series: dict[str, None] = {}
    inferred_at_end = 0
    schemes = edition.catalog.where(Scheme, "category", category.id)
    for scheme in sorted(schemes, key=lambda s: LEVELS.index(s.level), reverse=True):
        until = edition.reach(scheme.id).covered_until
        if until is None:
            continue
        last = min(until, edition.on)
        # A year that is covered only for its first days (a list published in January) is not shown whole.
        full = last.year if (last.month, last.day) == (12, 31) else last.year - 1
        for year, confirmed, inferred in by_year(
            edition.catalog, edition.ledger, category.id, scheme.level, edition.axis
        ):
            if year <= full:
                level = words.category("level", scheme.level)
                series[level] = None
                rows.append((str(year), level, confirmed))
                inferred_at_end = max(inferred_at_end, inferred)
                if inferred:
                    series[words("chart.inferred")] = None
                    rows.append((str(year), words("chart.inferred"), inferred))
    places = sorted({x for x, _, _ in rows})
    if len(places) < 3:
        return None
    first, last_year = places[0], places[-1]
    counted = {
        x: sum(v for p, s, v in rows if p == x and s != words("chart.inferred")) for x in (first, last_year)
    }
    title = words(
        "chart.growth",
        category=words.of(category, "name"),
        first=first,
        last=last_year,
        a=f"{counted[first]:g}",
        b=f"{counted[last_year]:g}",
        unit=category.unit_zh,
    )
    merged: dict[tuple[str, str], float] = {}
    for x, s, v in rows:
        merged[x, s] = merged.get((x, s), 0) + v
    ordered = tuple(
        (x, s, v)
        for (x, s), v in sorted(merged.items(), key=lambda kv: (kv[0][0], list(series).index(kv[0][1])))
    )
    note = words(f"axis.{edition.axis}") + "。" + words("chart.growth_rule")
    return Chart(
        f"growth-{category.id}",
        title,
        "stacked",
        words("ui.year"),
        tuple(series),
        ordered,
        category.unit_zh,
        note,
        tuple(dict.fromkeys(x.source for s in schemes for x in _final_lists(edition, s))),
    )


def _final_lists(edition: Edition, scheme: Scheme) -> Iterator[OfficialList]:
    for row in edition.catalog.where(OfficialList, "scheme", scheme.id):
        if row.stage == "final" and row.kind == "additions":
            yield row


def batches(edition: Edition, category: Category) -> Chart | None:
    """Official size of every list of the highest level, in order of its year and batch."""
    words = edition.words
    schemes = [s for s in edition.catalog.where(Scheme, "category", category.id) if s.level == "national"]
    lists = [
        x
        for s in schemes
        for x in _final_lists(edition, s)
        if x.official_count is not None and not x.count_scope
    ]
    lists = [x for x in lists if x.published is None or x.published.last <= edition.on]
    if len(lists) < 4:
        return None
    unit = category.unit_zh
    rows = tuple(
        (_batch(x, words("ui.batch_n", n=x.batch)), words("chart.official"), float(x.official_count or 0))
        for x in lists
    )
    total = sum(v for _, _, v in rows)
    title = words(
        "chart.batches", category=words.of(category, "name"), n=len(rows), total=f"{total:g}", unit=unit
    )
    return Chart(
        f"national-lists-{category.id}",
        title,
        "stacked",
        words("ui.list"),
        (words("chart.official"),),
        rows,
        unit,
        words("chart.batches_note"),
        tuple(dict.fromkeys(x.source for x in lists)),
    )


def _batch(row: OfficialList, words: str) -> str:
    return str(row.list_year) if row.list_year_printed or row.batch is None else words


def areas(edition: Edition, category: Category) -> Chart | None:
    """Units with confirmed place by district and zone; the schematic order is that of the areas table."""
    words, catalog = edition.words, edition.catalog
    units = {
        s.subject
        for s in edition.ledger.spells
        if s.scheme.category == category.id and s.begun(edition.on) and not s.ended(edition.on)
    }
    rows = []
    for area in catalog.where(Area, "parent", catalog.portal.area):
        count = sum(
            (place := edition.place(u)) is not None
            and place.grade == "confirmed"
            and within(catalog, place.area, area.id)
            and (area.kind == "administrative" or place.area == area.id)
            for u in units
            if u
        )
        if count:
            rows.append((words.of(area, "name"), words("chart.held"), float(count)))
    if len(rows) < 3:
        return None
    title = words("chart.areas", category=words.of(category, "name"), n=len(rows))
    note = words("chart.areas_note")
    own = next((s.source for s in catalog.where(Scheme, "category", category.id)), "")
    return Chart(
        f"areas-{category.id}",
        title,
        "bars",
        words("ui.area"),
        (words("chart.held"),),
        tuple(rows),
        category.unit_zh,
        note,
        (own,),
    )


CHARTS: tuple[Callable[[Edition, Category], Chart | None], ...] = (growth, batches, areas)
"""Every chart of a category."""


def charts_of(edition: Edition, category: Category) -> list[Chart]:
    """Return the charts that a category has values for."""
    return [chart for make in CHARTS if (chart := make(edition, category)) is not None]


def all_charts(edition: Edition) -> dict[str, Chart]:
    """Return every chart of the site by id."""
    categories = [c for c in edition.categories if c.id in CATEGORY_PAGES]
    return {chart.id: chart for category in categories for chart in charts_of(edition, category)}


def files(charts: dict[str, Chart]) -> Iterator[Artifact]:
    """Yield the downloads of every chart: SVG with its colours written out, CSV, Vega-Lite JSON."""
    for chart in charts.values():
        picture = chart.picture()
        yield Artifact(f"charts/{chart.id}.svg", picture.resolved.encode())
        yield Artifact(f"charts/{chart.id}.json", picture.spec.encode())
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow((chart.axis, *chart.series))
        writer.writerows(chart.table())
        yield Artifact(f"charts/{chart.id}.csv", out.getvalue().encode())
