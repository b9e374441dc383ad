"""The two cities of the tests, and running the program on them as a user would.

Paths and words are in paths.py; what needs pytest is in conftest.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from paths import DEMO, PROJECT


@dataclass(frozen=True)
class City:
    """A city's inputs, and the folder its built site lies in (made when first asked for)."""

    name: str
    data: Path
    docs: Path


CHANGZHOU = City("changzhou", PROJECT / "data", PROJECT / "docs")
DEMO_CITY = City("demo", DEMO / "data", DEMO / "docs")


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
