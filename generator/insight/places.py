"""Where a unit is, how well that is known, and which areas lie within which."""

from __future__ import annotations

from datetime import date

from generator.model import Catalog
from generator.records import Area, Place, Product


def place_of(catalog: Catalog, unit: str, on: date) -> Place | None:
    """Return the place of a unit on a day; of a product, that of its enterprise. None where none is held."""
    product = catalog.get(Product, unit)
    rows = catalog.where(Place, "unit", product.enterprise if product else unit)
    current = [p for p in rows if _holds(p, on)]
    return current[-1] if current else None


def _holds(place: Place, on: date) -> bool:
    return (place.valid_from is None or place.valid_from.first <= on) and (
        place.valid_to is None or on <= place.valid_to.last
    )


def ancestors(catalog: Catalog, area: str) -> tuple[str, ...]:
    """Return an area and every area above it, nearest first; a circle of parents ends the walk."""
    found: list[str] = []
    row = catalog.get(Area, area)
    while row is not None and row.id not in found:
        found.append(row.id)
        row = catalog.get(Area, row.parent)
    return tuple(found)


def within(catalog: Catalog, area: str, scope: str) -> bool:
    """Tell whether `area` is `scope`, lies in it, or is under one management with an area that does."""
    if scope in ancestors(catalog, area):
        return True
    row = catalog.get(Area, area)
    twin = row.one_management_with if row else ""
    return bool(twin) and scope in ancestors(catalog, twin)
