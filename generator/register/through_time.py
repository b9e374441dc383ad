"""One question on every day at once: a sweep over everything that changes an answer.

`totals.tally` goes through all spells for one day and names the units. Where many days are asked about, one
claim after another, only the numbers are wanted, and this gives the same ones; a test holds the two together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from generator.catalog.public_view import PublicView
from generator.register.ledger import Ledger
from generator.register.places import is_own, places_through, within
from generator.register.totals import CountQuery, unit_counted
from generator.schema.records import Place


class Counts(NamedTuple):
    """What the register holds on a day."""

    rows: int
    """Units with confirmed place, each once, and rows whose unit is not identified."""
    inferred: int
    """Units whose place is not confirmed."""


class Tenure(NamedTuple):
    """One spell of a unit, by the axis that is asked about."""

    start: date
    end: date | None
    own: bool
    """Whether the city may publish the row as its own."""


class ThroughTime:
    """The counts of a question on every day, whatever the day it names."""

    def __init__(self, catalog: PublicView, ledger: Ledger, question: CountQuery) -> None:
        """Sweep the ledger once."""
        self._catalog = catalog
        self._area = question.area if question.area != catalog.settings.area else ""
        self._lies: dict[str, bool] = {}
        steps: defaultdict[date, list[int]] = defaultdict(lambda: [0, 0])
        stays: defaultdict[str, list[Tenure]] = defaultdict(list)
        counted = unit_counted(catalog, question.counted)
        for spell in ledger.spells:
            start, end = spell.start[question.axis], spell.end[question.axis]
            if spell.row.category != question.category or spell.row.level not in question.levels:
                continue
            if start is None or (end is not None and end <= start):
                continue
            if spell.subject:
                stays[counted(spell.subject)].append(Tenure(start, end, spell.row.publish == "yes"))
            elif not question.area:
                steps[start][0] += 1
                if end is not None:
                    steps[end][0] -= 1
        for unit, found in stays.items():
            for day, rows, inferred in self._turns(unit, found):
                steps[day][0] += rows
                steps[day][1] += inferred
        self._days = sorted(steps)
        self._rows = list(accumulate(steps[day][0] for day in self._days))
        self._inferred = list(accumulate(steps[day][1] for day in self._days))

    def on(self, day: date) -> Counts:
        """Return the counts on a day."""
        at = bisect_right(self._days, day) - 1
        return Counts(self._rows[at], self._inferred[at]) if at >= 0 else Counts(0, 0)

    def _turns(self, unit: str, stays: Iterable[Tenure]) -> Iterable[tuple[date, int, int]]:
        """Yield the days on which a unit begins or ends to count, and what that changes."""
        changes: defaultdict[date, list[int]] = defaultdict(lambda: [0, 0])
        for start, end, own in stays:
            changes[start][0] += 1
            changes[start][1] += own
            if end is not None:
                changes[end][0] -= 1
                changes[end][1] -= own
        moves = dict(places_through(self._catalog, unit))
        standing = own_rows = 0
        place: Place | None = None
        before = Counts(0, 0)
        for day in sorted({*changes, *moves}):
            more, more_own = changes.get(day, (0, 0))
            standing, own_rows = standing + more, own_rows + more_own
            place = moves.get(day, place)
            now = self._state(standing, own_rows, place)
            if now != before:
                yield day, now.rows - before.rows, now.inferred - before.inferred
            before = now

    def _state(self, standing: int, own_rows: int, place: Place | None) -> Counts:
        """How a unit counts that stands in so many rows, so many of them the city's own, at a place."""
        sure = is_own(own_rows > 0, place)
        if self._area:
            return Counts(int(sure and place is not None and self._inside(place.area)), 0)
        return Counts(int(sure), int(standing > 0 and not sure))

    def _inside(self, area: str) -> bool:
        if area not in self._lies:
            self._lies[area] = within(self._catalog, area, self._area)
        return self._lies[area]
