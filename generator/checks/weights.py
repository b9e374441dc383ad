"""The weights of a standard's indicators are 100 together, never more while some are unknown (SUM-001)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Indicator

_WHOLE = Decimal(100)


def check_weights(context: CheckContext) -> Iterator[Problem]:
    """Yield SUM-001 at the indicator of the standard that has the last weight."""
    if not context.rows.is_whole("indicators"):
        return
    of_standard: defaultdict[str, list[Indicator]] = defaultdict(list)
    for row in context.catalog.rows(Indicator).values():
        of_standard[row.standard].append(row)
    for rows in of_standard.values():
        weighed = [row for row in rows if row.weight is not None]
        total = sum((row.weight for row in weighed if row.weight is not None), Decimal(0))
        known = len(weighed) == len(rows)
        if weighed and (total > _WHOLE or (known and total != _WHOLE)):
            details = {"value": str(_WHOLE), "count": str(total)}
            yield context.problem("SUM-001", weighed[-1], "weight", str(weighed[-1].weight), **details)
