"""What coverage says of the names held agrees with the rows, and with its own "all"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import COUNTED, CheckContext, row_counts
from generator.problems.problem import Problem
from generator.register.coverage import names_held
from generator.schema.records import Coverage


def check_coverage(context: CheckContext) -> Iterator[Problem]:
    """Yield CLM-001 where the rows are other in number, SUM-001 where "all" is not the official number."""
    if not context.rows.is_whole(*COUNTED):
        return
    for row in context.released.rows(Coverage).values():
        if row.names_held is None:
            continue
        held, inferred = names_held(context.released, row)
        value = str(row.names_held)
        if row.names_held not in (held, held + inferred):
            details = row_counts(held, inferred)
            yield context.problem("CLM-001", row, "names_held", value, what="names_held", **details)
        if row.additions == "all" and row.official_number not in (None, row.names_held):
            yield context.problem("SUM-001", row, "official_number", str(row.official_number), count=value)
