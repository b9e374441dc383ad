"""Pages of areas: the units whose place in them is confirmed, and only those."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import Area, Enterprise, Park
from generator.site.document import Document, Fact, Facts, Inline, Section
from generator.site.sections.unit_lists import UnitRow, units_section
from generator.site.site import Site


def area(site: Site, row: Area) -> Document:
    """Return the page of an area."""
    words, catalog = site.words, site.catalog
    name = words.of(row, "name")
    children = tuple(
        Fact(words.category("area_level", a.level), (site.link(a.id),))
        for a in catalog.where(Area, "parent", row.id)
    )
    sections = [Section("areas", words("ui.contained"), (Facts(children),))] if children else []
    sections += units_section(site, _units_in(site, row.id), "ui.units_here")
    return Document(
        title=name,
        description=f"{name}：{words('ui.units_here')}",
        kind="area",
        id=row.id,
        kind_label=words("kind.area"),
        crumbs=(Inline(words("nav.areas"), to="areas/"),),
        facts=_facts(site, row),
        sections=tuple(sections),
        sources=site.sources([row.source]),
    )


def _facts(site: Site, row: Area) -> tuple[Fact, ...]:
    words = site.words
    return (
        site.fact("ui.code", row.code),
        Fact(words("ui.kind"), (Inline(words.category("area_kind", row.kind)),)),
        Fact(words("ui.level"), (Inline(words.category("area_level", row.level)),)),
        *((site.linked("ui.parent", row.parent),) if row.parent else ()),
        *((site.linked("ui.one_management", row.one_management_with),) if row.one_management_with else ()),
    )


def _units_in(site: Site, area_id: str) -> Iterable[UnitRow]:
    catalog = site.catalog
    for unit in site.register.units.units_by_area[area_id]:
        row = catalog.row(Enterprise, unit) or catalog.row(Park, unit)
        if row:
            yield row
