"""What 统计速查 is asked: the dates and areas that have an answer, where it is, the way from one to another.

The city has a page for the edition's date and every year's end before it; an area within it, for those of
these days on which the register holds units confirmed to lie there or a figure was published for it. Any
other day is worked out in the browser, on the page of the city at the edition's date (assets/answers/).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.formats.dates import year_end
from generator.register.ledger import AXES
from generator.register.totals import Tally
from generator.schema.records import Area, Scheme
from generator.site.document import Chooser, Fact, Facts, Inline
from generator.site.sections.figures import latest_total
from generator.site.site import Edition

FOLDER = "answers"


@dataclass(frozen=True, slots=True)
class Question:
    """A date and an area."""

    on: date
    area: str
    """Id of the area; the city's own for the whole of it."""

    def token(self, edition: Edition) -> str:
        """Return the last folder of its address; empty for the city at the edition's date."""
        area = "" if self.area == edition.catalog.portal.area else self.area
        day = "" if self.on == edition.on else self.on.isoformat()
        return "-".join(part for part in (area, day) if part)

    def address(self, edition: Edition) -> str:
        """Return the address of its page."""
        token = self.token(edition)
        return f"{FOLDER}/{token}/" if token else f"{FOLDER}/"


def questions(edition: Edition) -> list[Question]:
    """Return every date and area that has a page, area by area, the city at the edition's date first."""
    city = edition.catalog.portal.area
    starts = [
        day.year for s in edition.ledger.spells if (day := s.start["list_year"] or s.start["published"])
    ]
    years = range(edition.on.year - 1, min(starts, default=edition.on.year) - 1, -1)
    days = [edition.on, *(year_end(year) for year in years)]
    found = [Question(day, city) for day in days]
    for area in _parts(edition):
        asked = (Question(day, area.id) for day in days if is_there(edition, area.id, day))
        found += [q for q in asked if q.on == edition.on or _has_answer(edition, q)]
    return found


def _parts(edition: Edition) -> Sequence[Area]:
    return edition.catalog.where(Area, "parent", edition.catalog.portal.area)


def units_in(edition: Edition, counted: Tally, asked: Question) -> tuple[str, ...]:
    """Return those units of a count that are confirmed to lie in the area on the day.

    The whole was counted once for a day, not area by area; of the city all of them are meant.
    """
    if asked.area == edition.catalog.portal.area:
        return counted.units
    return edition.by_area(counted).get(asked.area, ())


def is_there(edition: Edition, id_: str, day: date) -> bool:
    """Tell whether an area was one on a day."""
    area = edition.catalog.all(Area)[id_]
    begun = area.valid_from is None or area.valid_from.first <= day
    return begun and (area.valid_to is None or area.valid_to.last > day)


def _has_answer(edition: Edition, asked: Question) -> bool:
    for scheme in edition.catalog.all(Scheme).values():
        if latest_total(edition, scheme.category, scheme.level, asked.area, asked.on):
            return True
        for axis in AXES:
            counted = edition.tally(scheme.category, (scheme.level,), asked.on, axis)
            if asked.area in edition.by_area(counted):
                return True
    return False


def ways(edition: Edition, every: Sequence[Question], here: Question) -> tuple[Chooser, Facts]:
    """Return the way to every other answer: an area and any day to choose, and links to those with a page.

    The first page links to all of them, each other one to those of its own area: links of all to all would be
    most of the pages.
    """
    by_area: dict[str, list[Question]] = {}
    for asked in every:
        by_area.setdefault(asked.area, []).append(asked)
    asked_about = (edition.catalog.portal.area, *(a.id for a in _parts(edition)))
    areas = tuple(
        (area, edition.area_name(area), " ".join(str(q.on) for q in by_area.get(area, ())))
        for area in asked_about
    )
    chooser = Chooser(areas, here.area, here.on, edition.on, f"{FOLDER}/")
    linked = by_area if here == every[0] else {here.area: by_area[here.area]}
    facts = (Fact(edition.area_name(a), tuple(_links(edition, own, here))) for a, own in linked.items())
    return chooser, Facts(tuple(facts))


def _links(edition: Edition, own: Sequence[Question], here: Question) -> Iterator[Inline]:
    for number, asked in enumerate(own):
        if number:
            yield Inline("　")
        yield Inline(str(asked.on), to=None if asked == here else asked.address(edition))
