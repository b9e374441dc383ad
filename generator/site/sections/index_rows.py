"""The rows of index pages: for each kind of record, the cells that an index shows.

Those of the libraries are in library_rows.py: other pages list them too.
"""

from __future__ import annotations

from generator.register.subjects import subject_of
from generator.schema.records import (
    Area,
    Enterprise,
    Evaluator,
    Industry,
    OfficialList,
    Park,
    Product,
    Recognition,
    Scheme,
    Source,
)
from generator.site.document import Inline, Inlines
from generator.site.sections import history
from generator.site.site import Site


def unit_place(site: Site, unit: str) -> Inlines:
    """Return a unit's confirmed area, or the words for what is not confirmed or not known."""
    if site.register.units.grade(unit) == "inferred":
        return (Inline(site.words("attribution.inferred"), tone="status status-inferred"),)
    place = site.register.units.place(unit)
    return (site.link(place.area),) if place else site.known("")


def enterprise(site: Site, row: Enterprise) -> tuple[Inlines, ...]:
    """Return the cells of an enterprise."""
    return (site.link(row.id),), unit_place(site, row.id), history.status_value(site, row.id)


def park(site: Site, row: Park) -> tuple[Inlines, ...]:
    """Return the cells of a park."""
    return enterprise(site, row)  # type: ignore[arg-type]


def product(site: Site, row: Product) -> tuple[Inlines, ...]:
    """Return the cells of a product."""
    return (
        (site.link(row.id),),
        site.known(row.model),
        (site.link(row.enterprise),),
        history.status_value(site, row.id),
    )


def official_list(site: Site, row: OfficialList) -> tuple[Inlines, ...]:
    """Return the cells of an official list."""
    words = site.words
    scheme = site.catalog.rows(Scheme)[row.scheme]
    held = len(site.catalog.where(Recognition, "list", row.id))
    count = str(row.official_count) if row.official_count is not None else ""
    return (
        (site.link(row.id),),
        (Inline(words.of(scheme, "name")),),
        (Inline(words.category("list_kind", row.kind)),),
        (Inline(words.category("stage", row.stage)),),
        site.known(row.published),
        site.known(count),
        (Inline(str(held)),),
    )


def area(site: Site, row: Area) -> tuple[Inlines, ...]:
    """Return the cells of an area."""
    words = site.words
    return (
        (site.link(row.id),),
        (Inline(words.category("area_level", row.level)),),
        site.known(row.code),
        (site.link(row.parent),) if row.parent else (),
    )


def industry(site: Site, row: Industry) -> tuple[Inlines, ...]:
    """Return the cells of an industry."""
    count = len(site.catalog.where(Enterprise, "industry", row.id))
    return (Inline(row.code),), (site.link(row.id),), (Inline(str(count)),)


def evaluator(site: Site, row: Evaluator) -> tuple[Inlines, ...]:
    """Return the cells of an evaluator."""
    rows = site.catalog.where(Recognition, "evaluator", row.id)
    return (site.link(row.id),), (Inline(str(len({subject_of(r) or r.id for r in rows}))),)


def source(site: Site, row: Source) -> tuple[Inlines, ...]:
    """Return the cells of a document."""
    return (
        (site.link(row.id),),
        site.known(row.issuer),
        site.known(row.number),
        site.known(row.published or row.dated),
        (Inline(site.words.category("source_kind", row.kind)),),
    )
