"""A period ends after it begins; what has happened happened by the date of the data (TMP-001)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.formats.dates import PartialDate
from generator.problems.problem import Problem
from generator.schema.records import Record

_PERIODS = (
    ("valid_from", "valid_to"),
    ("period_from", "period_to"),
    ("public_from", "public_until"),
    ("in_force_from", "in_force_to"),
    ("effective", "valid_to"),
)
_PAST = ("published", "dated", "retrieved", "date")
_AHEAD = frozenset({("activities", "date"), ("withdrawals", "date")})
"""What may lie after the date of the data: an activity that is announced, and the day of a decision to
withdraw a row, which counts whatever day it bears."""


def check_periods(context: CheckContext) -> Iterator[Problem]:
    """Yield TMP-001 for every period and every past date that cannot be."""
    as_of = context.catalog.settings.as_of
    for table in context.rows.tables.values():
        names = table.schema.by_name
        pairs = [(a, b) for a, b in _PERIODS if a in names and b in names]
        past = [name for name in _PAST if name in names and (table.schema.name, name) not in _AHEAD]
        if not pairs and not past:
            continue
        for row in table.records:
            if row.id in context.rows.owners:
                yield from _wrong_dates(context, row, pairs, past, as_of)


def _wrong_dates(
    context: CheckContext, row: Record, pairs: list[tuple[str, str]], past: list[str], as_of: date
) -> Iterator[Problem]:
    for a, b in pairs:
        start: PartialDate | None = getattr(row, a)
        end: PartialDate | None = getattr(row, b)
        if start and end and start.first > end.last:
            yield context.problem("TMP-001", row, b, end.text, what=f"{a} {start} > {b} {end}")
    for name in past:
        value: PartialDate | None = getattr(row, name)
        if value and value.first > as_of:
            what = f"{name} {value} > as_of {as_of}"
            yield context.problem("TMP-001", row, name, value.text, what=what)
