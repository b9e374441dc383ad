"""Whatever bytes a file of a package holds: problems or a catalog, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import BASE

from generator import parallel
from generator.checks import validate
from generator.package.csv_reader import CsvSheet
from generator.package.data_folder import LoadedTable
from generator.package.row_check import RowCheck
from generator.problems.problem import has_errors

FILES = sorted(p.relative_to(BASE).as_posix() for p in BASE.rglob("*") if p.is_file())
CHEAP = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class OneTable(RowCheck):
    """The second reading of the changed table alone: it takes its time to start for each."""

    file = ""

    def add(self, table: LoadedTable, sheet: CsvSheet) -> None:
        if f"data/{table.file}" == OneTable.file:
            super().add(table, sheet)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The base package, where each example changes one file and puts it back."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    patch = pytest.MonkeyPatch()
    patch.setattr(validate, "RowCheck", OneTable)
    # Not in a child process of its own for every example: each would have to start frictionless anew.
    patch.setattr(parallel, "process_count", lambda: 1)
    yield folder
    patch.undo()


def survives(package: Path, file: str, data: bytes) -> None:
    path = package / file
    before = path.read_bytes()
    OneTable.file = file
    try:
        path.write_bytes(data)
        result = validate.validate(package / "data", package / "docs")
    finally:
        path.write_bytes(before)
    assert (result.catalog is None) == has_errors(result.problems)
    for problem in result.problems:
        for lang in ("zh", "en"):
            message, fix = problem.words(lang)
            assert message.isprintable(), problem
            assert fix.isprintable(), problem
            assert str(package) not in message


@CHEAP
@given(file=st.sampled_from(FILES), data=st.binary(max_size=400))
def test_any_bytes(package: Path, file: str, data: bytes) -> None:
    survives(package, file, data)


@CHEAP
@given(
    file=st.sampled_from(FILES),
    at=st.floats(0, 1),
    piece=st.binary(min_size=1, max_size=12),
    cut=st.integers(0, 60),
)
def test_bytes_put_into_a_good_file(package: Path, file: str, at: float, piece: bytes, cut: int) -> None:
    good = (BASE / file).read_bytes()
    place = int(at * len(good))
    survives(package, file, good[:place] + piece + good[place + cut :])


CELLS = sorted(p for p in FILES if p.endswith(".csv") and (BASE / p).read_text("utf-8").count("\n") > 1)
ODD = st.one_of(
    st.sampled_from(
        ["", " ", "x", "２", "nan", "1e9", "0001", "9999-12-31", "ent-a", "list-m20", "rec-a", "factory"]
    ),
    st.text(st.characters(exclude_characters=',"\r\n', exclude_categories=["Cs"]), max_size=12),
)


@CHEAP
@given(file=st.sampled_from(CELLS), row=st.integers(1, 40), column=st.integers(0, 40), text=ODD)
def test_any_text_in_any_cell(package: Path, file: str, row: int, column: int, text: str) -> None:
    lines = (BASE / file).read_text("utf-8").split("\n")[:-1]
    number = 1 + row % (len(lines) - 1)
    cells = lines[number].split(",")
    cells[column % len(cells)] = text
    lines[number] = ",".join(cells)
    survives(package, file, "".join(f"{line}\n" for line in lines).encode())
