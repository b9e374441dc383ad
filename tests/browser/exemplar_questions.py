"""What the finder of comparable units is asked, by Python and in a browser, and what it shows."""

from __future__ import annotations

from urllib.parse import parse_qs

from playwright.sync_api import Page

from generator.i18n.translations import alphabetical
from generator.outputs.search_index import exemplars
from generator.register.comparable import Candidate, Criteria
from generator.site.search import exemplar_pool
from generator.site.site import Site

UNITS = "[data-exemplars-found] .record-cards > li"
FULL = "industry=ind-c17&size=medium&area=area-jiachen&level=municipal&improve=water"


def candidates(site: Site, category: str) -> dict[str, Candidate]:
    """Who may be offered, by id, in alphabetical order; read from the catalog and not from the columns."""
    lines, cases = exemplars.lines(site), exemplar_pool.cases_of(site)
    made = {}
    rows = exemplar_pool.pool(site, category)
    for row in sorted(rows, key=lambda row: (alphabetical(f"{row.name_zh} "), row.id)):
        held = site.register.holding(row.id, category)
        assert held is not None
        place = site.register.units.place(row.id)
        made[row.id] = Candidate(
            industry=tuple(lines.get(exemplar_pool.known(site, row, "industry"), ())),
            measures=tuple(m.kind for case in cases.get(row.id, ()) for m in case.measures),
            level=held.level,
            size=row.size,
            areas=tuple(
                a for a, units in site.register.units.units_by_area.items()
                if row.id in units and a != "area-city" and site.catalog.tables["areas"][a]
            ) if place else (),
            apart=exemplar_pool.is_apart(site, row.id),
        )  # fmt: skip
    return made


def asked(site: Site, query: str) -> tuple[Criteria, str]:
    given = {name: values[0] for name, values in parse_qs(query).items()}
    category = given.pop("category", "factory")
    line = exemplars.lines(site)[given.pop("industry")] if "industry" in given else ()
    return Criteria(industry=tuple(line), rungs=tuple(exemplar_pool.rungs(site, category)), **given), category


def shown(page: Page) -> list[str]:
    """The ids of all units found, those behind the button for more too."""
    page.locator("[data-exemplars-found] h3").first.wait_for()
    more = page.locator("[data-exemplars-found] > button")
    while more.count():
        more.click()
    return [str(one.get_attribute("data-id")) for one in page.locator(UNITS).all()]
