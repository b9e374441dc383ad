"""What counts at any date need beyond the columns: read in the browser when a date is first chosen.

The columns carry the events of every unit that is identified. Here stand the rows whose unit is not, which
rows are not the city's own, where units lay and when, the official counts of lists, how far each scheme is
covered, and the figures published day by day. What it all means is register/totals.py;
browser/as_of/ reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.register.coverage import is_of
from generator.register.ledger import LEVELS
from generator.register.places import within
from generator.schema.records import Area, OfficialList, Place, Product, Scheme
from generator.site.chart_data import Series, one_line
from generator.site.charts.growth import APART, FEWEST_YEARS, LEVEL_COLOURS
from generator.site.charts.incomplete import FEWEST_NAMES, held_in_part
from generator.site.charts.incomplete import FEWEST_YEARS as FEWEST_NAMED
from generator.site.charts.makeup import FEWEST_AREAS, MOST_BARS
from generator.site.routes import CATEGORY_PAGES, UNIT_FOLDERS
from generator.site.search.attributes import UNITS
from generator.site.search.events import iso
from generator.site.sections.figures import bare_figure, published_totals
from generator.site.site import Site

_PREFIXES = ("onday.", "axis.", "ui.rule_", "ui.headline_", "recon.")
_KEYS = (
    "chart.growth",
    "chart.growth_rule",
    "chart.levels_note",
    "chart.new",
    "chart.new_note",
    "chart.areas",
    "chart.kinds",
    "chart.makeup_note",
    "chart.names_held",
    "chart.names_held_note",
    "chart.names_held_of",
    "chart.other",
    "chart.areas_note",
    "chart.national_lists",
    "chart.national_lists_note",
    "chart.unknown_years",
    "msg.tile_map",
    "home.at",
    "ui.chart_source",
    "ui.and_more_sources",
    "ui.unknown",
    "site.banner_demo",
)
_SERIES = (
    *(f"level.{level}" for level in LEVELS),
    "chart.inferred",
    "chart.held",
    "chart.unsure",
    "event.listed",
    "event.removed",
)


def counting(site: Site, order: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the file; `order` gives the units of each kind as their columns have them."""
    words = site.words
    areas: dict[str, int] = {}
    units = {folder: order.get(folder, ()) for folder in UNITS}
    return {
        "units": {folder: _units(site, ids, areas) for folder, ids in units.items()},
        "areas": list(areas),
        "unidentified": list(_unidentified(site)),
        "lists": [_official(x) for x in site.catalog.rows(OfficialList).values()],
        "covered": [iso(site.register.reach(s).covered_until) for s in site.catalog.rows(Scheme)],
        "categories": [
            [c.unit_zh, UNIT_FOLDERS[c.subject], CATEGORY_PAGES.get(c.id, "")]
            for c in site.register.categories
        ],
        "tiles": list(_tiles(site, areas)),
        "totals": list(_totals(site)),
        "names": {key: Series(words(key)).name for key in _SERIES},
        "colours": {**LEVEL_COLOURS, "apart": APART},
        "kinds": _kinds(site, units["products"]),
        "partly": dict(_partly(site)),
        "fewest": {
            "years": FEWEST_YEARS,
            "areas": FEWEST_AREAS,
            "names": FEWEST_NAMES,
            "named_years": FEWEST_NAMED,
        },
        "most": {"bars": MOST_BARS},
        "words": {k: words[k] for k in words.keys if k in _KEYS or k.startswith(_PREFIXES)},
    }


