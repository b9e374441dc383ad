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
from generator.site.document import Inline, Row, Table, Value
from generator.site.sections.index_rows import unit_place
from generator.site.site import Edition

_UNIT_COLUMNS = ("ui.name", "ui.level", "ui.status", "ui.place", "ui.industry", "ui.all_years", "ui.path")


def units(edition: Edition, category: Category) -> tuple[list[str], list[str]]:
    """Return the units that a category's lists name by the edition's day, highest level first.

    First those whose place is confirmed or not known, then those whose place was merely inferred.
    """
    found = {s.subject for s in edition.ledger.by_category.get(category.id, ()) if s.begun(edition.on)}
    found |= {
        n.subject
        for n in edition.ledger.notices
        if n.scheme.category == category.id and edition.standing(n.subject, category.id).notice
    }
    found.discard("")
    ordered = sorted(found, key=lambda u: (_rank(edition, u, category), edition.alphabetical(u), u))
    apart = {u for u in ordered if edition.grade(u) == "inferred"}
    return [u for u in ordered if u not in apart], [u for u in ordered if u in apart]


def _rank(edition: Edition, unit: str, category: Category) -> int:
    level = edition.standing(unit, category.id).level
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


def unit_table(edition: Edition, category: Category, units: list[str]) -> Table:
    """Return a row for each unit: what it holds in the category, since when, and where it is."""
    rows = tuple(_unit_row(edition, category, unit) for unit in units)
    return Table(edition.columns(*unit_columns(category)), rows)


def _unit_row(edition: Edition, category: Category, unit: str) -> Row:
    words, catalog = edition.words, edition.catalog
    at = edition.standing(unit, category.id)
    held = edition.holding(unit, category.id)
    years = held.years if held else ()
    cells: list[Value] = [(edition.link(unit),)]
    product = catalog.get(Product, unit)
    if product:
        cells += [edition.known(product.model), (edition.link(product.enterprise),)]
    cells += [
        (Inline(words.category("level", at.level)),),
        (edition.status(at.status),),
        unit_place(edition, unit),
    ]
    enterprise = catalog.get(Enterprise, unit)
    if category.subject == "enterprise":
        printed = enterprise.industry_label if enterprise else ""
        has_code = enterprise is not None and enterprise.industry
        cells.append(
            (edition.link(enterprise.industry),) if enterprise and has_code else edition.known(printed)
        )
    cells.append(edition.known("、".join(map(str, years))))
    cells.append(edition.known("→".join(words.category("level", x) for x in at.path)))
    return Row(tuple(cells), unit)


def unidentified_rows(edition: Edition, category: Category) -> Table | None:
    """Return the rows of a category's lists whose unit is not identified; None where there are none."""
    catalog = edition.catalog
    rows = []
    for row in catalog.all(Recognition).values():
        scheme = catalog.all(Scheme)[catalog.all(OfficialList)[row.list].scheme]
        if not subject_of(row) and scheme.category == category.id and row.list in edition.past_lists:
            cells = (
                (Inline(row.name_as_published),),
                (edition.link(row.list),),
                (edition.status("unresolved"),),
            )
            rows.append(Row(cells, facets={"list": (row.list,)}))
    columns = edition.columns("field.name_as_published", "ui.list", "ui.status")
    return Table(columns, tuple(rows)) if rows else None
