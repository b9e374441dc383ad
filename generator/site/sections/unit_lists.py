"""Sections that list units with their place and standing, on pages of areas, industries and sectors."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import Enterprise, Park
from generator.site.document import MAX_ROWS, Inline, Inlines, Note, Row, Section, Table
from generator.site.sections import history
from generator.site.site import Site

UnitRow = Enterprise | Park


def units_section(site: Site, units: Iterable[UnitRow], title: str) -> list[Section]:
    """Return a section that lists units with their standing, none where there are no units."""
    table = units_table(site, units := list(units))
    if not table.rows:
        return []
    return [Section("units", site.words(title), (*cut_short(site, len(units)), table, stays(site)))]


def units_table(site: Site, units: Iterable[UnitRow]) -> Table:
    """Return units with place and standing, the first MAX_ROWS of them."""
    rows = [
        Row(((site.link(u.id),), _place(site, u.id), history.status_value(site, u.id)), u.id)
        for u in list(units)[:MAX_ROWS]
    ]
    columns = site.columns("ui.name", "ui.place", "ui.status")
    return Table(columns, tuple(rows))


def stays(site: Site) -> Note:
    """Return the note that a table stands at the register's date, and where other days can be chosen."""
    to = "enterprises/" if site.register.holds("enterprises") else ""
    return Note(site.words("ui.units_stay", on=site.as_of), "plain", to=to)


def _place(site: Site, unit: str) -> Inlines:
    place = site.register.units.place(unit)
    if place is not None and place.grade == "confirmed":
        return (site.link(place.area),)
    return (Inline(site.words("attribution.inferred")),)


def cut_short(site: Site, rows: int) -> list[Note]:
    """Return the note that a page prints the first rows only, none where it prints them all."""
    return [Note(site.words("ui.first_rows", n=MAX_ROWS, m=rows))] if rows > MAX_ROWS else []
