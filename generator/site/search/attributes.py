"""What each kind of record is filtered by and does not change with the date looked at.

A new facet of a kind is a line here and its entry in facets.FACETS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.catalog.cases import Case
from generator.schema.records import Enterprise, OfficialList, Policy, Product, Scheme, Standard
from generator.site.search.facets import ANY, PRINTED, UNKNOWN
from generator.site.sections import case_facets
from generator.site.sections.library_rows import validity_of
from generator.site.site import Site

Values = tuple[str, ...]
Attribute = Callable[[Site, Any], Values]
UNITS = ("enterprises", "parks", "products")
"""Kinds that lists name: besides what stands here they have holdings."""


def _field(name: str) -> Attribute:
    """The value of a column; none where it is empty."""

    def read(site: Site, row: Any) -> Values:
        value = getattr(row, name)
        return (str(value),) if value not in ("", None) else ()

    return read


def _limit(name: str) -> Attribute:
    """What a record of the libraries is limited to; ANY where it is not, which an empty column means.

    A value of its own: whoever chooses an industry sees beside it how many records are for every industry.
    """

    def read(site: Site, row: Any) -> Values:
        return (str(getattr(row, name) or ANY),)

    return read


def _maker(site: Site, row: Any) -> Enterprise | None:
    return site.catalog.row(Enterprise, row.enterprise if isinstance(row, Product) else row.id)


def _unit_area(site: Site, row: Any) -> Values:
    place = site.register.units.place(row.id)
    if place is None or place.grade != "confirmed":
        return (UNKNOWN,)
    return site.register.units.around(place.area) or (place.area,)


def _grade(site: Site, row: Any) -> Values:
    return (site.register.units.grade(row.id),)


def _unit_industry(site: Site, row: Any) -> Values:
    maker = _maker(site, row)
    if maker is None or not (maker.industry or maker.industry_label):
        return (UNKNOWN,)
    return (maker.industry or PRINTED + maker.industry_label.replace(",", "，"),)


def _size(site: Site, row: Any) -> Values:
    maker = _maker(site, row)
    return (maker.size if maker else UNKNOWN,)


def _of_scheme(name: str) -> Attribute:
    def read(site: Site, row: OfficialList) -> Values:
        return (getattr(site.catalog.rows(Scheme)[row.scheme], name),)

    return read


def _of_case(name: str) -> Attribute:
    """What the index of cases says of a case, which is where such values are given."""

    def read(site: Site, row: Case) -> Values:
        return tuple(case_facets.facets(site, row)[name])

    return read


def _year(name: str) -> Attribute:
    """The year of a date."""

    def read(site: Site, row: Any) -> Values:
        when = getattr(row, name)
        return (str(when.last.year),) if when else ()

    return read


def _dated(site: Site, row: Any) -> Values:
    when = row.published or row.dated
    return (str(when.last.year),) if when else ()


def _validity(site: Site, row: Policy | Standard) -> Values:
    return (validity_of(site, row),)


_UNIT: dict[str, Attribute] = {"area": _unit_area, "place_grade": _grade}
_FIRM: dict[str, Attribute] = {"industry": _unit_industry, "size": _size}
ATTRIBUTES: Mapping[str, Mapping[str, Attribute]] = {
    "enterprises": _UNIT | _FIRM,
    "parks": _UNIT,
    "products": _UNIT | _FIRM,
    "lists": {
        "category": _of_scheme("category"),
        "level": _of_scheme("level"),
        "list_kind": _field("kind"),
        "stage": _field("stage"),
        "list_year": _field("list_year"),
        "rows_held": _field("rows_held"),
    },
    "areas": {"area_level": _field("level")},
    "standards": {
        "standard_kind": _field("kind"),
        "category": _limit("category"),
        "industry": _limit("industry"),
        "validity": _validity,
    },
    "sources": {"source_kind": _field("kind"), "openness": _field("openness"), "year": _dated},
    "cases": {name: _of_case(name) for name in case_facets.FACETS},
    "policies": {
        "level": _field("level"),
        "validity": _validity,
        "category": _limit("category"),
        "industry": _limit("industry"),
        "issuer": lambda site, row: (row.issuer.replace(",", "，"),) if row.issuer else (),
    },
    "incentives": {
        "nature": _field("nature"),
        "category": _limit("category"),
        "level": _limit("level"),
        "amount": lambda site, row: ("not_stated" if row.amount is None else "stated",),
        "validity": lambda site, row: _validity(site, site.catalog.rows(Policy)[row.policy]),
    },
    "technologies": {
        "technology_kind": _field("kind"),
        "industry": _limit("industry"),
        "maturity": _field("maturity"),
    },
    "institutions": {"institution_kind": _field("kind"), "area": _field("area")},
    "finance": {"finance_kind": _field("kind"), "audience": _field("audience")},
    "activities": {"activity": _field("kind"), "year": _year("date")},
    "sectors": {"group_kind": lambda site, row: (row.head.kind,)},
}
"""By folder of the kind and name of the facet: what gives a record's values."""
HOLDINGS = ("category", "level", "status", "stage", "path", "list_year", "evaluator")
"""Facets of units that come from their holdings."""
