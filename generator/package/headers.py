"""Compares the header of a table's file with the table's columns, and says which cell holds which field."""

from __future__ import annotations

from generator.formats.cell_text import normalize
from generator.problems.problem import Problem
from generator.schema.table_schema import TableSchema

_MARKS = (";", "；", "，", "\t", "|")
"""What stands between cells where it should be a comma."""


def read_header(header: tuple[str, ...], table: TableSchema, problems: list[Problem]) -> dict[str, int]:
    """Return the cell number, from 1, of each field; empty where the header cannot be used.

    Problems: CSV-003 for another delimiter, CSV-005 for a line that is no header, CSV-007 for a column that
    is misnamed, repeated or out of order, CSV-009 for one that is missing.
    """
    names = [f.name for f in table.fields]
    if len(set(header) & set(names)) <= len(names) // 3:
        problems.append(_no_header(header, names, table.path))
        return {}
    before = len(problems)
    for column, name in enumerate(header, 1):
        if not name.startswith("x_") and not (name in names and header.index(name) == column - 1):
            problems.append(_misnamed(name, column, names, table.path))
    own = [name for name in header if not name.startswith("x_")]
    alike = {name.strip().lower() for name in own}
    problems += [Problem("CSV-009", table.path, 1, None, name) for name in names if name not in alike]
    if set(own) != set(names) or len(own) != len(names):
        return {}
    if own != names and len(problems) == before:
        at = next(i for i, (a, b) in enumerate(zip(own, names, strict=True)) if a != b)
        details = {"expected": names[at], "what": "次序不对", "what_en": "is out of order"}
        problems.append(Problem("CSV-007", table.path, 1, header.index(own[at]) + 1, None, own[at], details))
    return {name: header.index(name) + 1 for name in names}


def _no_header(header: tuple[str, ...], names: list[str], file: str) -> Problem:
    joined = ",".join(header)
    for mark in _MARKS:
        if len(set(joined.split(mark)) & set(names)) > len(names) // 3:
            return Problem("CSV-003", file, 1, None, None, mark)
    return Problem("CSV-005", file, 1, None, None, joined, {"header": ",".join(names)})


def _misnamed(name: str, column: int, names: list[str], file: str) -> Problem:
    expected = names[column - 1] if column <= len(names) else "x_…"
    if name in names:
        what, what_en = "重复", "is repeated"
    elif name != name.strip():
        what, what_en = "含空格", "has spaces"
    else:
        what, what_en = "", "is unknown"
    details = {"expected": expected, "what": what, "what_en": what_en}
    suggestion = expected if normalize(name[:64]).lower() == expected else None
    return Problem("CSV-007", file, 1, column, None, name, details, suggestion=suggestion)
