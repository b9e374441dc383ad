"""A measured value has its indicator's unit, a percentage its range, and a year when the standard held."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Indicator, Measurement, Standard


def check_measurements(context: CheckContext) -> Iterator[Problem]:
    """Yield UNT-001 for another unit, PCT-001 for an impossible percentage, STD-001 for a wrong year."""
    for row in context.catalog.rows(Measurement).values():
        indicator = context.catalog.row(Indicator, row.indicator)
        if indicator is None:
            continue
        if row.unit != indicator.unit:
            yield context.problem("UNT-001", row, "unit", row.unit, expected=indicator.unit)
        if row.unit == "%" and not 0 <= row.value <= 100:
            yield context.problem("PCT-001", row, "value", str(row.value))
        standard = context.catalog.row(Standard, indicator.standard)
        if standard and row.year is not None and not _in_force(standard, row.year):
            details = {"year": str(row.year), "standard": f"{standard.code}—{standard.version}"}
            yield context.problem("STD-001", row, "indicator", row.indicator, **details)


def _in_force(standard: Standard, year: int) -> bool:
    begins, ends = standard.in_force_from, standard.in_force_to
    return (begins is None or begins.first.year <= year) and (ends is None or year <= ends.last.year)
