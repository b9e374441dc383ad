"""Every case below tests/cases gives exactly the problems it names, at the places it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Case, cases, differences, expected_codes, lay_out, touched
from paths import BASE, GENERATOR

from generator import parallel
from generator.checks import validate
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedTable
from generator.package.row_check import RowCheck
from generator.problems.problem import codes, has_errors

ALL = list(cases())
SECOND_READING_ONLY = {"TYP-006"}
"""Given by the second, independent reading alone; see test_second_reading.py."""


@pytest.fixture
def only_changed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Case], None]:
    """Let the second reading, slow to start for each table, see only tables that a case changes.

    What it says of the others is known from the base: nothing.
    """

    def narrow(case: Case) -> None:
        class Narrow(RowCheck):
            def add(self, table: LoadedTable, sheet: CsvSheet) -> None:
                if table.file in touched(case):
                    super().add(table, sheet)

        monkeypatch.setattr(validate, "RowCheck", Narrow)
        monkeypatch.setattr(parallel, "process_count", lambda: 1)

    return narrow


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_gives_the_problems_it_names(
    case: Case, tmp_path: Path, only_changed: Callable[[Case], None]
) -> None:
    case = lay_out(case, tmp_path)
    only_changed(case)
    result = validate.validate(tmp_path / "data", tmp_path / "docs")
    assert not differences(case, result.problems)
    assert (result.catalog is None) == has_errors(result.problems)


def test_the_base_of_the_cases_is_clean() -> None:
    result = validate.validate(BASE / "data", BASE / "docs")
    assert result.problems == ()
    assert result.catalog is not None


def test_there_is_a_case_for_every_code_the_program_can_give() -> None:
    sources = "".join(path.read_text("utf-8") for path in sorted(GENERATOR.rglob("*.py")))
    given = set(re.findall(r'"([A-Z]{2,4}-[0-9]{3})"', sources))
    covered = set().union(*(expected_codes(case) for case in ALL))
    assert given - covered == SECOND_READING_ONLY
    assert covered <= set(codes())
