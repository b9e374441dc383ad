"""The way to a target in numbers: its points, the pace kept and the pace needed, the straight line.

A figure published as "more than" bounds what is worked out from it, and the bound is told with the number.
Who holds a target against which figures is the business of progress.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.schema.records import Claim, Target

YEARS_FOR_A_PACE = 2
_SIDE = {"gt": 1, "ge": 1, "lt": -1, "le": -1}
"""Where the true value lies of what a figure says: above it, or below."""
_BOUND = {0: "eq", 1: "ge", -1: "le"}
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day: a published figure, or the base that a target counts from."""

    day: date
    value: Decimal
    claim: Claim | None
    """The published figure; None for the base, which the target sets and nobody published as a figure."""

    @property
    def operator(self) -> str:
        """How the value is meant: `eq`, `gt`, … as in the table of claims; a base is exact."""
        return self.claim.operator if self.claim else "eq"


@dataclass(frozen=True, slots=True)
class Pace:
    """A change a year, in the unit of the metric, to a tenth."""

    value: Decimal
    operator: str
    """`eq` where it is exact; `ge` or `le` where a figure it rests on is a bound; else `approx`."""


def kept(points: Sequence[Point]) -> Pace | None:
    """Return the change a year from the first point to the last.

    None with fewer than two years between them, and where both are bounds that leave it open.
    """
    if not points:
        return None
    first, last = points[0], points[-1]
    gone = years_between(first.day, last.day)
    # "At least two years" allows for leap days: 31 December to 31 December is a whole number of years.
    enough = gone >= YEARS_FOR_A_PACE - Decimal("0.01")
    operator = _less(last.operator, first.operator)
    return (
        Pace(((last.value - first.value) / gone).quantize(_TENTH), operator) if enough and operator else None
    )


def needed(target: Target, points: Sequence[Point], end: date) -> Pace | None:
    """Return the change a year from the last point to the target; None where no time is left."""
    left = years_between(points[-1].day, end) if points else Decimal(0)
    if left <= 0:
        return None
    last = points[-1]
    # A target of "more than" is still reached at its number, or just above it: only the figure is a bound.
    return Pace(((target.value - last.value) / left).quantize(_TENTH), _less("eq", last.operator) or "approx")


def due(target: Target, points: Sequence[Point], end: date) -> Decimal | None:
    """Return the value on the straight line from the first point to the target on the day of the last one."""
    if len(points) < 2 or points[0].day >= end:
        return None
    first, last = points[0], points[-1]
    share = years_between(first.day, last.day) / years_between(first.day, end)
    return (first.value + (target.value - first.value) * share).quantize(_TENTH)


def years_between(first: date, last: date) -> Decimal:
    """Return the time between two days in years."""
    return Decimal((last - first).days) / Decimal("365.25")


def _less(more: str, fewer: str) -> str:
    """How the difference of two figures is meant; empty where nothing can be said of it."""
    if {"approx", "ne"} & {more, fewer}:
        return "approx"
    sides = {_SIDE.get(more, 0), -_SIDE.get(fewer, 0)} - {0}
    return _BOUND[sides.pop() if sides else 0] if len(sides) < 2 else ""
