"""ids.lock: every id ever published, so that none vanishes in silence or returns as something else.

The file is append-only: a line ``id table`` per id, written by `portal lock`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.problems import Problem

FILE = "ids.lock"
_HEAD = "# 已公布的编号，只增不改；由 portal lock 写入。\n"


def read_lock(text: str) -> dict[str, tuple[str, int]]:
    """Return the table and the line of every id in the text of a lock file."""
    found: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split()
        if len(parts) == 2 and not line.startswith("#"):
            found[parts[0]] = (parts[1], number)
    return found


def check_permanence(text: str, tables: Mapping[str, str], gone: set[str]) -> list[Problem]:
    """Compare published ids with those of today.

    `tables` names the table of every id of today, `gone` holds the ids that tombstones and redirects account
    for. Problems: REG-001 for an id that vanished, REG-002 for one that stands for something else now.
    """
    problems = []
    for id_, (table, line) in read_lock(text).items():
        now = tables.get(id_)
        if id_ in gone:
            if now not in (None, "tombstones"):
                problems.append(Problem("REG-002", FILE, line, 1, "id", id_))
        elif now is None:
            problems.append(Problem("REG-001", FILE, line, 1, "id", id_))
        elif now != table:
            problems.append(Problem("REG-002", FILE, line, 1, "id", id_))
    return problems


def extended_lock(text: str, tables: Mapping[str, str]) -> str:
    """Return the lock file's text with a line for every id that is not in it yet."""
    known = read_lock(text)
    new = sorted((table, id_) for id_, table in tables.items() if id_ not in known and table != "tombstones")
    return (text or _HEAD) + "".join(f"{id_} {table}\n" for table, id_ in new)
