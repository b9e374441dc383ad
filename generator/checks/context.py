"""What a check is given, and how it reports: the data on both sides of the release, and places in files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.formats.yaml_reader import ParsedDocument
from generator.package.tables import TableSet
from generator.problems.problem import Problem
from generator.schema.records import Record

COUNTED = ("recognitions", "lists", "schemes", "events", "places", "coverage")
"""Tables without every row of which no number of the register is certain."""


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What every check is given."""

    catalog: Catalog
    """Every row, also those that are kept back."""
    released: PublicView
    """What may be published: what readers will compare."""
    rows: TableSet
    """Every row with its place, also those that are unfit for the catalog."""
    settings_file: ParsedDocument = field(default_factory=ParsedDocument)
    """portal.yaml, to place a problem in it."""
    lock: str = ""
    """The text of ids.lock."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of every file of prose, by path with ``docs/`` before it."""

    def problem(self, code: str, record: Record, name: str, value: str, /, **details: str) -> Problem:
        """Return a problem at the field `name` of `record`."""
        return self.rows.problem(code, record, name, value, **details)


def row_counts(held: int | None, inferred: int) -> dict[str, str]:
    """Return how many rows there are as details of a problem, with those of inferred place where any are."""
    if not inferred:
        return {"count": str(held)}
    return {
        "count": str(held),
        "inferred": f"，另有 {inferred} 行属地待核实",
        "inferred_en": f", and {inferred} of inferred place",
    }
