"""Comparable units: order, filters that give way, reasons, what fits. The browser has the same cases."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import catalog

from generator.register.comparable import (
    CRITERIA,
    ENOUGH,
    Candidate,
    Criteria,
    Limits,
    aim,
    distances,
    find,
    fits,
    reasons,
)
from generator.register.industry_lines import line_of_code, line_of_label
from generator.register.ledger import LEVELS
from generator.register.sectors import sectors

CASES = json.loads(Path(__file__).with_name("exemplar_cases.json").read_text("utf-8"))
T = TypeVar("T", Criteria, Candidate, Limits)


def frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(frozen(one) for one in value) if isinstance(value, list) else value


def made(kind: type[T], values: dict[str, Any]) -> T:
    names = {field.name for field in fields(kind)}
    return kind(**{name: frozen(value) for name, value in values.items() if name in names})


@pytest.mark.parametrize("case", CASES["finds"], ids=lambda c: c["name"])
def test_find(case: dict[str, Any]) -> None:
    asked = made(Criteria, case["asked"])
    candidates = [made(Candidate, one) for one in case["candidates"]]
    names = [one["name"] for one in case["candidates"]]
    found = find(asked, candidates)
    assert [asdict(step) for step in found.steps] == case["steps"]
    assert [names[n] for n in found.order] == case["order"]
    for name, told in case["reasons"].items():
        assert [list(one) for one in reasons(asked, candidates[names.index(name)])] == told, name


@pytest.mark.parametrize("case", CASES["fits"], ids=lambda c: c["name"])
def test_fits(case: dict[str, Any]) -> None:
    assert fits(made(Limits, case["limits"]), made(Criteria, case["asked"]), case["category"]) is case["fits"]


@pytest.mark.parametrize(
    ("level", "rungs", "target"),
    [
        ("none", LEVELS, "municipal"),
        ("municipal", LEVELS, "provincial"),
        ("provincial", LEVELS, "national"),
        ("national", LEVELS, "national"),
        ("municipal", ("provincial", "national"), "provincial"),
        ("provincial", ("municipal",), "municipal"),
        ("none", (), ""),
    ],
)
def test_one_looks_at_the_next_level(level: str, rungs: tuple[str, ...], target: str) -> None:
    assert aim(level, rungs) == target


INDUSTRIES = st.sampled_from([(), ("a", "x"), ("b", "x"), ("c",)])
ASKED = st.builds(
    Criteria,
    industry=INDUSTRIES,
    improve=st.sampled_from(["", "water", "energy"]),
    level=st.sampled_from(["", "none", *LEVELS]),
    size=st.sampled_from(["", "small"]),
    area=st.sampled_from(["", "east"]),
)
CANDIDATE = st.builds(
    Candidate,
    industry=INDUSTRIES,
    measures=st.sampled_from([(), ("water",), ("energy", "water")]),
    level=st.sampled_from(LEVELS),
    size=st.sampled_from(["", "small", "large"]),
    areas=st.sampled_from([(), ("east",), ("west",)]),
    apart=st.booleans(),
)


@given(ASKED, st.lists(CANDIDATE, max_size=12))
def test_filters_give_way_only_while_too_few_are_found(asked: Criteria, candidates: list[Candidate]) -> None:
    found = find(asked, candidates)
    numbers = [step.found for step in found.steps]
    assert numbers == sorted(numbers)
    assert all(number < ENOUGH for number in numbers[:-1])
    assert len(set(found.order)) == len(found.order) == numbers[-1] + found.steps[-1].apart
    if numbers[-1] < ENOUGH:
        assert len(found.order) == len(candidates), "everybody is shown before one gives up"


@given(ASKED, st.lists(CANDIDATE, max_size=12))
def test_nobody_stands_before_one_who_is_nearer(asked: Criteria, candidates: list[Candidate]) -> None:
    """Place confirmed first; then the first criterion in which two differ decides."""
    order = find(asked, candidates).order
    keys = [(candidates[n].apart, distances(asked, candidates[n])) for n in order]
    assert keys == sorted(keys)
    assert all(len(away) == len(CRITERIA) for _, away in keys)


def test_an_industry_widens_by_division_sector_and_section() -> None:
    city = catalog(
        industries=[
            {"id": "c", "code": "C"},
            {"id": "c38", "code": "C38", "parent": "c"},
            {"id": "c384", "code": "C384", "parent": "c38"},
            {"id": "c39", "code": "C39", "parent": "c"},
        ],
        industry_groups=[
            {"group": "power", "kind": "priority", "industry": "c38"},
            {"group": "power-work", "kind": "supply_chain", "industry": "c38"},
            {"group": "light", "kind": "priority", "industry_label": "轻工"},
        ],
    )
    found = sectors(city)
    assert line_of_code(city, found, "c384") == ("c384", "c38", "power", "c"), "the same sector once"
    assert line_of_code(city, found, "c39") == ("c39", "c")
    assert line_of_code(city, found, "c") == ("c",)
    assert line_of_code(city, found, "no-such") == ()
    assert line_of_label(found, "轻工", "printed:轻工") == ("printed:轻工", "light")
    assert line_of_label(found, "玩具", "printed:玩具") == ("printed:玩具",)
