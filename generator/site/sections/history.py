"""A unit's history on the lists: timeline, standing in each category, and the printable slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.formats.dates import year_end
from generator.register.standing import Standing, row_status
from generator.schema.records import Category, Event, OfficialList, Recognition, Scheme
from generator.site.document import Fact, Inline, Inlines, LookupReceipt, Moment, Row, Table
from generator.site.site import Site

Standings = Sequence[tuple[Category, Standing]]
"""Of a unit: every category it was ever named in, and how it stands there."""
_WHAT = {"removals": "removed", "renames": "renamed"}
_STAGE = {"final": "listed", "publicity": "publicity", "recommended": "recommended"}


def scheme_name(site: Site, official: OfficialList) -> str:
    """Return level and category of a list, e.g. 国家级 · 绿色工厂."""
    scheme = site.catalog.row(Scheme, official.scheme)
    return site.words.of(scheme, "name") if scheme else ""


def moments(site: Site, rows: Iterable[Recognition], current_name: str) -> tuple[Moment, ...]:
    """Return everything that happened to rows of lists, in order of time."""
    catalog, found = site.catalog, []
    for row in rows:
        official = catalog.rows(OfficialList)[row.list]
        found.append((_when(official), _listed(site, row, official, current_name)))
        for event in catalog.where(Event, "recognition", row.id):
            if event.date.last <= site.as_of:
                found.append((event.date.last, _happened(site, event, official)))
    return tuple(moment for _, moment in sorted(found, key=lambda pair: pair[0]))


def _when(official: OfficialList) -> date:
    when = official.published or official.dated
    return when.last if when else year_end(official.list_year or 1)


def _listed(site: Site, row: Recognition, official: OfficialList, current_name: str) -> Moment:
    words = site.words
    kind = _WHAT.get(official.kind) or _STAGE[official.stage]
    when = official.published or official.dated
    shown = str(when) if when else f"{words('field.list_year')} {official.list_year or words('ui.unknown')}"
    lines: list[Inlines] = [(Inline(scheme_name(site, official)),), (site.link(official.id),)]
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


def _happened(site: Site, event: Event, official: OfficialList) -> Moment:
    words = site.words
    lines: list[Inlines] = [(Inline(scheme_name(site, official)),)]
    if event.list:
        lines.append((site.link(event.list),))
    if event.word:
        lines.append((Inline(words("ui.word_printed", w=event.word), tone="quote"),))
    if event.successor:
        lines.append((site.link(event.successor),))
    if event.type == "removed":
        lines.append((Inline(f"{words('ui.reason')}：{event.reason or words('ui.removed_unstated')}"),))
        lines.append((Inline(words("msg.removed"), tone="muted"),))
    lines.append(site.source(event.source))
    return Moment(str(event.date), words(f"event.{event.type}"), tuple(lines), event.type)


def standings(site: Site, unit: str) -> Standings:
    """Return a unit's standing in every category it was ever named in."""
    found = site.register.named.get(unit, ())
    known = [(c, site.register.standing(unit, c.id)) for c in site.register.categories if c.id in found]
    return [(c, s) for c, s in known if s.spell or s.notice]


def status_value(site: Site, unit: str) -> Inlines:
    """Return a unit's standing as runs of text: category, level, status."""
    return status_runs(site, standings(site, unit))


def status_runs(site: Site, held: Standings) -> Inlines:
    """Return standings as runs of text: category, level, status."""
    parts: list[Inline] = []
    for category, at in held:
        level = site.words.category("level", at.level)
        if parts:
            parts.append(Inline("；"))
        parts.append(Inline(f"{level}{site.words.of(category, 'name')}"))
        parts.append(site.status(at.status))
    return tuple(parts)


def checked_until(site: Site, held: Standings) -> str:
    """Return the day up to which changes were checked, of each category where it is not the same for all."""
    never = site.words("ui.checked_never")
    days = [(category, str(s.checked_until or never)) for category, s in held if s.spell]
    if len({day for _, day in days}) < 2:
        return days[0][1] if days else ""
    return "；".join(f"{site.words.of(category, 'name')} {day}" for category, day in days)


def recognition_table(site: Site, rows: Iterable[Recognition]) -> Table:
    """Return rows of lists as a table: what, which list, when, under which name, with what standing."""
    words, catalog = site.words, site.catalog
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
        official = catalog.rows(OfficialList)[row.list]
        if official.kind == "additions":
            status = site.status(row_status(catalog, site.register.ledger, row, site.as_of))
            checked = str(site.register.reach(official.scheme).checked_until or words("ui.checked_never"))
        else:
            status = Inline(words.category("list_kind", official.kind))
            checked = ""
        cells: tuple[Inlines, ...] = (
            (Inline(scheme_name(site, official)),),
            (site.link(official.id),),
            site.known(official.number),
            site.known(official.published),
            (Inline(row.name_as_published),),
            (status,),
            (Inline(checked),) if checked else (),
        )
        found.append(Row(cells))
    return Table(site.columns(*columns), tuple(found))


def _unconfirmed_place(site: Site, rows: Sequence[Recognition]) -> tuple[Fact, ...]:
    """Return the words without which a unit that only a national list names would pass for the city's own."""
    if not any(row.publish == "national_only" for row in rows):
        return ()
    words = site.words
    grade = Inline(words("attribution.inferred"), tone="status status-inferred")
    return (Fact(words("ui.place"), (grade,), words("msg.inferred")),)


def slip(site: Site, name: str, uscc: str, held: Standings, rows: Sequence[Recognition]) -> LookupReceipt:
    """Return the printable result of looking a unit up; no seal, no badge, no certificate."""
    words = site.words
    facts = (
        Fact(words("ui.slip_unit"), (Inline(name),)),
        Fact(words("field.uscc"), site.known(uscc)),
        *_unconfirmed_place(site, rows),
        Fact(words("ui.status"), status_runs(site, held) or site.known("")),
        Fact(words("field.as_of"), (Inline(str(site.as_of)),)),
        Fact(words("field.covered_until"), site.known(checked_until(site, held))),
    )
    return LookupReceipt(name, facts, recognition_table(site, rows))
