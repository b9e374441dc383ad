"""Where a figure stands between an indicator's benchmark and leading value, and the score that follows.

As far as the rule of GB/T 36132—2025 is public, it is linear between 基准值 and 引领值. What the benchmark
itself is worth is not public, so the scale is this site's: 0 at the benchmark, 100 at the leading value.
The browser works the same out in browser/register/scoring.js; one file of cases,
tests/register/scoring_cases.json, holds both to it. Plain floating point on purpose: both sides round alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["unpublished", "blank", "below", "between", "leading"]


@dataclass(frozen=True, slots=True)
class Scale:
    """What an indicator is measured against; None where it is not public."""

    benchmark: float | None
    leading: float | None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class ScorePosition:
    """Where one figure stands."""

    state: State
    """``unpublished`` without both values, ``blank`` without a figure, ``below`` short of the benchmark,
    ``leading`` from the leading value on, else ``between``."""
    percent: float | None
    """0 at the benchmark or short of it, 100 at the leading value or beyond, to one decimal."""


@dataclass(frozen=True, slots=True)
class Total:
    """The score of several figures of one version of one standard."""

    points: float
    """Weights times places, to one decimal, over the indicators that could be scored."""
    weight: float
    """Sum of the weights of those indicators."""
    scored: int
    complete: bool
    """Whether every indicator was scored; otherwise `points` is part of a score and no score."""


def place(value: float | None, scale: Scale) -> ScorePosition:
    """Return where a figure stands. Whether more or less is better follows from the two values' order."""
    if scale.benchmark is None or scale.leading is None or scale.benchmark == scale.leading:
        return ScorePosition("unpublished", None)
    if value is None:
        return ScorePosition("blank", None)
    share = (value - scale.benchmark) / (scale.leading - scale.benchmark)
    if share < 0:
        return ScorePosition("below", 0.0)
    return ScorePosition("leading", 100.0) if share >= 1 else ScorePosition("between", _tenth(share * 100))


def total(values: Sequence[float | None], scales: Sequence[Scale]) -> Total | None:
    """Return the score of figures in the order of their scales; None where none with a weight was scored."""
    points = weight = 0.0
    scored = 0
    for value, scale in zip(values, scales, strict=True):
        percent = place(value, scale).percent
        if percent is None or scale.weight is None:
            continue
        # Added up one by one: sum() rounds better than the browser can from Python 3.12 on.
        points += percent * scale.weight / 100
        weight += scale.weight
        scored += 1
    return Total(_tenth(points), _tenth(weight), scored, scored == len(scales)) if scored else None


def _tenth(number: float) -> float:
    return math.floor(number * 10 + 0.5) / 10
