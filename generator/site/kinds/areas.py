"""Pages of areas: the units whose place in them is confirmed, and only those."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import Area, Enterprise, Park
from generator.site.document import Body, Fact, Facts, Inline, Section
from generator.site.sections.unit_lists import UnitRow, units_section
from generator.site.site import Edition


def area(edition: Edition, row: Area) -> Body:
    """Return the page of an area."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    children = tuple(
        Fact(words.category("area_level", a.level), (edition.link(a.id),))
        for a in catalog.where(Area, "parent", row.id)
    )
    sections = [Section("areas", words("ui.contained"), (Facts(children),))] if children else []
    sections += units_section(edition, _units_in(edition, row.id), "ui.units_here")
    return Body(
        title=name,
        description=f"{name}：{words('ui.units_here')}",
        kind="area",
        id=row.id,
        kind_label=words("kind.area"),
        crumbs=(Inline(words("nav.areas"), to="areas/"),),
        facts=_facts(edition, row),
        sections=tuple(sections),
        sources=edition.sources([row.source]),
    )


def _facts(edition: Edition, row: Area) -> tuple[Fact, ...]:
    words = edition.words
    return (
        edition.fact("ui.code", row.code),
        Fact(words("ui.kind"), (Inline(words.category("area_kind", row.kind)),)),
        Fact(words("ui.level"), (Inline(words.category("area_level", row.level)),)),
        *((edition.linked("ui.parent", row.parent),) if row.parent else ()),
        *((edition.linked("ui.one_management", row.one_management_with),) if row.one_management_with else ()),
    )


def _units_in(edition: Edition, area_id: str) -> Iterable[UnitRow]:
    catalog = edition.catalog
    for unit in edition.units_by_area[area_id]:
        row = catalog.get(Enterprise, unit) or catalog.get(Park, unit)
        if row:
            yield row
