"""The whole catalog: every row that was read and is valid, also those that may not be published."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalog.rows import RowStore


@dataclass(frozen=True)
class Catalog(RowStore):
    """All records of one city. Checks work on it; release/ makes the public view of it."""
