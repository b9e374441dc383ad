"""The one door to frictionless: a second, independent reading of every row against its Table Schema.

It is given trusted schemas and the rows already split, so that it can open no file and no address. Its
findings are mapped to the portal's codes; where our own check found something at the same cell, that stands.

Frictionless takes longer to start than most registers take to check. Where the machine has a second core it
works there, in a child process, while our own check runs here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from generator import processes
from generator.problems import Problem
from generator.reading.loaded import LoadedTable

MAX_ERRORS = 1000
_CODES = {"constraint-error": "REQ-001", "primary-key": "KEY-001"}
Place = tuple[str, int | None, int | None]
"""File, line and column of a problem."""


class _Sheet(NamedTuple):
    """What frictionless needs of a table: the columns that it can say something about."""

    file: str
    fields: tuple[tuple[str, str, bool, int], ...]
    """Name, type, whether required, and cell number of each column."""
    lines: list[int]
    rows: list[list[str]]


class RowCheck:
    """Checks rows beside other work: `begin` hands them over, `problems` waits for the answer."""

    def __init__(self) -> None:
        self._sheets: list[_Sheet] = []
        self._child = processes.start(_serve) if processes.parts() > 1 else None

    def begin(self, tables: Mapping[str, LoadedTable]) -> None:
        """Hand over every table whose header is in order."""
        self._sheets = [s for s in map(_sheet, tables.values()) if s is not None]
        if self._child is not None:
            try:
                self._child.answer.send(self._sheets)
            except OSError:
                self._child = None

    def problems(self, known: set[Place]) -> list[Problem]:
        """Return what was found at places other than those in `known`."""
        found: list[Problem] | None = None
        if self._child is not None:
            try:
                found = self._child.answer.recv()
            except (OSError, EOFError):
                found = None  # The child is gone, short of memory perhaps: the work is done here instead.
            self._child.stop()
        if found is None:
            found = _check(self._sheets)
        return [p for p in found if (p.file, p.line, p.column) not in known]


def _serve(there: Connection) -> None:
    _frictionless()
    there.send(_check(there.recv()))


def _sheet(table: LoadedTable) -> _Sheet | None:
    fields = table.schema.fields
    rows = table.sheet.rows
    if not rows or list(table.sheet.header[: len(fields)]) != [f.name for f in fields]:
        return None
    # An optional text column has no type and no constraint that could fail.
    kept = [i for i, f in enumerate(fields) if f.required or f.type != "string"]
    return _Sheet(
        table.file,
        tuple((fields[i].name, fields[i].type, fields[i].required, i + 1) for i in kept),
        [row.line for row in rows],
        [[row.cells[i] for i in kept] for row in rows],
    )


def _frictionless() -> Any:
    import frictionless
    from frictionless.formats import inline

    assert inline  # importing it registers the parser of rows given in memory
    return frictionless


def _check(sheets: Iterable[_Sheet]) -> list[Problem]:
    frictionless = _frictionless()
    checklist = frictionless.Checklist(skip_errors=["extra-label", "missing-label", "blank-header"])
    problems = []
    for sheet in sheets:
        names = [name for name, _, _, _ in sheet.fields]
        table_schema = frictionless.Schema(fields=_fields(frictionless, sheet), primary_key=["id"])
        resource = frictionless.Resource(data=[names, *sheet.rows], schema=table_schema)
        report = resource.validate(checklist, limit_errors=MAX_ERRORS)
        problems += [_problem(error, sheet) for error in (report.task.errors if report.tasks else [])]
    return problems


def _fields(frictionless: Any, sheet: _Sheet) -> list[Any]:
    # Made as objects: from a descriptor every field is validated against a profile four times over.
    classes = {
        "string": frictionless.fields.StringField,
        "integer": frictionless.fields.IntegerField,
        "number": frictionless.fields.NumberField,
        "boolean": frictionless.fields.BooleanField,
    }
    made = []
    for name, kind, required, _ in sheet.fields:
        options: dict[str, Any] = {"constraints": {"required": True}} if required else {}
        if kind == "boolean":
            options |= {"true_values": ["true"], "false_values": ["false"]}
        made.append(classes[kind](name=name, **options))
    return made


def _problem(error: Any, sheet: _Sheet) -> Problem:
    number = getattr(error, "row_number", None)
    line = sheet.lines[number - 2] if number and number >= 2 else 1
    position = getattr(error, "field_number", None)
    name, _, _, column = sheet.fields[position - 1] if position else sheet.fields[0]
    cell = getattr(error, "cell", None)
    code = _CODES.get(error.type, "TYP-006")
    return Problem(
        code, sheet.file, line, column, name, None if cell is None else str(cell), {"detail": error.note}
    )
