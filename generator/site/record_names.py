"""What records are called in lists and search, and their alphabetical order."""

from __future__ import annotations

from typing import Any

from generator.catalog.cases import Case
from generator.i18n.name_folding import single_line
from generator.i18n.translations import alphabetical
from generator.register.sectors import Sector
from generator.schema.records import (
    OfficialList,
    Policy,
    Product,
    Source,
    Standard,
)
from generator.site.kinds.registry import KINDS, records_of
from generator.site.site import Site


def in_order(site: Site, folder: str) -> list[str]:
    """Return the ids of a kind in alphabetical order of their records' names, then of models."""
    rows = records_of(site, KINDS[folder]).items()
    named = [(alphabetical(f"{name_of(site, row)} {mark(row)}"), id_) for id_, row in rows]
    return [id_ for _, id_ in sorted(named)]


def name_of(site: Site, row: Any) -> str:
    """Return what a record is called; the model of a product stands in a column of its own."""
    if isinstance(row, Case):
        return single_line(row.title)
    if isinstance(row, Sector):
        return single_line(site.sector_name(row.id))
    return single_line(site.words.of(row, "name" if hasattr(row, "name_zh") else "title"))


def mark(row: Any) -> str:
    """Return a record's model, document number or code; empty where it has none."""
    if isinstance(row, Product):
        return single_line(row.model)
    if isinstance(row, Source | OfficialList | Policy):
        return single_line(row.number)
    return single_line(f"{row.code}—{row.version}") if isinstance(row, Standard) else ""
