"""The real data and the demonstration city pass the check, package by package, and hold the facts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City
from paths import shared

from generator.model import Catalog
from generator.problems import Problem
from generator.reading.catalog import read
from generator.records import Recognition
from generator.schema import PACKAGES

CITIES = {city.name: city for city in (CHANGZHOU, DEMO_CITY)}


@pytest.fixture(scope="module")
def problems() -> dict[str, tuple[Problem, ...]]:
    """Problems of each city."""
    return {name: read(city.data, city.docs).problems for name, city in CITIES.items()}


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("city", CITIES)
def test_a_package_has_no_errors(city: str, package: str, problems: dict[str, tuple[Problem, ...]]) -> None:
    found = [p for p in problems[city] if p.file.startswith(f"{package}/")]
    assert [p for p in found if p.severity == "error"] == []
    # The demonstration city shows two notes to staff about the ladder.
    assert [p.code for p in found] == (["LAD-001"] * 2 if (city, package) == ("demo", "registry") else [])


@pytest.mark.parametrize("city", CITIES)
def test_settings_and_cases_have_no_problems(city: str, problems: dict[str, tuple[Problem, ...]]) -> None:
    assert [p for p in problems[city] if not p.file.startswith(PACKAGES)] == []


def test_every_fact_that_may_be_shown_is_held_and_no_other(changzhou: Catalog) -> None:
    facts = list(
        csv.DictReader(shared("facts/changzhou_recognitions.csv").open(encoding="utf-8", newline=""))
    )
    rows = changzhou.all(Recognition).values()
    for gate in ("yes", "national_only"):
        assert len([r for r in rows if r.publish == gate]) == len([f for f in facts if f["publish"] == gate])
    assert [r.id for r in rows if r.publish == "hold"] == []


def test_what_is_held_back_is_not_in_the_folder_at_all() -> None:
    facts = list(
        csv.DictReader(shared("facts/changzhou_recognitions.csv").open(encoding="utf-8", newline=""))
    )
    names = [column for column in facts[0] if "name" in column]
    shown = {f[n] for f in facts if f["publish"] != "hold" for n in names}
    held = {f[n] for f in facts if f["publish"] == "hold" for n in names} - shown - {""}
    texts = "".join(path.read_text("utf-8") for path in _inputs(CHANGZHOU))
    assert [name for name in sorted(held) if name in texts] == []


def _inputs(city: City) -> list[Path]:
    return [p for folder in (city.data, city.docs) for p in sorted(folder.rglob("*")) if p.is_file()]
