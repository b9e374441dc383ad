"""How the lists grew: what each year brought and took away, in the register and in the official counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.catalog.public_view import PublicView
from generator.formats.dates import year_end
from generator.register.coverage import in_area, is_of, reach
from generator.register.ledger import Axis, Ledger
from generator.register.totals import Counting, is_confirmed
from generator.schema.records import OfficialList, Scheme


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a level as the register holds it by name, place confirmed."""

    year: int
    held: int
    """Units at the year's end."""
    new: int
    """Units that stand on the lists at its end and did not a year before."""
    gone: int
    """Units that stood on the lists a year before and no longer do."""
    inferred: int
    """Units at the year's end whose place is not confirmed; in none of the other numbers."""


def years(catalog: PublicView, ledger: Ledger, scheme: Scheme, counting: Counting) -> list[Year]:
    """Return the years of a scheme from its first row on, up to the last year covered to its end.

    `counting` counts what the scheme names, by the axis that is meant. A year of which only the first days
    are covered (a list published in January) is not shown whole.
    """
    until = reach(catalog, scheme.id, catalog.settings.area).covered_until
    starts = [
        start.year
        for spell in ledger.by_category.get(scheme.category, ())
        if spell.row.scheme == scheme.id and (start := spell.start[counting.axis]) is not None
    ]
    if until is None or not starts:
        return []
    last = min(until, catalog.as_of)
    whole = last.year if (last.month, last.day) == (12, 31) else last.year - 1
    found: list[Year] = []
    before: set[str] = set()
    for year in range(min(starts), whole + 1):
        counted = counting.on(year_end(year))
        units = set(counted.units)
        inferred = len(counted.inferred)
        found.append(Year(year, len(units), len(units - before), len(before - units), inferred))
        before = units
    return found


@dataclass(frozen=True, slots=True)
class Named:
    """The names held of one year of a scheme that is held in part: no total."""

    year: int
    confirmed: int
    """Rows of units that are identified, place confirmed."""
    apart: int
    """Rows of units whose place is not confirmed or that are not identified."""
    lists: tuple[str, ...]
    """Ids of the lists that they stand on."""

    @property
    def count(self) -> int:
        """Rows held, whatever is known of their units."""
        return self.confirmed + self.apart


def named_years(catalog: PublicView, ledger: Ledger, scheme: Scheme, axis: Axis) -> list[Named]:
    """Return the names held of the lists of a scheme that are held in part, from the first year to the last.

    A year between without a name is there with nought: nothing is held of it, which says nothing of how many
    there are. Rows without a date on the axis are left out.
    """
    partly = [
        r for r in in_area(catalog, catalog.settings.area) if r.scheme == scheme.id and r.additions == "some"
    ]
    if not partly:
        return []
    sure: Counter[int] = Counter()
    unsure: Counter[int] = Counter()
    lists: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for spell in ledger.by_category.get(scheme.category, ()):
        start = spell.start[axis]
        if spell.row.scheme != scheme.id or start is None or start > catalog.as_of:
            continue
        if any(is_of(row, catalog.rows(OfficialList)[spell.row.list]) for row in partly):
            known = spell.subject and is_confirmed(catalog, spell.row, spell.subject, catalog.as_of)
            (sure if known else unsure)[start.year] += 1
            lists[start.year][spell.row.list] = None
    span = range(min(lists), max(lists) + 1) if lists else ()
    return [Named(year, sure[year], unsure[year], tuple(lists.get(year, ()))) for year in span]


@dataclass(frozen=True, slots=True)
class OfficialYear:
    """One year of a scheme in the official counts of its lists."""

    year: int
    added: int | None
    """Sum of the lists of additions; None where the count of one is not known or no list is held."""
    removed: int | None
    """Sum of the lists of removals; None where the count of one is not known or no list is held."""
    total: int | None
    """Additions less removals up to the year's end; None from the first unknown count on."""


def official_years(catalog: PublicView, scheme: Scheme) -> list[OfficialYear]:
    """Return the official counts of a scheme's lists by list year; lists of an area only are left out.

    The total is what the announced numbers add up to. It is no published figure, and a year whose count is
    not known ends it: what follows could only be guessed.
    """
    added: defaultdict[int, list[int | None]] = defaultdict(list)
    removed: defaultdict[int, list[int | None]] = defaultdict(list)
    for official in catalog.where(OfficialList, "scheme", scheme.id):
        if official.stage != "final" or official.count_scope or official.list_year is None:
            continue
        if official.kind in ("additions", "removals"):
            kind = added if official.kind == "additions" else removed
            kind[official.list_year].append(official.official_count)
    found: list[OfficialYear] = []
    total: int | None = 0
    for year in range(min(added), max((*added, *removed)) + 1) if added else ():
        more = _sum(added.get(year, []))
        fewer = _sum(removed.get(year, []))
        unknown = total is None or more is None or (year in removed and fewer is None)
        total = None if unknown else (total or 0) + (more or 0) - (fewer or 0)
        found.append(OfficialYear(year, more, fewer, total))
    return found


def _sum(counts: list[int | None]) -> int | None:
    """The sum of counts; None where there is none, or one is not known."""
    known = [c for c in counts if c is not None]
    return sum(known) if known and len(known) == len(counts) else None
