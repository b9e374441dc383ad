"""Where a figure stands and what it scores; the same cases are checked in the browser (tests/browser)."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.register.scoring import Scale, place, total

CASES = json.loads(Path(__file__).with_name("scoring_cases.json").read_text("utf-8"))
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@pytest.mark.parametrize("case", CASES["places"], ids=lambda c: c["name"])
def test_place(case: dict[str, Any]) -> None:
    found = place(case["value"], Scale(case["benchmark"], case["leading"]))
    assert (found.state, found.percent) == (case["state"], case["percent"])


@pytest.mark.parametrize("case", CASES["totals"], ids=lambda c: c["name"])
def test_total(case: dict[str, Any]) -> None:
    found = total(case["values"], [Scale(**scale) for scale in case["scales"]])
    assert (asdict(found) if found else None) == case["total"]


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_place_lies_between_its_ends_and_never_turns_back(
    value: float, benchmark: float, leading: float
) -> None:
    scale = Scale(benchmark, leading)
    found = place(value, scale)
    if benchmark == leading:
        assert found.percent is None
        return
    assert found.percent is not None
    assert 0 <= found.percent <= 100
    nearer = place(value + (leading - benchmark) / 10, scale).percent
    assert nearer is not None
    assert nearer >= found.percent
