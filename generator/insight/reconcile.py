"""Published figures beside what the register holds by name at the same date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from generator.insight.ledger import LEVELS, Axis, Ledger
from generator.insight.places import held_of_list, within
from generator.insight.totals import Question, Tally, tally
from generator.model import Catalog
from generator.records import Claim, Metric, OfficialList, Scheme

State = Literal["equal", "equal_inferred", "incomplete", "different", "not_comparable"]
ABOVE = {"provincial_or_above": ("provincial", "national")}


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
    by_axis: tuple[tuple[Axis, Tally], ...]
    """The register's count on each axis, the one compared with first."""


def on_day(claim: Claim) -> date | None:
    """Return the day a figure speaks of: its as-of date, else the end of its period."""
    when = claim.as_of or claim.period_to
    return when.last if when else None


def levels_of(metric: Metric) -> tuple[str, ...]:
    """Return the levels a metric counts."""
    return ABOVE.get(metric.level, (metric.level,) if metric.level in LEVELS else ())


def reconcile(catalog: Catalog, ledger: Ledger, claim: Claim) -> Comparison | None:
    """Compare one published figure with the register. None where its metric is not held."""
    metric = catalog.get(Metric, claim.metric)
    if metric is None:
        return None
    on = on_day(claim)
    if not _comparable(catalog, claim, metric) or on is None:
        return Comparison(claim, metric, "not_comparable", None, 0, ())
    official = catalog.get(OfficialList, claim.list)
    if official is not None:
        held, inferred = held_of_list(catalog, official, claim.scope, on)
        return Comparison(claim, metric, _state(claim, held, inferred, [official]), held, inferred, ())
    area = "" if claim.scope == catalog.portal.area else claim.scope
    first = cast("Axis", claim.axis or catalog.portal.axis)
    other: Axis = "published" if first == "list_year" else "list_year"
    counted = "enterprise" if metric.counted == "enterprise" else "subject"
    tallies = tuple(
        (axis, tally(catalog, ledger, Question(metric.category, levels_of(metric), on, axis, area, counted)))
        for axis in (first, other)
    )
    best = tallies[0][1]
    state = _state(claim, best.rows, len(best.inferred), _lists(catalog, metric, on))
    return Comparison(claim, metric, state, best.rows, len(best.inferred), tallies)


def _comparable(catalog: Catalog, claim: Claim, metric: Metric) -> bool:
    is_count = metric.measure == "count" or (metric.measure == "new" and bool(claim.list))
    return (
        is_count
        and bool(metric.category)
        and bool(levels_of(metric))
        and claim.stage in ("", "final")
        and claim.period_from is None
        and metric.counted != "other"
        and within(catalog, claim.scope, catalog.portal.area)
    )


def _lists(catalog: Catalog, metric: Metric, on: date) -> list[OfficialList]:
    return [
        official
        for scheme in catalog.where(Scheme, "category", metric.category)
        if scheme.level in levels_of(metric)
        for official in catalog.where(OfficialList, "scheme", scheme.id)
        if official.kind == "additions" and official.stage == "final"
        if official.published is None or official.published.first <= on
    ]


def _state(claim: Claim, held: int, inferred: int, lists: list[OfficialList]) -> State:
    value = claim.value
    if _meets(claim.operator, held, value):
        return "equal"
    if _meets(claim.operator, held + inferred, value):
        return "equal_inferred"
    partial = not lists or any(x.rows_held != "complete" for x in lists)
    return "incomplete" if partial and held + inferred < value else "different"


def _meets(operator: str, held: int, value: Decimal) -> bool:
    if operator == "eq":
        return held == value
    if operator == "ne":
        return held != value
    if operator == "approx":
        return abs(held - value) <= abs(value) / 20
    return {"gt": held > value, "ge": held >= value, "lt": held < value, "le": held <= value}[operator]
