"""How far the register was checked, and what may therefore be asserted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalog.public_view import PublicView
from generator.catalog.rows import RowStore
from generator.register.places import ancestors, held_of_list, within
from generator.schema.records import Coverage, OfficialList


@dataclass(frozen=True, slots=True)
class CoverageExtent:
    """How far a scheme is covered in an area."""

    covered_until: date | None
    """Last day up to which additions and removals are all held; None where they never are."""
    checked_until: date | None
    """Last day up to which removals are all held: as far as a unit's staying on the list is known."""


def reach(catalog: RowStore, scheme: str, area: str) -> CoverageExtent:
    """Return how far `scheme` is covered in `area`."""
    rows = _covering(catalog, scheme, area)
    return CoverageExtent(
        covered_until=_unbroken([r for r in rows if r.additions == "all" and r.removals == "all"]),
        checked_until=_unbroken([r for r in rows if r.removals == "all"]),
    )


def _covering(catalog: RowStore, scheme: str, area: str) -> list[Coverage]:
    """Statements of coverage that hold for an area: a statement about an area above holds for those in it."""
    return [
        row
        for row in catalog.where(Coverage, "scheme", scheme)
        if row.area in ancestors(catalog, area) or row.area == area
    ]


def _unbroken(rows: list[Coverage]) -> date | None:
    """Return the end of the first unbroken run of periods; a later run says nothing about the gap."""
    end: date | None = None
    for row in sorted(rows, key=lambda r: r.valid_from.first):
        if end is not None and row.valid_from.first > end + timedelta(days=1):
            break
        end = max(end or row.valid_to.last, row.valid_to.last)
    return end


def names_held(catalog: PublicView, coverage: Coverage) -> tuple[int, int]:
    """Return the rows of final additions held by name for a statement of coverage, and those only inferred.

    A list without a date counts by its year. Rows whose unit has no place count where they are published.
    """
    confirmed = inferred = 0
    for official in catalog.where(OfficialList, "scheme", coverage.scheme):
        if official.kind == "additions" and official.stage == "final" and is_of(coverage, official):
            when = official.published or official.dated
            on = when.last if when else catalog.as_of
            sure, unsure = held_of_list(catalog, official, coverage.area, on)
            confirmed, inferred = confirmed + sure, inferred + unsure
    return confirmed, inferred


def is_of(coverage: Coverage, official: OfficialList) -> bool:
    """Tell whether a statement of coverage speaks of a list, by its date or else by its year."""
    first, last = coverage.valid_from.first, coverage.valid_to.last
    when = official.published or official.dated
    if when is not None:
        return first <= when.last and when.first <= last
    return official.list_year is not None and first.year <= official.list_year <= last.year


def is_whole(catalog: PublicView, official: OfficialList) -> bool:
    """Tell whether every row of a list that is of the register's own area is held."""
    if official.rows_held == "complete":
        return True
    kind = "removals" if official.kind == "removals" else "additions"
    rows = _covering(catalog, official.scheme, catalog.settings.area)
    return any(getattr(row, kind) == "all" and is_of(row, official) for row in rows)


def in_area(catalog: PublicView, area: str) -> list[Coverage]:
    """Return the coverage rows that speak of `area` or of areas within it, in file order."""
    return [row for row in catalog.rows(Coverage).values() if within(catalog, row.area, area)]
