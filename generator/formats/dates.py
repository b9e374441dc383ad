"""Parse and normalize dates that may have only a year or a month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_CHINESE = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?\Z", re.ASCII)
_NUMERIC = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?\Z", re.ASCII)
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00)?\Z")
_SERIAL = re.compile(r"[2-6][0-9]{4}\Z", re.ASCII)
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year; it counts from its last day (data-model.md, Subjects and time)."""

    text: str
    """The date as written: ``2022``, ``2022-01`` or ``2022-01-15``."""
    first: date
    """First day of the period."""
    last: date
    """Last day of the period; comparisons use this day."""

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse(text: str) -> PartialDate:
    """Parse an ISO date, year-month or year. Raises ValueError for any other text."""
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
    """Return the last day of `year`, from which a row counts on the list-year axis."""
    return date(year, 12, 31)


def normalize(text: str) -> str | None:
    """Return the ISO form of an unambiguous date, or None.

    Accepted are 2022/1/1, 2022-1-1, 2022.1.1 and 2022年1月1日, also with a time of midnight; the first two
    also without a day, the last also without a month. 2022.1 is ambiguous: it may be the number 2022.10.
    """
    text = _MIDNIGHT.sub("", text.strip())
    match = _CHINESE.match("".join(text.split()))
    parts = match.groups() if match else ()
    if not match and (match := _NUMERIC.match(text)):
        year, sign, month, day = match.groups()
        parts = (year, month, day) if day or sign != "." else ()
    form = "-".join(part.zfill(2) for part in parts if part)
    try:
        return parse(form).text if form else None
    except ValueError:
        return None


def from_excel_serial(text: str) -> str | None:
    """Return the day that Excel for Windows shows for a serial number of five digits, or None.

    Use it for suggestions only: Excel for Mac once counted from 1904, and the number may not be a date.
    """
    return (date(1899, 12, 30) + timedelta(days=int(text))).isoformat() if _SERIAL.match(text) else None
