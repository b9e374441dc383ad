"""Every case below tests/cases gives exactly the problems it names, at the places it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_files import Case, cases, differences, expected_codes, lay_out
from generator.problems import codes, has_errors
from generator.reading.catalog import read
from paths import BASE, GENERATOR

ALL = list(cases())
SECOND_READING_ONLY = {"TYP-006"}
"""Given by the second, independent reading alone; see test_second_reading.py."""


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_gives_the_problems_it_names(case: Case, tmp_path: Path) -> None:
    lay_out(case, tmp_path)
    result = read(tmp_path / "data", tmp_path / "docs")
    assert not differences(case, result.problems)
    assert (result.catalog is None) == has_errors(result.problems)


def test_the_base_of_the_cases_is_clean() -> None:
    result = read(BASE / "data", BASE / "docs")
    assert result.problems == ()
    assert result.catalog is not None


def test_there_is_a_case_for_every_code_the_program_can_give() -> None:
    sources = "".join(path.read_text("utf-8") for path in sorted(GENERATOR.rglob("*.py")))
    given = set(re.findall(r'"([A-Z]{2,4}-[0-9]{3})"', sources))
    covered = set().union(*(expected_codes(case) for case in ALL))
    assert given - covered == SECOND_READING_ONLY
    assert covered <= set(codes())


def test_messages_fill_every_place_in_both_languages(tmp_path: Path) -> None:
    for number, case in enumerate(ALL):
        if "[" in case.name or "limit" in case.name:
            continue
        folder = tmp_path / str(number)
        lay_out(case, folder)
        for problem in read(folder / "data", folder / "docs").problems:
            for lang in ("zh", "en"):
                for text in problem.words(lang):
                    assert not re.search(r"[{}]", text.replace("{{", "").replace("{%", "")) or "{" in str(problem)
                    assert str(tmp_path) not in text
                    assert text.isprintable()
