"""A printed name is one of the names of its unit (FK-003, a warning)."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.package.tables import TableSet
from generator.problems.problem import Problem
from generator.schema.records import Enterprise, Park, Product, Recognition, UnitName

_COMPARED = 50
"""Names of a unit that are compared, and rows for which they are: a hostile file would take an hour."""


def check_names(context: CheckContext) -> Iterator[Problem]:
    """Yield FK-003 for every printed name that is not among the names of the unit."""
    if not context.rows.is_whole("unit_names", "enterprises", "parks", "products"):
        return
    known = _names_by_unit(context.rows)
    folded = {unit: {_folded(name) for name in names} for unit, names in known.items()}
    count = 0
    for row in context.catalog.rows(Recognition).values():
        product = context.catalog.row(Product, row.product)
        unit = row.enterprise or row.park or (product.enterprise if product else "")
        if unit not in folded or _folded(row.name_as_published) in folded[unit]:
            continue
        names = known[unit][:_COMPARED] if count < _COMPARED else []
        count += 1
        near = difflib.get_close_matches(row.name_as_published, names, 1, 0.3)
        details = {"unit": unit, "known": f"；最接近 {near[0]}" if near else ""}
        details["known_en"] = f"; nearest is {near[0]}" if near else ""
        yield context.problem("FK-003", row, "name_as_published", row.name_as_published, **details)


def _folded(name: str) -> str:
    """Return a name as it is compared: one width, case and form of brackets, no spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _names_by_unit(rows: TableSet) -> dict[str, list[str]]:
    """Return every name by unit, also those of rows that have a problem of their own."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for table in ("enterprises", "parks", "unit_names"):
        for row in rows.tables[table].records:
            if isinstance(row, Enterprise | Park):
                names[row.id].append(row.name_zh)
            elif isinstance(row, UnitName):
                names[row.unit].append(row.name_zh)
    return names
