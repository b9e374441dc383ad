"""How far a target has come: its outcome, the figure that shows it, the pace needed and the pace kept.

A target is held against published figures of its own metric and area; the register's names decide only where
no such figure does. Nothing is extrapolated from a single year, and a closed target keeps its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from generator.catalog.public_view import PublicView
from generator.formats.dates import year_end
from generator.register import trend
from generator.register.ledger import AXES, Axis, Ledger
from generator.register.places import within
from generator.register.reconcile import is_final, levels_of, on_day, question_of
from generator.register.totals import tally
from generator.register.trend import Pace, Point
from generator.schema.records import Claim, Metric, Target

State = Literal["met", "met_other_scope", "on_track", "behind", "missed", "depends", "no_data"]
_AFTERMATH = timedelta(days=366)
"""A figure published within a year of the target's end still tells how the target ended."""
_STRICT = ("gt", "lt")


@dataclass(frozen=True, slots=True)
class Progress:
    """One target and what is known of it at a date."""

    target: Target
    metric: Metric
    state: State
    claim: Claim | None
    """The figure the outcome rests on, else the latest of the target's own metric; None if there is none."""
    other: Claim | None
    """A figure of a narrower metric or of a period that reaches the target, where the outcome rests on it."""
    by_axis: tuple[tuple[Axis, int], ...]
    """Units the register holds at the end of the target's year, by axis; empty where it was not asked."""
    points: tuple[Point, ...]
    """The base, where it is given, and every figure up to the end of the target, in order of time."""
    needed: Pace | None
    """Change a year from the last point to the target; None where it is over or that cannot be said."""
    kept: Pace | None
    """Change a year from the first point to the last; None with fewer than two years between them."""
    due: Decimal | None
    """Value of the straight line from the first point to the target on the day of the last point."""
    closed: bool
    """Whether the target's year is over."""

    @property
    def base_is_stated(self) -> bool:
        """Whether a document gives the value it counts from; a change counts from nought by itself."""
        return bool(self.target.base_value) or (
            self.target.base_value is not None and self.metric.measure != "change"
        )


def progress(catalog: PublicView, ledger: Ledger, target: Target) -> Progress:
    """Return how far a target has come at the catalog's date. Pure; raises KeyError for an unknown metric."""
    metric = catalog.rows(Metric)[target.metric]
    end = year_end(target.year or catalog.as_of.year)
    closed = end < catalog.as_of
    figures = list(answers(catalog, target))
    points = _points(target, figures, end)
    needed, kept, due = trend.needed(target, points, end), trend.kept(points), trend.due(target, points, end)
    claim = _closing(figures, end)
    other: Claim | None = None
    by_axis: tuple[tuple[Axis, int], ...] = ()
    state: State = "no_data"
    if claim is not None and reaches(target, claim):
        state = "met"
    elif claim is not None and closed and _day(claim) >= end and refutes(target, claim):
        state = "missed"
    else:
        by_axis = _register(catalog, ledger, target, metric, min(end, catalog.as_of))
        reached = {_is_reached_by(target, Decimal(count)) for _, count in by_axis}
        other = _other_scope(catalog, target)
        if reached == {True}:
            state = "met"
        elif other is not None:
            state = "met_other_scope"
        elif len(reached) == 2:
            state = "depends"
        elif not closed and kept is not None and due is not None:
            state = _on_the_line(target, points[-1], due)
    needed = None if closed or state == "met" else needed
    return Progress(target, metric, state, claim, other, by_axis, points, needed, kept, due, closed)


def answers(catalog: PublicView, target: Target) -> Iterator[Claim]:
    """Yield the final figures that can be held against a target, in order of their day.

    A change must be counted from the target's own base: a fall since 2010, or in a single later year, says
    nothing about one promised for 2021 to 2025. A count over a period or of a single list is not a total.
    """
    metric = catalog.rows(Metric)[target.metric]
    found = []
    for claim in catalog.where(Claim, "metric", target.metric):
        day = on_day(claim)
        if claim.scope != target.scope or not is_final(claim) or claim.list or day is None:
            continue
        if day <= catalog.as_of and _from_the_base(claim, target, metric):
            found.append((day, claim.id, claim))
    for _, _, claim in sorted(found, key=lambda entry: entry[:2]):
        yield claim


def _from_the_base(claim: Claim, target: Target, metric: Metric) -> bool:
    if metric.measure != "change":
        return claim.period_from is None
    if claim.period_from is None or claim.period_to is None:
        return target.base_year is None or _day(claim).year > target.base_year
    begins = claim.period_from.first.year
    ends = claim.period_to.last.year
    return (target.base_year is None or begins == target.base_year + 1) and ends <= (target.year or ends)


def reaches(target: Target, claim: Claim) -> bool:
    """Tell whether a figure shows that a target is reached; "fewer than" shows nothing about "at least"."""
    if claim.operator in _says_nothing(lower_is_better(target)):
        return False
    if claim.operator in _STRICT:  # "more than 10" is more than 10
        return _at_goal(target, claim.value)
    return _is_reached_by(target, claim.value)


