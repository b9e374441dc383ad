"""How many: overlap-aware counts that say by which rule they were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.insight.coverage import reach
from generator.insight.ledger import Axis, Ledger, Spell, starting
from generator.insight.places import is_own, place_of, within
from generator.model import Catalog
from generator.records import OfficialList, Product, Recognition, Scheme


@dataclass(frozen=True, slots=True)
class Question:
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

    question: Question
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


def tally(catalog: Catalog, ledger: Ledger, question: Question) -> Tally:
    """Count units of one category: each once, those with unconfirmed place apart."""
    keys = unit_counted(catalog, question.counted)
    held: dict[str, bool] = {}
    gone: set[str] = set()
    unresolved = undated = 0
    for spell in ledger.by_category.get(question.category, ()):
        if spell.scheme.level not in question.levels:
            continue
        begins = spell.start[question.axis]
        if begins is None:
            undated += _may_count(spell.start, question.on, question.axis)
        elif not spell.subject:
            unresolved += spell.counts(question.on, question.axis) and not question.area
        elif spell.counts(question.on, question.axis):
            confirmed = _confirmed(catalog, spell, question)
            if confirmed is not None:
                key = keys(spell.subject)
                held[key] = held.get(key, False) or confirmed
        elif spell.ending and begins <= question.on and _confirmed(catalog, spell, question):
            gone.add(keys(spell.subject))
    removals = _published_removals(catalog, question)
    return Tally(
        question=question,
        units=tuple(u for u, confirmed in held.items() if confirmed),
        inferred=tuple(u for u, confirmed in held.items() if not confirmed),
        unresolved=unresolved,
        undated=undated,
        removed=len(gone - set(held)),
        removals_published=removals,
        removals_held_by_name=_removals_held(catalog, question),
    )


def _may_count(start: Mapping[Axis, date | None], on: date, axis: Axis) -> bool:
    """Whether what has no date on an axis may be of a day or before, by its date on the other.

    What was published is known to the day; of a list without that only the year is.
    """
    other = start["list_year" if axis == "published" else "published"]
    return other is None or other <= on or (axis == "published" and other.year <= on.year)


def has_begun(catalog: Catalog, question: Question) -> bool:
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


def unit_counted(catalog: Catalog, counted: str) -> Callable[[str], str]:
    """Return what tells the unit that counts for a subject: itself, or the enterprise behind a product."""

    def enterprise(subject: str) -> str:
        product = catalog.get(Product, subject)
        return product.enterprise if product else subject

    return enterprise if counted == "enterprise" else lambda subject: subject


def _confirmed(catalog: Catalog, spell: Spell, question: Question) -> bool | None:
    """Whether the unit's place is confirmed for the question; None where it lies elsewhere.

    For the whole register a row the city may publish as its own is confirmed unless its place is only
    inferred; for an area within it the place itself must be confirmed.
    """
    confirmed = is_confirmed(catalog, spell.recognition, spell.subject, question.on)
    if not question.area or question.area == catalog.portal.area:
        return confirmed
    place = place_of(catalog, spell.subject, question.on)
    if place is None or not confirmed or not within(catalog, place.area, question.area):
        return None
    return True


def is_confirmed(catalog: Catalog, row: Recognition, subject: str, on: date) -> bool:
    """Tell whether a row is the city's own: it may be published as such and its place is not inferred."""
    return is_own(row.publish == "yes", place_of(catalog, subject, on))


def _schemes(catalog: Catalog, question: Question) -> list[Scheme]:
    schemes = catalog.where(Scheme, "category", question.category)
    return [s for s in schemes if s.level in question.levels]


def _published_removals(catalog: Catalog, question: Question) -> int:
    total = 0
    for scheme in _schemes(catalog, question):
        for official in catalog.where(OfficialList, "scheme", scheme.id):
            on = official.published.last if official.published else None
            final = official.kind == "removals" and official.stage == "final"
            if final and on is not None and on <= question.on:
                total += official.official_count or 0
    return total


def _removals_held(catalog: Catalog, question: Question) -> bool:
    reaches = [reach(catalog, s.id, catalog.portal.area).checked_until for s in _schemes(catalog, question)]
    return bool(reaches) and all(r is not None and r >= question.on for r in reaches)
