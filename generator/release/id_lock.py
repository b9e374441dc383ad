"""What was published keeps its id and its address: ids.lock, tombstones and redirects hold to each other.

`ids.lock` has a line ``id table`` for every id ever published, in the order in which they were first locked;
`portal lock` appends to it and nothing else may change it. That it was not cut is seen beside an earlier
version of the file (`portal lock --base`), which the commit before holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.catalog.catalog import Catalog
from generator.package.tables import Checked
from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.records import Redirect, Tombstone

FILE = "ids.lock"
_HEAD = "# 已公布的编号，只增不改；由 portal lock 写入。\n"
_LINE = re.compile(r"([a-z0-9-]{1,64}) ([a-z_]+)\Z")


class Locked(NamedTuple):
    """An id as ids.lock has it."""

    table: str
    """Table it was first published in; ``cases`` for a case study."""
    line: int


def read_lock(text: str) -> tuple[dict[str, Locked], list[Problem]]:
    """Return every id of a lock file, and its lines that are damaged or contradict another (REG-004)."""
    found: dict[str, Locked] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.match(line)
        known = found.get(match[1]) if match else None
        if match and match[2] in table_schema.id_holders() and (known is None or known.table == match[2]):
            # A line that two branches have both added stands there twice once they are merged.
            found.setdefault(match[1], Locked(match[2], number))
        else:
            problems.append(Problem("REG-004", FILE, number, 1, "id", line))
    return found, problems


def check_permanence(text: str, checked: Checked) -> list[Problem]:
    """Compare published ids with those of today; what redirects and tombstones lead to is looked at as well.

    Problems: REG-001 for an id that vanished, REG-002 for one that stands for something else now, REG-003 for
    a redirect or tombstone that leads on to another or to another kind of record, REG-004 for a damaged lock.
    """
    locked, problems = read_lock(text)
    tombs = {t.id: t for t in checked.tables["tombstones"].records if isinstance(t, Tombstone)}
    moved = {r.from_id: r for r in checked.tables["redirects"].records if isinstance(r, Redirect)}
    _check_tombstones(tombs, moved, locked, checked)
    _check_redirects(tombs, moved, locked, checked)
    _told_once(checked)
    for id_, (table, line) in locked.items():
        now = checked.holder(id_)
        if id_ in tombs or id_ in moved or now == table:
            continue
        if now is None and checked.could_hold(id_, table_schema.ANY):
            continue  # it is in a file that could not be read
        if now is None:
            problems.append(Problem("REG-001", FILE, line, 1, "id", id_))
        elif now == "cases":
            problems.append(Problem("REG-002", f"docs/cases/{id_}.md", 1, None, "id", id_))
        else:
            file, line = checked.tables[now].file, checked.line_of(id_)
            problems.append(Problem("REG-002", file, line, 1, "id", id_))
    return problems


def _check_tombstones(
    tombs: Mapping[str, Tombstone],
    moved: Mapping[str, Redirect],
    locked: Mapping[str, Locked],
    checked: Checked,
) -> None:
    for row in tombs.values():
        if row.id in locked and locked[row.id].table != row.kind and checked.holder(row.id) == "tombstones":
            checked.problem("REG-002", row, "kind", row.kind)
        if row.replaced_by in tombs or row.replaced_by in moved:
            checked.problem("REG-003", row, "replaced_by", row.replaced_by)


def _check_redirects(
    tombs: Mapping[str, Tombstone],
    moved: Mapping[str, Redirect],
    locked: Mapping[str, Locked],
    checked: Checked,
) -> None:
    for old, row in moved.items():
        if checked.holder(row.id) != "redirects":
            continue
        if checked.holder(old):
            checked.problem("REG-002", row, "from_id", old)
        other_kind = old in locked and checked.holder(row.to_id) not in (None, locked[old].table)
        if row.to_id in tombs or row.to_id in moved or other_kind:
            checked.problem("REG-003", row, "to_id", row.to_id)


def _told_once(checked: Checked) -> None:
    """Drop FK-001 where REG-003 says more: an id that was changed is in no table either."""
    told = {(p.file, p.line, p.column) for p in checked.problems if p.code == "REG-003"}
    checked.problems[:] = [
        p for p in checked.problems if p.code != "FK-001" or (p.file, p.line, p.column) not in told
    ]


def published_ids(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield (table, id) of everything that a site of the catalog has an address or a row for."""
    for name, rows in catalog.tables.items():
        yield from ((name, id_) for id_ in rows if name != "tombstones")
    yield from (("cases", id_) for id_ in catalog.cases)
    yield from ((gone.table, id_) for id_, gone in catalog.withdrawn.items())
    yield from ((tomb.kind, tomb.id) for tomb in catalog.all(Tombstone).values())
    for moved in catalog.all(Redirect).values():
        table = catalog.table_of(moved.to_id)
        if table:
            yield table, moved.from_id


def extended_lock(text: str, catalog: Catalog) -> str:
    """Return the lock file's text with a line for every published id that is not in it yet."""
    known, _ = read_lock(text)
    new = sorted((table, id_) for table, id_ in published_ids(catalog) if id_ not in known)
    return (text or _HEAD) + "".join(f"{id_} {table}\n" for table, id_ in new)


def cut_from(before: str, now: str) -> list[Problem]:
    """Return REG-004 for every id of an earlier lock file that is gone from today's or is another's."""
    today, _ = read_lock(now)
    return [
        Problem("REG-004", FILE, locked.line, 1, "id", id_)
        for id_, locked in read_lock(before)[0].items()
        if id_ not in today or today[id_].table != locked.table
    ]
