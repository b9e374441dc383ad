"""Every kind of record that has pages: where they are, how its index reads, and what fills a page.

A new kind is one entry here, its folder in site.FOLDERS, and one function that returns its Body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.site.document import Document, Facets, Inlines, Section
from generator.site.kinds import (
    areas,
    case_index,
    cases,
    industries,
    lists,
    policies,
    sectors,
    services,
    sources,
    standards,
    technologies,
    units,
)
from generator.site.sections import case_facets, index_rows
from generator.site.sections.library_rows import FORMS
from generator.site.site import Site


def _no_sections(site: Site) -> Iterable[Section]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    """The kind in the singular, as `data-kind` says it."""
    folder: str
    """Folder of its pages and its index."""
    title: str
    """Label key of the index."""
    body: Callable[[Site, Any], Document]
    """Makes the page of one record."""
    columns: tuple[str, ...]
    """Label keys of the index's columns."""
    cells: Callable[[Site, Any], tuple[Inlines, ...]]
    """Makes the cells of one row of the index."""
    numeric: tuple[str, ...] = ()
    """Columns that hold numbers."""
    note: str = ""
    """Label key of what the index must say besides; empty for nothing."""
    system: str = ""
    """System of green manufacturing that it is a library of (model.SYSTEMS); empty for none."""
    order: Callable[[Site, Any], Any] | None = None
    """Sort key of the index's rows; None for the order of the file."""
    sections: Callable[[Site], Iterable[Section]] = _no_sections
    """What the index shows besides its list."""
    facets: Callable[[Site, Any], Facets] | None = None
    """Gives the values printed on a record's row as `data-<facet>`; None for none."""


def _by_name(site: Site, row: Any) -> tuple[bytes, str]:
    return site.alphabetical(row.id), row.id


def _by_code(site: Site, row: Any) -> tuple[str, str]:
    return row.code, row.version


def _newest(field: str) -> Callable[[Site, Any], tuple[int, bytes, str]]:
    """The newest first, what has no date last."""

    def key(site: Site, row: Any) -> tuple[int, bytes, str]:
        when = getattr(row, field)
        return -when.last.toordinal() if when else 0, *_by_name(site, row)

    return key


def _library(
    name: str,
    folder: str,
    body: Callable[[Site, Any], Document],
    system: str,
    order: Callable[[Site, Any], Any],
    note: str = "",
    sections: Callable[[Site], Iterable[Section]] = _no_sections,
) -> Kind:
    form = FORMS[folder]
    return Kind(
        name,
        folder,
        f"nav.{folder}",
        body,
        form.columns,
        form.cells,
        form.numeric,
        note,
        system,
        order,
        sections,
    )


def _of_standards(site: Site) -> Iterable[Section]:
    yield from standards.fields_section(site)
    yield from standards.versions_sections(site)


_LISTS = (
    "ui.list",
    "ui.scheme",
    "ui.list_kind",
    "ui.stage",
    "field.published",
    "ui.official_count",
    "ui.names_held",
)
_CASES = (
    "kind.case",
    "ui.slip_unit",
    "facet.subject_level",
    "ui.industry",
    "ui.measures_of",
    "facet.saving",
    "ui.investment",
    "ui.payback",
)

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
            lists.official_list,
            _LISTS,
            index_rows.official_list,
            ("ui.official_count", "ui.names_held"),
        ),
        Kind(
            "area",
            "areas",
            "nav.areas",
            areas.area,
            ("ui.name", "ui.level", "ui.code", "ui.parent"),
            index_rows.area,
        ),
        Kind(
            "industry",
            "industries",
            "nav.industries",
            industries.industry,
            ("ui.code", "ui.name", "ui.units_of"),
            index_rows.industry,
            ("ui.units_of",),
        ),
        Kind(
            "evaluator",
            "evaluators",
            "nav.evaluators",
            services.evaluator,
            ("ui.name", "ui.units_of"),
            index_rows.evaluator,
            ("ui.units_of",),
            note="msg.evaluator",
            order=_by_name,
        ),
        _library("standard", "standards", standards.standard, "services", _by_code, sections=_of_standards),
        Kind(
            "source",
            "sources",
            "nav.sources",
            sources.source,
            ("kind.source", "field.issuer", "field.doc_no", "ui.date", "ui.kind"),
            index_rows.source,
        ),
        Kind(
            "case",
            "cases",
            "nav.cases",
            cases.case,
            _CASES,
            case_index.cells,
            ("ui.investment", "ui.payback"),
            system="cases",
            sections=case_index.sections,
            facets=case_facets.facets,
        ),
        _library("policy", "policies", policies.policy, "incentives", _newest("published")),
        _library("incentive", "incentives", policies.incentive, "incentives", _by_name, "msg.incentive"),
        _library("technology", "technologies", technologies.technology, "services", _by_name),
        _library(
            "institution",
            "institutions",
            services.institution,
            "services",
            _by_name,
            sections=services.evaluators_section,
        ),
        _library("finance", "finance", services.finance, "finance", _by_name, "msg.finance"),
        _library("activity", "activities", services.activity, "services", _newest("date")),
        Kind(
            "sector",
            "sectors",
            "nav.sectors",
            sectors.sector,
            ("ui.name", "ui.kind", "ui.members", "ui.sector_units", "attribution.inferred"),
            sectors.index_row,
            ("ui.sector_units", "attribution.inferred"),
            note="ui.sectors_note",
        ),
    )
}
"""Kinds by folder, in the order in which their pages are made."""


def records_of(site: Site, kind: Kind) -> dict[str, Any]:
    """Return every record of a kind, by id."""
    if kind.folder == "cases":
        return dict(site.catalog.cases)
    if kind.folder == "sectors":
        return dict(site.register.sectors.sectors)
    return dict(site.catalog.tables[kind.folder])


def listed(site: Site, kind: Kind) -> list[str]:
    """Return the ids of a kind in the order in which its index has them."""
    records, order = records_of(site, kind), kind.order
    if order is None:
        return list(records)
    return sorted(records, key=lambda id_: order(site, records[id_]))
