"""What is published only in aggregate, taken before those rows and cells are left out (data-model.md).

The only place that reads what may not be published. What leaves it are counts, and which unconfirmed places
no count of an area includes: no name, no area of a unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView, SupervisionCount
from generator.register.places import lies_outside
from generator.schema.records import Claim, Coverage, Place, Record, SupervisionEntry, Withdrawal

SMALLEST_CELL = 3
"""A cell of fewer units than this is suppressed (data-model.md, supervision)."""


def supervision_counts(
    tables: Mapping[str, Mapping[str, Record]], as_of: date, on: date
) -> tuple[SupervisionCount, ...]:
    """Count the units of the aggregate entries by programme, year and result, in file order.

    A unit is counted once in a cell: three rows about one firm are no crowd to hide in. A suppressed cell
    loses its words with its number, since a rare result can name a firm as well as a name can: all such cells
    of a programme and year become one without a number. `as_of` is the date of the data, by which terms
    count; what is withdrawn counts on no day; entries of a year after `on`, the date of the site, are left
    out.
    """
    withdrawn = {w.row for w in tables["withdrawals"].values() if isinstance(w, Withdrawal)}
    cells: defaultdict[tuple[str, int, str], set[str]] = defaultdict(set)
    for entry in tables["entries"].values():
        if not isinstance(entry, SupervisionEntry) or not _is_counted(entry, as_of, on):
            continue
        if not withdrawn & {entry.id, entry.subject, entry.programme, entry.source}:
            unit = entry.subject or entry.project or entry.id
            cells[entry.programme, entry.year, entry.result or entry.state].add(unit)
    return tuple(dict.fromkeys(_suppressed(*cell, len(units)) for cell, units in cells.items()))


def _is_counted(entry: SupervisionEntry, as_of: date, on: date) -> bool:
    return (
        entry.disclosure == "aggregate"
        and entry.year <= on.year
        and (entry.public_from is None or entry.public_from.last <= as_of)
        and (entry.public_until is None or entry.public_until.last >= as_of)
    )


def _suppressed(programme: str, year: int, result: str, count: int) -> SupervisionCount:
    shown = count >= SMALLEST_CELL
    return SupervisionCount(programme, year, result if shown else "", count if shown else None)


def scopes_outside(catalog: Catalog, view: PublicView) -> frozenset[tuple[str, str]]:
    """Return the places whose area is blank in `view`, each with every area counted that it is not in.

    The areas are those of published figures and of statements of coverage: a count of inferred rows leaves
    out those that are inferred to lie elsewhere.
    """
    blank = [p for p in view.rows(Place).values() if not p.area]
    if not blank:
        return frozenset()
    places = [catalog.rows(Place)[p.id] for p in blank]
    scopes = {c.scope for c in view.rows(Claim).values()} | {c.area for c in view.rows(Coverage).values()}
    return frozenset((p.id, scope) for p in places for scope in scopes if lies_outside(view, p, scope))
