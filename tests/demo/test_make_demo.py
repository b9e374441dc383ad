"""The demonstration city in the tree is what its recipe makes, wherever and whenever it is made.

Whether the city is valid is for the tests of reading to say.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parent
CANARIES = ("演示撤下", "演示保密", "演示内部", "演示线索", "演示期满")


def make(folder: Path, **environment: str) -> None:
    """Run the recipe into `folder` with the given environment variables."""
    command = [sys.executable, str(DEMO / "make_demo.py"), str(folder)]
    subprocess.run(command, check=True, env={**os.environ, **environment})


def contents(folder: Path) -> dict[str, str]:
    """Return every file below data/ and docs/ by path: descriptors without resources, pictures in hex."""
    files = {}
    for top in ("data", "docs"):
        for path in sorted((folder / top).rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                text = data.hex() if path.suffix == ".png" else data.decode("utf-8")
                head = text.partition("\nresources:\n")[0] if path.name == "datapackage.yaml" else text
                files[path.relative_to(folder).as_posix()] = head
    return files


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    ],
)
def test_the_tree_holds_what_the_recipe_makes(tmp_path: Path, environment: dict[str, str]) -> None:
    make(tmp_path, **environment)
    assert contents(tmp_path) == contents(DEMO)


def test_running_again_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path)
    descriptor = tmp_path / "data" / "figures" / "datapackage.yaml"
    descriptor.write_text(descriptor.read_text("utf-8") + "    # schema\n", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    make(tmp_path)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize("canary", CANARIES)
def test_there_is_something_to_leak(canary: str) -> None:
    assert any(canary in text for path, text in contents(DEMO).items() if path.startswith("data/"))


def test_prose_holds_no_canary() -> None:
    prose = [text for path, text in contents(DEMO).items() if path.startswith("docs/")]
    assert not [canary for canary in CANARIES for text in prose if canary in text]