def refutes(target: Target, claim: Claim) -> bool:
    """Tell whether a figure shows that a target is not reached; "fewer than 150" does not."""
    if claim.operator in _says_nothing(not lower_is_better(target)):
        return False
    if claim.operator in _STRICT and claim.value == target.value:  # "fewer than 10" is not 10
        return True
    return not _is_reached_by(target, claim.value)


def _says_nothing(lower: bool) -> tuple[str, ...]:
    """Return the operators of figures from which it cannot be told that something is low, or high, enough."""
    return ("gt", "ge", "ne") if lower else ("lt", "le", "ne")


def lower_is_better(target: Target) -> bool:
    """Tell whether a target is to be reached from above: a rank, or a value below its base."""
    if target.operator in ("lt", "le"):
        return True
    return target.operator == "eq" and target.base_value is not None and target.value < target.base_value


def _is_reached_by(target: Target, value: Decimal) -> bool:
    """Whether a number is what was aimed for; "more than 10" is not reached by 10."""
    return _at_goal(target, value) and not (target.operator in _STRICT and value == target.value)


def _at_goal(target: Target, value: Decimal, goal: Decimal | None = None) -> bool:
    goal = target.value if goal is None else goal
    return value <= goal if lower_is_better(target) else value >= goal


def _on_the_line(target: Target, last: Point, due: Decimal) -> State:
    """Whether the last figure keeps up with the straight line; "more than" may do so short of it."""
    if _at_goal(target, last.value, due):
        return "on_track"
    open_ended = ("lt", "le") if lower_is_better(target) else ("gt", "ge")
    return "no_data" if last.operator in open_ended else "behind"


def _day(claim: Claim) -> date:
    day = on_day(claim)
    assert day is not None, "answers() yields dated figures only"
    return day


def _closing(figures: list[Claim], end: date) -> Claim | None:
    """The figure that tells the end: the first one from the target's end on, else the last one before it."""
    after = [c for c in figures if end <= _day(c) <= end + _AFTERMATH]
    before = [c for c in figures if _day(c) < end]
    return after[0] if after else before[-1] if before else None


def _points(target: Target, figures: list[Claim], end: date) -> tuple[Point, ...]:
    base: list[Point] = []
    # What falls or rises from a base begins at nought, whether or not the document says so.
    value = target.base_value
    if target.base_year is not None:
        is_change = any(c.period_from is not None for c in figures)
        if value is not None or is_change:
            base = [Point(year_end(target.base_year), value if value is not None else Decimal(0), None)]
    known = [Point(_day(c), c.value, c) for c in figures if _day(c) <= end + _AFTERMATH]
    return (*base, *(p for p in known if not base or p.day > base[0].day))


def _register(
    catalog: PublicView, ledger: Ledger, target: Target, metric: Metric, on: date
) -> tuple[tuple[Axis, int], ...]:
    """What the register holds by name on a day by each axis; empty where it cannot be compared."""
    comparable = metric.measure == "count" and metric.category and levels_of(metric)
    if not comparable or not within(catalog, target.scope, catalog.settings.area):
        return ()
    asked = (question_of(catalog, metric, target.scope, on, axis) for axis in AXES)
    return tuple((q.axis, tally(catalog, ledger, q).count) for q in asked)


def _other_scope(catalog: PublicView, target: Target) -> Claim | None:
    """The largest figure of another scope that would reach the target."""
    found = [(c.value, c.id, c) for c in other_figures(catalog, target) if reaches(target, c)]
    return max(found, default=(None, "", None))[2]


def other_figures(catalog: PublicView, target: Target) -> list[Claim]:
    """Return the figures of a narrower metric than a target's, or of a period, by metric and day.

    Narrower means the same category and area and only levels that the target counts as well; what was
    fostered in a period, or counted at one of two levels, is another question than the total asked for.
    """
    metric = catalog.rows(Metric)[target.metric]
    levels = set(levels_of(metric))
    if metric.measure != "count" or not levels or lower_is_better(target):
        return []
    last = min(catalog.as_of, year_end(target.year or catalog.as_of.year) + _AFTERMATH)
    order = list(catalog.rows(Metric))
    found = []
    for claim in catalog.rows(Claim).values():
        own = catalog.row(Metric, claim.metric)
        day = on_day(claim)
        if own is None or day is None or day > last or claim.list:
            continue
        if claim.scope != target.scope or not is_final(claim) or own.category != metric.category:
            continue
        narrower = bool(set(levels_of(own))) and set(levels_of(own)) <= levels
        differs = own.id != metric.id or claim.period_from is not None
        if narrower and differs and own.measure in ("count", "new"):
            found.append((order.index(own.id), day, claim.id, claim))
    return [claim for *_, claim in sorted(found, key=lambda entry: entry[:3])]
