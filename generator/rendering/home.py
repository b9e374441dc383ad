"""The home page: how many, since when, what the target is, what is new, and where to look a firm up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insight.ledger import LEVELS
from generator.insight.reconcile import on_day, reconcile
from generator.records import Category, Metric, OfficialList, Scheme, Target
from generator.rendering import prose
from generator.rendering.charts import Chart
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.figures import answering_claim, figure, latest_claim, state, told_on
from generator.rendering.view import Body, Column, Inline, Row, Table, Value


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure on the home page: what was published, beside what the register holds at that date."""

    title: str
    to: str
    """Address of the list it counts."""
    value: str
    """The published figure with its sign; empty where none was found."""
    unit: str
    as_of: str
    source: Value
    held: str
    """What the register holds at the same date, in words."""
    state: str
    state_tone: str
    anchor: str
    """Address of its row in the reconciliation."""


def home(edition: Edition, charts: dict[str, Chart]) -> Body:
    """Return the home page."""
    words = edition.words
    text = edition.catalog.slots.get("index", "")
    shown = [c for c in charts.values() if c.id.startswith("growth-")][:1]
    shown += [c for c in charts.values() if c.id.startswith("national-lists-")][: 2 - len(shown)]
    extra: dict[str, object] = {
        "intro": prose.to_markup(text, prose.resolver(edition.addresses, "./")),
        "headlines": headlines(edition),
        "targets": _targets(edition),
        "latest": _latest(edition),
        "ways": _ways(edition),
        "charts": tuple(shown),
    }
    description = words("home.description", city=edition.city)
    return Body(title=edition.title, description=description, doors=False, extra=extra)


def headlines(edition: Edition) -> list[Headline]:
    """Return the latest published count of each category and level, in order."""
    found = []
    for category in edition.categories:
        if category.id not in CATEGORY_PAGES:
            continue
        levels = [s.level for s in edition.catalog.where(Scheme, "category", category.id)]
        for level in reversed(LEVELS):
            if level in levels:
                headline = _headline(edition, category, level)
                if headline:
                    found.append(headline)
    return found


def _headline(edition: Edition, category: Category, level: str) -> Headline | None:
    words, catalog = edition.words, edition.catalog
    metrics = [
        m
        for m in catalog.where(Metric, "category", category.id)
        if (m.level, m.measure, m.counted) == (level, "count", "subject")
    ]
    claims = [
        c for m in metrics if (c := latest_claim(edition, m.id, catalog.portal.area)) and not c.period_from
    ]
    title = f"{words.category('level', level)}{words.of(category, 'name')}"
    to = CATEGORY_PAGES[category.id]
    if not claims:
        counted = edition.tally(category.id, (level,), edition.on, edition.axis)
        if not counted.count:
            return None
        held = words("ui.headline_none")
        on = f"{words('field.as_of')} {edition.on}"
        return Headline(title, to, str(counted.count), category.unit_zh, on, (), held, "", "", to)
    claim = claims[-1]
    compared = reconcile(catalog, edition.ledger, claim)
    held = words("ui.headline_held", n=compared.held if compared else 0, unit=category.unit_zh)
    if compared and compared.inferred:
        held += words("ui.headline_inferred", n=compared.inferred)
    sign = {"gt": words("ui.headline_at_least"), "approx": words("ui.headline_about")}.get(claim.operator, "")
    return Headline(
        title=title,
        to=to,
        value=f"{sign}{claim.value}",
        unit=category.unit_zh,
        as_of=f"{words('home.at')} {on_day(claim) or told_on(edition, claim)}",
        source=edition.source(claim.source),
        held=held,
        state=state(edition, compared) if compared else "",
        state_tone=compared.state if compared else "",
        anchor=f"reconciliation/#{claim.id}",
    )


def _targets(edition: Edition) -> Table:
    words, catalog = edition.words, edition.catalog
    rows = []
    for target in catalog.all(Target).values():
        metric = catalog.all(Metric)[target.metric]
        latest = answering_claim(edition, target)
        shown = f"{figure(edition, latest)}（{told_on(edition, latest)}）" if latest else ""
        cells: tuple[Value, ...] = (
            (Inline(words.of(metric, "name"), to=f"targets/#{target.id}"),),
            (Inline(f"{target.year}"),),
            (Inline(f"{words.category('target', target.commitment)} {figure(edition, target)}"),),
            edition.known(shown),
        )
        rows.append(Row(cells))
    names = ("ui.name", "ui.year", "ui.target_value", "ui.target_latest")
    return Table(tuple(Column(words(n)) for n in names), tuple(rows))


def _ways(edition: Edition) -> tuple[tuple[Inline, str], ...]:
    """Where to begin: only what there is."""
    words = edition.words
    learn = next((k for k in ("standards", "cases", "policies") if edition.holds(k)), "")
    found = (
        ("look_units", "search/"),
        ("look_lists", "enterprises/" if edition.holds("enterprises") else "lists/"),
        ("look_learn", f"{learn}/"),
        ("look_data", "data/"),
    )
    return tuple(
        (Inline(words(f"ui.{key}"), to=to), words(f"ui.{key}_text"))
        for key, to in found
        if to in ("search/", "data/") or edition.holds(to.strip("/"))
    )


def _latest(edition: Edition) -> tuple[tuple[str, Inline, str], ...]:
    lists = [
        x
        for x in edition.catalog.all(OfficialList).values()
        if x.published and x.published.last <= edition.on
    ]
    newest = sorted(lists, key=lambda x: x.published.last, reverse=True)[:6]  # type: ignore[union-attr]
    return tuple(
        (str(x.published), edition.link(x.id), edition.words.category("stage", x.stage)) for x in newest
    )
