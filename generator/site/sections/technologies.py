"""Technologies that belong to a case."""

from __future__ import annotations

from generator.catalog.cases import Case
from generator.register.applications import technologies_of
from generator.site.document import Section
from generator.site.sections.library_rows import records_section
from generator.site.site import Site


def of_case(site: Site, row: Case) -> list[Section]:
    """Return, for the page of a case, the technologies that belong to it, apart by the rule."""
    found = technologies_of(site.catalog, row)
    used = [technology for rule, technology in found if rule == "unit"]
    alike = [technology for rule, technology in found if rule == "industry"]
    name, id_ = "technologies", "technologies-alike"
    return [
        *records_section(site, name, used, "ui.technologies_of_unit", "ui.technologies_of_unit_lead"),
        *records_section(site, name, alike, "ui.technologies_alike", "ui.technologies_alike_lead", id_=id_),
    ]
