"""Pages of the industries a city puts first: who stands on the lists, how it grew, and what helps.

Who belongs to a sector is for register/sectors.py; the page says how it was found out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.register.sectors import Sector
from generator.schema.records import Enterprise, Policy, Standard, Technology
from generator.site.document import (
    Block,
    Column,
    Document,
    Fact,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.sections.library_rows import Cells, records_section
from generator.site.sections.systems import library_crumbs
from generator.site.sections.unit_lists import cut_short, stays, units_table
from generator.site.site import Site


def sector(site: Site, row: Sector) -> Document:
    """Return the page of a priority industry or of a sector of supply-chain work."""
    words = site.words
    title = site.sector_name(row.id)
    sections = [*_recognised(site, row), *_growth(site, row), *_library(site, row)]
    return Document(
        title=title,
        description=f"{site.title}：{title}",
        kind="sector",
        id=row.id,
        kind_label=words.category("group_kind", row.head.kind),
        crumbs=library_crumbs(site, "nav.sectors", "sectors"),
        facts=_facts(site, row),
        sections=tuple(sections),
        sources=site.sources(g.source for g in row.rows),
    )


def index_row(site: Site, row: Sector) -> Cells:
    """Return the cells of a sector: its name, how it was mapped, and how many of its firms lists name."""
    words = site.words
    mapped = [site.name(group.industry) for group in row.rows if group.industry]
    mapped += [words("ui.label_quoted", label=label) for label in row.labels]
    own = len(site.register.sectors.own[row.id])
    return (
        (Inline(site.sector_name(row.id), to=f"sectors/{row.id}/"),),
        (Inline(words.category("group_kind", row.head.kind)),),
        site.known("、".join(mapped)),
        (Inline(str(own)),) if row.is_mapped else site.known(""),
        (Inline(str(site.register.sectors.apart[row.id])),) if row.is_mapped else site.known(""),
    )


def _facts(site: Site, row: Sector) -> tuple[Fact, ...]:
    words = site.words
    facts = []
    for group in row.rows:
        basis = Inline(f"（{words.category('group_basis', group.basis)}）", tone="muted")
        if group.industry:
            facts.append(Fact(words("ui.industry"), (site.link(group.industry), basis)))
        if group.industry_label:
            facts.append(Fact(words("ui.industry_label"), (Inline(group.industry_label), basis)))
    if not row.is_mapped:
        facts.append(Fact(words("ui.industry"), site.known(""), words("ui.sector_unmapped")))
    return tuple(facts)


def listed_in(site: Site, row: Sector) -> list[Enterprise]:
    """Return the enterprises of a sector that a list names, place confirmed, in alphabetical order."""
    own = sorted(site.register.sectors.own[row.id], key=lambda unit: (site.alphabetical(unit), unit))
    return [site.catalog.rows(Enterprise)[unit] for unit in own]


def _recognised(site: Site, row: Sector) -> list[Section]:
    words = site.words
    units, apart = listed_in(site, row), site.register.sectors.apart[row.id]
    blocks: list[Block] = []
    if units:
        blocks += [*cut_short(site, len(units)), units_table(site, units), stays(site)]
    elif row.is_mapped:
        blocks.append(Note(words("ui.sector_none")))
    if apart:
        unit = next(c.unit_zh for c in site.register.categories if c.subject == "enterprise")
        blocks.append(Note(words("ui.inferred_rows", n=apart, unit=unit)))
    rule, unplaced = words("ui.sector_rule"), site.register.sectors.unplaced
    blocks.append(Note(f"{rule}{words('ui.sector_unplaced', n=unplaced)}" if unplaced else rule))
    return [Section("units", words("ui.sector_units"), tuple(blocks))]


def _growth(site: Site, row: Sector) -> list[Section]:
    """How many stood on the lists at each year's end; years whose changes were not checked are not told."""
    words = site.words
    grown = site.register.grown(row.id)
    years = sorted({year for g in grown for year, held in g.held.items() if held is not None})
    if not years:
        return []
    columns = [Column(words("ui.scheme")), *(Column(str(year), numeric=True) for year in years)]
    rows = [
        Row(((Inline(words.of(g.scheme, "name")),), *(_number(g.held[year]) for year in years)))
        for g in grown
    ]
    note = Note(words("ui.sector_growth_rule", axis=words(f"axis.{site.register.axis}")))
    return [Section("growth", words("ui.sector_growth"), (Table(tuple(columns), tuple(rows)), note))]


def _number(held: int | None) -> Inlines:
    return (Inline("—" if held is None else str(held)),)


def _library(site: Site, row: Sector) -> list[Section]:
    """Cases, standards, technologies and policies of a sector, what of them is not held, general policies."""
    words, catalog = site.words, site.catalog
    members = site.register.sectors.members[row.id]
    cases = [c for c in catalog.cases.values() if c.industry in row.industries or c.subject in members]
    parts = [
        ("cases", "ui.cases_of", cases),
        ("standards", "ui.sector_standards", _for(row, catalog.rows(Standard).values())),
        ("technologies", "ui.sector_technologies", _for(row, catalog.rows(Technology).values())),
        ("policies", "ui.sector_policies", _for(row, catalog.rows(Policy).values())),
    ]
    found = [s for folder, title, rows in parts for s in records_section(site, folder, rows, title)]
    missing = "、".join(words(title) for _, title, rows in parts if not rows)
    if missing:
        note = Note(f"{missing}。{words('ui.missing_note')}")
        found.append(Section("missing", words("ui.not_held"), (note,)))
    general = [p for p in catalog.rows(Policy).values() if not p.industry]
    title, lead = "ui.general_policies", "ui.general_policies_lead"
    return found + records_section(site, "policies", general, title, lead, id_="general-policies")


def _for(row: Sector, rows: Iterable[Any]) -> list[Any]:
    """Those of `rows` that are for an industry of the sector."""
    return [r for r in rows if r.industry in row.industries]
