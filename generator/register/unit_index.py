"""Where the units of a catalog are, and which rows of lists name them: what many ask, each found once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.catalog.catalog import Catalog
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

    catalog: Catalog
    _places: dict[str, Place | None] = field(init=False, default_factory=dict)
    _grades: dict[str, str] = field(init=False, default_factory=dict)
    _around: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _parted: dict[CountQuery, Mapping[str, tuple[str, ...]]] = field(init=False, default_factory=dict)

    @property
    def on(self) -> date:
        """The date that is asked about."""
        return self.catalog.as_of

    @cached_property
    def past_lists(self) -> frozenset[str]:
        """Lists that had come out by the date."""
        return frozenset(x.id for x in self.catalog.all(OfficialList).values() if is_out(x, self.on))

    def rows_of(self, unit: str) -> list[Recognition]:
        """Return the rows of lists that are about a unit and not later than the date."""
        rows = self.catalog.where(Recognition, _COLUMNS[self.catalog.table_of(unit)], unit)
        return [row for row in rows if row.list in self.past_lists]

    def place(self, unit: str) -> Place | None:
        """Return a unit's place at the date."""
        if unit not in self._places:
            self._places[unit] = place_of(self.catalog, unit, self.on)
        return self._places[unit]

    def grade(self, unit: str) -> str:
        """Return how well a unit's place is known: ``confirmed``, ``inferred``, or ``unknown``."""
        if unit not in self._grades:
            place = self.place(unit)
            self._grades[unit] = place_grade(place, () if place else self.rows_of(unit))
        return self._grades[unit]

    def around(self, area: str) -> tuple[str, ...]:
        """Return the areas that a unit in an area counts for, below the city."""
        if area not in self._around:
            self._around[area] = areas_around(self.catalog, area)
        return self._around[area]

    @cached_property
    def units_by_area(self) -> Mapping[str, tuple[str, ...]]:
        """Enterprises and parks with confirmed place, by every area they lie in."""
        return units_by_area(self.catalog, self.on)

    @cached_property
    def areas_through(self) -> Mapping[str, Turns]:
        """Where every enterprise, park and product was confirmed to lie, on all days."""
        return areas_through(self.catalog, self.around)

    def by_area(self, counted: Tally) -> Mapping[str, tuple[str, ...]]:
        """Return the units of a count by every area below the city in which they lay on its day.

        An area in which none was confirmed to lie is not in it.
        """
        day = counted.question.on
        if counted.question not in self._parted:
            found: defaultdict[str, list[str]] = defaultdict(list)
            for unit in counted.units:
                lay: tuple[str, ...] = ()
                for begins, areas in self.areas_through.get(unit, ()):
                    if begins <= day:
                        lay = areas
                for area in lay:
                    found[area].append(unit)
            self._parted[counted.question] = {area: tuple(units) for area, units in found.items()}
        return self._parted[counted.question]
