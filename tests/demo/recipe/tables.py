"""The tables of the demonstration while they are being filled.

Holds rows as text, in the order of the schema's fields, and refuses a second use of an id. What the rows say
belongs to the other modules; how they are written to disk belongs to `writing`.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[3] / "generator" / "schema" / "tables"
PACKAGES = ("reference", "registry", "figures", "library", "supervision")
SEED = "demonstration city, first edition"
AS_OF = "2025-06-30"
CITY = "area-city"

Cell = str | int | float | bool | None
Row = dict[str, str]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = frozenset({"page", "index", "assets", "data"})
_PACKAGE_LINE = re.compile(r"^package: (\w+)", re.MULTILINE)
_FIELD_LINE = re.compile(r"^  - name: (\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the recipe needs to know of a table: where it lies and its columns in order."""

    package: str
    columns: tuple[str, ...]


def headers(folder: Path = SCHEMAS) -> dict[str, Header]:
    """Return the header of every table by name, read from the schema files.

    Two regular expressions stand in for a YAML reader, because the recipe uses the standard library only; the
    files keep one field to a block, so nothing more is needed. Raises OSError where a file cannot be read.
    """
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text("utf-8")
        package = _PACKAGE_LINE.search(text)
        if package is None:
            raise ValueError(f"{path.name} names no package")
        found[path.stem] = Header(package[1], tuple(_FIELD_LINE.findall(text)))
    return found


def text(value: Cell) -> str:
    """Return `value` as a cell: nothing for None, true or false, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


@dataclass
class City:
    """All tables of the city, by name, and the one source of chance."""

    headers: dict[str, Header] = field(default_factory=headers)
    rng: random.Random = field(default_factory=lambda: random.Random(SEED))
    tables: dict[str, dict[str, Row]] = field(init=False)
    _ids: set[str] = field(init=False, default_factory=set)
    _counters: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        self.tables = {name: {} for name in self.headers}

    def add(self, table: str, row_id: str, **cells: Cell) -> str:
        """Append a row to `table` and return its id.

        Raises ValueError for an id that is malformed, reserved or already used in any table, and for a column
        that the schema does not have.
        """
        if not _ID.fullmatch(row_id) or len(row_id) > 64 or row_id in _RESERVED or row_id in self._ids:
            raise ValueError(f"id {row_id!r} of {table} is malformed, reserved or used twice")
        columns = self.headers[table].columns
        if unknown := set(cells) - set(columns):
            raise ValueError(f"{table} has no column {sorted(unknown)}")
        self._ids.add(row_id)
        self.tables[table][row_id] = {"id": row_id} | {c: text(cells.get(c)) for c in columns if c != "id"}
        return row_id

    def append(self, table: str, prefix: str, **cells: Cell) -> str:
        """Append a row under the next number of `prefix` (`rec-0001`, `rec-0002`, …) and return its id."""
        self._counters[prefix] += 1
        return self.add(table, f"{prefix}-{self._counters[prefix]:04d}", **cells)

    def add_rows(
        self, table: str, columns: str, rows: Iterable[Sequence[Cell]], *, prefix: str = "", **common: Cell
    ) -> None:
        """Append a row to `table` for each of `rows`, whose cells stand under the names in `columns`.

        Without an `id` among the columns the rows are numbered under `prefix`; `common` cells are the same in
        all. Raises ValueError as `add` does, and where a row has too few or too many cells.
        """
        names = columns.split()
        for row in rows:
            cells = common | dict(zip(names, row, strict=True))
            row_id = cells.pop("id", None)
            if row_id is None:
                self.append(table, prefix, **cells)
            else:
                self.add(table, text(row_id), **cells)

    def reserve(self, row_id: str) -> None:
        """Keep `row_id` from being used by a row: all ids share one space. Raises ValueError if taken."""
        if row_id in self._ids:
            raise ValueError(f"id {row_id!r} is used twice")
        self._ids.add(row_id)

    def rows(self, table: str, **cells: Cell) -> list[Row]:
        """Return the rows of `table` whose named cells hold the given values, in order of entry."""
        wanted = {k: text(v) for k, v in cells.items()}
        return [r for r in self.tables[table].values() if all(r[k] == v for k, v in wanted.items())]
