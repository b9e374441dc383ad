"""The industries a city puts first, as its documents name them: who belongs to one, and how it grew.

A document names 机械; enterprises carry a code of GB/T 4754 or only the label that a list prints. The rows of
industry_groups say which codes and labels a sector holds and on what basis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog.public_view import PublicView
from generator.formats.dates import year_end
from generator.register.coverage import reach
from generator.register.ledger import Axis, Ledger, Listing
from generator.register.totals import is_confirmed
from generator.schema.records import (
    Enterprise,
    Industry,
    IndustryGroup,
    Product,
    Recognition,
    Scheme,
)


@dataclass(frozen=True, slots=True)
class Sector:
    """An industry as a document names it; its rows agree on code, name and kind."""

    id: str
    rows: tuple[IndustryGroup, ...]
    industries: frozenset[str]
    """Ids of the industries its rows name, and of every part of these."""

    @property
    def head(self) -> IndustryGroup:
        """The first of its rows: for what all of them share."""
        return self.rows[0]

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of lists whose enterprises belong to it."""
        return tuple(row.industry_label for row in self.rows if row.industry_label)

    @property
    def is_mapped(self) -> bool:
        """Whether any code or label belongs to it, so that enterprises can be found in it."""
        return bool(self.industries or self.labels)


def sectors(catalog: PublicView) -> dict[str, Sector]:
    """Return every sector by its code: those of portal.yaml in its order, then the others in file order."""
    rows: defaultdict[str, list[IndustryGroup]] = defaultdict(list)
    for row in catalog.rows(IndustryGroup).values():
        rows[row.group].append(row)
    first = [code for code in catalog.settings.priority_groups if code in rows]
    return {code: _sector(catalog, code, rows[code]) for code in dict.fromkeys([*first, *rows])}


def _sector(catalog: PublicView, code: str, rows: list[IndustryGroup]) -> Sector:
    named = {row.industry for row in rows if row.industry}
    industries = frozenset(i for i in catalog.rows(Industry) if not named.isdisjoint(_line(catalog, i)))
    return Sector(code, tuple(rows), industries)


def _line(catalog: PublicView, industry: str) -> list[str]:
    """An industry and everything it is part of."""
    line: list[str] = []
    while industry and industry not in line:
        line.append(industry)
        row = catalog.row(Industry, industry)
        industry = row.parent if row else ""
    return line


@dataclass(frozen=True, slots=True)
class SectorRegister:
    """Every sector with the enterprises in it that a list names."""

    sectors: Mapping[str, Sector]
    own: Mapping[str, tuple[str, ...]]
    """By sector: listed enterprises that are the city's own, place confirmed, in file order."""
    apart: Mapping[str, int]
    """By sector: number of listed enterprises whose place is not confirmed."""
    members: Mapping[str, frozenset[str]]
    """By sector: every enterprise in it, listed or not."""
    of_unit: Mapping[str, tuple[str, ...]]
    """By enterprise: the sectors it is in."""
    unplaced: int
    """Number of listed enterprises, place confirmed, of which neither code nor printed industry is known."""


def sector_register(catalog: PublicView, ledger: Ledger) -> SectorRegister:
    """Put the enterprises of a catalog into its sectors, as of the catalog's date."""
    found = sectors(catalog)
    of = _membership(found)
    belonging: dict[str, list[str]] = {code: [] for code in found}
    of_unit: dict[str, tuple[str, ...]] = {}
    unplaced = 0
    for row in catalog.rows(Enterprise).values():
        label = "" if row.industry else printed_industry(catalog, row)
        codes = of.get(("industry", row.industry) if row.industry else ("label", label), ())
        for code in codes:
            belonging[code].append(row.id)
        if codes:
            of_unit[row.id] = tuple(codes)
        if not row.industry and not label:
            unplaced += _is_own(catalog, ledger, row.id)
    listed = {c: [u for u in units if _is_listed(catalog, ledger, u)] for c, units in belonging.items()}
    own = {code: tuple(u for u in units if _is_own(catalog, ledger, u)) for code, units in listed.items()}
    return SectorRegister(
        sectors=found,
        own=own,
        apart={code: len(units) - len(own[code]) for code, units in listed.items()},
        members={code: frozenset(units) for code, units in belonging.items()},
        of_unit=of_unit,
        unplaced=unplaced,
    )


