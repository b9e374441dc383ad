"""What a unit's standing is on a day, asserted only as far as changes were checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.catalog.public_view import PublicView
from generator.register.ledger import LEVELS, Announcement, Ledger, Listing
from generator.register.subjects import subject_of
from generator.schema.records import Category, OfficialList, Recognition


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's status in one category or scheme on a day."""

    status: str
    """Key of the status labels: listed, listed_unverified, removed, succeeded, category_closed, publicity,
    publicity_open, recommended or unknown."""
    level: str
    """Level of the recognition the status is about; empty where there is none."""
    checked_until: date | None
    """Day up to which removals of that scheme were checked."""
    spell: Listing | None
    notice: Announcement | None
    path: tuple[str, ...]
    """Levels held so far, in the order in which they were first entered."""


def standing(catalog: PublicView, ledger: Ledger, subject: str, category: str, on: date) -> Standing:
    """Return a unit's standing in a category on a day.

    It comes from the highest recognition current that day, else from the last one, else from the last notice
    (data-model.md, Subjects and Status).
    """
    begun = [s for s in ledger.of(subject, category) if s.begun(on)]
    path = _path(begun)
    current = [s for s in begun if not s.ended(on)]
    if current:
        spell = max(current, key=lambda s: LEVELS.index(s.row.level))
        checked = ledger.checked[spell.row.scheme]
        return Standing(
            _current_status(catalog, spell, on, checked), spell.row.level, checked, spell, None, path
        )
    if begun:
        spell = max(begun, key=lambda s: s.end["published"] or date.min)
        checked = ledger.checked[spell.row.scheme]
        status = "succeeded" if spell.ending == "succeeded" else "removed"
        return Standing(status, spell.row.level, checked, spell, None, path)
    notices = [n for n in ledger.notices_by_subject.get(subject, ()) if n.row.category == category]
    return _noticed(catalog, notices, on, path)


def _path(spells: Iterable[Listing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.row.level for s in spells))


def _current_status(catalog: PublicView, spell: Listing, on: date, checked: date | None) -> str:
    if checked is None or on > checked:
        return "listed_unverified"
    category = catalog.row(Category, spell.row.category)
    closed = category.valid_to.last if category and category.valid_to else None
    return "category_closed" if closed is not None and closed < on else "listed"


def _noticed(catalog: PublicView, notices: list[Announcement], on: date, path: tuple[str, ...]) -> Standing:
    known = [n for n in notices if n.known(on)]
    if not known:
        return Standing("unknown", "", None, None, None, path)
    last = max(known, key=lambda n: n.row.published.last if n.row.published else date.min)
    if last.row.stage == "recommended":
        status = "recommended"
    else:
        followed = followed_on(catalog, catalog.rows(OfficialList)[last.row.list])
        status = "publicity_open" if followed is not None and followed <= on else "publicity"
    return Standing(status, last.row.level, None, None, last, path)


def followed_on(catalog: PublicView, official: OfficialList) -> date | None:
    """Return the day on which a final list came out that makes a notice no longer the latest word.

    It is one that says so (`follows`), or one of the same scheme and list year; None while there is none.
    """
    days = [
        x.published.last
        for x in catalog.where(OfficialList, "scheme", official.scheme)
        if (x.follows == official.id or (x.list_year is not None and x.list_year == official.list_year))
        and x.stage == "final"
        and x.kind == "additions"
        and x.published is not None
    ]
    return min(days, default=None)


def row_status(catalog: PublicView, ledger: Ledger, row: Recognition, on: date) -> str:
    """Return the status of one row of a list on a day; ``unresolved`` where its unit is not identified."""
    subject = subject_of(row)
    if not subject:
        return "unresolved"
    spells = [s for s in ledger.of(subject) if s.row.id == row.id]
    if spells:
        begun = [s for s in spells if s.begun(on)]
        current = [s for s in begun if not s.ended(on)]
        if current:
            checked = ledger.checked[current[-1].row.scheme]
            return _current_status(catalog, current[-1], on, checked)
        if begun:
            return begun[-1].ending or "removed"
    notices = [n for n in ledger.notices_by_subject.get(subject, ()) if n.row.id == row.id]
    return _noticed(catalog, notices, on, ()).status if notices else "unknown"
