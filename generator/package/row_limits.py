"""How many rows may be about one thing: bounds that no register of a city reaches and that some counts need.

Where a unit was on a day is looked up for every list that names it, and what a list holds for every figure
about it; thousands of either would keep the check busy for minutes.
"""

from __future__ import annotations

from collections import Counter

from generator.package.files import limit_details
from generator.package.tables import Checked, CheckedTable
from generator.problems.problem import Problem

CROWDS = {("places", "unit"): 500, ("claims", "list"): 200}
"""Most rows with one value, by table and field; rows without a value are not counted."""


def check_crowds(checked: Checked) -> None:
    """Take the rows beyond a bound out of their table, as rows that could not be read.

    Problems: LIM-001 for the first of them of each value.
    """
    for (table, name), limit in CROWDS.items():
        result = checked.tables[table]
        counts = Counter(getattr(record, name) for record in result.records)
        crowded = {value: n for value, n in counts.items() if value and n > limit}
        if crowded:
            _cut(result, name, limit, crowded, checked)


def _cut(result: CheckedTable, name: str, limit: int, crowded: dict[str, int], checked: Checked) -> None:
    seen: Counter[str] = Counter()
    kept = []
    for at, record in enumerate(result.records):
        value = getattr(record, name)
        seen[value] += value in crowded
        if seen[value] <= limit:
            kept.append(at)
            continue
        result.lost.add(record.id)
        if seen[value] == limit + 1:
            what = f"{result.schema.title('zh')}里 {name} 为 {value} 的行"
            details = limit_details(what, f"rows with {name} {value}", crowded[value], limit)
            column = result.columns.get(name)
            problem = Problem(
                "LIM-001", result.file, result.lines[at], column, name, value, details, record.id
            )
            checked.problems.append(problem)
    result.records[:] = [result.records[at] for at in kept]
    result.lines[:] = type(result.lines)("l", [result.lines[at] for at in kept])
