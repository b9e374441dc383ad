"""Check what holds between rows: ids are unique across all tables, keys within one, references resolve.

This is what frictionless cannot see: ids that look the same, references across packages. A reference to a
row that could not be read is no problem of its own.
"""

from __future__ import annotations

import difflib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from generator.package import cells
from generator.package.reading import MAX_KEPT, Reading
from generator.package.tables import CheckedTable, TableSet
from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.table_schema import Field

MAX_SUGGESTIONS = 20
"""References of one column for which the nearest id is looked up: that takes longer than reading the row."""
_COMPARED = 100
"""How many ids before and after the place where one would stand are compared with it."""


def index_ids(tables: Mapping[str, CheckedTable]) -> Reading[dict[str, str]]:
    """Return the name of the table of every id: of equal ids, or ids that look the same, the first counts.

    Problems: KEY-001 for an id repeated in its table, KEY-002 for one that looks like another, KEY-004 for
    one of another table.
    """
    owners: dict[str, str] = {}
    for table in tables.values():
        looks: dict[str, int] = {}
        for at, record in enumerate(table.records):
            id_ = record.id
            if not id_:
                continue
            first, owner = looks.setdefault(_look(id_), at), owners.get(id_, "")
            if first != at:
                same = table.records[first].id == id_
                code, other = "KEY-001" if same else "KEY-002", str(table.lines[first])
            elif owner:
                code, other = "KEY-004", tables[owner].file
            else:
                owners[id_] = table.schema.name
                continue
            yield Problem(code, table.file, table.lines[at], 1, "id", id_, {"other": other}, id_)
    return owners


def check_keys(rows: TableSet) -> Iterator[Problem]:
    """Compare the keys of several columns (KEY-003) and follow every reference (FK-001)."""
    nearest: dict[tuple[str, ...], _Nearest] = {}
    for table in rows.tables.values():
        for keys in table.schema.unique_keys:
            yield from _check_unique(keys, table)
        for field in table.schema.fields:
            if field.references:
                near = nearest.setdefault(field.references, _Nearest(field.references, rows))
                yield from _check_references(field, table, rows, near)


def _look(key: str) -> str:
    """Return what an id looks like: width, capitals and signs left out."""
    if cells.ID_FORM.match(key):
        return key
    return "".join(c for c in unicodedata.normalize("NFKC", key).casefold() if c.isalnum() or c == "-")


def _check_unique(keys: tuple[str, ...], table: CheckedTable) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for record, line in zip(table.records, table.lines, strict=True):
        key = tuple(getattr(record, name) for name in keys)
        if key in seen:
            details = {"keys": "、".join(keys), "other": str(seen[key])}
            value = ", ".join(map(str, key))
            column = table.columns[keys[-1]]
            yield Problem("KEY-003", table.file, line, column, keys[-1], value, details, record.id)
        seen.setdefault(key, line)


def _check_references(
    field: Field, table: CheckedTable, rows: TableSet, nearest: _Nearest
) -> Iterator[Problem]:
    """Yield FK-001 for every reference of a column that leads nowhere; those beyond MAX_KEPT are counted."""
    anything = field.references == table_schema.ANY
    column, name, owners = table.columns.get(field.name), field.name, rows.owners
    count = 0
    for record, line in zip(table.records, table.lines, strict=True):
        value = getattr(record, name)
        if not value:
            continue
        owner = owners.get(value)
        if anything and value in rows.cases:
            continue
        if owner and (anything or owner in field.references):
            continue
        if not owner and rows.could_hold(value, field.references):
            continue
        count += 1
        if count <= MAX_KEPT:
            near = nearest.to(value[:64]) if not owner and count <= MAX_SUGGESTIONS else None
            details = nearest.details(owner)
            yield Problem("FK-001", table.file, line, column, name, value, details, record.id, near)
    if count > MAX_KEPT:
        yield Problem("FK-001", table.file, field=name, count=count - MAX_KEPT)


class _Nearest:
    """The ids that a reference may have meant."""

    def __init__(self, references: tuple[str, ...], rows: TableSet) -> None:
        self._targets = list(table_schema.tables()) if references == table_schema.ANY else list(references)
        self._rows = rows
        self._orders: tuple[list[str], list[str]] | None = None

    def details(self, owner: str | None) -> dict[str, str]:
        """Return the details of FK-001: the tables meant, and the one in which the value stands."""
        details = {"tables": "、".join(self._targets if len(self._targets) < 6 else ["任一"])}
        if owner:
            details |= {"where": f"（它在 {owner} 表）", "where_en": f" (it is in {owner})"}
        return details

    def to(self, value: str) -> str | None:
        """Return the nearest id among those with the same beginning or end; comparing all takes seconds."""
        if self._orders is None:
            ids = sorted({r.id for name in self._targets for r in self._rows.tables[name].records})
            self._orders = ids, sorted(id_[::-1] for id_ in ids)
        begins, ends = self._orders
        candidates = {*_around(begins, value), *(id_[::-1] for id_ in _around(ends, value[::-1]))}
        near = difflib.get_close_matches(value, sorted(candidates), 1, 0.6)
        return near[0] if near else None


def _around(ordered: list[str], value: str) -> list[str]:
    at = bisect_left(ordered, value)
    return ordered[max(at - _COMPARED, 0) : at + _COMPARED]
