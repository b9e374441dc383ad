"""Every row of the catalogue of bad inputs has its cases, and what is told of them is told in one order."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from case_files import Case, cases, lay_out
from cities import portal
from paths import BASE

ALL = list(cases())
INPUTS = {
    **{1: 2, 2: 6, 3: 1, 4: 3, 5: 3, 6: 1, 7: 4, 8: 9, 9: 2, 10: 2},
    **{11: 3, 12: 4, 13: 4, 14: 3, 15: 6, 16: 2, 17: 7, 18: 4, 19: 5, 20: 7},
    **{21: 9, 22: 2, 23: 8, 24: 5, 25: 1, 26: 8, 27: 1, 28: 6, 29: 1, 30: 7},
    **{31: 1, 32: 14, 33: 9, 34: 2, 35: 3, 36: 3, 37: 10, 38: 6, 39: 13, 40: 8},
    **{41: 9, 42: 13, 43: 8, 44: 11, 45: 22, 46: 7, 47: 9, 48: 6, 49: 30, 50: 10},
}
"""How many inputs each row of the catalogue needs at least: those it lists and their kin."""
CONTROLS = {
    "byte order mark and CRLF",
    "cell of five lines",
    "negative number",
    "names",
    "optional and self references",
    "empty table allowed",
    "product models",
    "credit code of digits",
    "addresses with runs of digits",
    "look-alikes in text",
    "signs before digits",
    "Markdown as it is meant",
}


def test_every_row_has_its_cases() -> None:
    held = Counter(case.row for case in ALL)
    assert sorted(INPUTS) == list(range(1, 51))
    assert {row: held[row] for row, least in INPUTS.items() if held[row] < least} == {}
    assert set(held) - set(INPUTS) == {0}


def test_a_case_of_the_catalogue_expects_something() -> None:
    assert [case.name for case in ALL if case.row and not case.expect] == []


def test_every_control_is_there_and_gives_no_problem_not_even_a_warning() -> None:
    controls = [case for case in ALL if case.control]
    assert {case.control for case in controls} == CONTROLS
    assert [case.name for case in controls if case.expect] == []


@pytest.fixture(scope="module")
def much_wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with much that is wrong: every case that changes nothing but cells, one after the other."""
    folder = tmp_path_factory.mktemp("much")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    changes = [change for case in ALL if case.row for change in case.changes if "set" in change]
    lines: dict[tuple[str, str], dict[str, object]] = {}
    for change in changes:
        lines.setdefault((change["in"], change["line"]), change)
    lay_out(Case("", list(lines.values()), []), folder)
    (folder / "data" / "notes.csv").write_text("x\n")
    (folder / "data" / "another.csv").write_text("x\n")
    return folder


def told(folder: Path, **environment: str) -> bytes:
    done = portal(
        "check", "--data", folder / "data", "--docs", folder / "docs", "--format", "json", **environment
    )
    assert done.returncode == 1, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def test_problems_are_told_in_order_of_place_each_once(much_wrong: Path) -> None:
    problems = json.loads(told(much_wrong))
    assert len(problems) > 15
    places = [(p["file"], p["line"] or 0, p["column"] or 0, p["code"], p["field"] or "") for p in problems]
    assert places == sorted(set(places))


def test_problems_are_the_same_whatever_the_seed_and_the_order_of_files(
    much_wrong: Path, tmp_path: Path
) -> None:
    first = told(much_wrong, PYTHONHASHSEED="1")
    assert told(much_wrong, PYTHONHASHSEED="2") == first
    # The same files, made in the opposite order, so that the folder lists them otherwise.
    for path in sorted((p for p in much_wrong.rglob("*") if p.is_file()), reverse=True):
        copy = tmp_path / path.relative_to(much_wrong)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert told(tmp_path, PYTHONHASHSEED="3") == first
