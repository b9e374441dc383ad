"""Small catalogs in memory: only the rows a test is about, every other column unknown."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from generator.catalog.public_view import PublicView
from generator.catalog.settings import LadderRule, Settings
from generator.formats import dates
from generator.schema import table_schema
from generator.schema.records import RECORDS, Record

AS_OF = date(2025, 1, 31)


def record(table: str, **values: Any) -> Record:
    """Make a row; dates are written as text, whole numbers and decimals as numbers."""
    made: list[Any] = []
    for field in table_schema.tables()[table].fields:
        value = values.pop(field.name, None)
        if field.format == "partial-date":
            made.append(dates.parse(value) if value else None)
        elif field.type == "boolean":
            made.append(bool(value))
        elif field.type == "number":
            made.append(None if value is None else Decimal(str(value)))
        elif field.type == "integer":
            made.append(value)
        else:
            made.append(value or "")
    assert not values, f"no such columns in {table}: {sorted(values)}"
    return RECORDS[table](*made)


def catalog(
    *, ladder: tuple[LadderRule, ...] = (), axis: str = "list_year", **rows: list[dict[str, Any]]
) -> PublicView:
    """Make a catalog of the city `city` with factory schemes of three levels and one each of two others."""
    base: dict[str, list[dict[str, Any]]] = {
        "areas": [{"id": "city"}, {"id": "east", "parent": "city"}, {"id": "far"}],
        "categories": [
            {"id": "factory", "subject": "enterprise"},
            {"id": "product", "subject": "product"},
            {"id": "old", "subject": "enterprise", "valid_to": "2021"},
        ],
        "schemes": [
            {"id": "m", "category": "factory", "level": "municipal"},
            {"id": "p", "category": "factory", "level": "provincial"},
            {"id": "n", "category": "factory", "level": "national"},
            {"id": "g", "category": "product", "level": "national"},
            {"id": "o", "category": "old", "level": "municipal"},
        ],
    }
    tables: dict[str, dict[str, Record]] = {name: {} for name in table_schema.tables()}
    for name, given in (base | rows).items():
        for number, values in enumerate(given):
            row = record(name, **{"id": f"{name}-{number}"} | values)
            tables[name][row.id] = row
    return PublicView(
        settings=portal(ladder, axis), as_of=AS_OF, packages=(), tables=tables, cases={}, files={}, inputs={}
    )


def portal(ladder: tuple[LadderRule, ...], axis: str) -> Settings:
    """Settings of the city `city`; whatever a test does not need is empty."""
    given: dict[str, Any] = {"area": "city", "as_of": AS_OF, "axis": axis, "ladder": ladder}
    return Settings(**{f.name: given.get(f.name, "") for f in dataclasses.fields(Settings)})


def additions(
    id_: str, scheme: str, published: str = "", year: int | None = None, **more: Any
) -> dict[str, Any]:
    """A final list of additions."""
    fixed = {"kind": "additions", "stage": "final", "rows_held": "complete"}
    return {"id": id_, "scheme": scheme, "published": published, "list_year": year, **fixed} | more


def row(id_: str, list_: str, enterprise: str = "", **more: Any) -> dict[str, Any]:
    """A row of a list about an enterprise."""
    return {"id": id_, "list": list_, "enterprise": enterprise, "publish": "yes"} | more
