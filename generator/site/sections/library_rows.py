"""How records of the libraries read as rows: in their index, and on every page that lists some of them.

One place for each kind, so that a policy reads the same under an industry as in the list of policies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalog.catalog import Case
from generator.formats.dates import PartialDate
from generator.register.validity import validity_of_policy, validity_of_standard
from generator.schema.records import (
    Activity,
    FinanceProduct,
    Incentive,
    Indicator,
    Institution,
    Policy,
    Standard,
    Technology,
)
from generator.site.document import Inline, Row, Section, Table, Value
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Edition

Cells = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class RowForm:
    """How one kind of record reads as a row."""

    columns: tuple[str, ...]
    """Label keys of the columns."""
    cells: Callable[[Edition, Any], Cells]
    """Makes the cells of a record."""
    numeric: tuple[str, ...] = ()
    """Columns that hold numbers."""


def period(edition: Edition, begins: PartialDate | None, ends: PartialDate | None) -> Value:
    """Return from when to when something holds, "not known" where neither is stated."""
    words = edition.words
    if begins and ends:
        return Inline(str(begins)), Inline(" — "), Inline(str(ends))
    if begins or ends:
        return (Inline(words("ui.since", d=begins) if begins else words("ui.until", d=ends)),)
    return edition.known("")


def not_limited(edition: Edition, id_: str, label: str) -> Value:
    """Return a link to what a record is limited to, or in words that it is not: an empty cell means so."""
    if not id_:
        return (Inline(edition.words(label), tone="muted"),)
    return (Inline(edition.name(id_), to=CATEGORY_PAGES.get(id_) or edition.addresses.get(id_)),)


def validity_of(edition: Edition, row: Policy | Standard) -> str:
    """Return whether a policy or standard holds at the edition's date, as the code of a label."""
    if isinstance(row, Policy):
        return validity_of_policy(edition.catalog, row, edition.on)
    state = validity_of_standard(row, edition.on)
    return "ended" if state == "expired" else state


def valid(edition: Edition, row: Policy | Standard) -> Value:
    """Return in words whether a policy or standard holds at the edition's date."""
    state = validity_of(edition, row)
    if state == "unknown":
        return edition.known("")
    return (Inline(edition.words(f"validity.{state}"), tone=f"status validity-{state}"),)


def not_held(edition: Edition) -> Value:
    """Return the words for what the register does not hold, which says nothing of what there is."""
    return (Inline(edition.words("ui.not_held"), tone="unknown"),)


def amount(edition: Edition, row: Incentive) -> Value:
    """Return the amount of an incentive in ten thousand yuan, or that the document states none."""
    if row.amount is not None:
        return (Inline(f"{row.amount:,f}"),)
    return (Inline(edition.words("msg.amount_not_stated"), tone="unknown"),)


def effect(edition: Edition, row: Technology) -> Value:
    """Return the effect of a technology as its document tells it."""
    measured = f"{row.effect_value:,f} {row.effect_unit}".strip() if row.effect_value is not None else ""
    return edition.known(" ".join(x for x in (row.effect_zh, measured) if x))


def _word(edition: Edition, prefix: str, value: str) -> Value:
    return (Inline(edition.words.category(prefix, value)),)


def _linked(edition: Edition, id_: str) -> Value:
    return (edition.link(id_),) if id_ else edition.known("")


def _standard(edition: Edition, row: Standard) -> Cells:
    held = len(edition.catalog.where(Indicator, "standard", row.id))
    return (
        (edition.link(row.id, f"{row.code}—{row.version}"),),
        (Inline(edition.words.of(row, "title")),),
        not_limited(edition, row.category, "ui.general"),
        not_limited(edition, row.industry, "ui.general"),
        _word(edition, "standard_kind", row.kind),
        period(edition, row.in_force_from, row.in_force_to),
        valid(edition, row),
        (Inline(str(held)),) if held else not_held(edition),
    )


def _policy(edition: Edition, row: Policy) -> Cells:
    return (
        (edition.link(row.id),),
        _word(edition, "level", row.level),
        not_limited(edition, row.category, "ui.not_limited"),
        not_limited(edition, row.industry, "ui.not_limited"),
        edition.known(row.issuer),
        edition.known(row.published),
        period(edition, row.effective, row.valid_to),
        valid(edition, row),
    )


