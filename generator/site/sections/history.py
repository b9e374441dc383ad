"""A unit's history on the lists: timeline, standing in each category, and the printable slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.formats.dates import year_end
from generator.register.standing import Standing, row_status
from generator.schema.records import Category, Event, OfficialList, Recognition, Scheme
from generator.site.document import Fact, Inline, Moment, Row, Slip, Table, Value
from generator.site.site import Edition

Standings = Sequence[tuple[Category, Standing]]
"""Of a unit: every category it was ever named in, and how it stands there."""
_WHAT = {"removals": "removed", "renames": "renamed"}
_STAGE = {"final": "listed", "publicity": "publicity", "recommended": "recommended"}


def scheme_name(edition: Edition, official: OfficialList) -> str:
    """Return level and category of a list, e.g. 国家级 · 绿色工厂."""
    scheme = edition.catalog.get(Scheme, official.scheme)
    return edition.words.of(scheme, "name") if scheme else ""


def moments(edition: Edition, rows: Iterable[Recognition], current_name: str) -> tuple[Moment, ...]:
    """Return everything that happened to rows of lists, in order of time."""
    catalog, found = edition.catalog, []
    for row in rows:
        official = catalog.all(OfficialList)[row.list]
        found.append((_when(official), _listed(edition, row, official, current_name)))
        for event in catalog.where(Event, "recognition", row.id):
            if event.date.last <= edition.on:
                found.append((event.date.last, _happened(edition, event, official)))
    return tuple(moment for _, moment in sorted(found, key=lambda pair: pair[0]))


def _when(official: OfficialList) -> date:
    when = official.published or official.dated
    return when.last if when else year_end(official.list_year or 1)


def _listed(edition: Edition, row: Recognition, official: OfficialList, current_name: str) -> Moment:
    words = edition.words
    kind = _WHAT.get(official.kind) or _STAGE[official.stage]
    when = official.published or official.dated
    shown = str(when) if when else f"{words('field.list_year')} {official.list_year or words('ui.unknown')}"
    lines: list[Value] = [(Inline(scheme_name(edition, official)),), (edition.link(official.id),)]
    details = [
        f"{words(label)} {value}"
        for label, value in (
            ("field.batch", official.batch),
            ("field.section", row.section),
            ("field.serial", row.serial),
            ("ui.evaluator", ""),
        )
        if value
    ]
    if details:
        lines.append((Inline("　".join(details), tone="muted"),))
    if row.name_as_published != current_name:
        lines.append((Inline(f"{words('field.name_as_published')}：{row.name_as_published}", tone="quote"),))
    if row.remark:
        lines.append((Inline(f"{words('ui.note')}：{row.remark}", tone="muted"),))
    if official.stage == "publicity":
        lines.append((Inline(words("msg.publicity"), tone="muted"),))
    if kind == "removed":
        lines.append((Inline(words("msg.removed"), tone="muted"),))
    return Moment(shown, words(f"event.{kind}"), tuple(lines), kind)


def _happened(edition: Edition, event: Event, official: OfficialList) -> Moment:
    words = edition.words
    lines: list[Value] = [(Inline(scheme_name(edition, official)),)]
    if event.list:
        lines.append((edition.link(event.list),))
    if event.word:
        lines.append((Inline(words("ui.word_printed", w=event.word), tone="quote"),))
    if event.successor:
        lines.append((edition.link(event.successor),))
    if event.type == "removed":
        lines.append((Inline(f"{words('ui.reason')}：{event.reason or words('ui.removed_unstated')}"),))
        lines.append((Inline(words("msg.removed"), tone="muted"),))
    lines.append(edition.source(event.source))
    return Moment(str(event.date), words(f"event.{event.type}"), tuple(lines), event.type)


def standings(edition: Edition, unit: str) -> Standings:
    """Return a unit's standing in every category it was ever named in."""
    found = edition.named.get(unit, ())
    known = [(c, edition.standing(unit, c.id)) for c in edition.categories if c.id in found]
    return [(c, s) for c, s in known if s.spell or s.notice]


def status_value(edition: Edition, unit: str) -> Value:
    """Return a unit's standing as runs of text: category, level, status."""
    return status_runs(edition, standings(edition, unit))


def status_runs(edition: Edition, held: Standings) -> Value:
    """Return standings as runs of text: category, level, status."""
    parts: list[Inline] = []
    for category, at in held:
        level = edition.words.category("level", at.level)
        if parts:
            parts.append(Inline("；"))
        parts.append(Inline(f"{level}{edition.words.of(category, 'name')}"))
        parts.append(edition.status(at.status))
    return tuple(parts)


def checked_until(edition: Edition, held: Standings) -> str:
    """Return the day up to which changes were checked, of each category where it is not the same for all."""
    never = edition.words("ui.checked_never")
    days = [(category, str(s.checked_until or never)) for category, s in held if s.spell]
    if len({day for _, day in days}) < 2:
        return days[0][1] if days else ""
    return "；".join(f"{edition.words.of(category, 'name')} {day}" for category, day in days)


def recognition_table(edition: Edition, rows: Iterable[Recognition]) -> Table:
    """Return rows of lists as a table: what, which list, when, under which name, with what standing."""
    words, catalog = edition.words, edition.catalog
    columns = (
        "ui.scheme",
        "ui.list",
        "field.doc_no",
        "field.published",
        "field.name_as_published",
        "ui.status",
        "field.covered_until",
    )
    found = []
    for row in rows:
        official = catalog.all(OfficialList)[row.list]
        if official.kind == "additions":
            status = edition.status(row_status(catalog, edition.ledger, row, edition.on))
            checked = str(edition.reach(official.scheme).checked_until or words("ui.checked_never"))
        else:
            status = Inline(words.category("list_kind", official.kind))
            checked = ""
        cells: tuple[Value, ...] = (
            (Inline(scheme_name(edition, official)),),
            (edition.link(official.id),),
            edition.known(official.number),
            edition.known(official.published),
            (Inline(row.name_as_published),),
            (status,),
            (Inline(checked),) if checked else (),
        )
        found.append(Row(cells))
    return Table(edition.columns(*columns), tuple(found))


def _unconfirmed_place(edition: Edition, rows: Sequence[Recognition]) -> tuple[Fact, ...]:
    """Return the words without which a unit that only a national list names would pass for the city's own."""
    if not any(row.publish == "national_only" for row in rows):
        return ()
    words = edition.words
    grade = Inline(words("attribution.inferred"), tone="status status-inferred")
    return (Fact(words("ui.place"), (grade,), words("msg.inferred")),)


def slip(edition: Edition, name: str, uscc: str, held: Standings, rows: Sequence[Recognition]) -> Slip:
    """Return the printable result of looking a unit up; no seal, no badge, no certificate."""
    words = edition.words
    facts = (
        Fact(words("ui.slip_unit"), (Inline(name),)),
        Fact(words("field.uscc"), edition.known(uscc)),
        *_unconfirmed_place(edition, rows),
        Fact(words("ui.status"), status_runs(edition, held) or edition.known("")),
        Fact(words("field.as_of"), (Inline(str(edition.on)),)),
        Fact(words("field.covered_until"), edition.known(checked_until(edition, held))),
    )
    return Slip(name, facts, recognition_table(edition, rows))
