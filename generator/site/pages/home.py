"""The home page: how many, since when, what the target is, what is new, and where to look a firm up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.register.ledger import LEVELS
from generator.register.reconcile import Comparison, on_day
from generator.schema.records import Category, OfficialList, Scheme
from generator.site.chart import Chart
from generator.site.document import Document, Inline, Inlines, Row, Table
from generator.site.routes import CATEGORY_PAGES
from generator.site.sections.as_of import as_of
from generator.site.sections.axes import axes
from generator.site.sections.figures import bare_figure, figure_and_date, latest_total, state, told_on
from generator.site.sections.slots import prose_slot
from generator.site.sections.target_figures import aim, outcome, shown_figure
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure on the home page: what was published, beside what the register holds at that date."""

    of: str
    """Id of the category and the level, parted by a space."""
    title: str
    to: str
    """Address of the list it counts."""
    value: str
    """The published figure with its sign; empty where none was found."""
    unit: str
    as_of: str
    source: Inlines
    held: str
    """What the register holds at the same date, in words."""
    state: str
    state_tone: str
    anchor: str
    """Address of its row in the reconciliation."""


def home(site: Site, charts: Mapping[str, Chart]) -> Document:
    """Return the home page."""
    words = site.words
    shown = [c for c in charts.values() if c.group == "chart.group_growth"][:1]
    shown += [c for c in charts.values() if c.group == "chart.group_national"][: 2 - len(shown)]
    extra: dict[str, object] = {
        "intro": prose_slot(site, "index", "./"),
        "asof": as_of(site),
        "headlines": headlines(site),
        "axes": axes(site, tuple(c for c in site.register.categories if c.id in CATEGORY_PAGES)),
        "targets": _targets(site),
        "latest": _latest(site),
        "ways": _ways(site),
    }
    description = words("home.description", city=site.city)
    return Document(title=site.title, description=description, doors=False, charts=tuple(shown), extra=extra)


def headlines(site: Site) -> list[Headline]:
    """Return the latest published count of each category and level, in order."""
    found = []
    for category in site.register.categories:
        if category.id not in CATEGORY_PAGES:
            continue
        levels = [s.level for s in site.catalog.where(Scheme, "category", category.id)]
        for level in reversed(LEVELS):
            if level in levels:
                headline = _headline(site, category, level)
                if headline:
                    found.append(headline)
    return found


def _headline(site: Site, category: Category, level: str) -> Headline | None:
    words, catalog = site.words, site.catalog
    claim = latest_total(site, category.id, level, catalog.settings.area, site.as_of)
    title = f"{words.category('level', level)}{words.of(category, 'name')}"
    of, to = f"{category.id} {level}", CATEGORY_PAGES[category.id]
    if claim is None:
        counted = site.register.tally(category.id, (level,), site.as_of, site.register.axis)
        if not counted.count:
            return None
        held = words("ui.headline_none")
        on = f"{words('field.as_of')} {site.as_of}"
        return Headline(of, title, to, str(counted.count), category.unit_zh, on, (), held, "", "", to)
    compared = site.register.compared.get(claim.id)
    held = words("ui.headline_held", n=compared.held if compared else 0, unit=category.unit_zh)
    if compared and (unresolved := _unresolved(site, compared, category, level)):
        held += words("ui.headline_unresolved", n=unresolved)
    if compared and compared.inferred:
        held += words("ui.headline_inferred", n=compared.inferred)
    return Headline(
        of=of,
        title=title,
        to=to,
        value=bare_figure(site, claim),
        unit=category.unit_zh,
        as_of=f"{words('home.at')} {on_day(claim) or told_on(site, claim)}",
        source=(site.link(claim.source),),
        held=held,
        state=state(site, compared) if compared else "",
        state_tone=compared.state if compared else "",
        anchor=f"reconciliation/#{claim.id}",
    )


def _unresolved(site: Site, compared: Comparison, category: Category, level: str) -> int:
    """How many rows held beside a published figure name a unit that is not identified."""
    day = on_day(compared.claim)
    if day is None or not compared.by_axis:
        return 0
    axis, _ = compared.by_axis[0]
    return site.register.tally(category.id, (level,), day, axis).unresolved


def _targets(site: Site) -> Table:
    """What was promised, the figure that answers it, and how far it has come."""
    words = site.words
    rows = []
    for found in sorted(site.register.progress.values(), key=lambda p: (p.closed, -(p.target.year or 0))):
        claim = shown_figure(found)
        latest: Inlines = site.known("")
        if claim:
            latest = (Inline(figure_and_date(site, claim), to=f"reconciliation/#{claim.id}"),)
        cells: tuple[Inlines, ...] = (
            (Inline(words.of(found.metric, "name"), to=f"targets/#{found.target.id}"),),
            (Inline(aim(site, found)),),
            latest,
            (outcome(site, found),),
        )
        rows.append(Row(cells))
    names = ("ui.name", "ui.target_value", "ui.target_latest", "ui.progress")
    return Table(site.columns(*names), tuple(rows))


def _ways(site: Site) -> tuple[tuple[Inline, str], ...]:
    """Where to begin: only what there is."""
    words = site.words
    learn = next((k for k in ("standards", "cases", "policies") if site.register.holds(k)), "")
    found = (
        ("look_units", "search/"),
        ("look_lists", "enterprises/" if site.register.holds("enterprises") else "lists/"),
        ("look_learn", f"{learn}/"),
        ("look_data", "data/"),
    )
    return tuple(
        (Inline(words(f"ui.{key}"), to=to), words(f"ui.{key}_text"))
        for key, to in found
        if to in ("search/", "data/") or site.register.holds(to.strip("/"))
    )


def _latest(site: Site) -> tuple[tuple[str, Inline, str], ...]:
    lists = [
        x for x in site.catalog.rows(OfficialList).values() if x.published and x.published.last <= site.as_of
    ]
    newest = sorted(lists, key=lambda x: x.published.last, reverse=True)[:6]  # type: ignore[union-attr]
    return tuple((str(x.published), site.link(x.id), site.words.category("stage", x.stage)) for x in newest)
