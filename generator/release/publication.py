"""What may be published: the public view of a catalog, decided once, row by row and cell by cell.

Rows that are held, internal, candidates, expired, withdrawn or later than the site's date are left out. Cells
that are internal, refer to a row left out, or whose `published_if` is not met are blank. Register, site and
outputs know the view only, so that no format can leak the rest (data-model.md, Rules).
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from generator.catalog.cases import Case
from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView, WithdrawnRow
from generator.formats.csv_writer import csv_text
from generator.package.data_folder import LoadedTable
from generator.package.decode import is_utf8
from generator.package.tables import CheckedTable
from generator.release.aggregates import scopes_outside, supervision_counts
from generator.schema import table_schema
from generator.schema.records import (
    Claim,
    Event,
    OfficialList,
    Place,
    Product,
    Recognition,
    Record,
    SupervisionEntry,
    Withdrawal,
)
from generator.schema.table_schema import Field

Rows = Mapping[str, Record]
Causes = Mapping[str, str]
"""Ids of rows that are not shown: the withdrawal that took each, or "" where it was never to be seen."""
Followers = Mapping[str, list[str]]


@dataclasses.dataclass(frozen=True, slots=True)
class Published:
    """The rows and case studies that may be published."""

    tables: Mapping[str, Rows]
    cases: Mapping[str, Case]
    withheld: Mapping[str, int]
    """Number of rows kept back, by table."""
    withdrawn: Mapping[str, WithdrawnRow]
    """Every row that was withdrawn or went with one, by its id."""
    later: Mapping[str, str]
    """Table of every row that is later than the site's date, by its id."""


def public_view(
    catalog: Catalog, on: date, files: Callable[[Mapping[str, Rows]], Mapping[str, bytes]] = lambda _: {}
) -> PublicView:
    """Return the part of a catalog that may be published on a day.

    `files` returns the CSV of every table from the rows that the view has.
    """
    as_of = catalog.settings.as_of
    shown = publishable(catalog.tables, catalog.cases, as_of, on)
    view = PublicView(
        settings=catalog.settings,
        as_of=on,
        packages=catalog.packages,
        tables=shown.tables,
        cases=shown.cases,
        files=files(shown.tables),
        inputs=catalog.inputs,
        slots=catalog.slots,
        prose=catalog.prose,
        prose_pictures=catalog.prose_pictures,
        withheld=shown.withheld,
        withdrawn=shown.withdrawn,
        later=shown.later,
        supervised=supervision_counts(catalog.tables, as_of, on),
    )
    outside = scopes_outside(catalog, view)
    return dataclasses.replace(view, outside=outside) if outside else view


def publishable(tables: Mapping[str, Rows], cases: Mapping[str, Case], as_of: date, on: date) -> Published:
    """Return what may be published; a row goes with every row it cannot do without.

    What is withdrawn is in no site, whatever the day: the row of withdrawals decides, not its date.
    `as_of` is the date of the data: what expired by then is in no site either. `on` is the date of the
    site: rows of lists, events and figures later than it are left out, their subjects stay.
    """
    back, withdrawn = _kept_back(tables, as_of), _withdrawn(tables)
    later = _later(tables, cases, on)
    causes: Causes = {}
    out: Causes = {}
    if back or withdrawn or later:  # else nobody follows: most registers keep nothing back
        followers = _followers(tables, cases)
        named = _named(tables)
        causes = _closed(dict.fromkeys(back, ""), named, followers)
        causes = _closed({**withdrawn, **causes}, named, followers)
        out = _spread({**dict.fromkeys(later, ""), **causes}, followers)
    kept = {name: _kept(name, rows, out) for name, rows in tables.items()}
    counts = {name: sum(i in out for i in rows) for name, rows in tables.items()}
    everything: dict[str, Mapping[str, object]] = {**tables, "cases": cases}
    return Published(
        tables=kept,
        cases={i: c for i, c in cases.items() if i not in out},
        withheld={name: count for name, count in counts.items() if count},
        withdrawn={
            i: WithdrawnRow(n, causes[i]) for n, rows in everything.items() for i in rows if causes.get(i)
        },
        later={i: name for name, rows in everything.items() for i in rows if i in later},
    )


def _kept(name: str, rows: Rows, out: Causes) -> Rows:
    """Return the rows that may be seen; the same object where that is all of them, as they are."""
    kept = {i: _open(name, row, out) for i, row in rows.items() if i not in out}
    return rows if len(kept) == len(rows) and all(kept[i] is row for i, row in rows.items()) else kept


def _kept_back(tables: Mapping[str, Rows], as_of: date) -> set[str]:
    return {
        row.id
        for name in ("recognitions", "places", "entries")
        for row in tables[name].values()
        if (isinstance(row, Recognition) and row.publish == "hold")
        or (isinstance(row, Place) and row.grade == "candidate")
        or (isinstance(row, SupervisionEntry) and not _is_open(row, as_of))
    }


def _withdrawn(tables: Mapping[str, Rows]) -> dict[str, str]:
    """Return the withdrawal of every row that was withdrawn, by the row's id."""
    return {row.row: row.id for row in tables["withdrawals"].values() if isinstance(row, Withdrawal)}


