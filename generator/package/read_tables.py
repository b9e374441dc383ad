"""Read the files of all tables into typed rows.

A table is parsed, its header compared, its cells converted, and its text released before the next one is
parsed: only records stay in memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection

from generator.package import allowed_values, cells
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedFolder, LoadedTable
from generator.package.headers import read_header
from generator.package.keys import index_ids
from generator.package.reading import MAX_KEPT, Reading, collect
from generator.package.row_check import MAX_ERRORS, RowCheck
from generator.package.row_limits import limit_rows
from generator.package.tables import CheckedTable, TableSet
from generator.package.text_issues import CellIssue, is_blank
from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.records import RECORDS, Record
from generator.schema.table_schema import Field

_UNKNOWN: dict[str, object] = {"boolean": False, "integer": None, "number": None, "string": ""}


def read_tables(
    folder: LoadedFolder, row_check: RowCheck | None = None, cases: Collection[str] = ()
) -> Reading[TableSet]:
    """Read the rows of every table. Rows with bad cells are kept with those cells unknown.

    Every table whose header is in order is handed to `row_check` as well, where one is given. `cases` are the
    ids of the case studies, to which some rows may refer.
    """
    tables = {}
    for schema in table_schema.tables().values():
        loaded = folder.tables.get(schema.name)
        table = CheckedTable(schema, schema.path, whole=schema.name not in folder.unread)
        if loaded is not None:
            table = yield from _read_table(loaded, row_check)
        tables[schema.name] = yield from limit_rows(table)
    owners = yield from index_ids(tables)
    return TableSet(tables, owners, frozenset(cases))


def _read_table(loaded: LoadedTable, row_check: RowCheck | None) -> Reading[CheckedTable]:
    sheet = loaded.sheet()
    columns, wrong = collect(read_header(sheet.header, loaded.schema)) if sheet.header else ({}, ())
    yield from wrong
    # How wide the rows should be is known from a header alone.
    has_header = not any(problem.code in ("CSV-003", "CSV-005") for problem in wrong)
    yield from (p for p in sheet.problems if has_header or p.code != "CSV-006")
    unread = not sheet.whole or bool(sheet.header and not columns) or bool(sheet.problems)
    if not sheet.rows and not loaded.allow_empty and not unread:
        yield Problem("CSV-008", loaded.file, 1)
    table = CheckedTable(loaded.schema, loaded.file, columns=columns, header=sheet.header, lost=sheet.lost)
    table.whole = sheet.whole and bool(columns or not sheet.header)
    if not columns:
        return table
    (table.records, table.unfit), problems = collect(_read_rows(sheet, loaded, columns))
    table.lines = array("l", [row.line for row in sheet.rows])
    yield from problems
    # Where this much is wrong already, the second reading would only take its time.
    if row_check is not None and len(problems) < MAX_ERRORS:
        row_check.add(loaded, sheet)
    return table


def _read_rows(
    sheet: CsvSheet, loaded: LoadedTable, places: dict[str, int]
) -> Reading[tuple[list[Record], set[str]]]:
    """Return the rows of a sheet as records, and the ids of those that are unfit."""
    columns, unfit = [], set()
    for field in loaded.schema.fields:
        values, ids = yield from _read_column(field, places[field.name], sheet, loaded.file)
        columns.append(values)
        unfit |= ids
    make = RECORDS[loaded.schema.name]
    return [make(*values) for values in zip(*columns, strict=True)], unfit


def _read_column(
    field: Field, column: int, sheet: CsvSheet, file: str
) -> Reading[tuple[list[object], set[str]]]:
    """Return the values of a column, and the ids of the rows that cannot stand with theirs.

    Of a code that more than MAX_KEPT cells have the rest is counted and yielded as one problem.
    """
    read, at, name = cells.reader(field), column - 1, field.name
    unknown = None if field.format == "partial-date" else _UNKNOWN[field.type]
    values: list[object] = []
    unfit: set[str] = set()
    judged: dict[str, tuple[str, bool]] = {}
    counts: Counter[str] = Counter()
    for line, row in sheet.rows:
        text = row[at]
        if text:
            value, issue = read(text)
            values.append(unknown if value is None else value)
            if issue is None:
                continue
            if text not in judged:
                judged[text] = _judged(field, issue, text)
            code, is_unfit = judged[text]
        else:
            values.append(unknown)
            if not field.required:
                continue
            code, is_unfit, issue = "REQ-001", True, CellIssue("REQ-001", {})
        if is_unfit:
            unfit.add(row[sheet.key])
        counts[code] += 1
        if counts[code] <= MAX_KEPT:
            shown = _worded(code, issue, field) if text else issue
            yield Problem(
                code, file, line, column, name, text or None, shown.details, row[sheet.key], shown.suggestion
            )
    for code, count in counts.items():
        if count > MAX_KEPT:
            yield Problem(code, file, field=name, count=count - MAX_KEPT)
    return values, unfit


def _judged(field: Field, issue: CellIssue, text: str) -> tuple[str, bool]:
    """Return the code of an issue in this column, and whether a row with it is unfit."""
    code = "REQ-001" if field.required and is_blank(text) else issue.code
    return code, code == "CAT-001" or (field.required and code.startswith(("REQ", "TYP")))


def _worded(code: str, issue: CellIssue, field: Field) -> CellIssue:
    """Return an issue with its details in this column: blanks alone are a missing value, a category has its
    allowed values."""
    if code == "REQ-001":
        return CellIssue(code, {"detail": "（只有空白字符）", "detail_en": " (blanks only)"})
    if code == "CAT-001":
        return issue._replace(details=allowed_values.told(cells.allowed(field), field.labels))
    return issue
