"""The two cities of the tests, and running the program on them as a user would.

Paths and words are in paths.py; what needs pytest is in conftest.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from paths import DEMO, PROJECT

from generator.formats import yaml_reader


@dataclass(frozen=True)
class City:
    """A city's inputs, and the folder its built site lies in (made when first asked for)."""

    name: str
    data: Path
    docs: Path


HERE = City("here", PROJECT / "data", PROJECT / "docs")
"""The city whose repository this is, whichever it is: what holds of it holds of every city."""
CHANGZHOU = City("changzhou", HERE.data, HERE.docs)
"""The same as long as it is Changzhou; what only that city holds is asked by way of `changzhou_only`."""
DEMO_CITY = City("demo", DEMO / "data", DEMO / "docs")


def settings(city: City) -> dict[str, str]:
    """Return the single values of a city's portal.yaml, such as ``area`` and ``as_of``, as text."""
    raw = yaml_reader.read((city.data / "portal.yaml").read_text("utf-8")).value
    return {key: value for key, value in raw.items() if isinstance(value, str)}


def changzhou_only() -> None:
    """Skip aloud where the repository has become another city's: its facts are not to be held there."""
    area = settings(HERE).get("area", "")
    if area != "changzhou":
        pytest.skip(f"data/portal.yaml is of {area or 'no area'}; this holds of changzhou alone")


def portal(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command `portal` as a process of its own; environment variables are added to ours."""
    path = os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path, with its bytes."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