def _membership(found: Mapping[str, Sector]) -> Mapping[tuple[str, str], list[str]]:
    """Sectors by what puts an enterprise into them: its code, or the label that a list prints of it."""
    of: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sector in found.values():
        for industry in sector.industries:
            of["industry", industry].append(sector.id)
        for label in sector.labels:
            of["label", label].append(sector.id)
    return of


def _is_listed(catalog: PublicView, ledger: Ledger, unit: str) -> bool:
    """Whether a final list names an enterprise or a product of it."""
    return any(_begun(catalog, ledger, unit))


def _is_own(catalog: PublicView, ledger: Ledger, unit: str) -> bool:
    """Whether an enterprise counts as the city's: by one row of a final list at least, as totals count."""
    spells = _begun(catalog, ledger, unit)
    return any(is_confirmed(catalog, s.row, s.subject, catalog.as_of) for s in spells)


def _begun(catalog: PublicView, ledger: Ledger, unit: str) -> Iterator[Listing]:
    """Yield the stays on lists of an enterprise and of its products."""
    for subject in _subjects(catalog, unit):
        yield from (s for s in ledger.of(subject) if s.begun(catalog.as_of))


def printed_industry(catalog: PublicView, row: Enterprise) -> str:
    """Return the industry that a list prints of an enterprise; empty where none does."""
    if row.industry_label:
        return row.industry_label
    rows = catalog.where(Recognition, "enterprise", row.id)
    return next((r.industry_as_published for r in rows if r.industry_as_published), "")


@dataclass(frozen=True, slots=True)
class Growth:
    """How many enterprises of a sector stood on the lists of one scheme at the end of each year."""

    scheme: Scheme
    held: Mapping[int, int | None]
    """By year; None where changes of the scheme were not checked to the year's end."""


def growth(catalog: PublicView, ledger: Ledger, units: Iterable[str], axis: Axis) -> tuple[Growth, ...]:
    """Return the growth of the schemes that name any of `units`, from the first year on, in file order.

    A firm counts for a scheme of products by its products, and once whatever their number. Which of a
    sector's firms are counted (confirmed places only) is for the caller to say.
    """
    named = {unit: _subjects(catalog, unit) for unit in units}
    starts = {
        start.year
        for subjects in named.values()
        for subject in subjects
        for spell in ledger.of(subject)
        if (start := spell.start[axis]) is not None and start <= catalog.as_of
    }
    years = range(min(starts), catalog.as_of.year + 1) if starts else range(0)
    grown = (_growth(catalog, ledger, scheme, named, years, axis) for scheme in catalog.rows(Scheme).values())
    return tuple(g for g in grown if any(g.held.values()))


def _subjects(catalog: PublicView, unit: str) -> tuple[str, ...]:
    return (unit, *(product.id for product in catalog.where(Product, "enterprise", unit)))


def _growth(
    catalog: PublicView,
    ledger: Ledger,
    scheme: Scheme,
    named: Mapping[str, tuple[str, ...]],
    years: Iterable[int],
    axis: Axis,
) -> Growth:
    until = reach(catalog, scheme.id, catalog.settings.area).covered_until
    held: dict[int, int | None] = {}
    for year in years:
        end = year_end(year)
        covered = until is not None and until >= end and end <= catalog.as_of
        held[year] = sum(_stands(ledger, s, scheme, end, axis) for s in named.values()) if covered else None
    return Growth(scheme, held)


def _stands(ledger: Ledger, subjects: Iterable[str], scheme: Scheme, on: date, axis: Axis) -> bool:
    spells = (spell for subject in subjects for spell in ledger.of(subject))
    return any(spell.row.scheme == scheme.id and spell.counts(on, axis) for spell in spells)
