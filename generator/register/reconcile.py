"""Published figures beside what the register holds by name at the same date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from generator.catalog.public_view import PublicView
from generator.register.ledger import LEVELS, Axis, Ledger, starting
from generator.register.places import held_of_list, within
from generator.register.through_time import Counts, ThroughTime
from generator.register.totals import CountQuery
from generator.schema.records import Claim, Metric, OfficialList, Scheme

State = Literal["equal", "equal_inferred", "incomplete", "different", "not_comparable"]
ABOVE = {"provincial_or_above": ("provincial", "national")}
"""Levels that a name for several of them means."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published figure and the register's own."""

    claim: Claim
    metric: Metric
    state: State
    held: int | None
    """Units with confirmed place, and rows whose unit is not identified; None where not comparable."""
    inferred: int
    """Units whose place is not confirmed, at the same date."""
    by_axis: tuple[tuple[Axis, Counts], ...]
    """The register's count on each axis, the one compared with first."""


def on_day(claim: Claim) -> date | None:
    """Return the day a figure speaks of: its as-of date, else the end of its period."""
    when = claim.as_of or claim.period_to
    return when.last if when else None


def levels_of(metric: Metric) -> tuple[str, ...]:
    """Return the levels a metric counts."""
    return ABOVE.get(metric.level, (metric.level,) if metric.level in LEVELS else ())


def is_final(claim: Claim) -> bool:
    """Tell whether a figure is of what was decided, and not of what was only recommended or made public."""
    return claim.stage in ("", "final")


def question_of(catalog: PublicView, metric: Metric, scope: str, on: date, axis: Axis) -> CountQuery:
    """Return what the register is asked for a metric of an area on a day."""
    area = "" if scope == catalog.settings.area else scope
    counted = "enterprise" if metric.counted == "enterprise" else "subject"
    return CountQuery(metric.category, levels_of(metric), on, axis, area, counted)


class Reconciliation:
    """Compares published figures with a register; what many of them ask is worked out once."""

    def __init__(self, catalog: PublicView, ledger: Ledger) -> None:
        """Take the register that figures are held against."""
        self._catalog = catalog
        self._ledger = ledger
        self._through: dict[CountQuery, ThroughTime] = {}
        self._partial: dict[tuple[str, Axis], tuple[date, date]] = {}

    def of(self, claim: Claim) -> Comparison | None:
        """Compare one published figure with the register. None where its metric is not held."""
        catalog = self._catalog
        metric = catalog.row(Metric, claim.metric)
        if metric is None:
            return None
        on = on_day(claim)
        if not _comparable(catalog, claim, metric) or on is None:
            return Comparison(claim, metric, "not_comparable", None, 0, ())
        official = catalog.row(OfficialList, claim.list)
        if official is not None:
            held, inferred = held_of_list(catalog, official, claim.scope, on)
            state = _state(claim, held, inferred, official.rows_held != "complete")
            return Comparison(claim, metric, state, held, inferred, ())
        first = cast("Axis", claim.axis or catalog.settings.axis)
        other: Axis = "published" if first == "list_year" else "list_year"
        counts = tuple((axis, self._counts(metric, claim.scope, axis, on)) for axis in (first, other))
        held, inferred = counts[0][1]
        state = _state(claim, held, inferred, self._is_partial(metric, first, on))
        return Comparison(claim, metric, state, held, inferred, counts)

    def _counts(self, metric: Metric, scope: str, axis: Axis, on: date) -> Counts:
        question = question_of(self._catalog, metric, scope, date.max, axis)
        if question not in self._through:
            self._through[question] = ThroughTime(self._catalog, self._ledger, question)
        return self._through[question].on(on)

    def _is_partial(self, metric: Metric, axis: Axis, on: date) -> bool:
        """Whether names may be missing that day: no list counted yet, or not all rows of one are held."""
        if (metric.id, axis) not in self._partial:
            lists = list(_lists(self._catalog, metric))
            begun = {x.id: _first_day(x, axis) for x in lists}
            incomplete = [begun[x.id] for x in lists if x.rows_held != "complete"]
            self._partial[metric.id, axis] = (
                min(begun.values(), default=date.max),
                min(incomplete, default=date.max),
            )
        first, first_incomplete = self._partial[metric.id, axis]
        return on < first or on >= first_incomplete


def _comparable(catalog: PublicView, claim: Claim, metric: Metric) -> bool:
    is_count = metric.measure == "count" or (metric.measure == "new" and bool(claim.list))
    return (
        is_count
        and bool(metric.category)
        and bool(levels_of(metric))
        and is_final(claim)
        and claim.period_from is None
        and metric.counted != "other"
        and within(catalog, claim.scope, catalog.settings.area)
    )


def _lists(catalog: PublicView, metric: Metric) -> Iterator[OfficialList]:
    for scheme in catalog.where(Scheme, "category", metric.category):
        if scheme.level in levels_of(metric):
            for official in catalog.where(OfficialList, "scheme", scheme.id):
                if official.kind == "additions" and official.stage == "final":
                    yield official


def _first_day(official: OfficialList, axis: Axis) -> date:
    """Return the first day on which rows of a list may count by an axis; any day where that is not known."""
    if axis == "published":
        return official.published.first if official.published else date.min
    return starting(official)[axis] or date.min


def _state(claim: Claim, held: int, inferred: int, is_partial: bool) -> State:
    value = claim.value
    if _meets(claim.operator, held, value):
        return "equal"
    if _meets(claim.operator, held + inferred, value):
        return "equal_inferred"
    return "incomplete" if is_partial and held + inferred < value else "different"


def _meets(operator: str, held: int, value: Decimal) -> bool:
    if operator == "eq":
        return held == value
    if operator == "ne":
        return held != value
    if operator == "approx":
        return abs(held - value) <= abs(value) / 20
    return {"gt": held > value, "ge": held >= value, "lt": held < value, "le": held <= value}[operator]
