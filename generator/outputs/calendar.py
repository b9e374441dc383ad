"""Calendar files (RFC 5545): one for every deadline with a day, and one with them all.

Deterministic: the time stamp is the date of the data, the identifier the row's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.register import levels
from generator.schema.records import Requirement, Source
from generator.site.routes import CALENDAR, calendar_address
from generator.site.site import Site

_LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""


ADDRESSES = (CALENDAR, "ladder/*.ics")


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield the file of every deadline that names a day, and one with all of those that are still to come."""
    rows = [row for row in levels.deadlines(site.catalog) if calendar_address(row)]
    for row in rows:
        yield Artifact(calendar_address(row), _calendar(site, [row]))
    if to_come := [row for row in rows if not levels.is_past(row, site.as_of)]:
        yield Artifact(CALENDAR, _calendar(site, to_come))


def _calendar(site: Site, rows: Iterable[Requirement]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_escaped(site.title)}//{site.words.lang}"]
    for row in rows:
        lines += _event(site, row)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(site: Site, row: Requirement) -> list[str]:
    words, settings = site.words, site.catalog.settings
    assert row.due is not None
    doubt = f"（{words('ui.unverified')}）" if not row.checked else ""
    doubt += f"（{words('ladder.past')}）" if levels.is_past(row, site.as_of) else ""
    level, text = words(f"level.{row.level}"), words.of(row, "text")
    summary = f"{doubt}{level}{site.name(row.category)}：{text}"
    demo = f"{words('site.banner_demo')}。" if settings.demo else ""
    told = f"{demo}{words('field.source')}：{_document(site, row)}。{words('ladder.calendar_note')}"
    return [
        "BEGIN:VEVENT",
        f"UID:{row.id}@{settings.area}.register",
        f"DTSTAMP:{settings.as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{row.due.last:%Y%m%d}",
        f"DTEND;VALUE=DATE:{row.due.last + timedelta(days=1):%Y%m%d}",
        *(["RRULE:FREQ=YEARLY"] if row.yearly else []),
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(told)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _document(site: Site, row: Requirement) -> str:
    source = site.catalog.row(Source, row.source)
    if source is None:
        return row.source
    number = f"（{source.number}）" if source.number else ""
    return f"{site.words.of(source, 'title')}{number}"


def _escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11): no line of it can become a line of the file."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "".join(c for c in "\\n".join(text.splitlines()) if c.isprintable())


def _folded(line: str) -> str:
    """A line cut into pieces of at most 75 octets, never inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + octets
    return "\r\n".join([*pieces, piece])
