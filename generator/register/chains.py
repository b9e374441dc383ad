"""Who belongs together: parks, the enterprises in them, their products, and who supplies whom.

An edge between two firms exists only where one of them published it (schemas/supply_links.yaml). A firm is
set in a park only where its place is confirmed to be the very zone that the park runs: lying in the same
district says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalog.public_view import PublicView
from generator.register.places import place_of
from generator.schema.records import Area, Enterprise, Park, Product, SupplyLink

Relation = Literal["in", "makes", "supplies"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two units, from the wider or earlier to the narrower or later."""

    relation: Relation
    start: str
    """Id of the park, the maker or the supplier."""
    end: str
    """Id of the enterprise, the product or the buyer."""
    item: str
    """What is supplied, as the document has it; empty elsewhere."""
    published_by: str
    """Id of the firm that published a supply; empty elsewhere."""
    source: str


@dataclass(frozen=True)
class Chains:
    """Every edge, by file order, and the edges of each unit."""

    edges: tuple[Edge, ...]
    by_unit: Mapping[str, tuple[Edge, ...]]

    def components(self) -> Iterator[tuple[Edge, ...]]:
        """Yield the parts that hang together, each as its edges, in the order of their first edge."""
        part: dict[str, int] = {}
        for number, first in enumerate(self.by_unit):
            waiting = [] if first in part else [first]
            while waiting:
                unit = waiting.pop()
                if unit not in part:
                    part[unit] = number
                    waiting += [u for e in self.by_unit[unit] for u in (e.start, e.end)]
        found: dict[int, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(part[edge.start], []).append(edge)
        for edges in found.values():
            yield tuple(edges)


def chains(catalog: PublicView) -> Chains:
    """Return every relation the catalog holds at its date."""
    edges = [*_in_parks(catalog), *_products(catalog), *_supplies(catalog)]
    by_unit: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_unit[edge.start].append(edge)
        by_unit[edge.end].append(edge)
    return Chains(tuple(edges), {unit: tuple(found) for unit, found in by_unit.items()})


def _in_parks(catalog: PublicView) -> Iterator[Edge]:
    parks = [
        (p, a) for p in catalog.rows(Park).values() if (a := catalog.row(Area, p.area)) and a.kind == "zone"
    ]
    zones = {area.id: park for park, area in parks}
    for unit in catalog.rows(Enterprise) if zones else ():
        place = place_of(catalog, unit, catalog.as_of)
        if place is not None and place.grade == "confirmed" and place.area in zones:
            yield Edge("in", zones[place.area].id, unit, "", "", place.source)


def _products(catalog: PublicView) -> Iterator[Edge]:
    for product in catalog.rows(Product).values():
        yield Edge("makes", product.enterprise, product.id, "", "", product.source)


def _supplies(catalog: PublicView) -> Iterator[Edge]:
    for link in catalog.rows(SupplyLink).values():
        if link.published_by in (link.from_unit, link.to_unit):
            yield Edge("supplies", link.from_unit, link.to_unit, link.item, link.published_by, link.source)
