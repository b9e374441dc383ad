"""Every slip that must be caught is caught on its own line, in both cities; clean data gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from cities import DEMO_CITY, HERE, City

from generator.checks import validate
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedTable
from generator.package.row_check import RowCheck
from tests.mutation.trial import MUTATORS, trials

PARTS = 4
CITIES = {city.name: city for city in (HERE, DEMO_CITY)}


class NoSecondReading(RowCheck):
    """The second reading finds none of these slips that the first does not, and takes the longest."""

    def __init__(self) -> None:
        pass

    def add(self, table: LoadedTable, sheet: CsvSheet) -> None:
        pass

    def problems(self, known: object) -> list[object]:  # type: ignore[override]
        return []


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "RowCheck", NoSecondReading)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_every_slip_is_caught_on_its_own_line(city: City, part: int, tmp_path: Path) -> None:
    names = sorted(MUTATORS)[part::PARTS]
    done = list(trials(city.data.parent, tmp_path, range(1), names))
    assert [str(trial) for trial in done if not trial.caught] == []
    if city is DEMO_CITY:  # every table of it is filled; what a living city holds is not the tests' to say
        assert len(done) > 0.8 * len(names), "too many slips find nothing to be made in"
    clean = validate.validate(tmp_path / "data", tmp_path / "docs").problems
    assert {p.severity for p in clean} <= {"warning"}, "the folder is clean again, but for notes to staff"


def test_there_are_enough_slips_of_every_kind() -> None:
    assert len(MUTATORS) >= 60
