"""The rules of the domain (data-model.md, Rules), each a function that looks at one kind of row.

RULES lists them in the order of that document. A rule may assume nothing about other rows but that they are
typed: what a reference leads to may be missing. Those of time are in dates_in_order.py, of percentages in
percentages.py; those that compare numbers are in reconciliation.py.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.catalog.catalog import Catalog
from generator.checks.context import CheckContext
from generator.checks.dates_in_order import check_events, check_lists_in_order, check_periods
from generator.checks.names import check_names
from generator.checks.percentages import (
    check_measurements,
    check_parts,
    check_published_percentages,
    check_weights,
)
from generator.checks.reconciliation import (
    LEDGER,
    check_claims,
    check_coverage,
    check_lists,
    check_targets,
)
from generator.package.tables import Checked
from generator.register.ladder_rules import missing_steps
from generator.register.ledger import build_ledger
from generator.schema.records import (
    Category,
    OfficialList,
    Recognition,
    Requirement,
    Scheme,
    Source,
    SupervisionEntry,
)

SUBJECT_FIELD = {"enterprise": "enterprise", "park": "park", "product": "product"}


Rule = Callable[[CheckContext], None]


def _subjects(matter: CheckContext) -> None:
    """A row's subject is of the kind its category asks for, and stands in that column alone."""
    catalog = matter.catalog
    for row in catalog.all(Recognition).values():
        official = catalog.get(OfficialList, row.list)
        scheme = catalog.get(Scheme, official.scheme) if official else None
        category = catalog.get(Category, scheme.category) if scheme else None
        if category is None:
            continue
        for name in SUBJECT_FIELD.values():
            value = getattr(row, name)
            if value and name != category.subject:
                details = {"category": category.name_zh, "expected": category.subject}
                matter.checked.problem("SUB-001", row, name, value, **details)


def _serials(matter: CheckContext) -> None:
    """A serial stands once in a section of a list, unless a remark says that the list itself repeats it."""
    seen: dict[tuple[str, str, int], Recognition] = {}
    for row in matter.catalog.all(Recognition).values():
        if row.serial is None:
            continue
        key = (row.list, row.section, row.serial)
        other = seen.setdefault(key, row)
        if other is not row and not row.remark and not other.remark:
            line = str(matter.checked.line_of(other.id))
            details = {"keys": "list、section、serial", "other": line}
            matter.checked.problem("KEY-003", row, "serial", ", ".join(map(str, key)), **details)


def _deadlines(matter: CheckContext) -> None:
    """A deadline has its day."""
    for row in matter.catalog.all(Requirement).values():
        if row.kind == "deadline" and row.due is None:
            matter.checked.problem("REQ-001", row, "due", "")


def _supervision(matter: CheckContext) -> None:
    """A public entry rests on a document whose openness is 主动公开."""
    for row in matter.catalog.all(SupervisionEntry).values():
        basis = matter.catalog.get(Source, row.basis_document)
        if row.disclosure == "public" and (basis is None or basis.openness != "public"):
            matter.checked.problem("PUB-001", row, "basis_document", row.basis_document)


def _names(matter: CheckContext) -> None:
    """A printed name is one of those held for the unit (warning)."""
    check_names(matter.catalog, matter.checked)


def _ladder(matter: CheckContext) -> None:
    """A listing has the lower step that the ladder asks for from its date on (warning, for staff)."""
    if not matter.catalog.settings.ladder or not matter.checked.whole(*LEDGER):
        return
    for missing in missing_steps(matter.catalog, build_ledger(matter.catalog)):
        row, rule = missing.spell.recognition, missing.rule
        details = {"unit": row.name_as_published, "level": rule.level, "requires": rule.requires}
        matter.checked.problem("LAD-001", row, "list", row.list, **details)


RULES: tuple[Rule, ...] = (
    _subjects,
    _serials,
    check_periods,
    check_lists_in_order,
    check_events,
    check_lists,
    check_measurements,
    check_published_percentages,
    check_weights,
    _deadlines,
    _supervision,
    _names,
    _ladder,
    check_claims,
    check_coverage,
    check_targets,
    check_parts,
)


def apply_rules(catalog: Catalog, published: Catalog, checked: Checked) -> None:
    """Apply every rule; what they find is added to `checked.problems`."""
    matter = CheckContext(catalog, published, checked)
    for rule in RULES:
        rule(matter)
