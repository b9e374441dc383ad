"""The one door to frictionless: a second, independent reading of every row against its Table Schema.

It is given trusted schemas and the rows already split, so that it can open no file and no address. Its
findings are mapped to the portal's codes; where our own check found something at the same cell, that stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.problems import Problem
from generator.reading.loaded import LoadedTable

_CODES = {
    "constraint-error": "REQ-001",
    "primary-key": "KEY-001",
    "type-error": "TYP-006",
    "row-constraint": "TYP-006",
}


def check_rows(
    loaded: Mapping[str, LoadedTable], known: set[tuple[str, int | None, int | None]]
) -> list[Problem]:
    """Check the rows of every table with frictionless.

    `known` holds (file, line, column) of problems already found; they are not reported twice.
    """
    # Imported here: it takes longer to start than most registers take to check.
    from frictionless import Checklist, Resource, Schema
    from frictionless.formats.inline import InlineControl  # noqa: F401  (registers the inline parser)

    problems: list[Problem] = []
    checklist = Checklist(skip_errors=["extra-label", "missing-label", "blank-header"])
    for table in loaded.values():
        names = [f.name for f in table.schema.fields]
        rows = table.sheet.rows
        if not rows or list(table.sheet.header[: len(names)]) != names:
            continue
        data = [names, *([*row.cells[: len(names)]] for row in rows)]
        resource = Resource(data=data, schema=Schema.from_descriptor(_plain_schema(table)))
        report = resource.validate(checklist, limit_errors=1000)
        for error in report.task.errors if report.tasks else []:
            problem = _problem(error, table, problems, known)
            if problem:
                problems.append(problem)
    return problems


def _plain_schema(table: LoadedTable) -> dict[str, Any]:
    fields = []
    for f in table.schema.fields:
        plain: dict[str, Any] = {"name": f.name, "type": f.type}
        if f.type == "boolean":
            plain |= {"trueValues": ["true"], "falseValues": ["false"]}
        if f.required:
            plain["constraints"] = {"required": True}
        fields.append(plain)
    return {"fields": fields, "primaryKey": ["id"]}


def _problem(
    error: Any, table: LoadedTable, problems: list[Problem], known: set[tuple[str, int | None, int | None]]
) -> Problem | None:
    number = getattr(error, "row_number", None)
    line = table.sheet.rows[number - 2].line if number and number >= 2 else 1
    column = getattr(error, "field_number", None)
    place = (table.file, line, column if column else 1)
    if place in known:
        return None
    code = _CODES.get(error.type, "TYP-006")
    name = getattr(error, "field_name", None)
    return Problem(
        code, table.file, line, place[2], name, getattr(error, "cell", None), {"detail": error.note}
    )
