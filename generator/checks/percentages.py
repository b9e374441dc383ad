"""Rules of percentages and weights: what lies between 0 and 100, and what adds up to 100.

Each is a rule as rules.py describes them, which lists them. Case studies are checked by the same limits
while they are read (cases.py).
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.package.percent_range import (
    _WHOLE,
    is_fall,
    is_out_of_range,
)
from generator.problems.problem import Problem
from generator.schema.records import Claim, Indicator, Measurement, Metric, Standard, Target

if TYPE_CHECKING:
    from generator.checks.context import CheckContext


def check_measurements(matter: CheckContext) -> None:
    """A value has its indicator's unit, a percentage its range, and a year when the version held."""
    for row in matter.catalog.all(Measurement).values():
        indicator = matter.catalog.get(Indicator, row.indicator)
        if indicator is None:
            continue
        if row.unit != indicator.unit:
            matter.checked.problem("UNT-001", row, "unit", row.unit, expected=indicator.unit)
        if row.unit == "%" and not 0 <= row.value <= 100:
            matter.checked.problem("PCT-001", row, "value", str(row.value))
        standard = matter.catalog.get(Standard, indicator.standard)
        if standard and row.year is not None and not _in_force(standard, row.year):
            name = f"{standard.code}—{standard.version}"
            matter.checked.problem(
                "STD-001", row, "indicator", row.indicator, year=str(row.year), standard=name
            )


def _in_force(standard: Standard, year: int) -> bool:
    begins, ends = standard.in_force_from, standard.in_force_to
    return (begins is None or begins.first.year <= year) and (ends is None or year <= ends.last.year)


def check_published_percentages(matter: CheckContext) -> None:
    """A share that is published or aimed for lies between 0 and 100 per cent, a fall is at most 100."""
    figures: list[Claim | Target] = [
        *matter.catalog.all(Claim).values(),
        *matter.catalog.all(Target).values(),
    ]
    for row in figures:
        metric = matter.catalog.get(Metric, row.metric)
        if metric is None or metric.unit != "%":
            continue
        fall = metric.measure == "change" and is_fall(metric.name_zh)
        if is_out_of_range(row.value, share=metric.measure == "share", fall=fall):
            matter.checked.problem("PCT-001", row, "value", str(row.value))


def check_weights(matter: CheckContext) -> None:
    """The weights of a standard's indicators are 100 together, and never more while some are not known.

    SUM-001, at the indicator of the standard that has the last weight.
    """
    if not matter.checked.whole("indicators"):
        return
    of_standard: defaultdict[str, list[Indicator]] = defaultdict(list)
    for row in matter.catalog.all(Indicator).values():
        of_standard[row.standard].append(row)
    for rows in of_standard.values():
        weighed = [row for row in rows if row.weight is not None]
        total = sum((row.weight for row in weighed if row.weight is not None), Decimal(0))
        known = len(weighed) == len(rows)
        if weighed and (total > _WHOLE or (known and total != _WHOLE)):
            _tell_sum(matter, weighed[-1].id, "weight", str(weighed[-1].weight), total)


def check_parts(matter: CheckContext) -> None:
    """Add up the shares that make up a whole, of one area and date (SUM-001).

    Only where each part has its exact figure; each may be rounded by half of its last digit.
    """
    if not matter.checked.whole("metrics", "claims"):
        return
    for whole in {m.whole for m in matter.catalog.all(Metric).values() if m.whole}:
        parts = matter.catalog.where(Metric, "whole", whole)
        found: defaultdict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
        for part in parts:
            for claim in matter.catalog.where(Claim, "metric", part.id):
                if part.measure == "share" and part.unit == "%" and claim.operator == "eq":
                    when = (claim.as_of, claim.period_from, claim.period_to)
                    found[claim.scope, *when, claim.list, claim.stage][part.id] = claim
        for claims in found.values():
            if len(claims) == len(parts):
                _check_sum(matter, list(claims.values()))


def _check_sum(matter: CheckContext, claims: list[Claim]) -> None:
    total = sum((claim.value for claim in claims), Decimal(0))
    rounded = sum((_last_digit(claim.value) for claim in claims), Decimal(0)) / 2
    if abs(total - _WHOLE) > rounded and not any(claim.explained_by for claim in claims):
        last = max(claims, key=lambda claim: matter.checked.line_of(claim.id))
        _tell_sum(matter, last.id, "value", str(last.value), total)


def _last_digit(value: Decimal) -> Decimal:
    """Return what one is worth in the last place that is printed: 0.1 for 41.6."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _tell_sum(matter: CheckContext, id_: str, name: str, shown: str, total: Decimal) -> None:
    table = matter.checked.tables[matter.checked.owners[id_]]
    details = {"value": str(_WHOLE), "count": str(total)}
    place = (table.file, table.line_of(id_), table.columns.get(name), name, shown)
    matter.checked.problems.append(Problem("SUM-001", *place, details, id_))
