"""How much the register holds of what belongs to the systems: counts only, no words and no addresses.

A function either counts itself or, told what of, returns one that does.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.schema.records import (
    Claim,
    Incentive,
    Measurement,
    Metric,
    Programme,
    Record,
    Requirement,
    SupervisionEntry,
    Target,
)
from generator.site.site import Site

SUPERVISING = ("inspection", "differential_price", "target", "two_high", "resource_evaluation")
"""Kinds of programmes that supervise; the others are of action (the letter's systems 9 and 10)."""

Count = Callable[[Site], int]


def nothing(site: Site) -> int:
    """Count nothing, where nothing may be held apart."""
    return 0


def rows(record: type[Record], /, **values: str | tuple[str, ...]) -> Count:
    """Count the rows of a table whose fields have the given values, or one of them."""
    wanted = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}

    def count(site: Site) -> int:
        rows = site.catalog.rows(record).values()
        return sum(all(getattr(row, name) in allowed for name, allowed in wanted.items()) for row in rows)

    return count


def units(category: str, *, inferred: bool) -> Count:
    """Count the units that a category's final lists name and whose place is confirmed, or those others."""

    def count(site: Site) -> int:
        named = {s.subject for s in site.register.ledger.spells if s.row.category == category}
        known = (unit for unit in named if unit and _begun(site, unit, category))
        return sum((site.register.units.grade(unit) == "inferred") == inferred for unit in known)

    return count


def _begun(site: Site, unit: str, category: str) -> bool:
    return any(spell.begun(site.as_of) for spell in site.register.ledger.of(unit, category))


def cases(*kinds: type[Record]) -> Count:
    """Count the cases about units of some kinds, every case where none is given."""

    def count(site: Site) -> int:
        subjects = [case.subject for case in site.catalog.cases.values()]
        return sum(not kinds or any(site.catalog.row(k, s) is not None for k in kinds) for s in subjects)

    return count


def measured(kind: type[Record]) -> Count:
    """Count the published measurements of units of a kind."""

    def count(site: Site) -> int:
        rows = site.catalog.rows(Measurement).values()
        return sum(site.catalog.row(kind, row.subject) is not None for row in rows)

    return count


def asked_for(category: str) -> Count:
    """Count what is asked of applicants of a category that has a ladder, and so a page of it."""

    def count(site: Site) -> int:
        if all(held.id != category for held in site.register.categories):
            return 0
        return len(site.catalog.where(Requirement, "category", category))

    return count


def with_amount(site: Site) -> int:
    """Count the incentives whose document states an amount."""
    return sum(row.amount is not None for row in site.catalog.rows(Incentive).values())


def entries(supervising: bool) -> Count:
    """Count the published entries of one of the two sorts of programmes."""

    def count(site: Site) -> int:
        kinds = {p.id: p.kind in SUPERVISING for p in site.catalog.rows(Programme).values()}
        rows = site.catalog.rows(SupervisionEntry).values()
        return sum(kinds[row.programme] == supervising for row in rows)

    return count


def programmes(supervising: bool) -> Count:
    """Count the programmes of one of the two sorts."""

    def count(site: Site) -> int:
        rows = site.catalog.rows(Programme).values()
        return sum((row.kind in SUPERVISING) == supervising for row in rows)

    return count


def aims(kind: type[Claim] | type[Target]) -> Count:
    """Count figures or targets of what supervision aims at: metrics of no category that tell a change."""

    def count(site: Site) -> int:
        metrics = site.catalog.rows(Metric)
        rows = site.catalog.rows(kind).values()
        return sum(is_aim(metrics[row.metric]) for row in rows)

    return count


def is_aim(metric: Metric) -> bool:
    """Tell whether a metric is of the area's energy or resources: a change that no list is about."""
    return metric.measure == "change" and not metric.category


def telephones(site: Site) -> int:
    """Count the public telephone numbers that citizens may call."""
    return len(site.catalog.settings.hotlines)


def corrections(site: Site) -> int:
    """Count the addresses to which errors are reported: one or none."""
    return int(bool(site.catalog.settings.corrections))
