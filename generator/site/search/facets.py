"""The facets of lists: what each is called, how its values read, and in which order they stand.

Which values a record has is in attributes.py (what stays the same) and register/holdings.py (what lists say,
as of a day). Values are codes and ids; they stand in addresses and never hold a comma.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.i18n.translations import alphabetical
from generator.register import case_figures
from generator.register.ledger import LEVELS
from generator.site.site import Site

UNKNOWN = "unknown"
"""Value of a unit of which the register does not know it: shown as such, never left out."""
ANY = "any"
"""Value of a record of the libraries that is limited to no category, industry or level: it is for all."""
PRINTED = "printed:"
"""Begins the value of an industry that is known by a list's label only."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet."""

    title: str
    """Label key of its name."""
    prefix: str = ""
    """What the label keys of its values begin with; empty where values are ids or are shown as they are."""
    order: tuple[str, ...] = ()
    """Values in the order in which they are offered; those not named here follow."""
    numeric: bool = False
    """Whether the values are years: offered newest first, and by a range."""


_STATUS = (
    "listed",
    "listed_unverified",
    "category_closed",
    "publicity",
    "publicity_open",
    "recommended",
    "succeeded",
    "removed",
)
FACETS: dict[str, Facet] = {
    "category": Facet("ui.category"),
    "level": Facet("ui.level", "level", tuple(reversed(LEVELS))),
    "status": Facet("ui.status", "status", _STATUS),
    "stage": Facet("ui.stage", "stage", ("final", "publicity", "recommended")),
    "path": Facet("ui.path"),
    "list_year": Facet("field.list_year", numeric=True),
    "area": Facet("ui.area"),
    "place_grade": Facet("facet.place_grade", "attribution", ("confirmed", "inferred")),
    "industry": Facet("ui.industry"),
    "size": Facet("field.size", "size", ("large", "medium", "small", "micro")),
    "evaluator": Facet("ui.evaluator"),
    "list_kind": Facet("ui.list_kind", "list_kind", ("additions", "removals", "renames")),
    "rows_held": Facet("ui.rows_held_field", "rows_held", ("complete", "partial", "none")),
    "standard_kind": Facet("ui.kind", "standard_kind", ("national", "industry", "local", "group")),
    "source_kind": Facet("ui.kind", "source_kind", ("document", "notice", "press", "own")),
    "openness": Facet("field.openness", "openness", ("public", "on_request", "not_stated")),
    "institution_kind": Facet("ui.kind", "institution_kind"),
    "technology_kind": Facet("ui.kind", "technology_kind"),
    "maturity": Facet("ui.maturity", "maturity", ("pilot", "demonstration", "widespread")),
    "finance_kind": Facet("ui.kind", "finance_kind"),
    "audience": Facet("ui.audience", "audience"),
    "nature": Facet("ui.nature", "nature", ("reward", "fund", "credit")),
    "amount": Facet("ui.amount", "amount", ("stated", "not_stated")),
    "activity": Facet("ui.kind", "activity", ("coaching", "training", "matching", "publicity")),
    "group_kind": Facet("ui.kind", "group_kind", ("priority", "supply_chain")),
    "validity": Facet("field.validity", "validity", ("in_force", "not_yet", "expired", "ended")),
    "measure": Facet("ui.measures_of", "measure_kind"),
    "saving": Facet("facet.saving", "metric_kind", case_figures.SAVINGS),
    "investment": Facet("ui.investment", "investment_band", case_figures.INVESTMENT_BANDS),
    "payback": Facet("ui.payback", "payback_band", case_figures.PAYBACK_BANDS),
    "subject_level": Facet("facet.subject_level", "subject_level", case_figures.SUBJECT_LEVELS),
    "issuer": Facet("field.issuer"),
    "year": Facet("ui.year", numeric=True),
    "area_level": Facet("ui.level", "area_level"),
}
"""Every facet by its name, which is also that of its parameter in an address, in the order of display."""
COMPARED = ("enterprises", "parks", "cases")
"""Folders of the kinds whose records can be put side by side."""
LAST: Mapping[str, int] = {ANY: 1, UNKNOWN: 2}
"""Values that are offered after all others, whatever these are."""
ALWAYS = frozenset({"category", "level", "status"})
"""Facets that are offered even where all records have the same value: what a reader looks for first."""


def value_label(site: Site, facet: str, value: str) -> str:
    """Return a value of a facet in words."""
    words, prefix = site.words, FACETS[facet].prefix
    if value == UNKNOWN:
        return words("ui.unknown")
    if value == ANY:
        return words("facet.any")
    if prefix:
        return words(f"{prefix}.{value}")
    if facet == "path":
        return "→".join(words(f"level.{level}") for level in value.split("-"))
    if value.startswith(PRINTED):
        return words("facet.printed", label=value.removeprefix(PRINTED))
    return site.name(value) if facet in ("category", "area", "industry", "evaluator") else value


def ordered(site: Site, facet: str, values: Iterable[str]) -> list[str]:
    """Return values, each once, in the order in which they are offered; not limited and not known last.

    Evaluators stand in alphabetical order and nothing is ordered by its count: the site ranks nobody.
    """
    found = FACETS[facet]
    if found.numeric:
        return sorted(set(values), reverse=True)
    given = {value: place for place, value in enumerate(found.order or _given(site, facet))}

    def key(value: str) -> tuple[int, int, bytes]:
        named = given.get(value, len(given))
        return LAST.get(value, 0), named, alphabetical(value_label(site, facet, value))

    return sorted(set(values), key=key)


def _given(site: Site, facet: str) -> Iterable[str]:
    """Ids in the order of their table, where that order means something."""
    if facet in ("area", "industry"):
        return site.catalog.tables["areas" if facet == "area" else "industries"]
    return [category.id for category in site.register.categories] if facet == "category" else ()
