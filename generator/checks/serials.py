"""A serial stands once in a section of a list, unless a remark says that the list repeats it (KEY-003)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Recognition


def check_serials(context: CheckContext) -> Iterator[Problem]:
    """Yield KEY-003 for every repeated serial without a remark."""
    seen: dict[tuple[str, str, int], Recognition] = {}
    for row in context.catalog.rows(Recognition).values():
        if row.serial is None:
            continue
        key = (row.list, row.section, row.serial)
        first = seen.setdefault(key, row)
        if first is not row and not row.remark and not first.remark:
            details = {"keys": "list、section、serial", "other": str(context.rows.line_of(first.id))}
            yield context.problem("KEY-003", row, "serial", ", ".join(map(str, key)), **details)
