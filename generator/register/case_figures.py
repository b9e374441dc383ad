"""What follows from the figures of a case study: payback, change against the baseline, ranges to pick by.

Pure, and worked out nowhere else (data-model.md, Case studies: computed, never typed). From a figure that is
not known nothing follows; a bound stays a bound, and what two bounds leave open is not stated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from generator.catalog.cases import Case, CaseMetric
from generator.register.ledger import LEVELS

SAVINGS = ("energy", "electricity", "carbon", "water", "money")
"""Kinds of figure that say what was saved; a share or a capacity does not."""
INVESTMENT_BANDS = ("lt-100", "100-500", "500-1000", "1000-5000", "ge-5000")
"""Ranges of investment in 10,000 yuan; the lower end belongs to a range, the upper one does not."""
PAYBACK_BANDS = ("lt-1", "1-3", "3-5", "ge-5")
"""Ranges of static payback in years, cut likewise."""
NO_LIST = "none"
"""Level of a unit that stands on none of the lists held."""
SUBJECT_LEVELS = (*reversed(LEVELS), NO_LIST)
"""Levels of a case's unit in the order in which they are offered."""
UNKNOWN = "unknown"
"""Range of a case of which the number is not known."""
_INVESTMENT_CUTS = (Decimal(100), Decimal(500), Decimal(1000), Decimal(5000))
_PAYBACK_CUTS = (Decimal(1), Decimal(3), Decimal(5))
_CNY_10K_PER_YEAR = {"万元/年": Decimal(1), "万元/a": Decimal(1), "元/年": Decimal("0.0001")}
"""Units of a yearly saving of money; a sum without "a year" is none and gives no payback."""
_SENSE = {"eq": "exact", "approx": "about", "gt": "more", "ge": "more", "lt": "less", "le": "less"}
_INVERSE = {"exact": "exact", "about": "about", "more": "less", "less": "more"}
_OPERATOR = {"exact": "eq", "about": "approx", "more": "ge", "less": "le"}
_TENTH = Decimal("0.1")
_ROUNDING = {"eq": ROUND_HALF_UP, "approx": ROUND_HALF_UP, "ge": ROUND_FLOOR, "le": ROUND_CEILING}
"""A bound is rounded to the side on which it stays true."""


@dataclass(frozen=True, slots=True)
class Payback:
    """Static payback of a case."""

    years: Decimal
    """Years, to one decimal."""
    operator: str
    """``eq``, ``approx``, ``ge`` or ``le``: what the stated figures leave certain."""
    claimed: bool
    """Whether a saving it rests on has no baseline year or no method."""


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """What became of a figure since its baseline year."""

    amount: Decimal
    """Percent of the baseline value, or percentage points where the figure itself is a percentage."""
    operator: str
    """``eq``, ``approx``, ``ge`` or ``le``."""
    points: bool
    """Whether `amount` is in percentage points."""


def payback(case: Case) -> Payback | None:
    """Return investment divided by yearly saving, or None where one of them is not known or not above zero.

    The saving is the sum of the case's figures of the kind ``money`` in yuan a year. Operators go along:
    "over 600" against exactly 100 a year is "at least 6.0 years"; over 600 against over 100 says nothing.
    """
    savings = [m for m in case.metrics if m.kind == "money" and m.unit in _CNY_10K_PER_YEAR]
    yearly = sum((m.value * _CNY_10K_PER_YEAR[m.unit] for m in savings), Decimal(0))
    if case.investment is None or case.investment < 0 or yearly <= 0:
        return None
    senses = [_SENSE[case.investment_operator], *(_INVERSE[_SENSE[m.operator]] for m in savings)]
    operator = _together(senses)
    if operator is None:
        return None
    years = (case.investment / yearly).quantize(_TENTH, _ROUNDING[operator])
    return Payback(years, operator, any(m.claimed for m in savings))


def change(metric: CaseMetric) -> BaselineChange | None:
    """Return how a figure differs from its baseline; None without a baseline year and a value above zero."""
    base = metric.baseline_value
    if metric.baseline_year is None or base is None:
        return None
    operator = _OPERATOR[_SENSE[metric.operator]]
    if metric.unit == "%":
        return BaselineChange((metric.value - base).quantize(_TENTH, _ROUNDING[operator]), operator, True)
    if base <= 0:
        return None
    share = (metric.value - base) / base * 100
    return BaselineChange(share.quantize(_TENTH, _ROUNDING[operator]), operator, False)


def _together(senses: Iterable[str]) -> str | None:
    found = set(senses) - {"exact"}
    if len(found) > 1:
        return None
    return _OPERATOR[found.pop()] if found else "eq"


def savings(case: Case) -> tuple[str, ...]:
    """Return the kinds of saving that a case has a figure for, in the order of SAVINGS."""
    held = {m.kind for m in case.metrics}
    return tuple(kind for kind in SAVINGS if kind in held)


def investment_band(case: Case) -> str:
    """Return the range of the investment as stated: "over 600" is found under 500 to 1,000."""
    if case.investment is None:
        return UNKNOWN
    return INVESTMENT_BANDS[bisect_right(_INVESTMENT_CUTS, case.investment)]


def payback_band(case: Case) -> str:
    """Return the range of the payback as computed."""
    found = payback(case)
    return UNKNOWN if found is None else PAYBACK_BANDS[bisect_right(_PAYBACK_CUTS, found.years)]
