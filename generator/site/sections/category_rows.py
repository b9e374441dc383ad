"""The rows of a category's list: which units stand on it, in which order, and what is said of each."""

from __future__ import annotations

from generator.register.ledger import LEVELS
from generator.register.subjects import subject_of
from generator.schema.records import (
    Category,
    Enterprise,
    OfficialList,
    Product,
    Recognition,
    Scheme,
)
from generator.site.document import Inline, Inlines, Row, Table
from generator.site.sections.index_rows import unit_place
from generator.site.site import Site

_UNIT_COLUMNS = ("ui.name", "ui.level", "ui.status", "ui.place", "ui.industry", "ui.all_years", "ui.path")


def units(site: Site, category: Category) -> tuple[list[str], list[str]]:
    """Return the units that a category's lists name by the site's day, highest level first.

    First those whose place is confirmed or not known, then those whose place was merely inferred.
    """
    found = {s.subject for s in site.register.ledger.by_category.get(category.id, ()) if s.begun(site.as_of)}
    found |= {
        n.subject
        for n in site.register.ledger.notices
        if n.row.category == category.id and site.register.standing(n.subject, category.id).notice
    }
    found.discard("")
    ordered = sorted(found, key=lambda u: (_rank(site, u, category), site.alphabetical(u), u))
    apart = {u for u in ordered if site.register.units.grade(u) == "inferred"}
    return [u for u in ordered if u not in apart], [u for u in ordered if u in apart]


def _rank(site: Site, unit: str, category: Category) -> int:
    level = site.register.standing(unit, category.id).level
    return -LEVELS.index(level) if level else 1


def unit_columns(category: Category) -> tuple[str, ...]:
    """Return the label keys of the columns of a category's list."""
    columns = list(_UNIT_COLUMNS)
    if category.subject == "product":
        columns[0:1] = ["ui.product", "ui.model", "ui.enterprise"]
        columns.remove("ui.industry")
    elif category.subject == "park":
        columns.remove("ui.industry")
    return tuple(columns)


def unit_table(site: Site, category: Category, units: list[str]) -> Table:
    """Return a row for each unit: what it holds in the category, since when, and where it is."""
    rows = tuple(_unit_row(site, category, unit) for unit in units)
    return Table(site.columns(*unit_columns(category)), rows)


def _unit_row(site: Site, category: Category, unit: str) -> Row:
    words, catalog = site.words, site.catalog
    at = site.register.standing(unit, category.id)
    held = site.register.holding(unit, category.id)
    years = held.years if held else ()
    cells: list[Inlines] = [(site.link(unit),)]
    product = catalog.row(Product, unit)
    if product:
        cells += [site.known(product.model), (site.link(product.enterprise),)]
    cells += [
        (Inline(words.category("level", at.level)),),
        (site.status(at.status),),
        unit_place(site, unit),
    ]
    enterprise = catalog.row(Enterprise, unit)
    if category.subject == "enterprise":
        printed = enterprise.industry_label if enterprise else ""
        has_code = enterprise is not None and enterprise.industry
        cells.append((site.link(enterprise.industry),) if enterprise and has_code else site.known(printed))
    cells.append(site.known("、".join(map(str, years))))
    cells.append(site.known("→".join(words.category("level", x) for x in at.path)))
    return Row(tuple(cells), unit)


def unidentified_rows(site: Site, category: Category) -> Table | None:
    """Return the rows of a category's lists whose unit is not identified; None where there are none."""
    catalog = site.catalog
    rows = []
    for row in catalog.rows(Recognition).values():
        scheme = catalog.rows(Scheme)[catalog.rows(OfficialList)[row.list].scheme]
        if (
            not subject_of(row)
            and scheme.category == category.id
            and row.list in site.register.units.past_lists
        ):
            cells = (
                (Inline(row.name_as_published),),
                (site.link(row.list),),
                (site.status("unresolved"),),
            )
            rows.append(Row(cells, facets={"list": (row.list,)}))
    columns = site.columns("field.name_as_published", "ui.list", "ui.status")
    return Table(columns, tuple(rows)) if rows else None