def _incentive(edition: Edition, row: Incentive) -> Cells:
    policy = edition.catalog.all(Policy)[row.policy]
    return (
        (edition.link(row.id),),
        _word(edition, "nature", row.nature),
        not_limited(edition, row.category, "ui.not_limited"),
        _word(edition, "level", row.level) if row.level else not_limited(edition, "", "ui.not_limited"),
        amount(edition, row),
        (edition.link(policy.id),),
        period(edition, policy.effective, policy.valid_to),
        valid(edition, policy),
    )


def _technology(edition: Edition, row: Technology) -> Cells:
    return (
        (edition.link(row.id),),
        _word(edition, "technology_kind", row.kind),
        not_limited(edition, row.industry, "ui.general"),
        _word(edition, "maturity", row.maturity),
        effect(edition, row),
        edition.known(row.baseline_year),
        _linked(edition, row.enterprise),
    )


def _institution(edition: Edition, row: Institution) -> Cells:
    return (
        (edition.link(row.id),),
        _word(edition, "institution_kind", row.kind),
        edition.known(row.services),
        edition.known(row.industries),
        _linked(edition, row.area),
    )


def _finance(edition: Edition, row: FinanceProduct) -> Cells:
    return (
        (edition.link(row.id),),
        (edition.link(row.institution),),
        _word(edition, "finance_kind", row.kind),
        _word(edition, "audience", row.audience),
        edition.known(row.terms),
    )


def _activity(edition: Edition, row: Activity) -> Cells:
    return (
        (edition.link(row.id),),
        edition.known(row.date),
        _word(edition, "activity", row.kind),
        edition.known(row.audience),
        _linked(edition, row.institution),
    )


def _case(edition: Edition, row: Case) -> Cells:
    words = edition.words
    kinds = dict.fromkeys(words.category("measure_kind", m.kind) for m in row.measures)
    unit = edition.link(row.subject, row.unit_name) if row.subject else Inline(row.unit_name)
    return (edition.link(row.id),), (unit,), (Inline("、".join(kinds)),)


_VALID = ("ui.in_force", "field.validity")
FORMS: Mapping[str, RowForm] = {
    "standards": RowForm(
        ("ui.code", "ui.name", "ui.field", "ui.industry", "ui.kind", *_VALID, "ui.indicators_held"),
        _standard,
        ("ui.indicators_held",),
    ),
    "policies": RowForm(
        ("ui.name", "ui.level", "ui.category", "ui.industry", "field.issuer", "field.published", *_VALID),
        _policy,
    ),
    "incentives": RowForm(
        ("ui.name", "ui.nature", "ui.category", "ui.title_level", "ui.amount", "kind.policy", *_VALID),
        _incentive,
    ),
    "technologies": RowForm(
        ("ui.name", "ui.kind", "ui.industry", "ui.maturity", "ui.effect", "ui.baseline_year", "ui.used_by"),
        _technology,
    ),
    "institutions": RowForm(("ui.name", "ui.kind", "ui.services", "ui.serves", "ui.area"), _institution),
    "finance": RowForm(("ui.name", "ui.provider", "ui.kind", "ui.audience", "ui.terms"), _finance),
    "activities": RowForm(("ui.name", "ui.date", "ui.kind", "ui.audience", "ui.held_by"), _activity),
    "cases": RowForm(("kind.case", "ui.slip_unit", "ui.measures_of"), _case),
}
"""By folder of the kind; that of cases is the short one, for pages that list a few."""


def records_table(edition: Edition, folder: str, rows: Iterable[Any]) -> Table:
    """Return records of one kind as a table, each with its id."""
    form = FORMS[folder]
    columns = edition.columns(*form.columns, numeric=form.numeric)
    return Table(columns, tuple(Row(form.cells(edition, row), row.id) for row in rows))


def records_section(
    edition: Edition, folder: str, rows: Iterable[Any], title: str, lead: str = "", *, id_: str = ""
) -> list[Section]:
    """Return a section that lists records of one kind, none where there are none.

    `title` and `lead` are label keys; the section's id is the folder unless `id_` is given.
    """
    table = records_table(edition, folder, rows)
    if not table.rows:
        return []
    told = edition.words(lead) if lead else ""
    return [Section(id_ or folder, edition.words(title), (table,), told)]
