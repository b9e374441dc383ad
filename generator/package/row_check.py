"""The one door to frictionless: a second, independent reading of every row against its Table Schema.

It is given trusted schemas and the rows already split, so that it can open no file and no address. Its
findings are mapped to the portal's codes; where our own check found something at the same cell, that stands.

Frictionless takes longer to start than most registers take to check. Where the machine has a second core it
works there, in a child process, while our own check runs here. Rows wait for it in an unnamed file: through a
pipe, whoever is quicker would have to wait, and in memory a register would be held a second time.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from array import array
from collections.abc import Callable, Iterator
from itertools import chain
from multiprocessing.connection import Connection
from typing import IO, Any, NamedTuple

from generator import parallel
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedTable
from generator.problems.problem import Problem

MAX_ERRORS = 1000
_ROWS_AT_ONCE = 2000
_CODES = {"constraint-error": "REQ-001", "primary-key": "KEY-001"}
Place = tuple[str, int | None, int | None]
"""File, line and column of a problem."""
Rows = Iterator[list[str]]


class _QueuedSheet(NamedTuple):
    """What frictionless needs of a table: the columns that it can say something about."""

    file: str
    fields: tuple[tuple[str, str, bool, int], ...]
    """Name, type, whether required, and cell number of each column."""
    lines: array[int]
    pieces: tuple[tuple[int, int], ...] = ()
    """Offset and length of each pickled piece of its rows in the waiting file."""


class RowCheck:
    """Checks rows beside other work: `add` hands them over, `problems` waits for the answer."""

    def __init__(self) -> None:
        self._waiting = _waiting_file()
        self._sheets: list[_QueuedSheet] = []
        waiting = self._waiting
        self._child = (
            parallel.fork(lambda there: _serve(there, waiting)) if parallel.process_count() > 1 else None
        )

    def add(self, table: LoadedTable, sheet: CsvSheet) -> None:
        """Hand over a table whose header is in order."""
        if not sheet.rows:
            return
        places = {name: at for at, name in enumerate(sheet.header)}
        # An optional text column has no type and no constraint that could fail.
        kept = [f for f in table.schema.fields if f.required or f.type != "string"]
        columns = [places[f.name] for f in kept]
        fields = tuple((f.name, str(f.type), f.required, places[f.name] + 1) for f in kept)
        pieces = []
        for begin in range(0, len(sheet.rows), _ROWS_AT_ONCE):
            rows = [[cells[at] for at in columns] for _, cells in sheet.rows[begin : begin + _ROWS_AT_ONCE]]
            offset = self._waiting.tell()
            pickle.dump(rows, self._waiting, pickle.HIGHEST_PROTOCOL)
            pieces.append((offset, self._waiting.tell() - offset))
        self._waiting.flush()
        lines = array("l", [row.line for row in sheet.rows])
        self._sheets.append(_QueuedSheet(table.file, fields, lines, tuple(pieces)))
        self._tell(self._sheets[-1])

    def problems(self, known: set[Place]) -> list[Problem]:
        """Return what was found at places other than those in `known`."""
        self._tell(None)
        found: list[Problem] | None = None
        if self._child is not None:
            try:
                found = self._child.connection.recv()
            except (OSError, EOFError):
                found = None  # The child is gone, short of memory perhaps: the work is done here instead.
            self._child.stop()
        if found is None:
            found = [problem for sheet in self._sheets for problem in _check(sheet, self._waiting)]
        self._waiting.close()
        return [p for p in found if (p.file, p.line, p.column) not in known]

    def _tell(self, sheet: _QueuedSheet | None) -> None:
        if self._child is not None:
            try:
                self._child.connection.send(sheet)
            except OSError:
                self._child.stop()
                self._child = None


def _waiting_file() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="portal-")


def _serve(there: Connection, waiting: IO[bytes]) -> None:
    _frictionless()
    found: list[Problem] = []
    while (sheet := there.recv()) is not None:
        found += _check(sheet, waiting)
    there.send(found)


def _rows(sheet: _QueuedSheet, waiting: IO[bytes]) -> Rows:
    for offset, length in sheet.pieces:
        if hasattr(os, "pread"):  # parent and child share the place in the file, and the parent still writes
            piece = os.pread(waiting.fileno(), length, offset)
        else:
            waiting.seek(offset)
            piece = waiting.read(length)
        yield from pickle.loads(piece)


def _frictionless() -> Any:
    import frictionless
    from frictionless.formats import inline

    assert inline  # importing it registers the parser of rows given in memory
    return frictionless


def _check(sheet: _QueuedSheet, waiting: IO[bytes]) -> list[Problem]:
    frictionless = _frictionless()
    checklist = frictionless.Checklist(skip_errors=["extra-label", "missing-label", "blank-header"])
    names = [name for name, _, _, _ in sheet.fields]
    table_schema = frictionless.Schema(fields=_fields(frictionless, sheet), primary_key=["id"])
    data: Callable[[], Rows] = lambda: chain([names], _rows(sheet, waiting))  # noqa: E731
    resource = frictionless.Resource(data=data, schema=table_schema, format="inline")
    report = resource.validate(checklist, limit_errors=MAX_ERRORS)
    return [_problem(error, sheet) for error in (report.task.errors if report.tasks else [])]


def _fields(frictionless: Any, sheet: _QueuedSheet) -> list[Any]:
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


def _problem(error: Any, sheet: _QueuedSheet) -> Problem:
    number = getattr(error, "row_number", None)
    line = sheet.lines[number - 2] if number and number >= 2 else 1
    position = getattr(error, "field_number", None)
    name, _, _, column = sheet.fields[position - 1] if position else sheet.fields[0]
    cell = getattr(error, "cell", None)
    code = _CODES.get(error.type, "TYP-006")
    return Problem(
        code, sheet.file, line, column, name, None if cell is None else str(cell), {"detail": error.note}
    )
