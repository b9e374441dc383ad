"""A city's files in memory, where one slip is made: rows picked by chance, cells and lines changed in place.

Knows files, tables and their schemas; which slip is made, and what must come of it, is told in mutators.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.package.csv_reader import parse
from generator.schema import table_schema
from generator.schema.table_schema import Field, TableSchema


class Expected(NamedTuple):
    """What must be told of a slip: one of these codes, in this file, on this line."""

    file: str
    """As problems name it: below the data folder, or ``docs/…``."""
    line: int | None
    """Physical line; None where the slip is of the whole file."""
    codes: tuple[str, ...]


class Cell(NamedTuple):
    """One cell of one row."""

    table: TableSchema
    line: int
    field: Field
    text: str
    row: dict[str, str]


@dataclass
class Draft:
    """The files of a clean city and what a slip changes in them."""

    files: dict[str, bytes]
    """By path below the city's folder."""
    dice: random.Random
    changed: dict[str, bytes | None] = field(default_factory=dict)
    """New content by path; None for a file taken away."""

    def text(self, path: str) -> str:
        data = self.changed.get(path, self.files.get(path)) or b""
        return data.decode("utf-8-sig")

    def put(self, path: str, content: str | bytes) -> None:
        self.changed[path] = content.encode() if isinstance(content, str) else content

    def rows(self, table: TableSchema) -> list[tuple[int, dict[str, str]]]:
        """Rows of a table that stand on one line each, with that line."""
        sheet = parse(self.text(f"data/{table.path}"), table.path)
        single = [row for row in sheet.rows if not any("\n" in cell for cell in row.cells)]
        return [(row.line, dict(zip(sheet.header, row.cells, strict=True))) for row in single]

    def cells(self, wanted: Callable[[Field], bool], *tables: str) -> Iterator[Cell]:
        """Every filled cell of the columns wanted, of these tables or of all."""
        for table in table_schema.tables().values():
            fields = [f for f in table.fields if wanted(f)] if not tables or table.name in tables else []
            for line, row in self.rows(table) if fields else []:
                for f in fields:
                    if row[f.name]:
                        yield Cell(table, line, f, row[f.name], row)

    def pick(
        self, wanted: Callable[[Field], bool], *tables: str, where: Callable[[Cell], bool] = lambda cell: True
    ) -> Cell | None:
        """One filled cell by chance; None where there is none."""
        found = [cell for cell in self.cells(wanted, *tables) if where(cell)]
        return self.dice.choice(found) if found else None

    def set(self, cell: Cell, text: str, column: str = "") -> Expected:
        """Put text into a cell, or into another column of its row; returns its place without codes."""
        row = {**cell.row, column or cell.field.name: text}
        return self.line(f"data/{cell.table.path}", cell.line, csv_line(row.values()))

    def line(self, path: str, number: int, text: str | bytes) -> Expected:
        """Put another line in the place of one."""
        lines = self.text(path).split("\n")
        raw = [line.encode() for line in lines]
        raw[number - 1] = text.encode() if isinstance(text, str) else text
        self.put(path, b"\n".join(raw))
        return Expected(path.removeprefix("data/"), number, ())

    def raw_line(self, cell: Cell) -> str:
        return self.text(f"data/{cell.table.path}").split("\n")[cell.line - 1]

    def take_away(self, cell: Cell) -> None:
        """Delete the row of a cell."""
        path = f"data/{cell.table.path}"
        lines = self.text(path).split("\n")
        del lines[cell.line - 1]
        self.put(path, "\n".join(lines))

    def replace(self, path: str, old: str, new: str) -> Expected | None:
        """Put text in the place of the first that is `old`; None where it does not stand there."""
        text = self.text(path)
        at = text.find(old)
        if at < 0:
            return None
        self.put(path, text[:at] + new + text[at + len(old) :])
        return Expected(path.removeprefix("data/"), text.count("\n", 0, at) + 1, ())

    def any_path(self, beginning: str, ending: str) -> str:
        """One of the files so named, by chance; "" where there is none."""
        found = sorted(p for p in self.files if p.startswith(beginning) and p.endswith(ending))
        return self.dice.choice(found) if found else ""


def csv_line(cells: object) -> str:
    """One line of CSV without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)  # type: ignore[arg-type]
    return out.getvalue()


def read_files(folder: Path) -> dict[str, bytes]:
    """The files of a city's data and docs folders, by path below `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("data", "docs")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
