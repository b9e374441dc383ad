"""What each list brought: units added, renamed and removed, and how many there were before and after.

By date of publication and by name; reasons as printed and never guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.catalog.public_view import PublicView
from generator.formats.dates import PartialDate
from generator.register.ledger import Ledger, Listing
from generator.register.subjects import subject_of
from generator.register.totals import is_confirmed
from generator.schema.records import Event, OfficialList, Recognition, Scheme

What = Literal["added", "renamed", "removed", "restored", "succeeded"]
_BY_KIND: dict[str, What] = {"additions": "added", "removals": "removed", "renames": "renamed"}
_BY_EVENT: dict[str, What] = {
    "removed": "removed",
    "renamed": "renamed",
    "restored": "restored",
    "succeeded": "succeeded",
}


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One unit that a list or an event brought, renamed or took away."""

    what: What
    subject: str
    """Id of the unit; empty where it is not identified."""
    name: str
    """Name as the row prints it; empty for an event without a row of its own."""
    reason: str
    """Reason as printed; empty where the notice gives none."""
    word: str
    """Word as printed."""
    successor: str
    confirmed: bool
    """Whether the unit's place is confirmed, so that it enters the counts."""


@dataclass(frozen=True, slots=True)
class ListRelease:
    """Everything that was published of one scheme on one day."""

    on: PartialDate | None
    """Date of publication; None where it is not known."""
    scheme: Scheme
    lists: tuple[OfficialList, ...]
    changes: tuple[UnitChange, ...]
    before: int | None
    """Units with confirmed place the day before; None where the day is not known, or was not published."""
    after: int | None
    """Units with confirmed place on the day; None likewise."""

    def of(self, what: What) -> tuple[UnitChange, ...]:
        """Return the changes of one kind."""
        return tuple(c for c in self.changes if c.what == what)


@dataclass(slots=True)
class _Draft:
    on: PartialDate | None
    scheme: Scheme
    lists: list[OfficialList] = field(default_factory=list)
    changes: list[UnitChange] = field(default_factory=list)


def rounds(catalog: PublicView, ledger: Ledger) -> list[ListRelease]:
    """Return every round up to the catalog's date, the latest first, those of unknown date last."""
    drafts = _drafts(catalog)
    held = HeldOverTime(catalog, ledger)
    found = []
    for draft in drafts:
        day = draft.on.last if draft.on and not any(map(_counts_elsewhen, draft.lists)) else None
        before = held.before(draft.scheme.id, day) if day else None
        after = held.on(draft.scheme.id, day) if day else None
        found.append(
            ListRelease(draft.on, draft.scheme, tuple(draft.lists), tuple(draft.changes), before, after)
        )
    order = list(catalog.rows(Scheme))
    found.sort(key=lambda r: order.index(r.scheme.id))
    return sorted(found, key=lambda r: r.on.last if r.on else date.min, reverse=True)


def _counts_elsewhen(official: OfficialList) -> bool:
    """Whether the rows of a list count from another day than the one it is told under."""
    return official.kind == "additions" and official.published is None


def _drafts(catalog: PublicView) -> Iterable[_Draft]:
    drafts: dict[tuple[str, str], _Draft] = {}

    def draft(on: PartialDate | None, scheme: Scheme) -> _Draft:
        key = (on.text if on else "", scheme.id)
        return drafts.setdefault(key, _Draft(on, scheme))

    for official in catalog.rows(OfficialList).values():
        scheme = catalog.row(Scheme, official.scheme)
        day = official.published or official.dated
        if scheme is None or official.stage != "final" or (day and day.last > catalog.as_of):
            continue
        found = draft(day, scheme)
        found.lists.append(official)
        found.changes.extend(_of_list(catalog, official))
    for event in catalog.rows(Event).values():
        row = catalog.row(Recognition, event.recognition)
        listed = catalog.row(OfficialList, row.list) if row else None
        scheme = catalog.row(Scheme, listed.scheme) if listed else None
        if row is None or scheme is None or event.list or event.type not in _BY_EVENT:
            continue
        if event.date.last <= catalog.as_of:
            draft(event.date, scheme).changes.append(_of_event(catalog, event, row))
    return drafts.values()


def _of_list(catalog: PublicView, official: OfficialList) -> Iterator[UnitChange]:
    """Yield the rows of a list, with the reason and word of the event that tells of the same unit; then the
    events of the list that have no row there."""
    told: dict[str, tuple[Event, Recognition]] = {}
    by_unit: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in catalog.where(Event, "list", official.id):
        row = catalog.row(Recognition, event.recognition)
        if row is not None and event.type in _BY_EVENT:
            told[event.id] = (event, row)
            by_unit[_unit(row)].append(event)
    what = _BY_KIND[official.kind]
    for row in catalog.where(Recognition, "list", official.id):
        subject = subject_of(row)
        events = by_unit[_unit(row)] if what != "added" and any(_unit(row)) else []
        found = min(events, key=lambda event: _BY_EVENT[event.type] != what, default=None)
        if found is not None:
            events.remove(found)
            del told[found.id]
        yield UnitChange(
            what,
            subject,
            row.name_as_published,
            found.reason if found else "",
            found.word if found else "",
            found.successor if found else "",
            is_confirmed(catalog, row, subject, catalog.as_of),
        )
    for other, row in told.values():
        yield _of_event(catalog, other, row)


def _unit(row: Recognition) -> tuple[str, str]:
    """Return what tells that two rows are about one unit: its id, or the name printed while it has none."""
    subject = subject_of(row)
    return subject, "" if subject else row.name_as_published


def _of_event(catalog: PublicView, event: Event, row: Recognition) -> UnitChange:
    subject = subject_of(row)
    confirmed = is_confirmed(catalog, row, subject, catalog.as_of)
    return UnitChange(
        _BY_EVENT[event.type], subject, "", event.reason, event.word, event.successor, confirmed
    )


class HeldOverTime:
    """How many confirmed units each scheme had on any day, by publication; the days are swept once."""

    def __init__(self, catalog: PublicView, ledger: Ledger) -> None:
        """Sweep the ledger once; a unit with two rows of a scheme at a time counts once."""
        turns: defaultdict[str, list[tuple[date, int, str]]] = defaultdict(list)
        for spell in ledger.spells:
            turns[spell.row.scheme] += _turns(catalog, spell)
        self._days = {scheme: _swept(sorted(found)) for scheme, found in turns.items()}

    def on(self, scheme: str, day: date) -> int:
        """Return the number of units of a scheme at the end of a day."""
        return next((n for when, n in reversed(self._days.get(scheme, [])) if when <= day), 0)

    def before(self, scheme: str, day: date) -> int:
        """Return the number of units of a scheme at the end of the day before."""
        return next((n for when, n in reversed(self._days.get(scheme, [])) if when < day), 0)


def _turns(catalog: PublicView, spell: Listing) -> Iterator[tuple[date, int, str]]:
    start, end = spell.start["published"], spell.end["published"]
    if start is None or not spell.subject:
        return
    if is_confirmed(catalog, spell.row, spell.subject, catalog.as_of):
        yield start, 1, spell.subject
        if end is not None:
            yield end, -1, spell.subject


def _swept(turns: list[tuple[date, int, str]]) -> list[tuple[date, int]]:
    rows: Counter[str] = Counter()
    days: dict[date, int] = {}
    standing = 0
    for day, step, unit in turns:
        before = rows[unit] > 0
        rows[unit] += step
        standing += (rows[unit] > 0) - before
        days[day] = standing
    return list(days.items())
