"""How many: overlap-aware counts that say by which rule they were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.catalog.public_view import PublicView
from generator.register.coverage import reach
from generator.register.ledger import Axis, Ledger, ListedRow, Listing, starting
from generator.register.places import is_own, place_of, places_through, within
from generator.schema.records import OfficialList, Product, Recognition, Scheme


@dataclass(frozen=True, slots=True)
class CountQuery:
    """What is to be counted."""

    category: str
    levels: tuple[str, ...]
    """Levels that count; a unit that holds several is counted once."""
    on: date
    axis: Axis
    area: str = ""
    """Area the units must be confirmed to lie in; empty for the whole register."""
    counted: str = "subject"
    """``subject`` counts what the lists name, ``enterprise`` the enterprises behind products."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answer, with everything that was left out of it."""

    question: CountQuery
    units: tuple[str, ...]
    """Ids of the units counted, place confirmed, in order of first listing."""
    inferred: tuple[str, ...]
    """Ids whose place is not confirmed: outside every headline and every district."""
    unresolved: int
    """Rows whose unit is not identified."""
    undated: int
    """Rows left out because their list has no date on this axis, though it may be of that day or before."""
    removed: int
    """Units with confirmed place that had counted and no longer do, held by name."""
    removals_published: int
    """Removals the lists of this question announce in total, by their official counts."""
    removals_held_by_name: bool
    """Whether every removal up to the day is held by name, so that the count has deducted them all."""

    @property
    def count(self) -> int:
        """Number of units with confirmed place."""
        return len(self.units)

    @property
    def rows(self) -> int:
        """Confirmed units and unidentified rows: what a published figure is to be compared with."""
        return len(self.units) + self.unresolved


def tally(catalog: PublicView, ledger: Ledger, question: CountQuery) -> Tally:
    """Count units of one category: each once, those with unconfirmed place apart."""
    return Counting(catalog, ledger, question).on(question.on)


class _CountedListing(NamedTuple):
    """One spell of a known unit, by the axis that is asked about."""

    start: date
    end: date | None
    unit: str
    """What counts for it: itself, or the enterprise behind a product."""
    sure: bool | None
    """Whether its place is confirmed for the question, None where it lies elsewhere; before any turn."""
    turns: tuple[tuple[date, bool | None], ...]
    """The days from which that is otherwise, in order."""


class Counting:
    """A question to be asked of many days, whatever the day it names: what no day changes is found once."""

    def __init__(self, catalog: PublicView, ledger: Ledger, question: CountQuery) -> None:
        """Go through the ledger once."""
        self.axis = question.axis
        self._catalog = catalog
        self._question = question
        self._stays: list[_CountedListing] = []
        self._unresolved: list[Listing] = []
        self._undated: list[Listing] = []
        axis, counted = self.axis, unit_counted(catalog, question.counted)
        for spell in ledger.by_category.get(question.category, ()):
            if spell.row.level not in question.levels:
                continue
            start = spell.start[axis]
            if start is None:
                self._undated.append(spell)
            elif spell.subject:
                sure, *turns = _confirmed(catalog, spell, question)
                stay = _CountedListing(start, spell.end[axis], counted(spell.subject), sure[1], tuple(turns))
                self._stays.append(stay)
            elif not question.area:
                self._unresolved.append(spell)

    def on(self, day: date) -> Tally:
        """Count the units of a day."""
        question = replace(self._question, on=day)
        held: dict[str, bool] = {}
        gone: set[str] = set()
        for start, end, unit, sure, turns in self._stays:
            if start > day:
                continue
            for turn, confirmed in turns:
                if turn <= day:
                    sure = confirmed
            if end is not None and end <= day:
                if sure:
                    gone.add(unit)
            elif sure is not None and not held.get(unit):
                held[unit] = sure
        axis = self.axis
        return Tally(
            question=question,
            units=tuple([unit for unit, confirmed in held.items() if confirmed]),
            inferred=tuple([unit for unit, confirmed in held.items() if not confirmed]),
            unresolved=sum(spell.counts(day, axis) for spell in self._unresolved),
            undated=sum(_may_count(spell.start, day, axis) for spell in self._undated),
            removed=len(gone - set(held)),
            removals_published=_published_removals(self._catalog, question),
            removals_held_by_name=_removals_held(self._catalog, question),
        )


def _may_count(start: Mapping[Axis, date | None], on: date, axis: Axis) -> bool:
    """Whether what has no date on an axis may be of a day or before, by its date on the other.

    What was published is known to the day; of a list without that only the year is.
    """
    other = start["list_year" if axis == "published" else "published"]
    return other is None or other <= on or (axis == "published" and other.year <= on.year)


def has_begun(catalog: PublicView, question: CountQuery) -> bool:
    """Tell whether the first list of what is asked about was out by then: before it nothing can be counted.

    A list of unknown date that may be of that day or before is enough.
    """
    for scheme in _schemes(catalog, question):
        for official in catalog.where(OfficialList, "scheme", scheme.id):
            if official.kind == "additions" and official.stage == "final":
                start = starting(official)
                own = start[question.axis]
                if own <= question.on if own else _may_count(start, question.on, question.axis):
                    return True
    return False


def unit_counted(catalog: PublicView, counted: str) -> Callable[[str], str]:
    """Return what tells the unit that counts for a subject: itself, or the enterprise behind a product."""

    def enterprise(subject: str) -> str:
        product = catalog.row(Product, subject)
        return product.enterprise if product else subject

    return enterprise if counted == "enterprise" else lambda subject: subject


def _confirmed(catalog: PublicView, spell: Listing, question: CountQuery) -> list[tuple[date, bool | None]]:
    """Whether the unit's place is confirmed for the question, from which day; None where it lies elsewhere.

    For the whole register a row the city may publish as its own is confirmed unless its place is only
    inferred; for an area within it the place itself must be confirmed.
    """
    may_publish = spell.row.publish == "yes"
    part = question.area if question.area != catalog.settings.area else ""
    found: list[tuple[date, bool | None]] = []
    for day, place in ((date.min, None), *places_through(catalog, spell.subject)):
        sure: bool | None = is_own(may_publish, place)
        if part:
            lies = sure and place is not None and within(catalog, place.area, part)
            sure = True if lies else None
        if not found or found[-1][1] != sure:
            found.append((day, sure))
    return found


def is_confirmed(catalog: PublicView, row: Recognition | ListedRow, subject: str, on: date) -> bool:
    """Tell whether a row is the city's own: it may be published as such and its place is not inferred."""
    return is_own(row.publish == "yes", place_of(catalog, subject, on))


def _schemes(catalog: PublicView, question: CountQuery) -> list[Scheme]:
    schemes = catalog.where(Scheme, "category", question.category)
    return [s for s in schemes if s.level in question.levels]


def _published_removals(catalog: PublicView, question: CountQuery) -> int:
    total = 0
    for scheme in _schemes(catalog, question):
        for official in catalog.where(OfficialList, "scheme", scheme.id):
            on = official.published.last if official.published else None
            final = official.kind == "removals" and official.stage == "final"
            if final and on is not None and on <= question.on:
                total += official.official_count or 0
    return total


def _removals_held(catalog: PublicView, question: CountQuery) -> bool:
    reaches = [reach(catalog, s.id, catalog.settings.area).checked_until for s in _schemes(catalog, question)]
    return bool(reaches) and all(r is not None and r >= question.on for r in reaches)
