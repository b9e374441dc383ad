"""Who may be offered as comparable: enterprises that stand on a list and have not asked to be left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote_plus

from generator.catalog.cases import Case
from generator.register.holdings import Holding
from generator.register.ledger import LEVELS
from generator.register.places import ancestors, within
from generator.schema.records import Area, Enterprise, Product, Scheme
from generator.site.document import Fact, Facts, Inline, Section
from generator.site.search.attributes import ATTRIBUTES
from generator.site.search.facets import UNKNOWN
from generator.site.site import Site

ADDRESS = "exemplars/"
STATUSES = ("listed", "listed_unverified")
"""Statuses of the units offered: what was removed, succeeded or never final is no example."""


def is_held(site: Site) -> bool:
    """Tell whether there is anything to search, and so the page."""
    return site.register.holds("enterprises") and bool(site.register.selected)


def rungs(site: Site, category: str) -> list[str]:
    """Return the levels of a category, from the lowest up."""
    held = {scheme.level for scheme in site.catalog.where(Scheme, "category", category)}
    return [level for level in LEVELS if level in held]


def pool(site: Site, category: str) -> list[Enterprise]:
    """Return the enterprises that may be offered in a category, in file order."""
    rows = site.catalog.rows(Enterprise).values()
    named = (row for row in rows if row.comparable and category in site.register.named.get(row.id, ()))
    return [row for row in named if _stands(site.register.holding(row.id, category))]


def _stands(held: Holding | None) -> bool:
    return held is not None and held.status in STATUSES


def is_apart(site: Site, unit: str) -> bool:
    """Tell whether a unit's place was merely inferred: it is not counted with the others."""
    return site.register.units.grade(unit) == "inferred"


def left_out(site: Site) -> list[str]:
    """Return the enterprises that asked to be left out."""
    return [row.id for row in site.catalog.rows(Enterprise).values() if not row.comparable]


def maker(site: Site, case: Case) -> str:
    """Return the enterprise that a case is about, also where it is about its product; empty for none."""
    product = site.catalog.row(Product, case.subject)
    unit = product.enterprise if product else case.subject
    return unit if site.catalog.row(Enterprise, unit) else ""


def cases_of(site: Site) -> Mapping[str, list[Case]]:
    """Return the cases of every enterprise that has any and did not ask to be left out."""
    found: dict[str, list[Case]] = {}
    for case in site.catalog.cases.values():
        unit = maker(site, case)
        if unit and site.catalog.rows(Enterprise)[unit].comparable:
            found.setdefault(unit, []).append(case)
    return found


def may_be_named(site: Site, case: Case) -> bool:
    """Tell whether the page may lead to a case: not to that of an enterprise that asked to be left out."""
    unit = site.catalog.row(Enterprise, maker(site, case))
    return unit is None or unit.comparable


def known(site: Site, row: Enterprise, facet: str) -> str:
    """Return an enterprise's value of a facet as the search has it; empty where it is not known."""
    values = ATTRIBUTES["enterprises"][facet](site, row)
    return values[0] if values and values[0] != UNKNOWN else ""


def districts(site: Site) -> list[str]:
    """Return the areas within the city that are there at the site's date."""
    catalog, city = site.catalog, site.catalog.settings.area
    found = [row for row in catalog.rows(Area).values() if row.id != city and within(catalog, row.id, city)]
    return [row.id for row in found if row.valid_to is None or row.valid_to.last >= site.as_of]


def district(site: Site, row: Enterprise) -> str:
    """Return the area below the city in which an enterprise is known to be; empty where only the city is."""
    place = site.register.units.place(row.id)
    if place is None or place.grade != "confirmed":
        return ""
    return "" if place.area in ancestors(site.catalog, site.catalog.settings.area) else place.area


def address_for(site: Site, row: Enterprise) -> str:
    """Return the address that looks for units like an enterprise; empty where there is no such page.

    Its level is given where it stands on a list; where it does not, the register cannot say what it holds.
    """
    if not is_held(site):
        return ""
    open_to = {category.id for category in site.register.selected}
    held = [h for h in site.register.holdings(row.id) if h.category in open_to and _stands(h)]
    asked = {
        "category": held[0].category if held else "",
        "industry": known(site, row, "industry"),
        "size": known(site, row, "size"),
        "area": district(site, row),
        "level": held[0].level if held else "",
        "unit": row.id,
    }
    return address(**asked)


def way(site: Site, **asked: str) -> tuple[Section, ...]:
    """Return a section that leads to the finder, asking for something; none where there is no such page."""
    if not is_held(site):
        return ()
    words = site.words
    link = Inline(words("exemplar.open_lead"), to=address(**asked))
    fact = Fact(words("nav.exemplars"), (link,))
    return (Section("exemplars", words("nav.exemplars"), (Facts((fact,)),)),)


def address(**asked: str) -> str:
    """Return the address that asks for something; what is empty is not in it."""
    given = {name: value for name, value in asked.items() if value}
    query = "&".join([f"{name}={_quoted(value)}" for name, value in given.items()])
    return f"{ADDRESS}?{query}" if given else ADDRESS


_quoted = lru_cache(maxsize=1000)(quote_plus)
"""All but the unit recur on every page."""
