"""The real data and the demonstration city pass the check, package by package, and hold the facts."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from cities import DEMO_CITY, HERE, City, changzhou_only
from paths import shared

from generator.catalog.public_view import PublicView
from generator.checks.validate import validate
from generator.problems.problem import Problem
from generator.schema.records import Recognition
from generator.schema.table_schema import PACKAGES

CITIES = {city.name: city for city in (HERE, DEMO_CITY)}


@pytest.fixture(scope="module")
def problems() -> dict[str, tuple[Problem, ...]]:
    """Problems of each city."""
    return {name: validate(city.data, city.docs).problems for name, city in CITIES.items()}


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("city", CITIES)
def test_a_package_has_no_errors(city: str, package: str, problems: dict[str, tuple[Problem, ...]]) -> None:
    found = [p for p in problems[city] if p.file.startswith(f"{package}/")]
    assert [p for p in found if p.severity == "error"] == []
    if city == "demo":  # two notes to staff about the ladder; a living city may have its own
        assert [p.code for p in found] == (["LAD-001"] * 2 if package == "registry" else [])


@pytest.mark.parametrize("city", CITIES)
def test_settings_and_cases_have_no_problems(city: str, problems: dict[str, tuple[Problem, ...]]) -> None:
    found = [p for p in problems[city] if not p.file.startswith(PACKAGES)]
    assert [p for p in found if p.severity == "error"] == []


def test_every_fact_that_may_be_shown_is_held(changzhou: PublicView) -> None:
    """The register may grow beyond the facts it began with, and keeps every one of them."""
    rows = changzhou.rows(Recognition).values()
    facts = [fact for fact in _facts() if fact["publish"] != "hold"]
    held = Counter((row.publish, row.name_as_published) for row in rows)
    # One of the facts has the printed name in its notes alone.
    named = Counter((f["publish"], f["name_as_published"]) for f in facts if f["name_as_published"])
    assert named - held == Counter()
    assert Counter(f["publish"] for f in facts) <= Counter(row.publish for row in rows)
    assert [row.id for row in rows if row.publish == "hold"] == []


def test_what_is_held_back_is_not_in_the_folder_at_all() -> None:
    changzhou_only()
    facts = _facts()
    names = [column for column in facts[0] if "name" in column]
    shown = {f[n] for f in facts if f["publish"] != "hold" for n in names}
    held = {f[n] for f in facts if f["publish"] == "hold" for n in names} - shown - {""}
    texts = "".join(path.read_text("utf-8") for path in _inputs(HERE))
    assert [name for name in sorted(held) if name in texts] == []


def _facts() -> list[dict[str, str]]:
    with shared("facts/changzhou_recognitions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _inputs(city: City) -> list[Path]:
    return [p for folder in (city.data, city.docs) for p in sorted(folder.rglob("*")) if p.is_file()]
