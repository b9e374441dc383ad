"""What holds between rows: ids are unique across all tables, keys within one, and references lead somewhere.

What frictionless cannot see is here: ids that look the same, references across packages. A reference to a row
that could not be read is no problem of its own.
"""

from __future__ import annotations

import difflib
import unicodedata
from bisect import bisect_left

from generator.package import cells
from generator.package.tables import MAX_SUGGESTIONS, Checked, CheckedTable
from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.table_schema import Field

_COMPARED = 100
"""How many ids before and after the place where one would stand are compared with it."""


def check_keys(checked: Checked) -> None:
    """Compare the ids and keys of every table and follow every reference.

    Problems: KEY-001, KEY-002 and KEY-004 for ids, KEY-003 for keys of several columns, FK-001.
    """
    for result in checked.tables.values():
        _check_ids(result, checked)
        for keys in result.schema.unique_keys:
            _check_unique(keys, result, checked)
    nearest: dict[tuple[str, ...], _Nearest] = {}
    for result in checked.tables.values():
        for spec in result.schema.fields:
            if spec.references:
                near = nearest.setdefault(spec.references, _Nearest(spec.references, checked))
                _check_references(spec, result, checked, near)


def _look(key: str) -> str:
    if cells.ID_FORM.match(key):
        return key
    return "".join(c for c in unicodedata.normalize("NFKC", key).casefold() if c.isalnum() or c == "-")


def _check_ids(result: CheckedTable, checked: Checked) -> None:
    looks: dict[str, int] = {}
    for at, record in enumerate(result.records):
        id_ = record.id
        if not id_:
            continue
        first = looks.setdefault(_look(id_), at)
        owner = checked.owners.get(id_, "")
        if first != at:
            same = result.records[first].id == id_
            code, other = "KEY-001" if same else "KEY-002", str(result.lines[first])
        elif owner:
            code, other = "KEY-004", checked.tables[owner].file
        else:
            checked.owners[id_] = result.schema.name
            continue
        line = result.lines[at]
        checked.problems.append(Problem(code, result.file, line, 1, "id", id_, {"other": other}, id_))


def _check_unique(keys: tuple[str, ...], result: CheckedTable, checked: Checked) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for record, line in zip(result.records, result.lines, strict=True):
        key = tuple(getattr(record, name) for name in keys)
        if key in seen:
            details = {"keys": "、".join(keys), "other": str(seen[key])}
            value = ", ".join(map(str, key))
            column = result.columns[keys[-1]]
            checked.problems.append(
                Problem("KEY-003", result.file, line, column, keys[-1], value, details, record.id)
            )
        seen.setdefault(key, line)


def _check_references(spec: Field, result: CheckedTable, checked: Checked, nearest: _Nearest) -> None:
    anything = spec.references == table_schema.ANY
    column, name, owners = result.columns.get(spec.name), spec.name, checked.owners
    problems, file = checked.problems, result.file
    for record, line in zip(result.records, result.lines, strict=True):
        value = getattr(record, name)
        if not value:
            continue
        owner = owners.get(value)
        if anything and value in checked.cases:
            continue
        if owner and (anything or owner in spec.references):
            continue
        if not owner and checked.could_hold(value, spec.references):
            continue
        if problems.is_full("FK-001", file, name):
            continue
        details = nearest.details(owner)
        few = not owner and problems.seen("FK-001", file, name) < MAX_SUGGESTIONS
        near = nearest.to(value[:64]) if few else None
        problems.append(Problem("FK-001", file, line, column, name, value, details, record.id, near))


class _Nearest:
    """The ids that a reference may have meant."""

    def __init__(self, references: tuple[str, ...], checked: Checked) -> None:
        self._targets = list(table_schema.tables()) if references == table_schema.ANY else list(references)
        self._checked = checked
        self._orders: tuple[list[str], list[str]] | None = None

    def details(self, owner: str | None) -> dict[str, str]:
        """Return the details of FK-001: the tables meant, and the one in which the value stands."""
        details = {"tables": "、".join(self._targets if len(self._targets) < 6 else ["任一"])}
        if owner:
            details |= {"where": f"（它在 {owner} 表）", "where_en": f" (it is in {owner})"}
        return details

    def to(self, value: str) -> str | None:
        """Return the nearest id among those that begin or end alike: comparing with all takes seconds."""
        if self._orders is None:
            ids = sorted({r.id for name in self._targets for r in self._checked.tables[name].records})
            self._orders = ids, sorted(id_[::-1] for id_ in ids)
        begins, ends = self._orders
        alike = {*_around(begins, value), *(id_[::-1] for id_ in _around(ends, value[::-1]))}
        near = difflib.get_close_matches(value, sorted(alike), 1, 0.6)
        return near[0] if near else None


def _around(ordered: list[str], value: str) -> list[str]:
    at = bisect_left(ordered, value)
    return ordered[max(at - _COMPARED, 0) : at + _COMPARED]
