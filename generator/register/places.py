"""Where a unit is, how well that is known, which areas lie within which, and what a list holds of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from heapq import heappop, heappush

from generator.catalog.public_view import PublicView
from generator.catalog.rows import RowStore
from generator.register.subjects import subject_of
from generator.schema.records import Area, Enterprise, OfficialList, Park, Place, Recognition


def place_of(catalog: RowStore, unit: str, on: date) -> Place | None:
    """Return the place of a unit on a day; of a product, that of its enterprise. None where none is held."""
    for place in reversed(catalog.places_of.get(unit, ())):
        if _holds(place, on):
            return place
    return None


def places_through(catalog: RowStore, unit: str) -> list[tuple[date, Place | None]]:
    """Return every place of a unit with the day from which it is there: place_of on all days at once."""
    rows = catalog.places_of.get(unit, ())
    if len(rows) == 1 and rows[0].valid_to is None:
        return [(_from(rows[0]), rows[0])]
    turns: list[tuple[date, int, bool]] = []
    for number, place in enumerate(rows):
        turns.append((_from(place), number, True))
        if place.valid_to is not None and place.valid_to.last < date.max:
            turns.append((place.valid_to.last + timedelta(days=1), number, False))
    found: dict[date, Place | None] = {}
    latest: list[int] = []
    over: set[int] = set()
    for day, number, begins in sorted(turns):
        if begins:
            heappush(latest, -number)  # of several at a time the last in the file is meant
        else:
            over.add(number)
        while latest and -latest[0] in over:
            heappop(latest)
        found[day] = rows[-latest[0]] if latest else None
    return list(found.items())


def _from(place: Place) -> date:
    return place.valid_from.first if place.valid_from else date.min


def _holds(place: Place, on: date) -> bool:
    return (place.valid_from is None or place.valid_from.first <= on) and (
        place.valid_to is None or on <= place.valid_to.last
    )


def is_own(may_publish: bool, place: Place | None) -> bool:
    """Tell whether a row is the city's own: it may be published and its unit's place is not inferred."""
    return may_publish and (place is None or place.grade == "confirmed")


def ancestors(catalog: RowStore, area: str) -> tuple[str, ...]:
    """Return an area and every area above it, nearest first; a circle of parents ends the walk."""
    found: list[str] = []
    row = catalog.row(Area, area)
    while row is not None and row.id not in found:
        found.append(row.id)
        row = catalog.row(Area, row.parent)
    return tuple(found)


def within(catalog: RowStore, area: str, scope: str) -> bool:
    """Tell whether `area` is `scope`, lies in it, or is under one management with an area that does."""
    if scope in ancestors(catalog, area):
        return True
    row = catalog.row(Area, area)
    twin = row.one_management_with if row else ""
    return bool(twin) and scope in ancestors(catalog, twin)


def areas_around(catalog: PublicView, area: str) -> tuple[str, ...]:
    """Return the areas that a unit in `area` counts for, below the register's own.

    Its area, those above it and those of its twin: the rule of `within`, which counts follow.
    """
    own = set(ancestors(catalog, catalog.settings.area))
    row = catalog.row(Area, area)
    twin = row.one_management_with if row else ""
    found = [*ancestors(catalog, area), *(ancestors(catalog, twin) if twin else ())]
    return tuple(dict.fromkeys(a for a in found if a not in own))


Turns = tuple[tuple[date, tuple[str, ...]], ...]
"""The areas that a unit was confirmed to lie in, below the register's own, from which day."""


def areas_through(catalog: PublicView, around: Callable[[str], tuple[str, ...]]) -> dict[str, Turns]:
    """Return where every unit and product that has a place was confirmed to lie, on all days.

    `around` is areas_around, which whoever asks may have worked out already.
    """
    found: dict[str, Turns] = {}
    for unit in catalog.places_of:
        turns = []
        for day, place in places_through(catalog, unit):
            sure = place is not None and place.grade == "confirmed"
            turns.append((day, around(place.area) if place is not None and sure else ()))
        found[unit] = tuple(turns)
    return found


def units_by_area(catalog: PublicView, on: date) -> dict[str, tuple[str, ...]]:
    """Return the enterprises and parks with confirmed place on a day, by every area they lay in."""
    areas: dict[str, list[str]] = {area: [] for area in catalog.rows(Area)}
    lying: dict[str, list[str]] = {}
    for unit in (*catalog.rows(Enterprise), *catalog.rows(Park)):
        place = place_of(catalog, unit, on)
        if place is None or place.grade != "confirmed":
            continue
        if place.area not in lying:
            lying[place.area] = [a for a in areas if within(catalog, place.area, a)]
        for area in lying[place.area]:
            areas[area].append(unit)
    return {area: tuple(units) for area, units in areas.items()}


def lies_outside(catalog: RowStore, place: Place, scope: str) -> bool:
    """Return True if a place is known not to lie in `scope`; where its area is blank, by `outside`."""
    known = catalog.row(Area, place.area) is not None
    return (place.id, scope) in catalog.outside or (known and not within(catalog, place.area, scope))


def held_of_list(catalog: RowStore, official: OfficialList, scope: str, on: date) -> tuple[int, int]:
    """Return the rows held of a list that belong to `scope` ("" for all of it), and those only inferred to.

    A row without a unit, or without a place, belongs where the city may publish it as its own.
    """
    rows = catalog.where(Recognition, "list", official.id)
    if not scope:
        return len(rows), 0
    confirmed = inferred = 0
    for row in rows:
        place = place_of(catalog, subject_of(row), on)
        if place is not None and lies_outside(catalog, place, scope):
            continue
        sure = is_own(row.publish == "yes", place)
        confirmed, inferred = confirmed + sure, inferred + (not sure)
    return confirmed, inferred
