"""Rules of time: what ends after it begins, what cannot lie ahead, what follows what (data-model.md, Rules).

Each is a rule as rules.py describes them, which lists them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.formats.dates import PartialDate
from generator.schema.records import Event, OfficialList, Recognition, Record

if TYPE_CHECKING:
    from generator.checks.context import CheckContext

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
withdraw a row, which counts whatever day it bears (publication.py)."""
_BEFORE_LISTING = frozenset({"recommended", "publicity"})
"""Events that lead to a listing and so come before it."""


def check_periods(matter: CheckContext) -> None:
    """A period ends after it begins; what has happened happened by the date of the data (TMP-001)."""
    as_of = matter.catalog.settings.as_of
    for table in matter.checked.tables.values():
        names = set(table.schema.by_name)
        pairs = [(a, b) for a, b in _PERIODS if {a, b} <= names]
        past = [name for name in _PAST if name in names and (table.schema.name, name) not in _AHEAD]
        if not pairs and not past:
            continue
        for row in table.records:
            _row_dates(matter, row, pairs, past, as_of)


def _row_dates(
    matter: CheckContext, row: Record, pairs: list[tuple[str, str]], past: list[str], as_of: date
) -> None:
    if row.id not in matter.checked.owners:
        return
    for a, b in pairs:
        start: PartialDate | None = getattr(row, a)
        end: PartialDate | None = getattr(row, b)
        if start and end and start.first > end.last:
            matter.checked.problem("TMP-001", row, b, end.text, what=f"{a} {start} > {b} {end}")
    for name in past:
        value: PartialDate | None = getattr(row, name)
        if value and value.first > as_of:
            what = f"{name} {value} > as_of {as_of}"
            matter.checked.problem("TMP-001", row, name, value.text, what=what)


def check_lists_in_order(matter: CheckContext) -> None:
    """A list is not published before its year, nor a final list before the publicity list it follows."""
    for row in matter.catalog.all(OfficialList).values():
        published = row.published
        if published and row.list_year and published.last.year < row.list_year:
            what = f"list_year {row.list_year} > published {published}"
            matter.checked.problem("TMP-001", row, "list_year", str(row.list_year), what=what)
        before = matter.catalog.get(OfficialList, row.follows)
        if published and before and before.published and before.published.first > published.last:
            what = f"follows {before.published} > published {published}"
            matter.checked.problem("TMP-001", row, "follows", row.follows, what=what)


def check_events(matter: CheckContext) -> None:
    """What happens to a row of a list happens after the list (TMP-001); a succession names who succeeds.

    A succession without a successor (REQ-001) would change nothing: nobody could stand in the old place.
    """
    catalog = matter.catalog
    for event in catalog.all(Event).values():
        if event.type == "succeeded" and not event.successor:
            matter.checked.problem("REQ-001", event, "successor", "")
        row = catalog.get(Recognition, event.recognition)
        official = catalog.get(OfficialList, row.list) if row else None
        begins = _begins(official) if official else None
        if begins and event.date.last < begins and event.type not in _BEFORE_LISTING:
            what = f"date {event.date} < list {begins}"
            matter.checked.problem("TMP-001", event, "date", event.date.text, what=what)


def _begins(official: OfficialList) -> date | None:
    """Return the first day that a list can be of; one without a day of its own begins with its year."""
    when = official.published or official.dated
    if when:
        return when.first
    return date(official.list_year, 1, 1) if official.list_year else None
