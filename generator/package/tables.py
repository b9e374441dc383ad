"""From files to typed rows, table by table, and then across all of them.

A table is split, its header compared, its cells read, and its text let go before the next one is split: what
stays are records. Ids and references are compared in keys.py, the rules of the domain are in rules.py.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.package import allowed_values, cells
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedFolder, LoadedTable
from generator.package.headers import read_header
from generator.package.row_check import MAX_ERRORS, RowCheck
from generator.package.text_issues import CellIssue, is_blank
from generator.problems.problem import Problem, Problems
from generator.schema import table_schema
from generator.schema.records import RECORDS, Record
from generator.schema.table_schema import Field, TableSchema

MAX_SUGGESTIONS = 20
"""Of one column: looking for the nearest of many values takes longer than reading the row."""
_ZERO: Mapping[str, object] = {"boolean": False, "integer": None, "number": None, "string": ""}


@dataclass(slots=True)
class CheckedTable:
    """One table's rows as records, with the physical line of each."""

    schema: TableSchema
    file: str
    records: list[Record] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("l"))
    columns: dict[str, int] = field(default_factory=dict)
    """Cell number, from 1, of each field."""
    header: tuple[str, ...] = ()
    whole: bool = True
    """Whether every row of the file is a record here or named in `lost`."""
    unfit: set[str] = field(default_factory=set)
    """Ids of rows that are not what their class says: a required value or a category is missing."""
    lost: set[str] = field(default_factory=set)
    """Ids, as far as they can be told, of rows that could not be split."""
    _line_of: dict[str, int] = field(default_factory=dict)

    def line_of(self, id_: str) -> int:
        """Return the physical line on which an id first stands."""
        if not self._line_of:
            pairs = zip(reversed(self.records), reversed(self.lines), strict=True)
            self._line_of = {record.id: line for record, line in pairs}
        return self._line_of[id_]


@dataclass(slots=True)
class Checked:
    """Every table, the table of every id, and what is wrong."""

    tables: dict[str, CheckedTable] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    """Name of the table that holds an id, for every id."""
    cases: frozenset[str] = frozenset()
    """Ids of the case studies, which are files and no rows."""
    problems: Problems = field(default_factory=Problems)

    def holder(self, id_: str) -> str | None:
        """Return the table that an id is in, ``cases`` for a case study, None for an id not in use."""
        return self.owners.get(id_) or ("cases" if id_ in self.cases else None)

    def line_of(self, id_: str) -> int:
        """Return the physical line of an id; KeyError where no table holds it."""
        return self.tables[self.owners[id_]].line_of(id_)

    def problem(self, code: str, record: Record, name: str, value: str, **details: str) -> None:
        """Report a problem at the field `name` of `record`."""
        table = self.tables[self.owners[record.id]]
        line, column = table.line_of(record.id), table.columns.get(name)
        self.problems.append(Problem(code, table.file, line, column, name, value, details, record.id))

    def could_hold(self, id_: str, names: tuple[str, ...]) -> bool:
        """Tell whether an id that is not held may yet stand in a row of these tables that was lost."""
        among = self.tables if names == table_schema.ANY else names
        return any(not self.tables[name].whole or id_ in self.tables[name].lost for name in among)

    def whole(self, *names: str) -> bool:
        """Tell whether every row of these tables could be read."""
        return all(self.tables[name].whole and not self.tables[name].lost for name in names)


def check_tables(
    loaded: LoadedFolder, row_check: RowCheck | None = None, cases: Collection[str] = ()
) -> Checked:
    """Read the rows of every table. Rows with bad cells are kept with those cells unknown.

    Every table whose header is in order is handed to `row_check` as well, where one is given. `cases` are the
    ids of the case studies, to which some rows may refer.
    """
    checked = Checked(cases=frozenset(cases))
    for table in table_schema.tables().values():
        result = CheckedTable(table, table.path, whole=table.name not in loaded.unread)
        checked.tables[table.name] = result
        given = loaded.tables.get(table.name)
        if given is not None:
            _read_table(given, result, checked, row_check)
    return checked


