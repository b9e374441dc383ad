"""The events of units as columns: from them the browser computes level, status and counts at any date.

What they mean is register/ledger.py and register/standing.py; browser/register/standing.js reads them back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.formats.dates import year_end
from generator.register.ledger import Listing
from generator.register.standing import followed_on
from generator.schema.records import Evaluator, OfficialList, Scheme
from generator.site.search.facets import ordered
from generator.site.site import Site


def events(site: Site, units: Sequence[str]) -> dict[str, Any]:
    """Return the rows of lists that name each unit, unit by unit, spells in order of time before notices.

    `rows` is how many each unit has; of each row `lists` has its list's place in the manifest and `printed`
    its evaluator's place in `evaluators`, -1 for none. `ends` and `starts` are the few rows that ended, or
    that began otherwise than with their list: row, day by publication, day by list year, how it ended.
    """
    places = {id_: place for place, id_ in enumerate(site.catalog.rows(OfficialList))}
    named: list[str] = []
    made: dict[str, list[Any]] = {"rows": [], "lists": [], "starts": [], "ends": []}
    for unit in units:
        spells = site.register.ledger.of(unit)
        notices = site.register.ledger.notices_by_subject.get(unit, ())
        made["rows"].append(len(spells) + len(notices))
        for spell in spells:
            _add_changes(made, len(made["lists"]), spell)
            made["lists"].append(places[spell.row.list])
            named.append(spell.row.evaluator)
        for notice in notices:
            made["lists"].append(places[notice.row.list])
            named.append(notice.row.evaluator)
    known = set(named) & set(site.catalog.rows(Evaluator))
    evaluators = ordered(site, "evaluator", known)
    place = {id_: number for number, id_ in enumerate(evaluators)}
    return {
        **made,
        "printed": [place.get(id_, -1) for id_ in named],
        "evaluators": [[id_, site.name(id_)] for id_ in evaluators],
    }


def _add_changes(made: dict[str, list[Any]], row: int, spell: Listing) -> None:
    published = spell.row.published.last if spell.row.published else None
    year = year_end(spell.row.list_year) if spell.row.list_year else None
    start, end = spell.start, spell.end
    if (start["published"], start["list_year"]) != (published, year):
        made["starts"].append([row, iso(start["published"]), iso(start["list_year"])])
    if spell.ending:
        made["ends"].append([row, iso(end["published"]), iso(end["list_year"]), spell.ending])


def lists(site: Site) -> list[list[Any]]:
    """Return what is asked of each list.

    Its id, its scheme's place among `schemes`, kind, stage, list year, the day it was published, and of a
    notice the day a final list followed it; days are ISO, empty where there is none.
    """
    catalog = site.catalog
    places = {id_: place for place, id_ in enumerate(catalog.rows(Scheme))}
    return [
        [
            x.id,
            places[x.scheme],
            x.kind,
            x.stage,
            x.list_year or 0,
            iso(x.published.last if x.published else None),
            iso(followed_on(catalog, x) if x.stage != "final" else None),
        ]
        for x in catalog.rows(OfficialList).values()
    ]


def schemes(site: Site) -> list[list[str]]:
    """Return what is asked of each scheme: id, category, level, day to which changes were checked."""
    return [
        [x.id, x.category, x.level, iso(site.register.reach(x.id).checked_until)]
        for x in site.catalog.rows(Scheme).values()
    ]


def categories(site: Site) -> list[list[str]]:
    """Return what is asked of each category: id, name, last day on which it was selected."""
    words = site.words
    return [
        [c.id, words.of(c, "name"), iso(c.valid_to.last if c.valid_to else None)]
        for c in site.register.categories
    ]


def iso(day: date | None) -> str:
    """Return a day as text, empty for none."""
    return day.isoformat() if day else ""
