"""The columns of one kind of record: what the browser scans, filters and shows.

A scan over columns, not an inverted index: segmenters cut Chinese company names in the wrong places
(architecture.md, decision 6). Everything is dictionary-encoded; the browser rebuilds pinyin and folded names
on load. Records stand in alphabetical order, so that the order of the file is that of a list by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import commonprefix
from typing import Any

from generator.formats.urls import is_link
from generator.i18n.name_folding import fold, normalize_width, single_line, traditional_characters
from generator.outputs.search_index.readings import readings
from generator.schema.records import (
    Enterprise,
    UnitName,
)
from generator.site.document import Inline
from generator.site.kinds.registry import KINDS, listed, records_of
from generator.site.record_names import mark, name_of
from generator.site.search import events
from generator.site.search.attributes import ATTRIBUTES, UNITS
from generator.site.search.facets import ordered, value_label
from generator.site.site import Site

Columns = dict[str, Any]


def columns(site: Site, folder: str, order: Mapping[str, Sequence[str]]) -> Columns:
    """Return the columns of a kind, ready to be written as JSON; `order` is in_order() of every kind."""
    records = records_of(site, KINDS[folder])
    ids = order[folder]
    names = [name_of(site, records[i]) for i in ids]
    prefix = commonprefix(ids)  # noqa: RUF071  (ids are texts, no paths)
    others = list(_others(site, folder, ids, names))
    texts = [normalize_width(text) for text in (*names, *(other for _, _, other in others))]
    spoken = readings(texts)
    made: Columns = {
        "kind": folder,
        "prefix": prefix,
        "ids": "\n".join(i.removeprefix(prefix) for i in ids),
        "names": "\n".join(names),
        "others": others,
        "simplified": "".join(one + other for one, other in traditional_characters(texts).items()),
        "common": spoken.common,
        "other": spoken.other,
        "spoken": _overrides(site, folder, [*ids, *(ids[at] for at, _, _ in others)], texts),
        "facets": {f: _facet(site, f, [read(site, records[i]) for i in ids]) for f, read in _read(folder)},
    }
    marks = [mark(records[i]) for i in ids]
    if any(marks):
        made["marks"] = "\n".join(marks)
    if folder in UNITS:
        made |= events.events(site, ids)
        if folder == "products":
            place = {unit: at for at, unit in enumerate(order["enterprises"])}
            made["makers"] = [place.get(records[i].enterprise, -1) for i in ids]
    else:
        made |= _shown(site, folder, ids)
    return made


def codes(site: Site, ids: Sequence[str]) -> str:
    """Return the credit codes of enterprises in lower case, a line for each, empty where not known."""
    rows = site.catalog.rows(Enterprise)
    return "\n".join(single_line(rows[i].uscc.lower()) for i in ids)


def _read(folder: str) -> Iterable[tuple[str, Any]]:
    return ATTRIBUTES.get(folder, {}).items()


def _others(
    site: Site, folder: str, ids: Sequence[str], names: Sequence[str]
) -> Iterator[tuple[int, str, str]]:
    """Yield (record, kind of name, name) for every further name that differs once it is folded."""
    for at, (id_, shown) in enumerate(zip(ids, names, strict=True)):
        known = {fold(shown)}
        found = [("", name) for name in _in_all_languages(site, folder, id_)]
        found += [(n.kind, n.name_zh) for n in site.catalog.where(UnitName, "unit", id_)]
        for kind, printed in found:
            name = single_line(printed)
            if name and fold(name) not in known:
                known.add(fold(name))
                yield at, kind, name


def _in_all_languages(site: Site, folder: str, id_: str) -> Iterator[str]:
    row = site.catalog.tables[folder].get(id_) if folder in site.catalog.tables else None
    for field in ("name_zh", "name_en", "title_zh", "title_en"):
        yield getattr(row, field, "")


def _overrides(site: Site, folder: str, owners: Sequence[str], texts: Sequence[str]) -> dict[int, str]:
    """Readings given by hand (unit_names.pinyin), by the place of the name among all names of the file."""
    given = [n for n in site.catalog.rows(UnitName).values() if n.pinyin] if folder in UNITS else []
    readings_of = {
        (n.unit, normalize_width(n.name_zh)): normalize_width(n.pinyin).replace("ü", "v") for n in given
    }
    named = enumerate(zip(owners, texts, strict=True))
    return {place: readings_of[name] for place, name in named if name in readings_of}


def _facet(site: Site, facet: str, found: Sequence[tuple[str, ...]]) -> Columns:
    """Encode a facet: its values with their words, the sets of values that occur, and each record's set."""
    values = ordered(site, facet, (value for given in found for value in given))
    place = {value: number for number, value in enumerate(values)}
    sets = {given: number for number, given in enumerate(dict.fromkeys(found))}
    return {
        "values": [[value, value_label(site, facet, value)] for value in values],
        "sets": [[place[value] for value in given] for given in sets],
        "of": [sets[given] for given in found],
    }


def _shown(site: Site, folder: str, ids: Sequence[str]) -> Columns:
    """What a row of a list shows of each record, in the order in which the list has them."""
    kind, records = KINDS[folder], records_of(site, KINDS[folder])
    place = {id_: at for at, id_ in enumerate(listed(site, kind))}
    cells = [kind.cells(site, records[i]) for i in ids]
    linked = next(
        (
            n
            for n in range(len(kind.columns))
            if any(_leads(site, row[n], i) for row, i in zip(cells, ids, strict=True))
        ),
        0,
    )
    return {
        "cells": [[encoded(cell) for cell in row] for row in cells],
        "linked": linked,
        "order": [place[i] for i in ids],
    }


def encoded(cell: Sequence[Inline]) -> str | list[list[str | None]]:
    """Encode a cell: its text where that is all, else its runs: text, where to, class, address elsewhere."""
    if not cell or (len(cell) == 1 and cell[0].to is None and not cell[0].tone and not cell[0].url):
        return "".join(part.text for part in cell)
    made: list[list[str | None]] = []
    for part in cell:
        run: list[str | None] = [part.text, part.to, part.tone, part.url if is_link(part.url) else ""]
        while not run[-1] and not (len(run) == 2 and part.to is not None) and len(run) > 1:
            run.pop()
        made.append(run)
    return made


def _leads(site: Site, cell: Sequence[Inline], id_: str) -> bool:
    return any(part.to is not None and part.to == site.addresses.get(id_) for part in cell)
