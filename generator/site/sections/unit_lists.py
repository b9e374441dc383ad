"""Sections that list units with their place and standing, on pages of areas, industries and sectors."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import Enterprise, Park
from generator.site.document import MAX_ROWS, Inline, Note, Row, Section, Table, Value
from generator.site.sections import history
from generator.site.site import Edition

UnitRow = Enterprise | Park


def units_section(edition: Edition, units: Iterable[UnitRow], title: str) -> list[Section]:
    """Return a section that lists units with their standing, none where there are no units."""
    table = units_table(edition, units := list(units))
    if not table.rows:
        return []
    return [Section("units", edition.words(title), (*cut_short(edition, len(units)), table, stays(edition)))]


def units_table(edition: Edition, units: Iterable[UnitRow]) -> Table:
    """Return units with place and standing, the first MAX_ROWS of them."""
    rows = [
        Row(((edition.link(u.id),), _place(edition, u.id), history.status_value(edition, u.id)), u.id)
        for u in list(units)[:MAX_ROWS]
    ]
    columns = edition.columns("ui.name", "ui.place", "ui.status")
    return Table(columns, tuple(rows))


def stays(edition: Edition) -> Note:
    """Return the note that a table stands at the register's date, and where other days can be chosen."""
    to = "enterprises/" if edition.holds("enterprises") else ""
    return Note(edition.words("ui.units_stay", on=edition.on), "plain", to=to)


def _place(edition: Edition, unit: str) -> Value:
    place = edition.place(unit)
    if place is not None and place.grade == "confirmed":
        return (edition.link(place.area),)
    return (Inline(edition.words("attribution.inferred")),)


def cut_short(edition: Edition, rows: int) -> list[Note]:
    """Return the note that a page prints the first rows only, none where it prints them all."""
    return [Note(edition.words("ui.first_rows", n=MAX_ROWS, m=rows))] if rows > MAX_ROWS else []
