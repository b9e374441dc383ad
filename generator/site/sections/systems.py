"""What the register holds of each system of green manufacturing, and where the reader finds it.

SYSTEM_CONTENTS is the list: every system of `catalog.guidance.SYSTEMS` with the kinds of content that belong
to it. What a city has none of is said to be missing; it is never left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalog.guidance import SYSTEMS
from generator.schema.records import (
    Activity,
    ChainPractice,
    Claim,
    Enterprise,
    Evaluator,
    FinanceProduct,
    Incentive,
    Institution,
    Park,
    Policy,
    Product,
    Standard,
    SupplyLink,
    Target,
    Technology,
)
from generator.site.document import Inline, Inlines
from generator.site.routes import prose_address
from generator.site.sections import system_counts as held
from generator.site.sections.system_counts import Count
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of content of a system."""

    label: str
    """Label key of what it is."""
    count: Count
    """How much of it is held."""
    to: str
    """Address of the page that lists it, where there is one."""
    apart: Count = held.nothing
    """How much of it is held that may not be counted: units whose place is not confirmed."""
    absent: str = "ui.not_held"
    """Label key of what is said where nothing is held."""


def _listed(label: str, category: str, to: str) -> Content:
    return Content(label, held.units(category, inferred=False), to, held.units(category, inferred=True))


SYSTEM_CONTENTS: Mapping[str, tuple[Content, ...]] = {
    "parks": (
        _listed("content.parks", "park", "parks/"),
        Content("content.ladder", held.asked_for("park"), "ladder/park/"),
        Content("content.standards", held.rows(Standard, category="park"), "standards/"),
        Content("content.cases", held.cases(Park), "cases/"),
        Content("content.measurements", held.measured(Park), "parks/"),
    ),
    "factories": (
        _listed("content.factories", "factory", "factories/"),
        Content("content.ladder", held.asked_for("factory"), "ladder/factory/"),
        Content("content.standards", held.rows(Standard, category="factory"), "standards/"),
        Content("content.cases", held.cases(Enterprise), "cases/"),
        Content("content.measurements", held.measured(Enterprise), "factories/"),
    ),
    "supply-chains": (
        _listed("content.supply_chains", "supply-chain", "supply-chains/"),
        Content("content.ladder", held.asked_for("supply-chain"), "ladder/supply-chain/"),
        Content("content.standards", held.rows(Standard, category="supply-chain"), "standards/"),
        Content("content.practices", held.rows(ChainPractice), "supply-chains/"),
        Content("content.supply_links", held.rows(SupplyLink), "enterprises/"),
    ),
    "products": (
        _listed("content.products", "product", "products/"),
        Content("content.ladder", held.asked_for("product"), "ladder/product/"),
        Content("content.standards", held.rows(Standard, category="product"), "standards/"),
        Content("content.cases", held.cases(Product), "cases/"),
    ),
    "services": (
        Content(
            "content.centres", held.rows(Institution, kind=("innovation_centre", "alliance")), "institutions/"
        ),
        Content("content.local_standards", held.rows(Standard, kind="local"), "standards/"),
        Content("content.technologies", held.rows(Technology), "technologies/"),
        Content(
            "content.platforms", held.rows(Institution, kind=("association", "institute", "platform")),
            "institutions/",
        ),
        Content("content.evaluators", held.rows(Evaluator), "evaluators/"),
        Content("content.activities", held.rows(Activity, kind=("training", "matching")), "activities/"),
    ),
    "finance": (
        Content("content.credit_told", held.rows(Incentive, nature="credit"), "incentives/"),
        Content("content.banks", held.rows(Institution, kind="bank"), "institutions/"),
        Content("content.finance", held.rows(FinanceProduct), "finance/"),
    ),
    "incentives": (
        Content("content.policies", held.rows(Policy), "policies/"),
        Content("content.rewards", held.rows(Incentive, nature="reward"), "incentives/"),
        Content("content.funds", held.rows(Incentive, nature="fund"), "incentives/"),
        Content(
            "content.amounts", held.with_amount, "incentives/", absent="msg.amount_not_stated"
        ),
    ),
    "cases": (
        Content("content.cases", held.cases(), "cases/"),
        Content("content.coaching", held.rows(Activity, kind="coaching"), "activities/"),
        Content(
            "content.saving", held.rows(Technology, kind=("energy", "water", "cleaner")), "technologies/"
        ),
    ),
    "supervision": (
        Content("content.supervising", held.programmes(True), "supervision/"),
        Content("content.aims", held.aims(Target), "supervision/"),
        Content("content.energy_figures", held.aims(Claim), "supervision/"),
        Content("content.entries", held.entries(True), "supervision/"),
    ),
    "programmes": (
        Content("content.programmes", held.programmes(False), "supervision/"),
        Content("content.entries", held.entries(False), "supervision/"),
    ),
    "participation": (
        Content("content.publicity", held.rows(Activity, kind="publicity"), "activities/"),
        Content("content.hotlines", held.telephones, "about/"),
        Content("content.corrections", held.corrections, "about/"),
    ),
}  # fmt: skip
"""What belongs to each system, in the letter's order."""


def library_crumbs(site: Site, label: str, folder: str) -> tuple[Inline, ...]:
    """Return the way to a record of a library: the overview of the systems, then the library's index."""
    words = site.words
    return (Inline(words("nav.systems"), to="guidance/"), Inline(words(label), to=f"{folder}/"))


def guides_to(site: Site, system: str) -> Inlines:
    """Return links to the city's own pages about a system, set apart by commas."""
    guides = [guide for guide in site.catalog.guides if guide.system == system]
    links = (Inline(guide.title, to=prose_address(guide.path)) for guide in guides)
    return [part for link in links for part in (Inline("、"), link)][1:]


def number_of(system: str) -> int:
    """Return the place of a system in the letter, from 1."""
    return SYSTEMS.index(system) + 1
