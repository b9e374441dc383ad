"""Packages made to exhaust the check are refused, or checked about as fast as honest ones of their size.

Here with a twentieth of what the limits let pass; `python -m benchmarks --only hostile` measures all of it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from paths import BASE, PROJECT

from benchmarks.hostile import HOSTILE
from benchmarks.hostile.files import large
from benchmarks.hostile.tables import honest, short_rows, wide
from generator import parallel
from generator.checks import validate
from generator.formats import yaml_reader
from generator.package.read_folder import load_folder
from generator.package.reading import collect
from generator.problems.problem import has_errors

SHARE = 0.05
SECONDS = 5.0
MEBIBYTES = 500
LARGE = {"every_cell_wrong": 0.3, "cells_all_different": 1.0, "many_own_columns": 1.0}
"""Packages whose memory is measured, in a process of their own, and how much of each."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def processor_seconds(folder: Path) -> float:
    """Check a package and return the processor's seconds; the clock on the wall knows who else is at work."""
    begun = time.process_time()
    result = validate.validate(folder / "data", folder / "docs")
    seconds = time.process_time() - begun
    assert (result.catalog is None) == has_errors(result.problems)
    return seconds


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_takes_no_longer_than_an_honest_one(
    name: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    HOSTILE[name](package, SHARE)
    assert processor_seconds(package) < SECONDS


@pytest.mark.parametrize("made", [wide, short_rows, large], ids=lambda made: made.__name__)
def test_what_is_over_a_limit_is_refused_before_it_is_parsed(
    made: object, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    clean = processor_seconds(package)
    HOSTILE[made.__name__](package, 1)  # type: ignore[attr-defined]
    assert processor_seconds(package) - clean < 0.5


def test_a_bomb_of_aliases_is_told_at_once_and_in_a_few_words(package: Path) -> None:
    HOSTILE["YAML: aliases"](package, 1)
    text = (package / "data" / "accepted.yaml").read_text("utf-8")
    begun = time.process_time()
    document = yaml_reader.read(text)
    assert time.process_time() - begun < 0.05
    assert document.value is None
    _, problems = collect(load_folder(package / "data"))
    messages = "".join("".join(p.words("zh")) for p in problems)
    assert 0 < len(messages.encode()) < 1024


def test_a_crowd_of_rows_about_one_unit_is_told_at_the_first_too_many(package: Path) -> None:
    HOSTILE["one_unit_in_many_places"](package, 0.03)  # beside two places of before, one of them its own
    problems = validate.validate(package / "data", package / "docs").problems
    assert [(p.code, p.file, p.line, p.field, p.value) for p in problems] == [
        ("LIM-001", "registry/places.csv", 503, "unit", "ent-a")
    ]
    assert "601，上限 500" in "".join(problems[0].words("zh"))


CHILD = """
import resource, sys
from pathlib import Path
from generator.checks.validate import validate
validate(Path(sys.argv[1], "data"), Path(sys.argv[1], "docs"))
unit = 1024 if sys.platform != "darwin" else 1024 * 1024
own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
status = Path("/proc/self/status")
if status.is_file():  # on Linux a process's own figure begins with what the one that started it held
    own = int(status.read_text().partition("VmHWM:")[2].split()[0])
print((own + others) / unit)
"""


@pytest.mark.parametrize("name", LARGE)
def test_memory_stays_within_its_bound_over_both_processes(name: str, package: Path) -> None:
    HOSTILE[name](package, LARGE[name])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(package)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < MEBIBYTES


def test_the_honest_package_they_are_compared_with_is_clean(package: Path) -> None:
    honest(package, SHARE)
    assert validate.validate(package / "data", package / "docs").problems == ()
