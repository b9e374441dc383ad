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
from generator.site.document import Body, Fact, Facts, Inline, Section
from generator.site.sections.library_rows import records_section
from generator.site.sections.unit_lists import units_section
from generator.site.site import Edition


def industry(edition: Edition, row: Industry) -> Body:
    """Return the page of an industry."""
    words, catalog = edition.words, edition.catalog
    name = f"{row.code} {words.of(row, 'name')}"
    groups = catalog.where(IndustryGroup, "industry", row.id)
    parts = tuple(Fact(c.code, (edition.link(c.id),)) for c in catalog.where(Industry, "parent", row.id))
    cases = [case for case in catalog.cases.values() if case.industry == row.id]
    sections = [Section("children", words("ui.children_of"), (Facts(parts),))] if parts else []
    sections += units_section(edition, catalog.where(Enterprise, "industry", row.id), "ui.units_of")
    sections += records_section(edition, "cases", cases, "ui.cases_of")
    for folder, kind in (("standards", Standard), ("technologies", Technology), ("policies", Policy)):
        rows = catalog.where(kind, "industry", row.id)
        sections += records_section(edition, folder, rows, f"nav.{folder}")
    return Body(
        title=name,
        description=name,
        kind="industry",
        id=row.id,
        kind_label=words("kind.industry"),
        crumbs=(Inline(words("nav.industries"), to="industries/"),),
        facts=_facts(edition, row, groups),
        sections=tuple(sections),
        sources=edition.sources([row.source, *(g.source for g in groups)]),
    )


def _facts(edition: Edition, row: Industry, groups: tuple[IndustryGroup, ...]) -> tuple[Fact, ...]:
    words = edition.words
    return (
        edition.fact("ui.code", row.code),
        *((edition.linked("ui.parent", row.parent),) if row.parent else ()),
        *(
            Fact(
                words.category("group_kind", g.kind),
                (
                    Inline(words.of(g, "name"), to=edition.addresses.get(g.group)),
                    Inline(f"（{words.category('group_basis', g.basis)}）", tone="muted"),
                ),
            )
            for g in groups
        ),
    )
