"""Readers yield the problems of what they read and return what they read; here is how they are run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from typing import TypeVar

from generator.problems.grouping import GroupKey, group_key
from generator.problems.problem import Problem

MAX_KEPT = 3_000
"""Problems of one code, file and field that are kept one by one while data is read; more are counted."""
T = TypeVar("T")
Reading = Generator[Problem, None, T]
"""A reader: yields problems, and returns what it read."""


class GroupCounter:
    """Counts problems by group, so that millions of them in a hostile file take no memory."""

    def __init__(self) -> None:
        self._counts: Counter[GroupKey] = Counter()

    def admits(self, code: str, file: str, field: str | None, count: int = 1) -> bool:
        """Count `count` problems; return True while there are at most MAX_KEPT of their group."""
        key = (code, file, field)
        self._counts[key] += count
        return self._counts[key] <= MAX_KEPT

    def rest(self) -> list[Problem]:
        """Return one problem without a place for all those of a group that were not admitted."""
        return [
            Problem(code, file, field=field, count=count - MAX_KEPT)
            for (code, file, field), count in self._counts.items()
            if count > MAX_KEPT
        ]


def capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield at most MAX_KEPT problems of each group, then one problem for the others of the group."""
    counter = GroupCounter()
    for problem in problems:
        if counter.admits(*group_key(problem), problem.count):
            yield problem
    yield from counter.rest()


def collect(reading: Reading[T]) -> tuple[T, tuple[Problem, ...]]:
    """Run a reader to its end; return what it read, and its problems, capped."""
    results = []

    def problems() -> Iterator[Problem]:
        results.append((yield from reading))

    kept = tuple(capped(problems()))
    return results[0], kept
