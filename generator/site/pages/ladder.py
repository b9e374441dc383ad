"""The ladder guide: an overview of all categories; for each its steps, calendar, requirements, routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.register import levels
from generator.register.ledger import LEVELS
from generator.register.levels import LevelStep
from generator.schema.records import Category, Requirement, Scheme
from generator.site.document import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    StandalonePage,
    Table,
)
from generator.site.routes import CALENDAR, CATEGORY_PAGES, calendar_address
from generator.site.search import exemplar_pool
from generator.site.sections import ladder_standards
from generator.site.site import Site

_MOST_UNITS = 30
"""Units named for one route; the list of the category has them all."""


def ladder_pages(site: Site) -> Iterator[StandalonePage]:
    """Yield address, template and maker of the guide's pages: none where there is no scheme."""
    if not site.register.categories:
        return
    yield "ladder/", "page.html", partial(overview, site)
    for category in site.register.categories:
        yield f"ladder/{category.id}/", "page.html", partial(of_category, site, category)


def overview(site: Site) -> Document:
    """Return 梯度培育: who decides at each level of each category, and every date."""
    words = site.words
    held = [level for level in LEVELS if any(r.scheme.level == level for r in _all(site))]
    rows = []
    for category in site.register.categories:
        at = {r.scheme.level: r for r in levels.rungs(site.catalog, category.id)}
        cells: list[Inlines] = [(Inline(words.of(category, "name"), to=f"ladder/{category.id}/"),)]
        cells += [_decider(site, at[level]) if level in at else (Inline("—"),) for level in held]
        rows.append(Row(tuple(cells)))
    columns = (Column(words("ui.category")), *(Column(words(f"level.{level}")) for level in held))
    sections = [
        Section("steps", words("ladder.steps"), (Table(columns, tuple(rows)),), words("ladder.steps_lead")),
        *_calendar(site, levels.deadlines(site.catalog), whole=True),
        *ladder_standards.way_to_self_check(site),
        *exemplar_pool.way(site),
    ]
    lead = words("ladder.lead")
    sources = [r.scheme.source for r in _all(site)]
    sources += [r.source for r in levels.deadlines(site.catalog)]
    return Document(
        title=words("nav.ladder"),
        description=lead,
        lead=lead,
        sections=tuple(sections),
        sources=site.sources(sources),
    )


def _all(site: Site) -> list[LevelStep]:
    return [r for c in site.register.categories for r in levels.rungs(site.catalog, c.id)]


def _decider(site: Site, rung: LevelStep) -> Inlines:
    authority = site.known(rung.scheme.authority)
    return (*authority, Inline(f"　{_period(site, rung.scheme)}", tone="muted"))


def _period(site: Site, row: Scheme | Requirement) -> str:
    words = site.words
    parts = [words("ui.since", d=row.valid_from)] if row.valid_from else []
    parts += [words("ui.until", d=row.valid_to)] if row.valid_to else []
    return "，".join(parts) or words("ui.unknown")


def of_category(site: Site, category: Category) -> Document:
    """Return the ladder of one category."""
    words = site.words
    found = levels.rungs(site.catalog, category.id)
    name = words.of(category, "name")
    sections = [
        Section("steps", words("ladder.steps"), (_steps(site, category, found),)),
        *_calendar(site, [r for r in levels.deadlines(site.catalog) if r.category == category.id]),
        *_requirements(site, found),
        *ladder_standards.versions(site, category.id),
        *_routes(site, category),
        *(exemplar_pool.way(site, category=category.id) if category in site.register.selected else ()),
    ]
    requirements = [r for rung in found for r in rung.requirements]
    rules = [rule.source for rung in found for rule in rung.rules]
    sources = [*(r.scheme.source for r in found), *rules, *(r.source for r in requirements)]
    lead = words("ladder.category_lead", category=name)
    return Document(
        title=f"{words('nav.ladder')}：{name}",
        description=lead,
        lead=lead,
        crumbs=(Inline(words("nav.ladder"), to="ladder/"),),
        sections=tuple(sections),
        sources=site.sources([*sources, *ladder_standards.sources(site, category.id)]),
    )


def _steps(site: Site, category: Category, found: tuple[LevelStep, ...]) -> Table:
    words = site.words
    rows = []
    for number, rung in enumerate(found, 1):
        level = rung.scheme.level
        held = site.register.tally(category.id, (level,), site.as_of, site.register.axis)
        before: list[Inline] = []
        for rule in rung.rules:
            told = words(
                "ladder.requires", level=words(f"level.{rule.requires}"), d=site.spoken(rule.valid_from)
            )
            before += [Inline("；"), Inline(told)] if before else [Inline(told)]
        rows.append(
            Row(
                (
                    (Inline(str(number)),),
                    (Inline(words.of(rung.scheme, "name")),),
                    site.known(rung.scheme.authority),
                    (Inline(_period(site, rung.scheme)),),
                    tuple(before) or (Inline(words("ladder.requires_none"), tone="unknown"),),
                    (Inline(str(held.count), to=CATEGORY_PAGES.get(category.id)),),
                )
            )
        )
    names = ("ladder.step", "ui.scheme", "ui.authority", "ui.period", "ladder.before", "ladder.held")
    return Table(site.columns(*names, numeric=("ladder.held",)), tuple(rows))


