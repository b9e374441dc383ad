"""A deadline has its day (REQ-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Requirement


def check_deadlines(context: CheckContext) -> Iterator[Problem]:
    """Yield REQ-001 for every deadline without a date."""
    for row in context.catalog.rows(Requirement).values():
        if row.kind == "deadline" and row.due is None:
            yield context.problem("REQ-001", row, "due", "")
