"""Pages of industries as GB/T 4754 classes them: units, cases, standards, technologies, policies of one."""

from __future__ import annotations

from generator.schema.records import (
    Enterprise,
    Industry,
    IndustryGroup,
    Policy,
    Standard,
    Technology,
)
from generator.site.document import Document, Fact, Facts, Inline, Section
from generator.site.sections.library_rows import records_section
from generator.site.sections.unit_lists import units_section
from generator.site.site import Site


def industry(site: Site, row: Industry) -> Document:
    """Return the page of an industry."""
    words, catalog = site.words, site.catalog
    name = f"{row.code} {words.of(row, 'name')}"
    groups = catalog.where(IndustryGroup, "industry", row.id)
    parts = tuple(Fact(c.code, (site.link(c.id),)) for c in catalog.where(Industry, "parent", row.id))
    cases = [case for case in catalog.cases.values() if case.industry == row.id]
    sections = [Section("children", words("ui.children_of"), (Facts(parts),))] if parts else []
    sections += units_section(site, catalog.where(Enterprise, "industry", row.id), "ui.units_of")
    sections += records_section(site, "cases", cases, "ui.cases_of")
    for folder, kind in (("standards", Standard), ("technologies", Technology), ("policies", Policy)):
        rows = catalog.where(kind, "industry", row.id)
        sections += records_section(site, folder, rows, f"nav.{folder}")
    return Document(
        title=name,
        description=name,
        kind="industry",
        id=row.id,
        kind_label=words("kind.industry"),
        crumbs=(Inline(words("nav.industries"), to="industries/"),),
        facts=_facts(site, row, groups),
        sections=tuple(sections),
        sources=site.sources([row.source, *(g.source for g in groups)]),
    )


def _facts(site: Site, row: Industry, groups: tuple[IndustryGroup, ...]) -> tuple[Fact, ...]:
    words = site.words
    return (
        site.fact("ui.code", row.code),
        *((site.linked("ui.parent", row.parent),) if row.parent else ()),
        *(
            Fact(
                words.category("group_kind", g.kind),
                (
                    Inline(words.of(g, "name"), to=site.addresses.get(g.group)),
                    Inline(f"（{words.category('group_basis', g.basis)}）", tone="muted"),
                ),
            )
            for g in groups
        ),
    )
