"""What the rows of lists are about."""

from __future__ import annotations

from generator.schema.records import Recognition


def subject_of(row: Recognition) -> str:
    """Return the id of the unit a row of a list is about; empty where it is not identified."""
    return row.product or row.park or row.enterprise
