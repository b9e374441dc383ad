"""Group problems by code, file and field, and limit how many of a group are reported one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.problems.problem import Problem

MAX_PER_GROUP = 1000
"""Problems of one group that machine-readable formats list one by one (bad-inputs.md)."""
GroupKey = tuple[str, str, str | None]


def group_key(problem: Problem) -> GroupKey:
    """Return the group of a problem: its code, file and field."""
    return (problem.code, problem.file, problem.field)


def limit_groups(problems: Iterable[Problem]) -> Iterator[tuple[Problem, int]]:
    """Yield (problem, 1) for up to MAX_PER_GROUP problems of a group, then one pair for the rest of each.

    The problem of that last pair has no place and no value; the number says how many problems it stands for.
    """
    shown: Counter[GroupKey] = Counter()
    rest: Counter[GroupKey] = Counter()
    for problem in problems:
        key = group_key(problem)
        # A problem that stands for several has no place and sorts before those that have one.
        if problem.count > 1 or shown[key] == MAX_PER_GROUP:
            rest[key] += problem.count
        else:
            shown[key] += 1
            yield problem, 1
    for (code, file, name), count in sorted(rest.items(), key=str):
        yield Problem(code, file, field=name), count


def line_ranges(numbers: Iterable[int]) -> str:
    """Return line numbers as ranges: ``3、7–12``."""
    parts = []
    for _, group in groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return "、".join(parts)
