"""Every kind of record that has pages: where they are, how its index reads, and what fills a page.

A new kind is one entry here, its folder in edition.FOLDERS, and one function that returns its Body.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.rendering import case_pages, documents, guidance_pages, index_rows, reference_pages, units
from generator.rendering.edition import Edition
from generator.rendering.view import Body, Value


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
            index_rows.enterprise,
        ),
        Kind("park", "parks", "nav.parks", units.park, ("ui.name", "ui.place", "ui.status"), index_rows.park),
        Kind(
            "product",
            "products",
            "nav.products",
            units.product,
            ("ui.product", "ui.model", "ui.enterprise", "ui.status"),
            index_rows.product,
        ),
        Kind(
            "list",
            "lists",
            "nav.lists",
            documents.official_list,
            _LISTS,
            index_rows.official_list,
            ("ui.official_count", "ui.names_held"),
        ),
        Kind(
            "area",
            "areas",
            "nav.areas",
            reference_pages.area,
            ("ui.name", "ui.level", "ui.code", "ui.parent"),
            index_rows.area,
        ),
        Kind(
            "industry",
            "industries",
            "nav.industries",
            reference_pages.industry,
            ("ui.code", "ui.name", "ui.units_of"),
            index_rows.industry,
            ("ui.units_of",),
        ),
        Kind(
            "evaluator",
            "evaluators",
            "nav.evaluators",
            reference_pages.evaluator,
            ("ui.name", "ui.units_of"),
            index_rows.evaluator,
            ("ui.units_of",),
        ),
        Kind(
            "standard",
            "standards",
            "nav.standards",
            guidance_pages.standard,
            ("ui.code", "ui.name", "ui.kind", "ui.in_force", "ui.period"),
            index_rows.standard,
        ),
        Kind(
            "source",
            "sources",
            "nav.sources",
            documents.source,
            ("kind.source", "field.issuer", "field.doc_no", "ui.date", "ui.kind"),
            index_rows.source,
        ),
        Kind(
            "case",
            "cases",
            "nav.cases",
            case_pages.case,
            _CASES,
            index_rows.case,
            ("ui.investment", "ui.payback"),
        ),
        Kind(
            "policy",
            "policies",
            "nav.policies",
            guidance_pages.policy,
            ("ui.name", "ui.level", "field.issuer", "field.published", "field.validity"),
            index_rows.policy,
        ),
        Kind(
            "technology",
            "technologies",
            "nav.technologies",
            reference_pages.technology,
            ("ui.name", "ui.kind", "ui.industry", "ui.maturity"),
            index_rows.technology,
        ),
        Kind(
            "institution",
            "institutions",
            "nav.institutions",
            reference_pages.institution,
            ("ui.name", "ui.kind", "ui.services"),
            index_rows.institution,
        ),
        Kind(
            "finance",
            "finance",
            "nav.finance",
            reference_pages.finance,
            ("ui.name", "ui.provider", "ui.kind", "ui.audience"),
            index_rows.finance,
        ),
    )
}
"""Kinds by folder, in the order in which their pages are made."""


def records_of(edition: Edition, kind: Kind) -> dict[str, Any]:
    """Return every record of a kind, by id."""
    if kind.folder == "cases":
        return dict(edition.catalog.cases)
    return dict(edition.catalog.tables[kind.folder])