def _calendar(site: Site, rows: Iterable[Requirement], *, whole: bool = False) -> Iterator[Section]:
    words = site.words
    rows = tuple(rows)
    found = tuple(_deadline(site, row) for row in rows)
    title = words("ladder.calendar")
    if not found:
        yield Section("calendar", title, (Note(words("ladder.calendar_none")),))
        return
    names = ("ui.date", "ui.category", "ui.level", "ui.area", "ladder.matter", "field.source", "ladder.ics")
    table = Table(site.columns(*names), found)
    blocks: list[Block] = [table, Note(words("ladder.calendar_note"))]
    if whole and any(calendar_address(row) and not levels.is_past(row, site.as_of) for row in rows):
        link = Inline(words("ladder.ics_file"), to=CALENDAR)
        blocks.append(Facts((Fact(words("ladder.ics_all"), (link,)),)))
    lead = words("ladder.calendar_lead") if whole else ""
    yield Section("calendar", title, tuple(blocks), lead)


def _deadline(site: Site, row: Requirement) -> Row:
    words = site.words
    address = calendar_address(row)
    download: Inlines = (Inline(words("ladder.ics_file"), to=address),) if address else site.known("")
    when = words("ladder.yearly", day=str(row.due)[5:]) if row.yearly else str(row.due)
    past = levels.is_past(row, site.as_of)
    mark = (Inline(words("ladder.past"), tone="status status-past"),) if past else ()
    cells: tuple[Inlines, ...] = (
        (Inline(when), *mark),
        (Inline(site.name(row.category)),),
        (Inline(words(f"level.{row.level}")),),
        _area(site, row),
        _text(site, row),
        site.source(row.source),
        download,
    )
    return Row(cells, row.id)


def _area(site: Site, row: Requirement) -> Inlines:
    return (site.link(row.area),) if row.area else (Inline(site.words("ladder.nationwide")),)


def _text(site: Site, row: Requirement) -> Inlines:
    text = Inline(site.words.of(row, "text"))
    mark = Inline(site.words("ui.unverified"), tone="status status-unverified")
    return (text,) if row.checked else (text, mark)


def _requirements(site: Site, found: tuple[LevelStep, ...]) -> Iterator[Section]:
    """A section for each kind that something is held of, and one that says which kinds are missing."""
    words = site.words
    missing = []
    for kind in levels.KINDS:
        rows = [r for rung in found for r in rung.requirements if r.kind == kind]
        if not rows:
            missing.append(words(f"requirement.{kind}"))
        elif kind != "deadline":
            names = ("ui.level", "ui.area", "ladder.text", "ui.period", "field.source")
            table = Table(site.columns(*names), tuple(_row(site, r) for r in rows))
            yield Section(kind, words(f"requirement.{kind}"), (table,))
    if missing:
        note = Note(words("ladder.missing", kinds="、".join(missing)))
        yield Section("missing", words("ladder.missing_title"), (note,))


def _row(site: Site, row: Requirement) -> Row:
    words = site.words
    cells: tuple[Inlines, ...] = (
        (Inline(words(f"level.{row.level}")),),
        _area(site, row),
        _text(site, row),
        (Inline(_period(site, row)),),
        site.source(row.source),
    )
    return Row(cells)


def _routes(site: Site, category: Category) -> Iterator[Section]:
    words = site.words
    found = site.register.routes(category.id)
    if not found:
        return
    rows = []
    for path, units in found.items():
        links: list[Inline] = []
        for unit in sorted(units, key=site.alphabetical)[:_MOST_UNITS]:
            links += [Inline("、"), site.link(unit)] if links else [site.link(unit)]
        if len(units) > _MOST_UNITS:
            links.append(Inline(words("ladder.more", n=len(units) - _MOST_UNITS), tone="muted"))
        shown = "→".join(words(f"level.{level}") for level in path)
        rows.append(Row(((Inline(shown),), (Inline(str(len(units))),), tuple(links))))
    names = ("ui.path", "ui.count", "ui.units_of")
    table = Table(site.columns(*names, numeric=("ui.count",)), tuple(rows))
    yield Section("routes", words("ladder.routes"), (table,), words("ladder.routes_lead"))
