"""ids.lock: every id that was published, so that it keeps its meaning and its address.

`ids.lock` has a line ``id table`` for every id ever published, in the order in which they were first locked;
`portal lock` appends to it and nothing else may change it. That it was not cut is seen beside an earlier
version of the file (`portal lock --base`), which the commit before holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.catalog.public_view import PublicView
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


def published_ids(catalog: PublicView) -> Iterator[tuple[str, str]]:
    """Yield (table, id) of everything that a site of the catalog has an address or a row for."""
    for name, rows in catalog.tables.items():
        yield from ((name, id_) for id_ in rows if name != "tombstones")
    yield from (("cases", id_) for id_ in catalog.cases)
    yield from ((row.table, id_) for id_, row in catalog.withdrawn.items())
    yield from ((tomb.kind, tomb.id) for tomb in catalog.rows(Tombstone).values())
    for moved in catalog.rows(Redirect).values():
        table = catalog.table_of(moved.to_id)
        if table:
            yield table, moved.from_id


def extended_lock(text: str, catalog: PublicView) -> str:
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
