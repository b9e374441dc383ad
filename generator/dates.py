"""Dates that may stop at the year or the month, and how they are compared."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of full or lesser precision; it counts from its last day (data-model.md, Subjects and time)."""

    text: str
    """The date as written: ``2022``, ``2022-01`` or ``2022-01-15``."""
    first: date
    """The first day it can mean."""
    last: date
    """The last day it can mean; comparisons use this one."""

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse(text: str) -> PartialDate:
    """Read an ISO date, year-month or year. Raises ValueError where `text` is none of them."""
    match = _FORM.match(text)
    if match is None:
        raise ValueError(text)
    year = int(match[1])
    month = int(match[2]) if match[2] else None
    day = int(match[3]) if match[3] else None
    if year == 0:
        raise ValueError(text)
    if month is None:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return PartialDate(text, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    full = date(year, month, day)
    return PartialDate(text, full, full)


def year_end(year: int) -> date:
    """Return the last day of `year`, the day from which a row counts on the list-year axis."""
    return date(year, 12, 31)
