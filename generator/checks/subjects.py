"""A recognition's subject is of the kind its category asks for, and stands in that column alone (SUB-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Category, OfficialList, Recognition, Scheme

_COLUMNS = ("enterprise", "park", "product")


def check_subjects(context: CheckContext) -> Iterator[Problem]:
    """Yield SUB-001 for every subject in a column that is not its category's."""
    catalog = context.catalog
    for row in catalog.rows(Recognition).values():
        official = catalog.row(OfficialList, row.list)
        scheme = catalog.row(Scheme, official.scheme) if official else None
        category = catalog.row(Category, scheme.category) if scheme else None
        if category is None:
            continue
        for name in _COLUMNS:
            value = getattr(row, name)
            if value and name != category.subject:
                details = {"category": category.name_zh, "expected": category.subject}
                yield context.problem("SUB-001", row, name, value, **details)
