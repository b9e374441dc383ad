"""How far the register was checked, and what may therefore be asserted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.insight.places import ancestors, within
from generator.model import Catalog
from generator.records import Coverage


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a scheme is covered in an area."""

    covered_until: date | None
    """Last day up to which additions and removals are all held; None where they never are."""
    checked_until: date | None
    """Last day up to which removals are all held: as far as a unit's staying on the list is known."""


def reach(catalog: Catalog, scheme: str, area: str) -> Reach:
    """Return how far `scheme` is covered in `area`; a statement about an area above holds for those in it."""
    rows = [
        row
        for row in catalog.where(Coverage, "scheme", scheme)
        if row.area in ancestors(catalog, area) or row.area == area
    ]
    return Reach(
        covered_until=_unbroken([r for r in rows if r.additions == "all" and r.removals == "all"]),
        checked_until=_unbroken([r for r in rows if r.removals == "all"]),
    )


def _unbroken(rows: list[Coverage]) -> date | None:
    """Return the end of the first unbroken run of periods; a later run says nothing about the gap."""
    end: date | None = None
    for row in sorted(rows, key=lambda r: r.valid_from.first):
        if end is not None and row.valid_from.first > end + timedelta(days=1):
            break
        end = max(end or row.valid_to.last, row.valid_to.last)
    return end


def in_area(catalog: Catalog, area: str) -> list[Coverage]:
    """Return the coverage rows that speak of `area` or of areas within it, in file order."""
    return [row for row in catalog.all(Coverage).values() if within(catalog, row.area, area)]
