"""A list is not published before its year, nor a final list before its publicity list (TMP-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import OfficialList


def check_list_dates(context: CheckContext) -> Iterator[Problem]:
    """Yield TMP-001 for every list whose dates are out of order."""
    for row in context.catalog.rows(OfficialList).values():
        published = row.published
        if published and row.list_year and published.last.year < row.list_year:
            what = f"list_year {row.list_year} > published {published}"
            yield context.problem("TMP-001", row, "list_year", str(row.list_year), what=what)
        before = context.catalog.row(OfficialList, row.follows)
        if published and before and before.published and before.published.first > published.last:
            what = f"follows {before.published} > published {published}"
            yield context.problem("TMP-001", row, "follows", row.follows, what=what)
