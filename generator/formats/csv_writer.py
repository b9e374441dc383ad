"""Write CSV: RFC 4180 with line feeds, the same bytes under any Python version.

CSV is parsed in package/csv_reader.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable


class _LineBuffer:
    """Collects the lines of csv.writer, which writes one per call, and ends each with a line feed."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> int:
        self.lines.append(f"{line[:-2]}\n")
        return len(line)


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV. A cell with a line end of any kind is quoted, so that it cannot start a new row.

    With ``lineterminator="\n"``, csv.writer before Python 3.13 leaves a carriage return unquoted, and most
    parsers read it as a line end. Therefore lines are written with ``\r\n`` and converted.
    """
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Iterable[object]]) -> list[str]:
    """Return each row as a line of CSV with its line feed."""
    out = _LineBuffer()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.lines
