"""The part of a catalog that may be published: the only records that register, site and outputs know.

Only release/ makes one. Rows, cells and references that may not be published are not in it, so that no
output can show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.catalog.rows import RowStore


@dataclass(frozen=True, slots=True)
class SupervisionCount:
    """How many units of a programme had a result in a year; nothing else of them is known here."""

    programme: str
    """Id of the programme."""
    year: int
    result: str
    """Result as the data has it; empty for the results too few units had, all of them taken together."""
    count: int | None
    """Number of units; None where it is suppressed."""


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """What is left of a row that was withdrawn, or that went with one: nothing of the row itself."""

    table: str
    withdrawal: str
    """Id of the withdrawal that took it."""


@dataclass(frozen=True)
class PublicView(RowStore):
    """The records of one city that may be published on a day, each cell that may not be blank."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of every table's CSV, by table name."""
    withheld: Mapping[str, int] = field(default_factory=dict)
    """Number of rows kept back, by table; nothing else of them is here."""
    withdrawn: Mapping[str, WithdrawnRow] = field(default_factory=dict)
    """Every row that was withdrawn or went with one, by its id; its page names the ground only."""
    later: Mapping[str, str] = field(default_factory=dict)
    """Table of every row later than `as_of`, by its id; prose that names one links to the index instead."""
    supervised: tuple[SupervisionCount, ...] = ()
    """Counts of the supervision entries that may be published in aggregate only, small cells suppressed."""
