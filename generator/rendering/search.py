"""The search columns: what the browser scans to find a unit, a product or a document by part of its name.

A scan over columns, not an inverted index: segmenters cut Chinese company names in the wrong places
(architecture.md, decision 6).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.records import Enterprise, Product, Source, UnitName
from generator.rendering.edition import FOLDERS, Edition
from generator.rendering.kinds import KINDS, records_of

SEARCHED = ("enterprises", "parks", "products", "lists", "sources", "standards", "policies", "cases")


def fold(text: str) -> str:
    """Return a text as it is compared: width and case made alike, brackets too, spaces dropped."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def columns(edition: Edition) -> Iterator[Artifact]:
    """Yield one file per kind searched: ids, names to show, and further names to match."""
    for folder in SEARCHED:
        records = records_of(edition, KINDS[folder])
        if records:
            ids = list(records)
            data = {
                "folder": FOLDERS[folder],
                "title": edition.words(KINDS[folder].title),
                "ids": ids,
                "names": [edition.full_name(i) for i in ids],
                "also": [" ".join(_also(edition, folder, i)) for i in ids],
            }
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            yield Artifact(f"search/{folder}.json", text.encode())


def _also(edition: Edition, folder: str, id_: str) -> Iterator[str]:
    catalog = edition.catalog
    row = catalog.tables[folder].get(id_) if folder in catalog.tables else None
    if isinstance(row, Enterprise) and row.uscc:
        yield row.uscc.lower()
    if isinstance(row, Product):
        if row.model:
            yield fold(row.model)
        yield fold(edition.unit_name(row.enterprise))
    if isinstance(row, Source) and row.number:
        yield fold(row.number)
    for name in catalog.where(UnitName, "unit", id_):
        yield fold(name.name_zh)
    if folder == "cases" and id_ in catalog.cases:
        yield fold(catalog.cases[id_].unit_name)


def kinds_searched(edition: Edition) -> list[str]:
    """Return the kinds that have a column file."""
    return [folder for folder in SEARCHED if records_of(edition, KINDS[folder])]
