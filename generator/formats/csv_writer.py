"""How every CSV of the site is written: RFC 4180 with line feeds, the same bytes under any Python.

Nothing here knows a table; reading is reading/csvtext.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable


class _LineBuffer:
    """Takes the writer's lines, of which it hands over one at a time, and ends each with a line feed."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> int:
        self.lines.append(f"{line[:-2]}\n")
        return len(line)


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV. A cell with a line end of any kind is quoted, so that it cannot begin a row.

    Told that lines end with a line feed, Python's writer leaves a carriage return unquoted before 3.13, and
    most readers take it for a line end.
    """
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Iterable[object]]) -> list[str]:
    """Return each row as the text that it is in a file of CSV, with its line feed."""
    out = _LineBuffer()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.lines
