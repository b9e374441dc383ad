"""What quick answers of any day need beyond counting.py: read when a day without a page is asked for.

The areas that may be asked about and what lies in each, the schemes by name, the figures published for each
area with the documents behind them, the words. What an answer says is site/pages/answers.py;
browser/quick_counts/ says the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.outputs.search_index.columns import encoded
from generator.register.ledger import LEVELS
from generator.register.places import within
from generator.schema.records import Area, Scheme
from generator.site.document import MAX_ROWS
from generator.site.search.events import iso
from generator.site.sections.figures import figure, published_totals, told_on
from generator.site.site import Site

_KEYS = ("ui.unknown", "ui.copy", "ui.first_rows", "ui.sources")


def answering(site: Site) -> dict[str, Any]:
    """Return the file; categories are their places in the manifest, schemes stand in its order."""
    words, catalog = site.words, site.catalog
    city = catalog.settings.area
    asked = [*filter(None, [catalog.row(Area, city)]), *catalog.where(Area, "parent", city)]
    totals = {area.id: list(_totals(site, area.id)) for area in asked}
    documents = (total["source"] for found in totals.values() for total in found)
    return {
        "city": city,
        "areas": {area.id: _area(site, area) for area in asked},
        "schemes": [words.of(scheme, "name") for scheme in catalog.rows(Scheme).values()],
        "totals": totals,
        "sources": _sources(site, documents),
        "most": MAX_ROWS,
        "words": {k: words[k] for k in words.keys if k in _KEYS or k.startswith(("answers.", "axis."))},
    }


def _area(site: Site, area: Area) -> dict[str, Any]:
    """Its name, the first day it was one, the day from which it was none, the areas that lie within it."""
    catalog = site.catalog
    first, last = area.valid_from, area.valid_to
    return {
        "name": site.area_name(area.id),
        "from": iso(first.first if first else None),
        "to": iso(last.last if last else None),
        "within": [id_ for id_ in catalog.rows(Area) if within(catalog, id_, area.id)],
    }


def _totals(site: Site, area: str) -> Iterator[dict[str, Any]]:
    """Yield the cumulative figures published for an area, in the order of their days for each level."""
    for number, category in enumerate(site.register.categories):
        for level in LEVELS:
            for day, claim in published_totals(site, category.id, level, area):
                yield {
                    "category": number,
                    "level": level,
                    "day": iso(day),
                    "id": claim.id,
                    "shown": figure(site, claim),
                    "told": told_on(site, claim),
                    "source": claim.source,
                }


def _sources(site: Site, ids: Iterable[str]) -> dict[str, Any]:
    return {id_: encoded(site.source(id_)) for id_ in dict.fromkeys(ids)}
