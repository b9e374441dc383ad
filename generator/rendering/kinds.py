"""Every kind of record that has pages: where they are, how its index reads, and what fills a page.

A new kind is one entry here, its folder in edition.FOLDERS, and one function that returns its Body.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.insight.ledger import subject_of
from generator.model import Case
from generator.records import (
    Area,
    Enterprise,
    Evaluator,
    FinanceProduct,
    Industry,
    Institution,
    OfficialList,
    Park,
    Policy,
    Product,
    Recognition,
    Scheme,
    Source,
    Standard,
    Technology,
)
from generator.rendering import case_pages, documents, history, reference_pages, units
from generator.rendering.edition import Edition
from generator.rendering.view import Body, Inline, Value


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    """The kind in the singular, as `data-kind` says it."""
    folder: str
    """Folder of its pages and its index."""
    title: str
    """Label key of the index."""
    body: Callable[[Edition, Any], Body]
    """Makes the page of one record."""
    columns: tuple[str, ...]
    """Label keys of the index's columns."""
    cells: Callable[[Edition, Any], tuple[Value, ...]]
    """Makes the cells of one row of the index."""
    numeric: tuple[str, ...] = ()
    """Columns that hold numbers."""


def _unit_place(edition: Edition, unit: str) -> Value:
    place = edition.place(unit)
    if place is None:
        return edition.known("")
    if place.grade != "confirmed":
        return (Inline(edition.words("attribution.inferred"), tone="status status-inferred"),)
    return (edition.link(place.area),)


def unit_place(edition: Edition, unit: str) -> Value:
    """Return a unit's confirmed area, or the words for what is not confirmed or not known."""
    return _unit_place(edition, unit)


def _enterprise(edition: Edition, row: Enterprise) -> tuple[Value, ...]:
    return (edition.link(row.id),), _unit_place(edition, row.id), history.status_value(edition, row.id)


def _park(edition: Edition, row: Park) -> tuple[Value, ...]:
    return _enterprise(edition, row)  # type: ignore[arg-type]


def _product(edition: Edition, row: Product) -> tuple[Value, ...]:
    return (
        (edition.link(row.id),),
        edition.known(row.model),
        (edition.link(row.enterprise),),
        history.status_value(edition, row.id),
    )


def _list(edition: Edition, row: OfficialList) -> tuple[Value, ...]:
    words = edition.words
    scheme = edition.catalog.all(Scheme)[row.scheme]
    held = len(edition.catalog.where(Recognition, "list", row.id))
    count = str(row.official_count) if row.official_count is not None else ""
    return (
        (edition.link(row.id),),
        (Inline(words.of(scheme, "name")),),
        (Inline(words.category("list_kind", row.kind)),),
        (Inline(words.category("stage", row.stage)),),
        edition.known(row.published),
        edition.known(count),
        (Inline(str(held)),),
    )


def _area(edition: Edition, row: Area) -> tuple[Value, ...]:
    words = edition.words
    return (
        (edition.link(row.id),),
        (Inline(words.category("area_level", row.level)),),
        edition.known(row.code),
        (edition.link(row.parent),) if row.parent else (),
    )


def _industry(edition: Edition, row: Industry) -> tuple[Value, ...]:
    count = len(edition.catalog.where(Enterprise, "industry", row.id))
    return (Inline(row.code),), (edition.link(row.id),), (Inline(str(count)),)


def _evaluator(edition: Edition, row: Evaluator) -> tuple[Value, ...]:
    rows = edition.catalog.where(Recognition, "evaluator", row.id)
    return (edition.link(row.id),), (Inline(str(len({subject_of(r) or r.id for r in rows}))),)


def _standard(edition: Edition, row: Standard) -> tuple[Value, ...]:
    words = edition.words
    return (
        (Inline(f"{row.code}—{row.version}"),),
        (edition.link(row.id),),
        (Inline(words.category("standard_kind", row.kind)),),
        edition.known(row.in_force_from),
        edition.known(row.in_force_to) if row.in_force_to else (),
    )


def _source(edition: Edition, row: Source) -> tuple[Value, ...]:
    return (
        (edition.link(row.id),),
        edition.known(row.issuer),
        edition.known(row.number),
        edition.known(row.published or row.dated),
        (Inline(edition.words.category("source_kind", row.kind)),),
    )


def _policy(edition: Edition, row: Policy) -> tuple[Value, ...]:
    words = edition.words
    return (
        (edition.link(row.id),),
        (Inline(words.category("level", row.level)),),
        edition.known(row.issuer),
        edition.known(row.published),
        (Inline(words.category("validity", row.validity)),),
    )


