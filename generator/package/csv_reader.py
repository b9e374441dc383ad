"""From the text of a CSV file to its rows, each with the physical line on which it begins (RFC 4180).

The standard library's reader swallows rows behind an unclosed quote and lets a stray quote pass; here both
are problems at their line. Nothing here knows what a column means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.package.files import MAX_FILE_BYTES, limit_details
from generator.problems.problem import Problem, Problems

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
    """A read CSV file."""

    header: tuple[str, ...] = ()
    rows: list[CsvRow] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Keys of the rows that were left out because they could not be split."""
    whole: bool = True
    """Whether every row was read, or is named in `lost`."""
    problems: Problems = field(default_factory=Problems)
    key: int = 0
    """Place, from 0, of the column that tells rows apart; the first where the header does not name it."""

    def lose(self, cells: list[str]) -> None:
        """Leave out a row that could not be split; one too short to have a key cannot be told."""
        if self.key < len(cells):
            self.lost.add(cells[self.key])
        else:
            self.whole = False

    def named(self, code: str, file: str, line: int, column: int, **more: str) -> None:
        """Add a problem at a cell, with the name its column has in the header."""
        name = self.header[column - 1] if column <= len(self.header) else None
        value = more.pop("value", None)
        self.problems.append(Problem(code, file, line, column, name, value, more))


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
    """Read `text` into a header and rows. Problems: CSV-001, CSV-002, CSV-004, CSV-006, LIM-001.

    `key` is the name of the column that tells rows apart.
    """
    sheet = CsvSheet()
    width = 0
    share: dict[str, str] = {}
    for line, cells in _records(text, file, sheet):
        if not sheet.header:
            sheet.header = tuple(cells)
            width = len(cells)
            sheet.key = cells.index(key) if key in cells else 0
            continue
        if len(cells) != width:
            # A first line of one cell is a title or has another delimiter; it tells nothing of the others.
            if width > 1:
                details = {"count": str(len(cells)), "expected": str(width)}
                sheet.problems.append(Problem("CSV-006", file, line, details=details))
            sheet.lose(cells)
            continue
        # Equal cells share one string: a register repeats its references a thousand times. Cells that do
        # not repeat would only fill the memory twice.
        if len(share) < _MAX_SHARED:
            row = tuple([share.setdefault(c, c) for c in cells])
        else:
            row = tuple([share.get(c, c) for c in cells])
        sheet.rows.append(CsvRow(line, row))
    return sheet


def _records(text: str, file: str, sheet: CsvSheet) -> Iterator[tuple[int, list[str]]]:
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
                sheet.problems.append(Problem("CSV-001", file, first + 1, details=details))
                sheet.whole = False
                return
            cells = _quoted_cells(raw, file, first + 1, sheet)
        else:
            cells = raw.split(",")
        if not clean and (control := _CONTROL.search(raw)):
            column = next((n for n, cell in enumerate(cells, 1) if _CONTROL.search(cell)), 1)
            sheet.named("CSV-004", file, first + 1, column, value=f"U+{ord(control[0]):04X}")
            sheet.lose(cells)
            continue
        if len(raw) > MAX_CELL_BYTES // 4:
            _large_cells(cells, file, first + 1, sheet)
        if any(cells):
            yield first + 1, cells


def _join(lines: list[str], at: int, raw: str) -> int:
    """Return the line after the record that begins with `raw`: the first at which its quotes are even."""
    quotes = raw.count('"')
    end = at
    while quotes % 2 and end < len(lines):
        quotes += lines[end].count('"')
        end += 1
    return at if quotes % 2 else end


def _quoted_cells(raw: str, file: str, line: int, sheet: CsvSheet) -> list[str]:
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
            sheet.named("CSV-002", file, line, len(cells) + 1, value=cell)
        if cell.count("\n") >= MAX_CELL_LINES:
            details = limit_details("单元格行数", "lines in the cell", cell.count("\n") + 1, MAX_CELL_LINES)
            sheet.named("LIM-001", file, line, len(cells) + 1, **details)
        cells.append(cell)
        if end >= len(raw):
            return cells
        at = end + 1


def _large_cells(cells: list[str], file: str, line: int, sheet: CsvSheet) -> None:
    for column, cell in enumerate(cells, 1):
        size = len(cell.encode("utf-8"))
        if size > MAX_CELL_BYTES:
            details = limit_details("单元格字节数", "bytes in the cell", size, MAX_CELL_BYTES)
            sheet.named("LIM-001", file, line, column, **details)
