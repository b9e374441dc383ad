"""The shares that make up a whole, of one area and date, are 100 per cent together (SUM-001)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Claim, Metric

_WHOLE = Decimal(100)


def check_parts(context: CheckContext) -> Iterator[Problem]:
    """Yield SUM-001 at the last of the shares of a whole that do not add up.

    Only where each part has its exact figure; each may be rounded by half of its last digit.
    """
    if not context.rows.is_whole("metrics", "claims"):
        return
    catalog = context.catalog
    # Each whole once, in the order of the table: a set would have another order in every process.
    for whole in dict.fromkeys(m.whole for m in catalog.rows(Metric).values() if m.whole):
        parts = catalog.where(Metric, "whole", whole)
        groups: defaultdict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
        for part in parts:
            for claim in catalog.where(Claim, "metric", part.id):
                if part.measure == "share" and part.unit == "%" and claim.operator == "eq":
                    when = (claim.as_of, claim.period_from, claim.period_to)
                    groups[claim.scope, *when, claim.list, claim.stage][part.id] = claim
        for claims in groups.values():
            if len(claims) == len(parts):
                yield from _check_sum(context, list(claims.values()))


def _check_sum(context: CheckContext, claims: list[Claim]) -> Iterator[Problem]:
    total = sum((claim.value for claim in claims), Decimal(0))
    rounded = sum((_last_digit(claim.value) for claim in claims), Decimal(0)) / 2
    if abs(total - _WHOLE) > rounded and not any(claim.explained_by for claim in claims):
        last = max(claims, key=lambda claim: context.rows.line_of(claim.id))
        details = {"value": str(_WHOLE), "count": str(total)}
        yield context.problem("SUM-001", last, "value", str(last.value), **details)


def _last_digit(value: Decimal) -> Decimal:
    """Return what one is worth in the last place that is printed: 0.1 for 41.6."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))
