"""The ladder guide: an overview of all categories; for each its steps, calendar, requirements, routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.register import levels
from generator.register.ledger import LEVELS
from generator.register.levels import Rung
from generator.schema.records import Category, Requirement, Scheme
from generator.site.document import (
    Block,
    Body,
    Column,
    Fact,
    Facts,
    Inline,
    Note,
    Row,
    Section,
    Single,
    Table,
    Value,
)
from generator.site.routes import CALENDAR, CATEGORY_PAGES, calendar_address
from generator.site.search import exemplar_pool
from generator.site.sections import ladder_standards
from generator.site.site import Edition

_MOST_UNITS = 30
"""Units named for one route; the list of the category has them all."""


def ladder_pages(edition: Edition) -> Iterator[Single]:
    """Yield address, template and maker of the guide's pages: none where there is no scheme."""
    if not edition.categories:
        return
    yield "ladder/", "page.html", partial(overview, edition)
    for category in edition.categories:
        yield f"ladder/{category.id}/", "page.html", partial(of_category, edition, category)


def overview(edition: Edition) -> Body:
    """Return 梯度培育: who decides at each level of each category, and every date."""
    words = edition.words
    held = [level for level in LEVELS if any(r.scheme.level == level for r in _all(edition))]
    rows = []
    for category in edition.categories:
        at = {r.scheme.level: r for r in levels.rungs(edition.catalog, category.id)}
        cells: list[Value] = [(Inline(words.of(category, "name"), to=f"ladder/{category.id}/"),)]
        cells += [_decider(edition, at[level]) if level in at else (Inline("—"),) for level in held]
        rows.append(Row(tuple(cells)))
    columns = (Column(words("ui.category")), *(Column(words(f"level.{level}")) for level in held))
    sections = [
        Section("steps", words("ladder.steps"), (Table(columns, tuple(rows)),), words("ladder.steps_lead")),
        *_calendar(edition, levels.deadlines(edition.catalog), whole=True),
        *ladder_standards.way_to_self_check(edition),
        *exemplar_pool.way(edition),
    ]
    lead = words("ladder.lead")
    sources = [r.scheme.source for r in _all(edition)]
    sources += [r.source for r in levels.deadlines(edition.catalog)]
    return Body(
        title=words("nav.ladder"),
        description=lead,
        lead=lead,
        sections=tuple(sections),
        sources=edition.sources(sources),
    )


def _all(edition: Edition) -> list[Rung]:
    return [r for c in edition.categories for r in levels.rungs(edition.catalog, c.id)]


def _decider(edition: Edition, rung: Rung) -> Value:
    authority = edition.known(rung.scheme.authority)
    return (*authority, Inline(f"　{_period(edition, rung.scheme)}", tone="muted"))


def _period(edition: Edition, row: Scheme | Requirement) -> str:
    words = edition.words
    parts = [words("ui.since", d=row.valid_from)] if row.valid_from else []
    parts += [words("ui.until", d=row.valid_to)] if row.valid_to else []
    return "，".join(parts) or words("ui.unknown")


def of_category(edition: Edition, category: Category) -> Body:
    """Return the ladder of one category."""
    words = edition.words
    found = levels.rungs(edition.catalog, category.id)
    name = words.of(category, "name")
    sections = [
        Section("steps", words("ladder.steps"), (_steps(edition, category, found),)),
        *_calendar(edition, [r for r in levels.deadlines(edition.catalog) if r.category == category.id]),
        *_requirements(edition, found),
        *ladder_standards.versions(edition, category.id),
        *_routes(edition, category),
        *(exemplar_pool.way(edition, category=category.id) if category in edition.selected else ()),
    ]
    requirements = [r for rung in found for r in rung.requirements]
    rules = [rule.source for rung in found for rule in rung.rules]
    sources = [*(r.scheme.source for r in found), *rules, *(r.source for r in requirements)]
    lead = words("ladder.category_lead", category=name)
    return Body(
        title=f"{words('nav.ladder')}：{name}",
        description=lead,
        lead=lead,
        crumbs=(Inline(words("nav.ladder"), to="ladder/"),),
        sections=tuple(sections),
        sources=edition.sources([*sources, *ladder_standards.sources(edition, category.id)]),
    )


def _steps(edition: Edition, category: Category, found: tuple[Rung, ...]) -> Table:
    words = edition.words
    rows = []
    for number, rung in enumerate(found, 1):
        level = rung.scheme.level
        held = edition.tally(category.id, (level,), edition.on, edition.axis)
        before: list[Inline] = []
        for rule in rung.rules:
            told = words(
                "ladder.requires", level=words(f"level.{rule.requires}"), d=edition.spoken(rule.valid_from)
            )
            before += [Inline("；"), Inline(told)] if before else [Inline(told)]
        rows.append(
            Row(
                (
                    (Inline(str(number)),),
                    (Inline(words.of(rung.scheme, "name")),),
                    edition.known(rung.scheme.authority),
                    (Inline(_period(edition, rung.scheme)),),
                    tuple(before) or (Inline(words("ladder.requires_none"), tone="unknown"),),
                    (Inline(str(held.count), to=CATEGORY_PAGES.get(category.id)),),
                )
            )
        )
    names = ("ladder.step", "ui.scheme", "ui.authority", "ui.period", "ladder.before", "ladder.held")
    return Table(edition.columns(*names, numeric=("ladder.held",)), tuple(rows))


