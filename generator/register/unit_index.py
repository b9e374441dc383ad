"""Where the units of a catalog are, and which rows of lists name them: what many ask, each found once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.caching import cached_method, uncached_state
from generator.catalog.public_view import PublicView
from generator.register.holdings import place_grade
from generator.register.ledger import is_out
from generator.register.places import Turns, areas_around, areas_through, place_of, units_by_area
from generator.register.totals import CountQuery, Tally
from generator.schema.records import OfficialList, Place, Recognition

_COLUMNS = {"enterprises": "enterprise", "parks": "park", "products": "product"}
"""Column of a row of a list that names a unit, by the unit's table."""


@dataclass(frozen=True)
class UnitIndex:
    """Rows and places of units at a catalog's date, and places on other days."""

    catalog: PublicView
    __getstate__ = uncached_state

    @cached_property
    def past_lists(self) -> frozenset[str]:
        """Lists that had come out by the date."""
        return frozenset(
            x.id for x in self.catalog.rows(OfficialList).values() if is_out(x, self.catalog.as_of)
        )

    def rows_of(self, unit: str) -> list[Recognition]:
        """Return the rows of lists that are about a unit and not later than the date."""
        rows = self.catalog.where(Recognition, _COLUMNS[self.catalog.table_of(unit)], unit)
        return [row for row in rows if row.list in self.past_lists]

    @cached_method
    def place(self, unit: str) -> Place | None:
        """Return a unit's place at the date."""
        return place_of(self.catalog, unit, self.catalog.as_of)

    @cached_method
    def grade(self, unit: str) -> str:
        """Return how well a unit's place is known: ``confirmed``, ``inferred``, or ``unknown``."""
        place = self.place(unit)
        return place_grade(place, () if place else self.rows_of(unit))

    @cached_method
    def around(self, area: str) -> tuple[str, ...]:
        """Return the areas that a unit in an area counts for, below the city."""
        return areas_around(self.catalog, area)

    @cached_property
    def units_by_area(self) -> Mapping[str, tuple[str, ...]]:
        """Enterprises and parks with confirmed place, by every area they lie in."""
        return units_by_area(self.catalog, self.catalog.as_of)

    @cached_property
    def areas_through(self) -> Mapping[str, Turns]:
        """Where every enterprise, park and product was confirmed to lie, on all days."""
        return areas_through(self.catalog, self.around)

    def by_area(self, counted: Tally) -> Mapping[str, tuple[str, ...]]:
        """Return the units of a count by every area below the city in which they lay on its day.

        An area in which none was confirmed to lie is not in it.
        """
        return self._by_area(counted.question, counted.units)

    @cached_method
    def _by_area(self, question: CountQuery, units: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for unit in units:
            areas_then: tuple[str, ...] = ()
            for begins, areas in self.areas_through.get(unit, ()):
                if begins <= question.on:
                    areas_then = areas
            for area in areas_then:
                parts[area].append(unit)
        return {area: tuple(units) for area, units in parts.items()}
