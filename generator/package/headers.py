"""Compare the header of a table's file with the table's columns, and find the cell of each field."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.cell_text import normalize
from generator.package.reading import Reading
from generator.problems.problem import Problem
from generator.schema.table_schema import TableSchema

_MARKS = (";", "；", "，", "\t", "|")
"""What stands between cells where it should be a comma."""


def read_header(header: tuple[str, ...], table: TableSchema) -> Reading[dict[str, int]]:
    """Return the cell number, from 1, of each field; empty where the header cannot be used.

    Problems: CSV-003 for another delimiter, CSV-005 for a line that is no header, CSV-007 for a column that
    is misnamed, repeated or out of order, CSV-009 for one that is missing.
    """
    names = [f.name for f in table.fields]
    if len(set(header) & set(names)) <= len(names) // 3:
        yield _no_header(header, names, table.path)
        return {}
    wrong = list(_wrong_columns(header, names, table.path))
    yield from wrong
    own = [name for name in header if not name.startswith("x_")]
    if set(own) != set(names) or len(own) != len(names):
        return {}
    if own != names and not wrong:
        at = next(i for i, (a, b) in enumerate(zip(own, names, strict=True)) if a != b)
        details = {"expected": names[at], "what": "次序不对", "what_en": "is out of order"}
        yield Problem("CSV-007", table.path, 1, header.index(own[at]) + 1, None, own[at], details)
    return {name: header.index(name) + 1 for name in names}


def _wrong_columns(header: tuple[str, ...], names: list[str], file: str) -> Iterator[Problem]:
    for column, name in enumerate(header, 1):
        if not name.startswith("x_") and not (name in names and header.index(name) == column - 1):
            yield _misnamed(name, column, names, file)
    folded = {name.strip().lower() for name in header if not name.startswith("x_")}
    for name in names:
        if name not in folded:
            yield Problem("CSV-009", file, 1, None, name)


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