def _read_table(
    given: LoadedTable, result: CheckedTable, checked: Checked, row_check: RowCheck | None
) -> None:
    sheet = given.sheet()
    result.lost = sheet.lost
    result.whole = sheet.whole
    found: list[Problem] = []
    if sheet.header:
        result.header = sheet.header
        result.columns = read_header(sheet.header, given.schema, found)
        checked.problems.extend(found)
        result.whole &= bool(result.columns)
    # How wide the rows should be is told by a header alone.
    has_header = not any(p.code in ("CSV-003", "CSV-005") for p in found)
    checked.problems.extend(p for p in sheet.problems.all() if has_header or p.code != "CSV-006")
    # A file that could not be read, or whose rows could not, has told of it already.
    unread = not sheet.whole or bool(sheet.header and not result.columns) or bool(sheet.problems)
    if not sheet.rows and not given.allow_empty and not unread:
        checked.problems.append(Problem("CSV-008", result.file, 1))
    if result.columns:
        before = len(checked.problems)
        _read_rows(sheet, result, checked)
        # Where this much is wrong already, a second opinion would only take its time.
        if row_check is not None and len(checked.problems) - before < MAX_ERRORS:
            row_check.add(given, sheet)


def _read_rows(sheet: CsvSheet, result: CheckedTable, checked: Checked) -> None:
    columns = [
        _read_column(f, result.columns[f.name] - 1, sheet, result, checked.problems)
        for f in result.schema.fields
    ]
    make = RECORDS[result.schema.name]
    result.records = [make(*values) for values in zip(*columns, strict=True)]
    result.lines = array("l", [row.line for row in sheet.rows])


def _read_column(
    spec: Field, at: int, sheet: CsvSheet, result: CheckedTable, problems: Problems
) -> list[object]:
    read = cells.reader(spec)
    unknown = None if spec.format == "partial-date" else _ZERO[spec.type]
    values: list[object] = []
    judged: dict[str, tuple[str, bool]] = {}
    more: dict[str, int] = {}  # of the codes of which no more are kept
    for line, row in sheet.rows:
        text = row[at]
        if not text:
            values.append(unknown)
            if spec.required:
                id_ = row[sheet.key]
                result.unfit.add(id_)
                problems.append(Problem("REQ-001", result.file, line, at + 1, spec.name, row=id_))
            continue
        value, slip = read(text)
        values.append(unknown if value is None else value)
        if slip is None:
            continue
        if text not in judged:
            judged[text] = _judged(spec, slip, text)
        code, is_unfit = judged[text]
        if is_unfit:
            result.unfit.add(row[sheet.key])
        if code in more:
            more[code] += 1
        elif problems.is_full(code, result.file, spec.name):
            more[code] = 0
        else:
            told, place = _told(code, slip, spec), (result.file, line, at + 1, spec.name)
            problems.append(Problem(code, *place, text, told.details, row[sheet.key], told.suggestion))
    for code, number in more.items():
        problems.count_more(code, result.file, spec.name, number)
    return values


def _judged(spec: Field, slip: CellIssue, text: str) -> tuple[str, bool]:
    """Return the code of a slip in this column, and whether a row with it cannot stand."""
    code = "REQ-001" if spec.required and is_blank(text) else slip.code
    return code, code == "CAT-001" or (spec.required and code.startswith(("REQ", "TYP")))


def _told(code: str, slip: CellIssue, spec: Field) -> CellIssue:
    """Return the slip as it is told in this column: what is blank is missing, a category has its values."""
    if code == "REQ-001":
        return CellIssue(code, {"detail": "（只有空白字符）", "detail_en": " (blanks only)"})
    if code == "CAT-001":
        return slip._replace(details=allowed_values.told(cells.allowed(spec), spec.labels))
    return slip
