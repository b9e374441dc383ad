"""How records of the libraries read as rows: in their index, and on every page that lists some of them.

One place for each kind, so that a policy reads the same under an industry as in the list of policies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalog.cases import Case
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
from generator.site.document import Inline, Inlines, Row, Section, Table
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site

Cells = tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class RowForm:
    """How one kind of record reads as a row."""

    columns: tuple[str, ...]
    """Label keys of the columns."""
    cells: Callable[[Site, Any], Cells]
    """Makes the cells of a record."""
    numeric: tuple[str, ...] = ()
    """Columns that hold numbers."""


def period(site: Site, begins: PartialDate | None, ends: PartialDate | None) -> Inlines:
    """Return from when to when something holds, "not known" where neither is stated."""
    words = site.words
    if begins and ends:
        return Inline(str(begins)), Inline(" — "), Inline(str(ends))
    if begins or ends:
        return (Inline(words("ui.since", d=begins) if begins else words("ui.until", d=ends)),)
    return site.known("")


def not_limited(site: Site, id_: str, label: str) -> Inlines:
    """Return a link to what a record is limited to, or in words that it is not: an empty cell means so."""
    if not id_:
        return (Inline(site.words(label), tone="muted"),)
    return (Inline(site.name(id_), to=CATEGORY_PAGES.get(id_) or site.addresses.get(id_)),)


def validity_of(site: Site, row: Policy | Standard) -> str:
    """Return whether a policy or standard holds at the site's date, as the code of a label."""
    if isinstance(row, Policy):
        return validity_of_policy(site.catalog, row, site.as_of)
    state = validity_of_standard(row, site.as_of)
    return "ended" if state == "expired" else state


def valid(site: Site, row: Policy | Standard) -> Inlines:
    """Return in words whether a policy or standard holds at the site's date."""
    state = validity_of(site, row)
    if state == "unknown":
        return site.known("")
    return (Inline(site.words(f"validity.{state}"), tone=f"status validity-{state}"),)


def not_held(site: Site) -> Inlines:
    """Return the words for what the register does not hold, which says nothing of what there is."""
    return (Inline(site.words("ui.not_held"), tone="unknown"),)


def amount(site: Site, row: Incentive) -> Inlines:
    """Return the amount of an incentive in ten thousand yuan, or that the document states none."""
    if row.amount is not None:
        return (Inline(f"{row.amount:,f}"),)
    return (Inline(site.words("msg.amount_not_stated"), tone="unknown"),)


def effect(site: Site, row: Technology) -> Inlines:
    """Return the effect of a technology as its document tells it."""
    measured = f"{row.effect_value:,f} {row.effect_unit}".strip() if row.effect_value is not None else ""
    return site.known(" ".join(x for x in (row.effect_zh, measured) if x))


def _word(site: Site, prefix: str, value: str) -> Inlines:
    return (Inline(site.words.category(prefix, value)),)


def _linked(site: Site, id_: str) -> Inlines:
    return (site.link(id_),) if id_ else site.known("")


def _standard(site: Site, row: Standard) -> Cells:
    held = len(site.catalog.where(Indicator, "standard", row.id))
    return (
        (site.link(row.id, f"{row.code}—{row.version}"),),
        (Inline(site.words.of(row, "title")),),
        not_limited(site, row.category, "ui.general"),
        not_limited(site, row.industry, "ui.general"),
        _word(site, "standard_kind", row.kind),
        period(site, row.in_force_from, row.in_force_to),
        valid(site, row),
        (Inline(str(held)),) if held else not_held(site),
    )


def _policy(site: Site, row: Policy) -> Cells:
    return (
        (site.link(row.id),),
        _word(site, "level", row.level),
        not_limited(site, row.category, "ui.not_limited"),
        not_limited(site, row.industry, "ui.not_limited"),
        site.known(row.issuer),
        site.known(row.published),
        period(site, row.effective, row.valid_to),
        valid(site, row),
    )


def _incentive(site: Site, row: Incentive) -> Cells:
    policy = site.catalog.rows(Policy)[row.policy]
    return (
        (site.link(row.id),),
        _word(site, "nature", row.nature),
        not_limited(site, row.category, "ui.not_limited"),
        _word(site, "level", row.level) if row.level else not_limited(site, "", "ui.not_limited"),
        amount(site, row),
        (site.link(policy.id),),
        period(site, policy.effective, policy.valid_to),
        valid(site, policy),
    )


def _technology(site: Site, row: Technology) -> Cells:
    return (
        (site.link(row.id),),
        _word(site, "technology_kind", row.kind),
        not_limited(site, row.industry, "ui.general"),
        _word(site, "maturity", row.maturity),
        effect(site, row),
        site.known(row.baseline_year),
        _linked(site, row.enterprise),
    )


def _institution(site: Site, row: Institution) -> Cells:
    return (
        (site.link(row.id),),
        _word(site, "institution_kind", row.kind),
        site.known(row.services),
        site.known(row.industries),
        _linked(site, row.area),
    )


def _finance(site: Site, row: FinanceProduct) -> Cells:
    return (
        (site.link(row.id),),
        (site.link(row.institution),),
        _word(site, "finance_kind", row.kind),
        _word(site, "audience", row.audience),
        site.known(row.terms),
    )


def _activity(site: Site, row: Activity) -> Cells:
    return (
        (site.link(row.id),),
        site.known(row.date),
        _word(site, "activity", row.kind),
        site.known(row.audience),
        _linked(site, row.institution),
    )


def _case(site: Site, row: Case) -> Cells:
    words = site.words
    kinds = dict.fromkeys(words.category("measure_kind", m.kind) for m in row.measures)
    unit = site.link(row.subject, row.unit_name) if row.subject else Inline(row.unit_name)
    return (site.link(row.id),), (unit,), (Inline("、".join(kinds)),)


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


def records_table(site: Site, folder: str, rows: Iterable[Any]) -> Table:
    """Return records of one kind as a table, each with its id."""
    form = FORMS[folder]
    columns = site.columns(*form.columns, numeric=form.numeric)
    return Table(columns, tuple(Row(form.cells(site, row), row.id) for row in rows))


def records_section(
    site: Site, folder: str, rows: Iterable[Any], title: str, lead: str = "", *, id_: str = ""
) -> list[Section]:
    """Return a section that lists records of one kind, none where there are none.

    `title` and `lead` are label keys; the section's id is the folder unless `id_` is given.
    """
    table = records_table(site, folder, rows)
    if not table.rows:
        return []
    told = site.words(lead) if lead else ""
    return [Section(id_ or folder, site.words(title), (table,), told)]
