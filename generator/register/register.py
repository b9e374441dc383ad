"""A catalog with its ledger, and the answers that many ask for, each worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.caching import cached_method, uncached_state
from generator.catalog.public_view import PublicView
from generator.register.chains import Chains, chains
from generator.register.changes import ListRelease, rounds
from generator.register.coverage import CoverageExtent, reach
from generator.register.evidence import resting_on
from generator.register.growth import Year, years
from generator.register.holdings import Holding, holding
from generator.register.ledger import Axis, Ledger, build_ledger
from generator.register.levels import Routes, routes
from generator.register.places import is_own
from generator.register.progress import Progress, progress
from generator.register.reconcile import Comparison, Reconciliation
from generator.register.sectors import Growth, SectorRegister, sector_register
from generator.register.sectors import growth as sector_growth
from generator.register.standing import Standing, standing
from generator.register.totals import Counting, CountQuery, Tally
from generator.register.unit_index import UnitIndex
from generator.schema.records import Category, Claim, Scheme, Target


@dataclass(frozen=True)
class Register:
    """What a catalog says at its date: the ledger of its lists, the units, and what is derived from both."""

    catalog: PublicView

    __getstate__ = uncached_state

    @cached_property
    def units(self) -> UnitIndex:
        """Places of the units, and the rows of lists that name them."""
        return UnitIndex(self.catalog)

    @cached_property
    def ledger(self) -> Ledger:
        """Who stood on which list, from when to when."""
        return build_ledger(self.catalog)

    @property
    def axis(self) -> Axis:
        """The axis of headlines."""
        return "published" if self.catalog.settings.axis == "published" else "list_year"

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Categories that have schemes, in file order."""
        used = {s.category for s in self.catalog.rows(Scheme).values()}
        return tuple(c for c in self.catalog.rows(Category).values() if c.id in used)

    @cached_property
    def selected(self) -> tuple[Category, ...]:
        """Categories of enterprises that are still selected: of others there is no next step."""
        return tuple(
            c
            for c in self.categories
            if c.subject == "enterprise" and (c.valid_to is None or c.valid_to.last >= self.catalog.as_of)
        )

    @cached_method
    def standing(self, subject: str, category: str) -> Standing:
        """Return a unit's standing in a category at the register's date."""
        return standing(self.catalog, self.ledger, subject, category, self.catalog.as_of)

    @cached_method
    def holding(self, unit: str, category: str) -> Holding | None:
        """Return what a unit holds in a category at the register's date."""
        return holding(self.ledger, unit, category, self.catalog.as_of, self.standing(unit, category))

    def holdings(self, unit: str) -> tuple[Holding, ...]:
        """Return what a unit holds in every category."""
        named = self.named.get(unit, ())
        found = [self.holding(unit, c.id) for c in self.categories if c.id in named]
        return tuple(h for h in found if h is not None)

    @cached_method
    def reach(self, scheme: str) -> CoverageExtent:
        """Return how far a scheme is covered in the city."""
        return reach(self.catalog, scheme, self.catalog.settings.area)

    def tally(
        self,
        category: str,
        levels: tuple[str, ...],
        on: date,
        axis: Axis,
        area: str = "",
        counted: str = "subject",
    ) -> Tally:
        """Return the units counted in a category on a day."""
        return self._tally(CountQuery(category, levels, on, axis, area, counted))

    @cached_method
    def _tally(self, query: CountQuery) -> Tally:
        return self._counting(replace(query, on=date.max)).on(query.on)

    @cached_method
    def _counting(self, query: CountQuery) -> Counting:
        """Return what answers a query on any day; the query's own day is `date.max`."""
        return Counting(self.catalog, self.ledger, query)

    @cached_method
    def current(self, category: str) -> tuple[str, ...]:
        """Return a category's units that stand on a list at the register's date and are the city's own."""
        units = dict.fromkeys(
            spell.subject
            for spell in self.ledger.by_category.get(category, ())
            if spell.subject and spell.begun(self.catalog.as_of) and not spell.ended(self.catalog.as_of)
            if is_own(spell.row.publish == "yes", self.units.place(spell.subject))
        )
        return tuple(units)

    @cached_method
    def routes(self, category: str) -> Routes:
        """Return the units of a category by the levels they entered, in the order of entering them."""
        return routes(self.catalog, self.ledger, category, self.catalog.as_of)

    @cached_property
    def compared(self) -> Mapping[str, Comparison]:
        """Every published figure beside the register, by the figure's id."""
        reconciliation = Reconciliation(self.catalog, self.ledger)
        found = {id_: reconciliation.of(claim) for id_, claim in self.catalog.rows(Claim).items()}
        return {id_: comparison for id_, comparison in found.items() if comparison is not None}

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Every target and how far it has come, by the target's id."""
        targets = self.catalog.rows(Target).values()
        return {t.id: progress(self.catalog, self.ledger, t) for t in targets}

    @cached_property
    def resting_on(self) -> Mapping[str, Mapping[str, int]]:
        """How often the rows of each table name a document, by the document's id."""
        return resting_on(self.catalog)

    @cached_property
    def rounds(self) -> tuple[ListRelease, ...]:
        """What was published of each scheme on each day, the latest first."""
        return tuple(rounds(self.catalog, self.ledger))

    @cached_property
    def chains(self) -> Chains:
        """Relations between parks, enterprises and products."""
        return chains(self.catalog)

    @cached_property
    def sectors(self) -> SectorRegister:
        """The industries the city puts first, with the enterprises in them."""
        return sector_register(self.catalog, self.ledger)

    @cached_method
    def grown(self, sector: str) -> tuple[Growth, ...]:
        """Return how a sector grew, by the axis of headlines."""
        return sector_growth(self.catalog, self.ledger, self.sectors.own[sector], self.axis)

    @cached_method
    def years(self, scheme: str) -> tuple[Year, ...]:
        """Return the years of a scheme by the axis of headlines, as far as they are covered."""
        row = self.catalog.rows(Scheme)[scheme]
        counting = self._counting(CountQuery(row.category, (row.level,), date.max, self.axis))
        return tuple(years(self.catalog, self.ledger, row, counting))

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """Categories in which each unit was ever named."""
        found: dict[str, set[str]] = {}
        for spell in self.ledger.spells:
            found.setdefault(spell.subject, set()).add(spell.row.category)
        for notice in self.ledger.notices:
            found.setdefault(notice.subject, set()).add(notice.row.category)
        return {unit: frozenset(categories) for unit, categories in found.items()}

    def holds(self, folder: str) -> bool:
        """Tell whether there are records of a kind, and so its index."""
        derived = {"cases": self.catalog.cases, "sectors": self.sectors.sectors}
        return bool(derived[folder] if folder in derived else self.catalog.tables.get(folder))
