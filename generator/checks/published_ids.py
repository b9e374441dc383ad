"""What was published keeps its id and its address: ids.lock, tombstones, redirects and tables agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.release.id_lock import FILE, Locked, read_lock
from generator.schema import table_schema
from generator.schema.records import Redirect, Tombstone


def check_published_ids(context: CheckContext) -> Iterator[Problem]:
    """Compare published ids with those of today, and where redirects and tombstones lead.

    Problems: REG-001 for an id that vanished, REG-002 for one that means something else now, REG-003 for a
    redirect or tombstone that leads on to another or to another kind of record, REG-004 for a damaged lock.
    """
    rows = context.rows
    locked, problems = read_lock(context.lock)
    yield from problems
    tombs = {t.id: t for t in rows.tables["tombstones"].records if isinstance(t, Tombstone)}
    moved = {r.from_id: r for r in rows.tables["redirects"].records if isinstance(r, Redirect)}
    yield from _check_tombstones(tombs, moved, locked, context)
    yield from _check_redirects(tombs, moved, locked, context)
    for id_, (table, line) in locked.items():
        now = rows.owner(id_)
        if id_ in tombs or id_ in moved or now == table:
            continue
        if now is None and not rows.could_hold(id_, table_schema.ANY):
            yield Problem("REG-001", FILE, line, 1, "id", id_)
        elif now == "cases":
            yield Problem("REG-002", f"docs/cases/{id_}.md", 1, None, "id", id_)
        elif now is not None:
            yield Problem("REG-002", rows.tables[now].file, rows.line_of(id_), 1, "id", id_)


def _check_tombstones(
    tombs: Mapping[str, Tombstone],
    moved: Mapping[str, Redirect],
    locked: Mapping[str, Locked],
    context: CheckContext,
) -> Iterator[Problem]:
    for row in tombs.values():
        other_kind = row.id in locked and locked[row.id].table != row.kind
        if other_kind and context.rows.owner(row.id) == "tombstones":
            yield context.problem("REG-002", row, "kind", row.kind)
        if row.replaced_by in tombs or row.replaced_by in moved:
            yield context.problem("REG-003", row, "replaced_by", row.replaced_by)


def _check_redirects(
    tombs: Mapping[str, Tombstone],
    moved: Mapping[str, Redirect],
    locked: Mapping[str, Locked],
    context: CheckContext,
) -> Iterator[Problem]:
    rows = context.rows
    for old, row in moved.items():
        if rows.owner(row.id) != "redirects":
            continue
        if rows.owner(old):
            yield context.problem("REG-002", row, "from_id", old)
        other_kind = old in locked and rows.owner(row.to_id) not in (None, locked[old].table)
        if row.to_id in tombs or row.to_id in moved or other_kind:
            yield context.problem("REG-003", row, "to_id", row.to_id)
