"""What happens to a row of a list happens after the list; a succession names who succeeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Event, OfficialList, Recognition

_BEFORE_LISTING = frozenset({"recommended", "publicity"})
"""Events that lead to a listing and so come before it."""


def check_events(context: CheckContext) -> Iterator[Problem]:
    """Yield TMP-001 for every event before its list, REQ-001 for a succession without a successor.

    Such a succession would change nothing: nobody could take the old place.
    """
    catalog = context.catalog
    for event in catalog.rows(Event).values():
        if event.type == "succeeded" and not event.successor:
            yield context.problem("REQ-001", event, "successor", "")
        row = catalog.row(Recognition, event.recognition)
        official = catalog.row(OfficialList, row.list) if row else None
        begins = _begins(official) if official else None
        if begins and event.date.last < begins and event.type not in _BEFORE_LISTING:
            what = f"date {event.date} < list {begins}"
            yield context.problem("TMP-001", event, "date", event.date.text, what=what)


def _begins(official: OfficialList) -> date | None:
    """Return the first day that a list can be of; one without a day of its own begins with its year."""
    when = official.published or official.dated
    if when:
        return when.first
    return date(official.list_year, 1, 1) if official.list_year else None
