"""The rules of the domain (data-model.md, Rules), each a function that looks at one kind of row.

RULES lists them in the order of that document. A rule may assume nothing about other rows but that they are
typed: what a reference leads to may be missing. Those that compare numbers are in reconciliation.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.dates import PartialDate
from generator.insight.ladder import missing_steps
from generator.insight.ledger import build_ledger
from generator.model import Catalog
from generator.reading.check import Checked
from generator.reading.names import check_names
from generator.reading.reconciliation import (
    LEDGER,
    check_claims,
    check_coverage,
    check_lists,
    check_parts,
    check_targets,
)
from generator.records import (
    Category,
    Claim,
    Indicator,
    Measurement,
    Metric,
    OfficialList,
    Recognition,
    Record,
    Requirement,
    Scheme,
    Source,
    Standard,
    SupervisionEntry,
)

SUBJECT_FIELD = {"enterprise": "enterprise", "park": "park", "product": "product"}
_PERIODS = (
    ("valid_from", "valid_to"),
    ("period_from", "period_to"),
    ("public_from", "public_until"),
    ("in_force_from", "in_force_to"),
)
_PAST = ("published", "dated", "retrieved")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a rule is given: the whole data before anything is kept back, and where to report."""

    catalog: Catalog
    """Every row, also those that will be kept back."""
    open: Catalog
    """What may be published: what readers will compare."""
    checked: Checked


Rule = Callable[[Matter], None]


def _subjects(matter: Matter) -> None:
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


def _serials(matter: Matter) -> None:
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


def _periods(matter: Matter) -> None:
    """A period ends after it begins; nothing is published, dated or retrieved after the date of the data."""
    as_of = matter.catalog.portal.as_of
    for table in matter.checked.tables.values():
        names = set(table.schema.by_name)
        pairs = [(a, b) for a, b in _PERIODS if {a, b} <= names]
        past = [name for name in _PAST if name in names]
        if not pairs and not past:
            continue
        for row in table.records:
            _row_dates(matter, row, pairs, past, as_of)


def _row_dates(
    matter: Matter, row: Record, pairs: list[tuple[str, str]], past: list[str], as_of: date
) -> None:
    if row.id not in matter.checked.owners:
        return
    for a, b in pairs:
        start: PartialDate | None = getattr(row, a)
        end: PartialDate | None = getattr(row, b)
        if start and end and start.first > end.last:
            matter.checked.problem("TMP-001", row, b, end.text, what=f"{a} {start} > {b} {end}")
    for name in past:
        value: PartialDate | None = getattr(row, name)
        if value and value.first > as_of:
            what = f"{name} {value} > as_of {as_of}"
            matter.checked.problem("TMP-001", row, name, value.text, what=what)


def _lists(matter: Matter) -> None:
    """A list is not published before its year, nor a final list before the publicity list it follows."""
    for row in matter.catalog.all(OfficialList).values():
        published = row.published
        if published and row.list_year and published.last.year < row.list_year:
            what = f"list_year {row.list_year} > published {published}"
            matter.checked.problem("TMP-001", row, "list_year", str(row.list_year), what=what)
        before = matter.catalog.get(OfficialList, row.follows)
        if published and before and before.published and before.published.first > published.last:
            what = f"follows {before.published} > published {published}"
            matter.checked.problem("TMP-001", row, "follows", row.follows, what=what)


def _measurements(matter: Matter) -> None:
    """A value has its indicator's unit, a percentage its range, and a year when the version held."""
    for row in matter.catalog.all(Measurement).values():
        indicator = matter.catalog.get(Indicator, row.indicator)
        if indicator is None:
            continue
        if row.unit != indicator.unit:
            matter.checked.problem("UNT-001", row, "unit", row.unit, expected=indicator.unit)
        if row.unit == "%" and not 0 <= row.value <= 100:
            matter.checked.problem("PCT-001", row, "value", str(row.value))
        standard = matter.catalog.get(Standard, indicator.standard)
        if standard and row.year is not None and not _in_force(standard, row.year):
            name = f"{standard.code}—{standard.version}"
            matter.checked.problem(
                "STD-001", row, "indicator", row.indicator, year=str(row.year), standard=name
            )


def _in_force(standard: Standard, year: int) -> bool:
    begins, ends = standard.in_force_from, standard.in_force_to
    return (begins is None or begins.first.year <= year) and (ends is None or year <= ends.last.year)


def _shares(matter: Matter) -> None:
    """A share lies between 0 and 100 per cent."""
    for row in matter.catalog.all(Claim).values():
        metric = matter.catalog.get(Metric, row.metric)
        if metric and metric.measure == "share" and metric.unit == "%" and not 0 <= row.value <= 100:
            matter.checked.problem("PCT-001", row, "value", str(row.value))


def _deadlines(matter: Matter) -> None:
    """A deadline has its day."""
    for row in matter.catalog.all(Requirement).values():
        if row.kind == "deadline" and row.due is None:
            matter.checked.problem("REQ-001", row, "due", "")


def _supervision(matter: Matter) -> None:
    """A public entry rests on a document whose openness is 主动公开."""
    for row in matter.catalog.all(SupervisionEntry).values():
        basis = matter.catalog.get(Source, row.basis_document)
        if row.disclosure == "public" and (basis is None or basis.openness != "public"):
            matter.checked.problem("PUB-001", row, "basis_document", row.basis_document)


def _names(matter: Matter) -> None:
    """A printed name is one of those held for the unit (warning)."""
    check_names(matter.catalog, matter.checked)


def _ladder(matter: Matter) -> None:
    """A listing has the lower step that the ladder asks for from its date on (warning, for staff)."""
    if not matter.catalog.portal.ladder or not matter.checked.whole(*LEDGER):
        return
    for missing in missing_steps(matter.catalog, build_ledger(matter.catalog)):
        row, rule = missing.spell.recognition, missing.rule
        details = {"unit": row.name_as_published, "level": rule.level, "requires": rule.requires}
        matter.checked.problem("LAD-001", row, "list", row.list, **details)


RULES: tuple[Rule, ...] = (
    _subjects,
    _serials,
    _periods,
    _lists,
    check_lists,
    _measurements,
    _shares,
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
    matter = Matter(catalog, published, checked)
    for rule in RULES:
        rule(matter)
