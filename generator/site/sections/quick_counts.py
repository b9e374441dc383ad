"""What 统计速查 is asked: the dates and areas that have an answer, where it is, the way from one to another.

The city has a page for the site's date and every year's end before it; an area within it, for those of
these days on which the register holds units confirmed to lie there or a figure was published for it. Any
other day is worked out in the browser, on the page of the city at the site's date (browser/quick_counts/).
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
from generator.site.site import Site

FOLDER = "answers"


@dataclass(frozen=True, slots=True)
class QuickCount:
    """A date and an area."""

    on: date
    area: str
    """Id of the area; the city's own for the whole of it."""

    def token(self, site: Site) -> str:
        """Return the last folder of its address; empty for the city at the site's date."""
        area = "" if self.area == site.catalog.settings.area else self.area
        day = "" if self.on == site.as_of else self.on.isoformat()
        return "-".join(part for part in (area, day) if part)

    def address(self, site: Site) -> str:
        """Return the address of its page."""
        token = self.token(site)
        return f"{FOLDER}/{token}/" if token else f"{FOLDER}/"


def questions(site: Site) -> list[QuickCount]:
    """Return every date and area that has a page, area by area, the city at the site's date first."""
    city = site.catalog.settings.area
    starts = [
        day.year for s in site.register.ledger.spells if (day := s.start["list_year"] or s.start["published"])
    ]
    years = range(site.as_of.year - 1, min(starts, default=site.as_of.year) - 1, -1)
    days = [site.as_of, *(year_end(year) for year in years)]
    found = [QuickCount(day, city) for day in days]
    for area in _parts(site):
        asked = (QuickCount(day, area.id) for day in days if is_there(site, area.id, day))
        found += [q for q in asked if q.on == site.as_of or _has_answer(site, q)]
    return found


def _parts(site: Site) -> Sequence[Area]:
    return site.catalog.where(Area, "parent", site.catalog.settings.area)


def units_in(site: Site, counted: Tally, asked: QuickCount) -> tuple[str, ...]:
    """Return those units of a count that are confirmed to lie in the area on the day.

    The whole was counted once for a day, not area by area; of the city all of them are meant.
    """
    if asked.area == site.catalog.settings.area:
        return counted.units
    return site.register.units.by_area(counted).get(asked.area, ())


def is_there(site: Site, id_: str, day: date) -> bool:
    """Tell whether an area was one on a day."""
    area = site.catalog.rows(Area)[id_]
    begun = area.valid_from is None or area.valid_from.first <= day
    return begun and (area.valid_to is None or area.valid_to.last > day)


def _has_answer(site: Site, asked: QuickCount) -> bool:
    for scheme in site.catalog.rows(Scheme).values():
        if latest_total(site, scheme.category, scheme.level, asked.area, asked.on):
            return True
        for axis in AXES:
            counted = site.register.tally(scheme.category, (scheme.level,), asked.on, axis)
            if asked.area in site.register.units.by_area(counted):
                return True
    return False


def ways(site: Site, every: Sequence[QuickCount], here: QuickCount) -> tuple[Chooser, Facts]:
    """Return the way to every other answer: an area and any day to choose, and links to those with a page.

    The first page links to all of them, each other one to those of its own area: links of all to all would be
    most of the pages.
    """
    by_area: dict[str, list[QuickCount]] = {}
    for asked in every:
        by_area.setdefault(asked.area, []).append(asked)
    asked_about = (site.catalog.settings.area, *(a.id for a in _parts(site)))
    areas = tuple(
        (area, site.area_name(area), " ".join(str(q.on) for q in by_area.get(area, ())))
        for area in asked_about
    )
    chooser = Chooser(areas, here.area, here.on, site.as_of, f"{FOLDER}/")
    linked = by_area if here == every[0] else {here.area: by_area[here.area]}
    facts = (Fact(site.area_name(a), tuple(_links(site, own, here))) for a, own in linked.items())
    return chooser, Facts(tuple(facts))


def _links(site: Site, own: Sequence[QuickCount], here: QuickCount) -> Iterator[Inline]:
    for number, asked in enumerate(own):
        if number:
            yield Inline("　")
        yield Inline(str(asked.on), to=None if asked == here else asked.address(site))
