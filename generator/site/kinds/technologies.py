"""Pages of the library of technologies and projects: effect with its baseline, who uses it, cases of it."""

from __future__ import annotations

from generator.register.applications import cases_of
from generator.schema.records import Technology
from generator.site.document import Document, Fact, Inline, Section
from generator.site.sections.library_rows import effect, not_limited, records_section
from generator.site.sections.systems import library_crumbs
from generator.site.site import Site


def technology(site: Site, row: Technology) -> Document:
    """Return the page of a technology or project."""
    words = site.words
    title = words.of(row, "title")
    return Document(
        title=title,
        description=f"{title}：{words.category('technology_kind', row.kind)}",
        kind="technology",
        id=row.id,
        kind_label=words("kind.technology"),
        crumbs=library_crumbs(site, "nav.technologies", "technologies"),
        facts=_facts(site, row),
        sections=tuple(_cases(site, row)),
        sources=site.sources([row.source]),
    )


def _facts(site: Site, row: Technology) -> tuple[Fact, ...]:
    words = site.words
    # A number without the year it is compared with is what the document claims, and cannot be compared.
    claimed = row.effect_value is not None and row.baseline_year is None
    return (
        Fact(words("ui.kind"), (Inline(words.category("technology_kind", row.kind)),)),
        Fact(words("ui.industry"), not_limited(site, row.industry, "ui.general")),
        Fact(words("ui.maturity"), (Inline(words.category("maturity", row.maturity)),)),
        Fact(words("ui.effect"), effect(site, row), words("ui.claimed") if claimed else ""),
        site.fact("ui.baseline_year", row.baseline_year),
        site.linked("ui.used_by", row.enterprise),
        site.linked("ui.provider", row.institution),
    )


def _cases(site: Site, row: Technology) -> list[Section]:
    """Cases that show it, apart by the rule that brought them here."""
    found = cases_of(site.catalog, row)
    same_unit = [case for rule, case in found if rule == "unit"]
    alike = [case for rule, case in found if rule == "industry"]
    return [
        *records_section(site, "cases", same_unit, "ui.cases_of_user", "ui.cases_of_user_lead"),
        *records_section(site, "cases", alike, "ui.cases_alike", "ui.cases_alike_lead", id_="cases-alike"),
    ]
