"""From sheets to typed rows: headers, cells, keys and references, all tables together.

What frictionless cannot see is checked here: keys that look the same, ids across tables, references across
packages, allowed categories. The rules of the domain are in rules.py.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator import schema
from generator.problems import Problem
from generator.reading import cells
from generator.reading.csvtext import Row
from generator.reading.folding import plain
from generator.reading.loaded import LoadedTable
from generator.records import RECORDS, Record
from generator.schema import Field, TableSchema

_ZERO: Mapping[str, object] = {"boolean": False, "integer": None, "number": None, "string": ""}


@dataclass(slots=True)
class CheckedTable:
    """One table's rows as records, with the physical line of each."""

    schema: TableSchema
    file: str
    records: list[Record] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    """Cell number, from 1, of each field."""


@dataclass(slots=True)
class Checked:
    """Every table, the place of every id, and what is wrong."""

    tables: dict[str, CheckedTable] = field(default_factory=dict)
    owners: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Table and physical line of every id."""
    cases: frozenset[str] = frozenset()
    """Ids of the case studies, which are files and no rows."""
    problems: list[Problem] = field(default_factory=list)

    def holder(self, id_: str) -> str | None:
        """Return the table that an id is in, ``cases`` for a case study, None for an id not in use."""
        return self.owners[id_][0] if id_ in self.owners else "cases" if id_ in self.cases else None

    def problem(self, code: str, record: Record, name: str, value: str, **details: str) -> None:
        """Report a problem at the field `name` of `record`."""
        table_name, line = self.owners[record.id]
        table = self.tables[table_name]
        self.problems.append(
            Problem(code, table.file, line, table.columns.get(name), name, value, details, record.id)
        )


def check_tables(loaded: Mapping[str, LoadedTable], cases: Collection[str] = ()) -> Checked:
    """Check every table and read its rows. Rows with bad cells are kept with those cells unknown.

    `cases` are the ids of the case studies, to which some rows may refer.
    """
    checked = Checked(cases=frozenset(cases))
    for table in schema.tables().values():
        given = loaded.get(table.name)
        result = CheckedTable(table, table.path)
        checked.tables[table.name] = result
        if given is not None and given.sheet.header:
            _check_header(given, result, checked)
        # A file that could not be read, or whose rows could not, has told of it already.
        unread = given is not None and given.data.strip() and (not result.columns or given.sheet.problems)
        if given is not None and not given.sheet.rows and not given.allow_empty and not unread:
            checked.problems.append(Problem("CSV-008", table.path, 1))
        if given is not None and result.columns:
            _read_rows(given, result, checked)
    for result in checked.tables.values():
        _check_keys(result, checked)
    for result in checked.tables.values():
        _check_references(result, checked)
    return checked


def _check_header(given: LoadedTable, result: CheckedTable, checked: Checked) -> None:
    names = [f.name for f in given.schema.fields]
    header = given.sheet.header
    if len(set(header) & set(names)) <= len(names) // 3:
        joined = ",".join(header)
        code, value, details = "CSV-005", joined, {"header": ",".join(names)}
        for mark in (";", "，", "\t", "|"):
            if joined.count(mark) >= 2:
                code, value, details = "CSV-003", mark, {}
        checked.problems.append(Problem(code, result.file, 1, None, None, value, details))
        return
    own = [name for name in header if not name.startswith("x_")]
    for column, name in enumerate(header, 1):
        expected = names[column - 1] if column <= len(names) else "x_…"
        if name in names and header.index(name) == column - 1:
            continue
        if name.startswith("x_"):
            continue
        what = (
            ("重复", "is repeated")
            if name in names
            else ("含空格", "has spaces")
            if name != name.strip()
            else ("", "")
        )
        details = {"expected": expected, "what": what[0], "what_en": what[1]}
        suggestion = expected if plain(name).lower() == expected else None
        checked.problems.append(
            Problem("CSV-007", result.file, 1, column, None, name, details, suggestion=suggestion)
        )
    stripped = {name.strip().lower() for name in own}
    missing = [name for name in names if name not in stripped]
    for name in missing:
        checked.problems.append(Problem("CSV-009", result.file, 1, None, name))
    if set(own) == set(names) and len(own) == len(names):
        if own != names:
            at = next(i for i, (a, b) in enumerate(zip(own, names, strict=True)) if a != b)
            details = {"expected": names[at], "what": "次序不对", "what_en": "is out of order"}
            checked.problems.append(Problem("CSV-007", result.file, 1, at + 1, None, own[at], details))
        result.columns = {name: header.index(name) + 1 for name in names}


def _read_rows(given: LoadedTable, result: CheckedTable, checked: Checked) -> None:
    rows = given.sheet.rows
    columns = [
        _read_column(f, result.columns[f.name] - 1, rows, result, checked.problems)
        for f in given.schema.fields
    ]
    make = RECORDS[given.schema.name]
    result.records = [make(*values) for values in zip(*columns, strict=True)]
    result.lines = [row.line for row in rows]


def _read_column(
    spec: Field, at: int, rows: list[Row], result: CheckedTable, problems: list[Problem]
) -> list[object]:
    read = cells.reader(spec)
    unknown = "" if spec.format == "partial-date" else _ZERO[spec.type]
    unknown = None if spec.format == "partial-date" else unknown
    values: list[object] = []
    for row in rows:
        text = row.cells[at]
        if not text:
            values.append(unknown)
            if spec.required:
                problems.append(
                    Problem("REQ-001", result.file, row.line, at + 1, spec.name, row=row.cells[0])
                )
            continue
        value, slip = read(text)
        values.append(unknown if value is None else value)
        if slip is None:
            continue
        details = slip.details
        code = slip.code
        if spec.required and cells.is_blank(text):
            code, details = "REQ-001", {"detail": "（只有空白字符）", "detail_en": " (blanks only)"}
            slip = None
        elif code == "CAT-001":
            details = {"allowed": "{" + ", ".join(cells.allowed(spec)) + "}"}
        suggestion = slip.suggestion if slip else None
        problems.append(
            Problem(code, result.file, row.line, at + 1, spec.name, text, details, row.cells[0], suggestion)
        )
    return values


def _look(key: str) -> str:
    if cells.ID_FORM.match(key):
        return key
    return "".join(c for c in unicodedata.normalize("NFKC", key).casefold() if c.isalnum() or c == "-")


def _check_keys(result: CheckedTable, checked: Checked) -> None:
    seen: dict[str, int] = {}
    looks: dict[str, int] = {}
    for record, line in zip(result.records, result.lines, strict=True):
        other_table = checked.owners.get(record.id, ("", 0))[0]
        code, details = "", {}
        if not record.id:
            continue
        if record.id in seen:
            code, details = "KEY-001", {"other": str(seen[record.id])}
        elif (look := _look(record.id)) in looks:
            code, details = "KEY-002", {"other": str(looks[look])}
        elif other_table:
            code, details = "KEY-004", {"other": checked.tables[other_table].file}
        else:
            checked.owners[record.id] = (result.schema.name, line)
        if code:
            checked.problems.append(Problem(code, result.file, line, 1, "id", record.id, details, record.id))
        seen.setdefault(record.id, line)
        looks.setdefault(_look(record.id), line)
    for keys in result.schema.unique_keys:
        _check_unique(keys, result, checked)


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


def _check_references(result: CheckedTable, checked: Checked) -> None:
    for spec in result.schema.fields:
        if not spec.references:
            continue
        anything = spec.references == schema.ANY
        column = result.columns.get(spec.name)
        for record, line in zip(result.records, result.lines, strict=True):
            value = getattr(record, spec.name)
            if not value:
                continue
            owner = checked.owners.get(value)
            if anything and value in checked.cases:
                continue
            if owner and (anything or owner[0] in spec.references):
                continue
            targets = list(schema.tables()) if anything else list(spec.references)
            details = {"tables": "、".join(targets if len(targets) < 6 else ["任一"])}
            if owner:
                details |= {"where": f"（它在 {owner[0]} 表）", "where_en": f" (it is in {owner[0]})"}
            near = None if owner else _nearest_id(value, targets, checked)
            checked.problems.append(
                Problem("FK-001", result.file, line, column, spec.name, value, details, record.id, near)
            )


def _nearest_id(value: str, targets: list[str], checked: Checked) -> str | None:
    # The nearest among at most a few thousand: comparing with 100,000 ids for each slip would take minutes.
    candidates = [r.id for name in targets for r in checked.tables[name].records]
    alike = [c for c in candidates if abs(len(c) - len(value)) < 4 and c[:1] == value[:1]][:3000]
    near = difflib.get_close_matches(value, alike, 1, 0.6)
    return near[0] if near else None