def _calendar(edition: Edition, rows: Iterable[Requirement], *, whole: bool = False) -> Iterator[Section]:
    words = edition.words
    rows = tuple(rows)
    found = tuple(_deadline(edition, row) for row in rows)
    title = words("ladder.calendar")
    if not found:
        yield Section("calendar", title, (Note(words("ladder.calendar_none")),))
        return
    names = ("ui.date", "ui.category", "ui.level", "ui.area", "ladder.matter", "field.source", "ladder.ics")
    table = Table(edition.columns(*names), found)
    blocks: list[Block] = [table, Note(words("ladder.calendar_note"))]
    if whole and any(calendar_address(row) and not levels.is_past(row, edition.on) for row in rows):
        link = Inline(words("ladder.ics_file"), to=CALENDAR)
        blocks.append(Facts((Fact(words("ladder.ics_all"), (link,)),)))
    lead = words("ladder.calendar_lead") if whole else ""
    yield Section("calendar", title, tuple(blocks), lead)


def _deadline(edition: Edition, row: Requirement) -> Row:
    words = edition.words
    address = calendar_address(row)
    download: Value = (Inline(words("ladder.ics_file"), to=address),) if address else edition.known("")
    when = words("ladder.yearly", day=str(row.due)[5:]) if row.yearly else str(row.due)
    past = levels.is_past(row, edition.on)
    mark = (Inline(words("ladder.past"), tone="status status-past"),) if past else ()
    cells: tuple[Value, ...] = (
        (Inline(when), *mark),
        (Inline(edition.name(row.category)),),
        (Inline(words(f"level.{row.level}")),),
        _area(edition, row),
        _text(edition, row),
        edition.source(row.source),
        download,
    )
    return Row(cells, row.id)


def _area(edition: Edition, row: Requirement) -> Value:
    return (edition.link(row.area),) if row.area else (Inline(edition.words("ladder.nationwide")),)


def _text(edition: Edition, row: Requirement) -> Value:
    text = Inline(edition.words.of(row, "text"))
    mark = Inline(edition.words("ui.unverified"), tone="status status-unverified")
    return (text,) if row.checked else (text, mark)


def _requirements(edition: Edition, found: tuple[Rung, ...]) -> Iterator[Section]:
    """A section for each kind that something is held of, and one that says which kinds are missing."""
    words = edition.words
    missing = []
    for kind in levels.KINDS:
        rows = [r for rung in found for r in rung.requirements if r.kind == kind]
        if not rows:
            missing.append(words(f"requirement.{kind}"))
        elif kind != "deadline":
            names = ("ui.level", "ui.area", "ladder.text", "ui.period", "field.source")
            table = Table(edition.columns(*names), tuple(_row(edition, r) for r in rows))
            yield Section(kind, words(f"requirement.{kind}"), (table,))
    if missing:
        note = Note(words("ladder.missing", kinds="、".join(missing)))
        yield Section("missing", words("ladder.missing_title"), (note,))


def _row(edition: Edition, row: Requirement) -> Row:
    words = edition.words
    cells: tuple[Value, ...] = (
        (Inline(words(f"level.{row.level}")),),
        _area(edition, row),
        _text(edition, row),
        (Inline(_period(edition, row)),),
        edition.source(row.source),
    )
    return Row(cells)


def _routes(edition: Edition, category: Category) -> Iterator[Section]:
    words = edition.words
    found = edition.routes(category.id)
    if not found:
        return
    rows = []
    for path, units in found.items():
        links: list[Inline] = []
        for unit in sorted(units, key=edition.alphabetical)[:_MOST_UNITS]:
            links += [Inline("、"), edition.link(unit)] if links else [edition.link(unit)]
        if len(units) > _MOST_UNITS:
            links.append(Inline(words("ladder.more", n=len(units) - _MOST_UNITS), tone="muted"))
        shown = "→".join(words(f"level.{level}") for level in path)
        rows.append(Row(((Inline(shown),), (Inline(str(len(units))),), tuple(links))))
    names = ("ui.path", "ui.count", "ui.units_of")
    table = Table(edition.columns(*names, numeric=("ui.count",)), tuple(rows))
    yield Section("routes", words("ladder.routes"), (table,), words("ladder.routes_lead"))