def _technology(edition: Edition, row: Technology) -> tuple[Value, ...]:
    words = edition.words
    return (
        (edition.link(row.id),),
        (Inline(words.category("technology_kind", row.kind)),),
        (edition.link(row.industry),) if row.industry else (),
        (Inline(words.category("maturity", row.maturity)),),
    )


def _institution(edition: Edition, row: Institution) -> tuple[Value, ...]:
    words = edition.words
    kind = Inline(words.category("institution_kind", row.kind))
    return (edition.link(row.id),), (kind,), edition.known(row.services)


def _finance(edition: Edition, row: FinanceProduct) -> tuple[Value, ...]:
    words = edition.words
    return (
        (edition.link(row.id),),
        (edition.link(row.institution),),
        (Inline(words.category("finance_kind", row.kind)),),
        (Inline(words.category("audience", row.audience)),),
    )


def _case(edition: Edition, row: Case) -> tuple[Value, ...]:
    words = edition.words
    measures = "、".join(dict.fromkeys(words.category("measure_kind", m.kind) for m in row.measures))
    investment = ""
    if row.investment is not None:
        investment = case_pages.amount(edition, row.investment_operator, str(row.investment))
    return (
        (edition.link(row.id),),
        (edition.link(row.subject, row.unit_name),) if row.subject else (Inline(row.unit_name),),
        (Inline(measures),),
        edition.known(investment),
        edition.known(row.payback_years),
    )


_LISTS = (
    "ui.list",
    "ui.scheme",
    "ui.list_kind",
    "ui.stage",
    "field.published",
    "ui.official_count",
    "ui.names_held",
)
_CASES = ("kind.case", "ui.slip_unit", "ui.measures_of", "ui.investment", "ui.payback")

KINDS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind(
            "enterprise",
            "enterprises",
            "nav.enterprises",
            units.enterprise,
            ("ui.name", "ui.place", "ui.status"),
            _enterprise,
        ),
        Kind("park", "parks", "nav.parks", units.park, ("ui.name", "ui.place", "ui.status"), _park),
        Kind(
            "product",
            "products",
            "nav.products",
            units.product,
            ("ui.product", "ui.model", "ui.enterprise", "ui.status"),
            _product,
        ),
        Kind(
            "list",
            "lists",
            "nav.lists",
            documents.official_list,
            _LISTS,
            _list,
            ("ui.official_count", "ui.names_held"),
        ),
        Kind(
            "area",
            "areas",
            "nav.areas",
            reference_pages.area,
            ("ui.name", "ui.level", "ui.code", "ui.parent"),
            _area,
        ),
        Kind(
            "industry",
            "industries",
            "nav.industries",
            reference_pages.industry,
            ("ui.code", "ui.name", "ui.units_of"),
            _industry,
            ("ui.units_of",),
        ),
        Kind(
            "evaluator",
            "evaluators",
            "nav.evaluators",
            reference_pages.evaluator,
            ("ui.name", "ui.units_of"),
            _evaluator,
            ("ui.units_of",),
        ),
        Kind(
            "standard",
            "standards",
            "nav.standards",
            documents.standard,
            ("ui.code", "ui.name", "ui.kind", "ui.in_force", "ui.period"),
            _standard,
        ),
        Kind(
            "source",
            "sources",
            "nav.sources",
            documents.source,
            ("kind.source", "field.issuer", "field.doc_no", "ui.date", "ui.kind"),
            _source,
        ),
        Kind("case", "cases", "nav.cases", case_pages.case, _CASES, _case, ("ui.investment", "ui.payback")),
        Kind(
            "policy",
            "policies",
            "nav.policies",
            documents.policy,
            ("ui.name", "ui.level", "field.issuer", "field.published", "field.validity"),
            _policy,
        ),
        Kind(
            "technology",
            "technologies",
            "nav.technologies",
            reference_pages.technology,
            ("ui.name", "ui.kind", "ui.industry", "ui.maturity"),
            _technology,
        ),
        Kind(
            "institution",
            "institutions",
            "nav.institutions",
            reference_pages.institution,
            ("ui.name", "ui.kind", "ui.services"),
            _institution,
        ),
        Kind(
            "finance",
            "finance",
            "nav.finance",
            reference_pages.finance,
            ("ui.name", "ui.provider", "ui.kind", "ui.audience"),
            _finance,
        ),
    )
}
"""Kinds by folder, in the order in which their pages are made."""


def records_of(edition: Edition, kind: Kind) -> dict[str, Any]:
    """Return every record of a kind, by id."""
    if kind.folder == "cases":
        return dict(edition.catalog.cases)
    return dict(edition.catalog.tables[kind.folder])
