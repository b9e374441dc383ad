"""The ledger: which unit stood on which list from when to when, computed from dated events.

A recognition is an event, not an attribute. Two axes: *published* counts a row from the day its list was
published, *list_year* from 31 December of the list's year (data-model.md, Subjects, rows of lists, time).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from generator.catalog.rows import RowStore
from generator.formats.dates import PartialDate, year_end
from generator.register.coverage import reach
from generator.register.subjects import subject_of
from generator.schema.records import Event, OfficialList, Recognition, Scheme

Axis = Literal["published", "list_year"]
AXES: tuple[Axis, ...] = ("list_year", "published")
"""Both axes in the order in which they are told."""
T = TypeVar("T")
Ending = Literal["", "removed", "succeeded"]
LEVELS = ("municipal", "provincial", "national")
"""Levels from the lowest to the highest."""


_ENDLESS: Mapping[Axis, date | None] = {"published": None, "list_year": None}


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list of additions as plain values, with what its list and its scheme say of it."""

    id: str
    """Id of the recognition."""
    list: str
    scheme: str
    category: str
    level: str
    stage: str
    list_year: int | None
    published: PartialDate | None
    publish: str
    """Whether the row itself gives the unit to the register's own area."""
    evaluator: str
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One stay of a unit on a list, from its listing to its removal or succession."""

    row: ListedRow
    subject: str
    """Id of the enterprise, park or product; empty where the unit is not yet identified."""
    start: Mapping[Axis, date | None]
    """First day it counts, by axis; None where the axis has no date for it."""
    end: Mapping[Axis, date | None]
    """First day it no longer counts, by axis; None while nothing ended it."""
    ending: Ending = ""
    ended_by: str = ""
    """Id of the removal list or event that ended it."""
    successor: str = ""

    @property
    def entered(self) -> date | None:
        """Day it was published, the end of its list year where that is not known; None where neither is."""
        return self.start["published"] or self.start["list_year"]

    def counts(self, on: date, axis: Axis) -> bool:
        """Tell whether the spell counts on a day, by an axis."""
        start, end = self.start[axis], self.end[axis]
        return start is not None and start <= on and (end is None or on < end)

    def begun(self, on: date) -> bool:
        """Tell whether it had been published by a day; a row of unknown publication by its list year."""
        return self.entered is not None and self.entered <= on

    def ended(self, on: date) -> bool:
        """Tell whether it had ended by a day."""
        end = self.end["published"]
        return end is not None and end <= on


@dataclass(frozen=True, slots=True)
class Announcement:
    """A row of a recommended or publicity list; it counts on no axis."""

    row: ListedRow
    subject: str

    def known(self, on: date) -> bool:
        """Return True if it was known on a day."""
        return is_out(self.row, on)


@dataclass(frozen=True)
class Ledger:
    """Every spell and every notice of a catalog."""

    spells: tuple[Listing, ...]
    notices: tuple[Announcement, ...]
    by_subject: Mapping[str, tuple[Listing, ...]]
    notices_by_subject: Mapping[str, tuple[Announcement, ...]]
    checked: Mapping[str, date | None]
    """Day up to which removals of each scheme are all held for the register's own area."""

    @cached_property
    def by_category(self) -> Mapping[str, tuple[Listing, ...]]:
        """Spells by their category, in the order of all: counts are asked for by the hundred."""
        found: defaultdict[str, list[Listing]] = defaultdict(list)
        for spell in self.spells:
            found[spell.row.category].append(spell)
        return {category: tuple(spells) for category, spells in found.items()}

    def of(self, subject: str, category: str = "") -> tuple[Listing, ...]:
        """Return a unit's spells, of one category or of all, in order of their beginning."""
        found = self.by_subject.get(subject, ())
        return tuple(s for s in found if not category or s.row.category == category)


def starting(official: OfficialList) -> dict[Axis, date | None]:
    """Return the first day on which the rows of a list count, by axis; None where it has no date for it."""
    return {
        "published": official.published.last if official.published else None,
        "list_year": year_end(official.list_year) if official.list_year else None,
    }


def is_out(official: OfficialList | ListedRow, on: date) -> bool:
    """Tell whether a list had come out by a day; one without any date counts as out.

    Of unknown publication, a final list came out at the end of its year, a notice at any time in it.
    """
    if official.published is not None:
        return official.published.last <= on
    if official.list_year is None:
        return True
    return official.list_year <= on.year if official.stage != "final" else year_end(official.list_year) <= on


