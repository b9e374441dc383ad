"""The rows of all tables as records, with the place of each in its file. Plain values."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.records import Record
from generator.schema.table_schema import TableSchema


@dataclass(slots=True)
class CheckedTable:
    """One table's rows as records, with the physical line of each."""

    schema: TableSchema
    file: str
    records: list[Record] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("l"))
    columns: Mapping[str, int] = field(default_factory=dict)
    """Cell number, from 1, of each field."""
    header: tuple[str, ...] = ()
    whole: bool = True
    """Whether every row of the file is a record here or named in `lost`."""
    unfit: set[str] = field(default_factory=set)
    """Ids of rows that are not what their class says: a required value or a category is missing."""
    lost: set[str] = field(default_factory=set)
    """Ids, as far as they are known, of rows that could not be parsed."""
    _line_of: dict[str, int] = field(default_factory=dict)

    def line_of(self, id_: str) -> int:
        """Return the physical line on which an id first stands."""
        if not self._line_of:
            pairs = zip(reversed(self.records), reversed(self.lines), strict=True)
            self._line_of = {record.id: line for record, line in pairs}
        return self._line_of[id_]


@dataclass(frozen=True, slots=True)
class TableSet:
    """Every table by name, and the table of every id."""

    tables: Mapping[str, CheckedTable] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    """Name of the table that has an id, for every id."""
    cases: frozenset[str] = frozenset()
    """Ids of the case studies, which are files and no rows."""

    def owner(self, id_: str) -> str | None:
        """Return the table that an id is in, ``cases`` for a case study, None for an id not in use."""
        return self.owners.get(id_) or ("cases" if id_ in self.cases else None)

    def line_of(self, id_: str) -> int:
        """Return the physical line of an id; KeyError where no table has it."""
        return self.tables[self.owners[id_]].line_of(id_)

    def problem(self, code: str, record: Record, name: str, value: str, /, **details: str) -> Problem:
        """Return a problem at the field `name` of `record`."""
        table = self.tables[self.owners[record.id]]
        line, column = table.line_of(record.id), table.columns.get(name)
        return Problem(code, table.file, line, column, name, value, details, record.id)

    def could_hold(self, id_: str, names: tuple[str, ...]) -> bool:
        """Return True if an unknown id may be that of a row of these tables that was lost."""
        among = self.tables if names == table_schema.ANY else names
        return any(not self.tables[name].whole or id_ in self.tables[name].lost for name in among)

    def is_whole(self, *names: str) -> bool:
        """Return True if every row of these tables could be read."""
        return all(self.tables[name].whole and not self.tables[name].lost for name in names)