def _is_open(entry: SupervisionEntry, as_of: date) -> bool:
    return (
        entry.disclosure == "public"
        and (entry.public_from is None or entry.public_from.last <= as_of)
        and (entry.public_until is None or entry.public_until.last >= as_of)
    )


def _later(tables: Mapping[str, Rows], cases: Mapping[str, Case], on: date) -> set[str]:
    """Lists, events, figures and cases of a day after `on`."""
    out: set[str] = set()
    for name in ("lists", "events", "claims"):
        for row in tables[name].values():
            if isinstance(row, OfficialList):
                later = row.published.first > on if row.published else (row.list_year or 0) > on.year
            elif isinstance(row, Event):
                later = row.date.first > on
            else:
                when = (row.as_of or row.period_to) if isinstance(row, Claim) else None
                later = when is not None and when.first > on
            if later:
                out.add(row.id)
    return out | {i for i, case in cases.items() if case.published.first > on}


def _closed(causes: Causes, named: Mapping[str, set[str]], followers: Followers) -> Causes:
    """Return `causes` with every row that must go with those in it, and why.

    A unit goes with the last row that names it: publishing the unit would publish the row.
    """
    causes = _spread(causes, followers)
    while units := {u: rows for u, rows in named.items() if u not in causes and causes.keys() >= rows}:
        reasons = {u: max(causes[row] for row in rows) for u, rows in units.items()}
        causes = _spread({**causes, **reasons}, followers)
    return causes


def _named(tables: Mapping[str, Rows]) -> dict[str, set[str]]:
    """Return the rows of lists that name a unit, by the unit; a product's rows name its maker too."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in tables["recognitions"].values():
        if not isinstance(row, Recognition):
            continue
        product = tables["products"].get(row.product)
        owner = product.enterprise if isinstance(product, Product) else ""
        for subject in (row.enterprise, row.park, row.product, owner):
            if subject:
                found[subject].add(row.id)
    return found


def _followers(tables: Mapping[str, Rows], cases: Mapping[str, Case]) -> Followers:
    """Return the rows and cases that cannot be shown without a row, by its id: by a hard reference."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for table in table_schema.tables().values():
        hard = [f.name for f in table.fields if f.references and not f.soft]
        if table.name in ("withdrawals", "tombstones", "redirects"):
            continue
        for row in tables[table.name].values():
            for name in hard:
                target = getattr(row, name)
                if target:
                    found[target].append(row.id)
    for case in cases.values():
        found[case.subject].append(case.id)
    return found


def _spread(causes: Causes, followers: Followers) -> dict[str, str]:
    """Return `causes` with every row that follows one in it, for the same cause."""
    out = dict(causes)
    waiting = list(out)
    while waiting:
        row = waiting.pop()
        for follower in followers.get(row, ()):
            if follower not in out:
                out[follower] = out[row]
                waiting.append(follower)
    return out


def _open(table: str, row: Record, out: Causes) -> Record:
    """Return the row with those cells blank that may not be published."""
    changes = {}
    for f in _guarded(table):
        value = getattr(row, f.name)
        if value and (f.internal or not f.is_public(row) or (f.soft and value in out)):
            changes[f.name] = "" if isinstance(value, str) else None
    return dataclasses.replace(row, **changes) if changes else row  # type: ignore[arg-type]


@cache
def _guarded(table: str) -> tuple[Field, ...]:
    """Fields whose cells are not always published."""
    fields = table_schema.tables()[table].fields
    return tuple(f for f in fields if f.internal or f.soft or f.published_if[0])


class PublishedFiles(Mapping[str, bytes]):
    """The CSV of every table as it may be published, made when it is asked for: a check asks for none.

    A table with nothing to leave out is passed on byte for byte; any other is written anew without internal
    columns, `x_` columns, rows kept back and references to them.
    """

    def __init__(
        self,
        loaded: Mapping[str, LoadedTable],
        checked: Mapping[str, CheckedTable],
        kept: Mapping[str, Rows],
    ) -> None:
        self._loaded = loaded
        self._checked = checked
        self._kept = kept
        self._made: dict[str, bytes] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(table_schema.tables())

    def __len__(self) -> int:
        return len(table_schema.tables())

    def __getitem__(self, name: str) -> bytes:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> bytes:
        names = [f.name for f in table_schema.tables()[name].fields if not f.internal]
        given, checked = self._loaded.get(name), self._checked[name]
        if given is None or not checked.columns:
            return (",".join(names) + "\n").encode()
        rows = self._kept[name]
        untouched = all(rows.get(record.id) is record for record in checked.records)
        whole = untouched and list(checked.header) == names and is_utf8(given.encoding)
        return given.data if whole else _write(given, names, rows)


def _write(given: LoadedTable, names: list[str], rows: Rows) -> bytes:
    """Write the rows of a view as CSV, each cell as its file has it unless the view has it blank."""
    sheet = given.sheet()
    guarded = {f.name for f in _guarded(given.schema.name)}
    columns = [(sheet.header.index(name), name, name in guarded) for name in names]
    lines: list[list[str]] = [names]
    for _, cells in sheet.rows:
        row = rows.get(cells[sheet.key])
        if row is not None:
            lines.append([cells[at] if not g or getattr(row, name) else "" for at, name, g in columns])
    return csv_text(lines).encode()