def _units(site: Site, ids: Sequence[str], areas: dict[str, int]) -> dict[str, Any]:
    """Return the rows of lists that are not the city's own, and where each unit lies.

    `at` is twice the position of its area in `areas`, plus one, where its place is confirmed; of another,
    whose area is not public, twice that of the city; -1 for no place, or several.
    `moved` are the places of those that have several, or one for a time: unit, `at`, first and last day.
    """
    catalog, city = site.catalog, site.catalog.settings.area
    at: list[int] = []
    moved: list[list[Any]] = []
    foreign: list[int] = []
    row = 0
    for number, unit in enumerate(ids):
        product = catalog.row(Product, unit)
        places = catalog.where(Place, "unit", product.enterprise if product else unit)
        codes = [2 * areas.setdefault(p.area or city, len(areas)) + (p.grade == "confirmed") for p in places]
        lasting = len(places) == 1 and places[0].valid_from is None and places[0].valid_to is None
        at.append(codes[0] if lasting else -1)
        if not lasting:
            moved += [[number, a, *_period(p)] for a, p in zip(codes, places, strict=True)]
        for spell in site.register.ledger.of(unit):
            if spell.row.publish != "yes":
                foreign.append(row)
            row += 1
        row += len(site.register.ledger.notices_by_subject.get(unit, ()))
    return {"at": at, "moved": moved, "foreign": foreign}


def _period(place: Place) -> tuple[str, str]:
    first, last = place.valid_from, place.valid_to
    return iso(first.first if first else None), iso(last.last if last else None)


def _unidentified(site: Site) -> Iterator[list[Any]]:
    """Yield the rows without a unit: list, first day and first day no longer, each on both axes, how many."""
    places = {id_: place for place, id_ in enumerate(site.catalog.rows(OfficialList))}
    found = Counter(
        (
            places[s.row.list],
            *(iso(day[axis]) for day in (s.start, s.end) for axis in ("published", "list_year")),
        )
        for s in site.register.ledger.spells
        if not s.subject
    )
    for row, count in found.items():
        yield [*row, count]


def _official(official: OfficialList) -> list[Any]:
    """Its official count, whether that is one of an area only, whether its rows are held completely, the
    first day it may have been published on, where that is not the last, and its document.
    """
    day = official.published
    return [
        official.official_count,
        int(bool(official.count_scope)),
        int(official.rows_held == "complete"),
        iso(day.first) if day and day.first != day.last else "",
        official.source,
    ]


def _tiles(site: Site, areas: Mapping[str, int]) -> Iterator[list[Any]]:
    """Yield the districts and zones: name, last day it was one, and the areas whose units count for it."""
    catalog = site.catalog
    for area in catalog.where(Area, "parent", catalog.settings.area):
        # A zone counts only what is registered in the zone itself; a district, all that lies within it.
        inside = [
            number
            for id_, number in areas.items()
            if id_ == area.id or (area.kind != "zone" and within(catalog, id_, area.id))
        ]
        last = iso(area.valid_to.last if area.valid_to else None)
        yield [one_line(site.words.of(area, "name")), last, inside]


def _kinds(site: Site, products: Sequence[str]) -> dict[str, Any]:
    """Return the kinds of the products, and of each product its kind's place among them, -1 for none."""
    named = [one_line(site.catalog.rows(Product)[id_].kind_zh) for id_ in products]
    place = {kind: number for number, kind in enumerate(dict.fromkeys(filter(None, named)))}
    return {"names": list(place), "of": [place.get(kind, -1) for kind in named]}


def _partly(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schemes held in part: their lists of which some names are held, by their places, and the
    periods that this is said of, with the official number of each.
    """
    lists = list(site.catalog.rows(OfficialList).values())
    for scheme in site.catalog.rows(Scheme).values():
        if rows := held_in_part(site, scheme):
            own = [number for number, x in enumerate(lists) if x.scheme == scheme.id]
            partly = [number for number in own if any(is_of(row, lists[number]) for row in rows)]
            periods = [[iso(r.valid_from.first), iso(r.valid_to.last), r.official_number] for r in rows]
            yield scheme.id, {"lists": partly, "periods": periods}


def _totals(site: Site) -> Iterator[dict[str, Any]]:
    """Yield the cumulative figures published for each level of each category, in order of their days."""
    for number, category in enumerate(site.register.categories):
        for level in LEVELS:
            for day, claim in published_totals(site, category.id, level, site.catalog.settings.area):
                yield {
                    "category": number,
                    "level": level,
                    "day": iso(day),
                    "id": claim.id,
                    "shown": bare_figure(site, claim),
                    "value": float(claim.value),
                    "operator": claim.operator,
                    "axis": claim.axis,
                    "source": [site.name(claim.source), site.addresses.get(claim.source)],
                }
