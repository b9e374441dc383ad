"""A list's official count agrees with its rows in the scope of the count.

A difference is a warning until data explains it, and an error once the rows are said to be complete
(data-model.md, Rules). Where rows of inferred place make up the difference there is no problem.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext, row_counts
from generator.problems.problem import Problem
from generator.register.places import held_of_list
from generator.schema.records import OfficialList


def check_list_counts(context: CheckContext) -> Iterator[Problem]:
    """Yield SUM-001 where all rows are there and do not agree, CLM-001 where there are more than counted."""
    if not context.rows.is_whole("recognitions", "places"):
        return
    recognitions = context.rows.tables["recognitions"]
    # A row with a problem of its own is not counted; the difference would only repeat that problem.
    unfit = {getattr(r, "list", "") for r in recognitions.records if r.id in recognitions.unfit}
    for row in context.catalog.rows(OfficialList).values():
        if row.official_count is None or row.explained_by or row.kind == "renames" or row.id in unfit:
            continue
        when = row.published or row.dated
        on = when.last if when else context.catalog.settings.as_of
        held, inferred = held_of_list(context.catalog, row, row.count_scope, on)
        details = row_counts(held, inferred)
        value = str(row.official_count)
        if row.rows_held == "complete" and row.official_count not in (held, held + inferred):
            yield context.problem("SUM-001", row, "official_count", value, **details)
        elif row.rows_held != "complete" and held > row.official_count:
            yield context.problem("CLM-001", row, "official_count", value, what=row.title_zh, **details)
