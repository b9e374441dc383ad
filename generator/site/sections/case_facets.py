"""What a case study is picked by: the one place where its facet values are given.

They stand on its row and its card as `data-<facet>`, and in the columns of the search.
"""

from __future__ import annotations

from generator.catalog.cases import Case
from generator.register import case_figures
from generator.register.ledger import LEVELS
from generator.site.document import Facets
from generator.site.sections import history
from generator.site.site import Site

FACETS = ("industry", "measure", "saving", "investment", "payback", "subject_level", "area", "year")
"""What a case is picked by, in the order in which `facets` gives it."""


def facets(site: Site, row: Case) -> Facets:
    """Return the codes and ids by which a case may be picked, by facet."""
    return {
        "industry": (row.industry or case_figures.UNKNOWN,),
        "measure": tuple(dict.fromkeys(m.kind for m in row.measures)),
        "saving": case_figures.savings(row),
        "investment": (case_figures.investment_band(row),),
        "payback": (case_figures.payback_band(row),),
        "subject_level": (subject_level(site, row),),
        "area": (row.area or case_figures.UNKNOWN,),
        "year": (str(row.published.last.year),),
    }


def subject_level(site: Site, row: Case) -> str:
    """Return the highest level at which the case's unit stands on a list, "none" where it stands on none."""
    if not row.subject:
        return case_figures.NO_LIST
    held = [
        at.level
        for _, at in history.standings(site, row.subject)
        if at.spell and at.status not in ("removed", "succeeded")
    ]
    return max(held, key=LEVELS.index, default=case_figures.NO_LIST)
