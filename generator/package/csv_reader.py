"""Parse the text of a CSV file into rows, each with the physical line on which it begins (RFC 4180).

The standard library's reader swallows rows behind an unclosed quote and accepts a stray quote; here both are
problems at their line. Nothing here knows what a column means.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.package.files import MAX_FILE_BYTES, limit_details
from generator.package.reading import GroupCounter
from generator.problems.problem import Problem

MAX_COLUMNS = 200
MAX_ROWS = 200_000
MAX_CELL_BYTES = 10 * 1024
MAX_CELL_LINES = 5
_MAX_SHARED = 100_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029]")
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')


class CsvRow(NamedTuple):
    """One record of a CSV file."""

    line: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class CsvSheet:
    """A parsed CSV file."""

    header: tuple[str, ...] = ()
    rows: list[CsvRow] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Keys of the rows that were left out because they could not be parsed."""
    whole: bool = True
    """Whether every row was read, or is named in `lost`."""
    problems: tuple[Problem, ...] = ()
    key: int = 0
    """Place, from 0, of the column that identifies rows; the first where the header does not name it."""


class _Fault(NamedTuple):
    """A problem of a cell, or of a whole record where `column` is None."""

    line: int
    code: str
    column: int | None
    """Cell number, from 1."""
    value: str | None
    details: dict[str, str]


class _CsvRecord(NamedTuple):
    """The cells of one record."""

    line: int
    cells: list[str]
    usable: bool = True
    """Whether the record may become a row."""


def over_limit(data: bytes, file: str) -> Problem | None:
    """Return the problem of a file too large to be parsed at all, counted on its bytes (LIM-001)."""
    first = data.find(b"\n")
    header = data if first < 0 else data[:first]
    for what, what_en, count, limit in (
        ("文件字节数", "bytes in the file", len(data), MAX_FILE_BYTES),
        ("列数", "columns", header.count(b",") + 1, MAX_COLUMNS),
        ("行数", "rows", data.count(b"\n"), MAX_ROWS + 1),
    ):
        if count > limit:
            return Problem("LIM-001", file, 1, details=limit_details(what, what_en, count, limit))
    return None


def parse(text: str, file: str, key: str = "") -> CsvSheet:
    """Parse `text` into a header and rows. Problems: CSV-001, CSV-002, CSV-004, CSV-006, LIM-001.

    `key` is the name of the column that identifies rows.
    """
    sheet = CsvSheet()
    width = 0
    counter = GroupCounter()
    problems: list[Problem] = []
    share: dict[str, str] = {}
    for item in _records(text):
        fault: _Fault | None
        if isinstance(item, _Fault):
            fault = item
        elif item.usable and len(item.cells) == width:
            sheet.rows.append(CsvRow(item.line, _shared(item.cells, share)))
            continue
        elif item.usable and not width:
            sheet.header, width = tuple(item.cells), len(item.cells)
            sheet.key = item.cells.index(key) if key in item.cells else 0
            continue
        else:
            fault = _width_fault(item, width)
            if sheet.key < len(item.cells):
                sheet.lost.add(item.cells[sheet.key])
            else:  # without a key it is not known which row is missing
                sheet.whole = False
        if fault:
            line, code, column, value, details = fault
            name = sheet.header[column - 1] if column is not None and column <= width else None
            if counter.admits(code, file, name):
                problems.append(Problem(code, file, line, column, name, value, details))
    sheet.problems = (*problems, *counter.rest())
    return sheet


def _width_fault(record: _CsvRecord, width: int) -> _Fault | None:
    """Return CSV-006 for a record that is not as wide as the header.

    A header of one cell is a title or has another delimiter; it says nothing about the records.
    """
    if not record.usable or width <= 1:
        return None
    details = {"count": str(len(record.cells)), "expected": str(width)}
    return _Fault(record.line, "CSV-006", None, None, details)


def _shared(cells: list[str], share: dict[str, str]) -> tuple[str, ...]:
    """Return the cells, equal ones sharing one string: a register repeats its references very often.

    Cells that do not repeat would only fill the memory twice, so sharing stops at _MAX_SHARED strings.
    """
    if len(share) < _MAX_SHARED:
        return tuple([share.setdefault(c, c) for c in cells])
    return tuple([share.get(c, c) for c in cells])


def _records(text: str) -> Iterator[_CsvRecord | _Fault]:
    """Yield the records of a file, each behind its faults; blank lines are skipped."""
    clean = _CONTROL.search(text.replace("\r\n", "\n")) is None
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        first = at
        raw = lines[at].removesuffix("\r")
        at += 1
        if not raw:
            continue
        if '"' in raw:
            at = _join(lines, at, raw)
            raw = "\n".join(piece.removesuffix("\r") for piece in lines[first:at])
            if raw.count('"') % 2:
                details = {"count": str(sum(1 for x in lines[at:] if x) + at - first - 1)}
                yield _Fault(first + 1, "CSV-001", None, None, details)
                yield _CsvRecord(first + 1, [], usable=False)
                return
            cells = yield from _quoted_cells(raw, first + 1)
        else:
            cells = raw.split(",")
        if not clean and (control := _CONTROL.search(raw)):
            column = next((n for n, cell in enumerate(cells, 1) if _CONTROL.search(cell)), 1)
            yield _Fault(first + 1, "CSV-004", column, f"U+{ord(control[0]):04X}", {})
            yield _CsvRecord(first + 1, cells, usable=False)
            continue
        if len(raw) > MAX_CELL_BYTES // 4:
            yield from _large_cells(cells, first + 1)
        if any(cells):
            yield _CsvRecord(first + 1, cells)


def _join(lines: list[str], at: int, raw: str) -> int:
    """Return the line after the record that begins with `raw`: the first at which its quotes are even."""
    quotes = raw.count('"')
    end = at
    while quotes % 2 and end < len(lines):
        quotes += lines[end].count('"')
        end += 1
    return at if quotes % 2 else end


def _quoted_cells(raw: str, line: int) -> Generator[_Fault, None, list[str]]:
    """Yield the faults of a record with quotes, and return its cells."""
    cells: list[str] = []
    at = 0
    while True:
        match = _QUOTED.match(raw, at)
        if match:
            cell, end = match[1].replace('""', '"'), match.end()
        else:
            end = raw.find(",", at)
            end = len(raw) if end < 0 else end
            cell = raw[at:end]
        rest = raw[end : end + 1]
        if (not match and '"' in cell) or rest not in ("", ","):
            end = raw.find(",", end)
            end = len(raw) if end < 0 else end
            cell = raw[at:end]
            yield _Fault(line, "CSV-002", len(cells) + 1, cell, {})
        if cell.count("\n") >= MAX_CELL_LINES:
            details = limit_details("单元格行数", "lines in the cell", cell.count("\n") + 1, MAX_CELL_LINES)
            yield _Fault(line, "LIM-001", len(cells) + 1, None, details)
        cells.append(cell)
        if end >= len(raw):
            return cells
        at = end + 1


def _large_cells(cells: list[str], line: int) -> Iterator[_Fault]:
    for column, cell in enumerate(cells, 1):
        size = len(cell.encode("utf-8"))
        if size > MAX_CELL_BYTES:
            details = limit_details("单元格字节数", "bytes in the cell", size, MAX_CELL_BYTES)
            yield _Fault(line, "LIM-001", column, None, details)
