"""What the register holds of each system of green manufacturing, and where the reader finds it.

SYSTEM_CONTENTS is the list: every system of model.SYSTEMS with the kinds of content that belong to it. What a
city has none of is said to be missing; it is never left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model import SYSTEMS
from generator.records import (
    Activity,
    ChainPractice,
    Claim,
    Enterprise,
    Evaluator,
    FinanceProduct,
    Incentive,
    Institution,
    Measurement,
    Metric,
    Park,
    Policy,
    Product,
    Programme,
    Record,
    Requirement,
    Standard,
    SupervisionEntry,
    SupplyLink,
    Target,
    Technology,
)
from generator.rendering.edition import Edition
from generator.rendering.search.attributes import grade
from generator.rendering.view import Inline, Value

SUPERVISING = ("inspection", "differential_price", "target", "two_high", "resource_evaluation")
"""Kinds of programmes that supervise; the others are of action (the letter's systems 9 and 10)."""

Count = Callable[[Edition], int]


def _nothing(edition: Edition) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of content of a system."""

    label: str
    """Label key of what it is."""
    count: Count
    """How much of it is held."""
    to: str
    """Address of the page that lists it; that page is there wherever a count is not nought."""
    apart: Count = _nothing
    """How much of it is held that may not be counted: units whose place is not confirmed."""
    absent: str = "ui.not_held"
    """Label key of what is said where nothing is held."""


def _rows(record: type[Record], /, **values: str | tuple[str, ...]) -> Count:
    """Count the rows of a table whose fields have the given values, or one of them."""
    wanted = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}

    def count(edition: Edition) -> int:
        rows = edition.catalog.all(record).values()
        return sum(all(getattr(row, name) in allowed for name, allowed in wanted.items()) for row in rows)

    return count


def _units(category: str, *, inferred: bool) -> Count:
    """Count the units that a category's final lists name and whose place is confirmed, or those others."""

    def count(edition: Edition) -> int:
        named = {s.subject for s in edition.ledger.spells if s.scheme.category == category}
        known = (unit for unit in named if unit and _begun(edition, unit, category))
        return sum((grade(edition, unit) == "inferred") == inferred for unit in known)

    return count


def _begun(edition: Edition, unit: str, category: str) -> bool:
    return any(spell.begun(edition.on) for spell in edition.ledger.of(unit, category))


def _listed(label: str, category: str, to: str) -> Content:
    return Content(label, _units(category, inferred=False), to, _units(category, inferred=True))


def _cases(*kinds: type[Record]) -> Count:
    """Count the cases about units of some kinds, every case where none is given."""

    def count(edition: Edition) -> int:
        subjects = [case.subject for case in edition.catalog.cases.values()]
        return sum(not kinds or any(edition.catalog.get(k, s) is not None for k in kinds) for s in subjects)

    return count


def _measured(kind: type[Record]) -> Count:
    """Count the published measurements of units of a kind."""

    def count(edition: Edition) -> int:
        rows = edition.catalog.all(Measurement).values()
        return sum(edition.catalog.get(kind, row.subject) is not None for row in rows)

    return count


def _asked_for(category: str) -> Count:
    """Count what is asked of applicants of a category that has a ladder, and so a page of it."""

    def count(edition: Edition) -> int:
        if all(held.id != category for held in edition.categories):
            return 0
        return len(edition.catalog.where(Requirement, "category", category))

    return count


def _with_amount(edition: Edition) -> int:
    return sum(row.amount is not None for row in edition.catalog.all(Incentive).values())


def _entries(supervising: bool) -> Count:
    """Count the published entries of one of the two sorts of programmes."""

    def count(edition: Edition) -> int:
        kinds = {p.id: p.kind in SUPERVISING for p in edition.catalog.all(Programme).values()}
        rows = edition.catalog.all(SupervisionEntry).values()
        return sum(kinds[row.programme] == supervising for row in rows)

    return count


def _programmes(supervising: bool) -> Count:
    def count(edition: Edition) -> int:
        rows = edition.catalog.all(Programme).values()
        return sum((row.kind in SUPERVISING) == supervising for row in rows)

    return count


def _aims(kind: type[Claim] | type[Target]) -> Count:
    """Count figures or targets of what supervision aims at: metrics of no category that tell a change."""

    def count(edition: Edition) -> int:
        metrics = edition.catalog.all(Metric)
        rows = edition.catalog.all(kind).values()
        return sum(is_aim(metrics[row.metric]) for row in rows)

    return count


def is_aim(metric: Metric) -> bool:
    """Tell whether a metric is of the area's energy or resources: a change that no list is about."""
    return metric.measure == "change" and not metric.category


def _telephones(edition: Edition) -> int:
    return len(edition.catalog.portal.hotlines)


def _corrections(edition: Edition) -> int:
    return int(bool(edition.catalog.portal.corrections))


SYSTEM_CONTENTS: Mapping[str, tuple[Content, ...]] = {
    "parks": (
        _listed("content.parks", "park", "parks/"),
        Content("content.ladder", _asked_for("park"), "ladder/park/"),
        Content("content.standards", _rows(Standard, category="park"), "standards/"),
        Content("content.cases", _cases(Park), "cases/"),
        Content("content.measurements", _measured(Park), "parks/"),
    ),
    "factories": (
        _listed("content.factories", "factory", "factories/"),
        Content("content.ladder", _asked_for("factory"), "ladder/factory/"),
        Content("content.standards", _rows(Standard, category="factory"), "standards/"),
        Content("content.cases", _cases(Enterprise), "cases/"),
        Content("content.measurements", _measured(Enterprise), "factories/"),
    ),
    "supply-chains": (
        _listed("content.supply_chains", "supply-chain", "supply-chains/"),
        Content("content.ladder", _asked_for("supply-chain"), "ladder/supply-chain/"),
        Content("content.standards", _rows(Standard, category="supply-chain"), "standards/"),
        Content("content.practices", _rows(ChainPractice), "supply-chains/"),
        Content("content.supply_links", _rows(SupplyLink), "enterprises/"),
    ),
    "products": (
        _listed("content.products", "product", "products/"),
        Content("content.ladder", _asked_for("product"), "ladder/product/"),
        Content("content.standards", _rows(Standard, category="product"), "standards/"),
        Content("content.cases", _cases(Product), "cases/"),
    ),
    "services": (
        Content(
            "content.centres", _rows(Institution, kind=("innovation_centre", "alliance")), "institutions/"
        ),
        Content("content.local_standards", _rows(Standard, kind="local"), "standards/"),
        Content("content.technologies", _rows(Technology), "technologies/"),
        Content(
            "content.platforms", _rows(Institution, kind=("association", "institute", "platform")),
            "institutions/",
        ),
        Content("content.evaluators", _rows(Evaluator), "evaluators/"),
        Content("content.activities", _rows(Activity, kind=("training", "matching")), "activities/"),
    ),
    "finance": (
        Content("content.credit_told", _rows(Incentive, nature="credit"), "incentives/"),
        Content("content.banks", _rows(Institution, kind="bank"), "institutions/"),
        Content("content.finance", _rows(FinanceProduct), "finance/"),
    ),
    "incentives": (
        Content("content.policies", _rows(Policy), "policies/"),
        Content("content.rewards", _rows(Incentive, nature="reward"), "incentives/"),
        Content("content.funds", _rows(Incentive, nature="fund"), "incentives/"),
        Content(
            "content.amounts", _with_amount, "incentives/", absent="msg.amount_not_stated"
        ),
    ),
    "cases": (
        Content("content.cases", _cases(), "cases/"),
        Content("content.coaching", _rows(Activity, kind="coaching"), "activities/"),
        Content(
            "content.saving", _rows(Technology, kind=("energy", "water", "cleaner")), "technologies/"
        ),
    ),
    "supervision": (
        Content("content.supervising", _programmes(True), "supervision/"),
        Content("content.aims", _aims(Target), "supervision/"),
        Content("content.energy_figures", _aims(Claim), "supervision/"),
        Content("content.entries", _entries(True), "supervision/"),
    ),
    "programmes": (
        Content("content.programmes", _programmes(False), "supervision/"),
        Content("content.entries", _entries(False), "supervision/"),
    ),
    "participation": (
        Content("content.publicity", _rows(Activity, kind="publicity"), "activities/"),
        Content("content.hotlines", _telephones, "about/"),
        Content("content.corrections", _corrections, "about/"),
    ),
}  # fmt: skip
"""What belongs to each system, in the letter's order."""


def library_crumbs(edition: Edition, label: str, folder: str) -> tuple[Inline, ...]:
    """Return the way to a record of a library: the overview of the systems, then the library's index."""
    words = edition.words
    return (Inline(words("nav.systems"), to="guidance/"), Inline(words(label), to=f"{folder}/"))


def guides_to(edition: Edition, system: str) -> Value:
    """Return links to the city's own pages about a system, set apart by commas."""
    guides = [guide for guide in edition.catalog.guides if guide.system == system]
    links = (Inline(guide.title, to=f"{guide.path.removesuffix('.md')}/") for guide in guides)
    return [part for link in links for part in (Inline("、"), link)][1:]


def number_of(system: str) -> int:
    """Return the place of a system in the letter, from 1."""
    return SYSTEMS.index(system) + 1
