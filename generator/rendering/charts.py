"""The charts: each says what it found, shows its values in a table, and names its source and its date.

CHARTS lists them; one returns None where the register holds too little to have a shape.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.artifacts import Artifact
from generator.csvlines import csv_text
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
    schemes = edition.catalog.where(Scheme, "category", category.id)
    values: dict[tuple[str, str], float] = {}
    for scheme in sorted(schemes, key=lambda s: LEVELS.index(s.level), reverse=True):
        for year, name, count in _yearly(edition, category, scheme):
            values[year, name] = values.get((year, name), 0) + count
    years = sorted({year for year, _ in values})
    if len(years) < 3:
        return None
    inferred = words("chart.inferred")
    series = list(dict.fromkeys(name for _, name in values if name != inferred))
    series += [inferred] if any(name == inferred for _, name in values) else []
    first, last = (
        sum(v for (year, name), v in values.items() if year == end and name != inferred)
        for end in (years[0], years[-1])
    )
    title = words(
        "chart.growth",
        category=words.of(category, "name"),
        first=years[0],
        last=years[-1],
        a=f"{first:g}",
        b=f"{last:g}",
        unit=category.unit_zh,
    )
    return Chart(
        id=f"growth-{category.id}",
        title=title,
        form="stacked",
        axis=words("ui.year"),
        series=tuple(series),
        rows=tuple((y, n, values[y, n]) for y in years for n in series if (y, n) in values),
        unit=category.unit_zh,
        note=f"{words(f'axis.{edition.axis}')}。{words('chart.growth_rule')}",
        sources=tuple(dict.fromkeys(x.source for s in schemes for x in _final_lists(edition, s))),
    )


def _yearly(edition: Edition, category: Category, scheme: Scheme) -> Iterator[tuple[str, str, int]]:
    """Yield (year, series, count) of one level up to the last year that was covered to its end."""
    until = edition.reach(scheme.id).covered_until
    if until is None:
        return
    last = min(until, edition.on)
    # A year that is covered only for its first days (a list published in January) is not shown whole.
    whole = last.year if (last.month, last.day) == (12, 31) else last.year - 1
    level = edition.words.category("level", scheme.level)
    for year, confirmed, inferred in by_year(
        edition.catalog, edition.ledger, category.id, scheme.level, edition.axis
    ):
        if year <= whole:
            yield str(year), level, confirmed
            if inferred:
                yield str(year), edition.words("chart.inferred"), inferred


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
    lying: Counter[str] = Counter()
    for unit in units - {""}:
        place = edition.place(unit)
        if place is not None and place.grade == "confirmed":
            lying[place.area] += 1
    rows = []
    for area in catalog.where(Area, "parent", catalog.portal.area):
        # A zone counts only what is registered in the zone itself; a district, all that lies within it.
        inside = [a for a in lying if a == area.id or (area.kind != "zone" and within(catalog, a, area.id))]
        count = sum(lying[a] for a in inside)
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
        rows = [(chart.axis, *chart.series), *chart.table()]
        yield Artifact(f"charts/{chart.id}.csv", csv_text(rows).encode())
