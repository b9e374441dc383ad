"""The control by which a reader sees lists and figures as they stood on an earlier day.

Here is what the page must hold of it; browser/as_of/control.js sets it to work, and without JavaScript it is
not shown. The days a reader is likely to want are those on which a list came out: its marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.register.ledger import Axis
from generator.schema.records import OfficialList, Scheme
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class DateMark:
    """A day on which lists came out."""

    on: date
    title: str
    """Which lists, in words."""
    place: str
    """Where it stands between the first day and the last, in per cent."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The control of one page."""

    on: date
    """The register's own date: the last day that may be chosen, and the one shown while none is."""
    axis: Axis
    """The axis on which the register counts."""
    first: date
    """Day of the first publication."""
    days: int
    """Days between the two."""
    marks: tuple[DateMark, ...]
    """Oldest first."""


def as_of(site: Site, category: str = "") -> AsOf | None:
    """Return the control for the lists of a category, or of all; None where none of them has a date."""
    titles: dict[date, list[str]] = {}
    for official in _lists(site, category):
        if official.published and official.published.last <= site.as_of:
            titles.setdefault(official.published.last, []).append(site.words.of(official, "title"))
    if not titles:
        return None
    first, last = min(titles), site.as_of
    days = max(1, (last - first) // timedelta(days=1))
    marks = (
        DateMark(day, _told(site, named), f"{100 * ((day - first) // timedelta(days=1)) / days:.2f}%")
        for day, named in sorted(titles.items())
    )
    return AsOf(last, site.register.axis, first, days, tuple(marks))


def _lists(site: Site, category: str) -> Iterable[OfficialList]:
    schemes = site.catalog.rows(Scheme)
    for official in site.catalog.rows(OfficialList).values():
        if not category or schemes[official.scheme].category == category:
            yield official


def _told(site: Site, titles: list[str]) -> str:
    """Name the lists of a day: one by its title, several by the first and how many they are."""
    return titles[0] if len(titles) == 1 else site.words("asof.several", title=titles[0], n=len(titles))
