"""A share that is published or aimed for lies between 0 and 100 per cent, a fall is at most 100 (PCT-001).

Case studies are checked by the same limits while they are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.package.percent_range import is_fall, is_out_of_range
from generator.problems.problem import Problem
from generator.schema.records import Claim, Metric, Target


def check_percentages(context: CheckContext) -> Iterator[Problem]:
    """Yield PCT-001 for every claim and target out of range."""
    figures: list[Claim | Target] = [
        *context.catalog.rows(Claim).values(),
        *context.catalog.rows(Target).values(),
    ]
    for row in figures:
        metric = context.catalog.row(Metric, row.metric)
        if metric is None or metric.unit != "%":
            continue
        fall = metric.measure == "change" and is_fall(metric.name_zh)
        if is_out_of_range(row.value, share=metric.measure == "share", fall=fall):
            yield context.problem("PCT-001", row, "value", str(row.value))
