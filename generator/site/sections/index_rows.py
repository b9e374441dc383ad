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
from generator.site.document import Inline, Value
from generator.site.sections import history
from generator.site.site import Edition


def unit_place(edition: Edition, unit: str) -> Value:
    """Return a unit's confirmed area, or the words for what is not confirmed or not known."""
    if edition.grade(unit) == "inferred":
        return (Inline(edition.words("attribution.inferred"), tone="status status-inferred"),)
    place = edition.place(unit)
    return (edition.link(place.area),) if place else edition.known("")


def enterprise(edition: Edition, row: Enterprise) -> tuple[Value, ...]:
    """Return the cells of an enterprise."""
    return (edition.link(row.id),), unit_place(edition, row.id), history.status_value(edition, row.id)


def park(edition: Edition, row: Park) -> tuple[Value, ...]:
    """Return the cells of a park."""
    return enterprise(edition, row)  # type: ignore[arg-type]


def product(edition: Edition, row: Product) -> tuple[Value, ...]:
    """Return the cells of a product."""
    return (
        (edition.link(row.id),),
        edition.known(row.model),
        (edition.link(row.enterprise),),
        history.status_value(edition, row.id),
    )


def official_list(edition: Edition, row: OfficialList) -> tuple[Value, ...]:
    """Return the cells of an official list."""
    words = edition.words
    scheme = edition.catalog.all(Scheme)[row.scheme]
    held = len(edition.catalog.where(Recognition, "list", row.id))
    count = str(row.official_count) if row.official_count is not None else ""
    return (
        (edition.link(row.id),),
        (Inline(words.of(scheme, "name")),),
        (Inline(words.category("list_kind", row.kind)),),
        (Inline(words.category("stage", row.stage)),),
        edition.known(row.published),
        edition.known(count),
        (Inline(str(held)),),
    )


def area(edition: Edition, row: Area) -> tuple[Value, ...]:
    """Return the cells of an area."""
    words = edition.words
    return (
        (edition.link(row.id),),
        (Inline(words.category("area_level", row.level)),),
        edition.known(row.code),
        (edition.link(row.parent),) if row.parent else (),
    )


def industry(edition: Edition, row: Industry) -> tuple[Value, ...]:
    """Return the cells of an industry."""
    count = len(edition.catalog.where(Enterprise, "industry", row.id))
    return (Inline(row.code),), (edition.link(row.id),), (Inline(str(count)),)


def evaluator(edition: Edition, row: Evaluator) -> tuple[Value, ...]:
    """Return the cells of an evaluator."""
    rows = edition.catalog.where(Recognition, "evaluator", row.id)
    return (edition.link(row.id),), (Inline(str(len({subject_of(r) or r.id for r in rows}))),)


def source(edition: Edition, row: Source) -> tuple[Value, ...]:
    """Return the cells of a document."""
    return (
        (edition.link(row.id),),
        edition.known(row.issuer),
        edition.known(row.number),
        edition.known(row.published or row.dated),
        (Inline(edition.words.category("source_kind", row.kind)),),
    )
