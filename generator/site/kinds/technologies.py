"""Pages of the library of technologies and projects: effect with its baseline, who uses it, cases of it."""

from __future__ import annotations

from generator.register.applications import cases_of
from generator.schema.records import Technology
from generator.site.document import Body, Fact, Inline, Section
from generator.site.sections.library_rows import effect, not_limited, records_section
from generator.site.sections.systems import library_crumbs
from generator.site.site import Edition


def technology(edition: Edition, row: Technology) -> Body:
    """Return the page of a technology or project."""
    words = edition.words
    title = words.of(row, "title")
    return Body(
        title=title,
        description=f"{title}：{words.category('technology_kind', row.kind)}",
        kind="technology",
        id=row.id,
        kind_label=words("kind.technology"),
        crumbs=library_crumbs(edition, "nav.technologies", "technologies"),
        facts=_facts(edition, row),
        sections=tuple(_cases(edition, row)),
        sources=edition.sources([row.source]),
    )


def _facts(edition: Edition, row: Technology) -> tuple[Fact, ...]:
    words = edition.words
    # A number without the year it is compared with is what the document claims, and cannot be compared.
    claimed = row.effect_value is not None and row.baseline_year is None
    return (
        Fact(words("ui.kind"), (Inline(words.category("technology_kind", row.kind)),)),
        Fact(words("ui.industry"), not_limited(edition, row.industry, "ui.general")),
        Fact(words("ui.maturity"), (Inline(words.category("maturity", row.maturity)),)),
        Fact(words("ui.effect"), effect(edition, row), words("ui.claimed") if claimed else ""),
        edition.fact("ui.baseline_year", row.baseline_year),
        edition.linked("ui.used_by", row.enterprise),
        edition.linked("ui.provider", row.institution),
    )


def _cases(edition: Edition, row: Technology) -> list[Section]:
    """Cases that show it, apart by the rule that brought them here."""
    found = cases_of(edition.catalog, row)
    same_unit = [case for rule, case in found if rule == "unit"]
    alike = [case for rule, case in found if rule == "industry"]
    return [
        *records_section(edition, "cases", same_unit, "ui.cases_of_user", "ui.cases_of_user_lead"),
        *records_section(edition, "cases", alike, "ui.cases_alike", "ui.cases_alike_lead", id_="cases-alike"),
    ]