def build_ledger(catalog: RowStore) -> Ledger:
    """Compute the ledger of a catalog from its lists, recognitions and events."""
    removals = _removals(catalog)
    spells: list[Listing] = []
    notices: list[Announcement] = []
    starts: dict[str, dict[Axis, date | None]] = {}
    for row in catalog.rows(Recognition).values():
        official = catalog.row(OfficialList, row.list)
        scheme = catalog.row(Scheme, official.scheme) if official else None
        if official is None or scheme is None or official.kind != "additions":
            continue
        listed, subject = _listed(row, official, scheme), subject_of(row)
        if official.stage == "final":
            if official.id not in starts:
                starts[official.id] = starting(official)
            spells.extend(_spells(catalog, listed, subject, starts[official.id], removals))
        else:
            notices.append(Announcement(listed, subject))
    by_subject: defaultdict[str, list[Listing]] = defaultdict(list)
    for spell in sorted(spells, key=lambda s: s.entered or date.max):
        if spell.subject:
            by_subject[spell.subject].append(spell)
    told: defaultdict[str, list[Announcement]] = defaultdict(list)
    for notice in notices:
        if notice.subject:
            told[notice.subject].append(notice)
    area = catalog.settings.area
    checked = {scheme: reach(catalog, scheme, area).checked_until for scheme in catalog.rows(Scheme)}
    return Ledger(tuple(spells), tuple(notices), _frozen(by_subject), _frozen(told), checked)


def _listed(row: Recognition, official: OfficialList, scheme: Scheme) -> ListedRow:
    return ListedRow(
        row.id,
        official.id,
        scheme.id,
        scheme.category,
        scheme.level,
        official.stage,
        official.list_year,
        official.published,
        row.publish,
        row.evaluator,
        row.source,
    )


def _frozen(groups: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(items) for key, items in groups.items()}


@dataclass(frozen=True, slots=True)
class _ListingChange:
    """Something that ends or reopens a spell."""

    kind: Literal["removed", "succeeded", "restored"]
    on: Mapping[Axis, date]
    by: str
    successor: str = ""
    of: str = ""
    """Unit that it names; empty where it tells of the row itself, whoever holds that."""


def _dates(official: OfficialList | None, own: date | None) -> dict[Axis, date] | None:
    """Dates of a change: by publication that of its list, else its own; by list year that of its list."""
    published = official.published.last if official and official.published else own
    year = year_end(official.list_year) if official and official.list_year else published
    if published is None:
        published = year
    return {"published": published, "list_year": year} if published and year else None


def _removals(catalog: RowStore) -> dict[tuple[str, str], list[_ListingChange]]:
    """Return the removals by rows of removal lists, by unit and scheme."""
    found: defaultdict[tuple[str, str], list[_ListingChange]] = defaultdict(list)
    for official in catalog.rows(OfficialList).values():
        if official.kind != "removals" or official.stage != "final":
            continue
        on = _dates(official, official.dated.last if official.dated else None)
        for row in catalog.where(Recognition, "list", official.id):
            subject = subject_of(row)
            if on and subject:
                found[subject, official.scheme].append(_ListingChange("removed", on, official.id, of=subject))
    return found


def _changes(
    catalog: RowStore,
    row: ListedRow,
    subject: str,
    removals: Mapping[tuple[str, str], list[_ListingChange]],
) -> Iterable[_ListingChange]:
    """Yield what may end or reopen a row's stays: what is said of the row, and of each that ever held it."""
    events = catalog.where(Event, "recognition", row.id)
    heirs = (e.successor for e in events if e.type == "succeeded" and e.successor)
    for holder in dict.fromkeys((subject, *heirs)):
        yield from removals.get((holder, row.scheme), ())
    for event in events:
        if event.type not in ("removed", "restored", "succeeded"):
            continue
        if event.type == "succeeded" and not event.successor:
            continue
        on = _dates(catalog.row(OfficialList, event.list), event.date.last)
        if on:
            kind: Literal["removed", "succeeded", "restored"] = event.type  # type: ignore[assignment]
            yield _ListingChange(kind, on, event.list or event.id, event.successor)


def _spells(
    catalog: RowStore,
    row: ListedRow,
    subject: str,
    start: Mapping[Axis, date | None],
    removals: Mapping[tuple[str, str], list[_ListingChange]],
) -> list[Listing]:
    first = Listing(row, subject, start, _ENDLESS)
    if (subject, row.scheme) not in removals and not catalog.where(Event, "recognition", row.id):
        return [first]
    open_spell: Listing | None = first
    done: list[Listing] = []
    changes = _changes(catalog, row, subject, removals)
    for change in sorted(changes, key=lambda c: (c.on["published"], c.kind)):
        if first.entered is not None and change.on["published"] < first.entered:
            continue
        if change.of and open_spell is not None and change.of != open_spell.subject:
            continue  # a list names one who does not hold the row then: not yet, or no longer
        if change.kind == "restored" and open_spell is None and done:
            last = done[-1]
            open_spell = replace(last, start=change.on, end=_ENDLESS)
            open_spell = replace(open_spell, ending="", ended_by="", successor="")
        elif change.kind != "restored" and open_spell is not None:
            ended = replace(open_spell, end=change.on, ending=change.kind, ended_by=change.by)
            done.append(replace(ended, successor=change.successor))
            open_spell = None
            if change.kind == "succeeded":
                open_spell = Listing(row, change.successor, change.on, _ENDLESS)
    return [*done, open_spell] if open_spell else done
