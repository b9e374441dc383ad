"""Limits on the rows about one thing: no register of a city reaches them, and some counts need them.

Where a unit was on a day is looked up for every list that names it, and what a list holds for every figure
about it; thousands of either would keep the check busy for minutes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import replace

from generator.package.files import limit_details
from generator.package.reading import Reading
from generator.package.tables import CheckedTable
from generator.problems.problem import Problem

ROW_LIMITS = {"places": ("unit", 500), "claims": ("list", 200)}
"""Field of a table and the most rows with one value in it; rows without a value are not counted."""


def limit_rows(table: CheckedTable) -> Reading[CheckedTable]:
    """Return the table with the rows beyond its limit moved to those that could not be read.

    Problems: LIM-001 for the first of them of each value.
    """
    name, limit = ROW_LIMITS.get(table.schema.name, ("", 0))
    counts = Counter(getattr(record, name) for record in table.records) if name else Counter()
    crowded = {value: number for value, number in counts.items() if value and number > limit}
    if not crowded:
        return table
    seen: Counter[str] = Counter()
    kept, lost = [], set(table.lost)
    for at, record in enumerate(table.records):
        value = getattr(record, name)
        seen[value] += value in crowded
        if seen[value] <= limit:
            kept.append(at)
            continue
        lost.add(record.id)
        if seen[value] == limit + 1:
            what = f"{table.schema.title('zh')}里 {name} 为 {value} 的行"
            details = limit_details(what, f"rows with {name} {value}", crowded[value], limit)
            line, column = table.lines[at], table.columns.get(name)
            yield Problem("LIM-001", table.file, line, column, name, value, details, record.id)
    records, lines = [table.records[at] for at in kept], array("l", [table.lines[at] for at in kept])
    return replace(table, records=records, lines=lines, lost=lost)
