"""A target's year follows its base year, and its base value is what was published for that year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.register.reconcile import on_day
from generator.schema.records import Claim, Target


def check_targets(context: CheckContext) -> Iterator[Problem]:
    """Yield TMP-001 for a year before the base year.

    CLM-001 where a claim of the base year gives another number and no note says why.
    """
    for target in context.catalog.rows(Target).values():
        base = target.base_year
        if base is not None and target.year < base:
            what = f"base_year {base} > year {target.year}"
            yield context.problem("TMP-001", target, "year", str(target.year), what=what)
        if base is None or target.base_value is None or target.note:
            continue
        for claim in context.catalog.where(Claim, "metric", target.metric):
            day = on_day(claim)
            same = claim.scope == target.scope and claim.operator == "eq" and claim.period_from is None
            if same and day and day.year == base and claim.value != target.base_value:
                details = {"count": str(claim.value), "what": claim.id}
                yield context.problem("CLM-001", target, "base_value", str(target.base_value), **details)
                break
