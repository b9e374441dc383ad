"""Which cases show a technology at work, and the other way round.

No row says so. A technology and a case belong together by one of two rules, and the page says which: they
are about the same unit, or they did the same kind of thing in the same industry.
"""

from __future__ import annotations

from typing import Literal

from generator.catalog.cases import Case
from generator.catalog.public_view import PublicView
from generator.schema.records import Product, Technology

Rule = Literal["unit", "industry"]
RULES: tuple[Rule, ...] = ("unit", "industry")
"""The rules, the stronger first."""


def rule_between(catalog: PublicView, technology: Technology, case: Case) -> Rule | None:
    """Return by which rule a technology and a case belong together, None where they do not.

    Only measures of the technology's kind count: a boiler does not belong to the water case of its owner.
    """
    if technology.kind not in {measure.kind for measure in case.measures}:
        return None
    product = catalog.row(Product, case.subject)
    unit = product.enterprise if product else case.subject
    if technology.enterprise and technology.enterprise == unit:
        return "unit"
    return "industry" if technology.industry and technology.industry == case.industry else None


def cases_of(catalog: PublicView, technology: Technology) -> list[tuple[Rule, Case]]:
    """Return the cases of a technology with the rule, those of the same unit first."""
    rows = catalog.cases.values()
    found = [(rule, case) for case in rows if (rule := rule_between(catalog, technology, case))]
    return sorted(found, key=lambda pair: RULES.index(pair[0]))


def technologies_of(catalog: PublicView, case: Case) -> list[tuple[Rule, Technology]]:
    """Return the technologies of a case with the rule, those of the same unit first."""
    rows = catalog.rows(Technology).values()
    found = [(rule, row) for row in rows if (rule := rule_between(catalog, row, case))]
    return sorted(found, key=lambda pair: RULES.index(pair[0]))
