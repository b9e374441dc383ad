"""Runs a command in a fresh process and says how long it took and how much memory it held at most.

This process stays small itself: on Linux a child's peak begins with what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.jobs import ROOT
from benchmarks.memory import Watch

PYTHON = sys.executable
BYTECODE = Path(tempfile.gettempdir()) / "benchmarks-bytecode"
"""Compiled modules are kept, as on any installed machine; compiling them anew takes a second a start."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process, from its start to its end."""

    seconds: float
    """From start to end, by the clock on the wall."""
    cpu: float
    """Seconds a processor worked for it: on a machine shared with others, closer to the truth."""
    peak_mib: float
    """Largest resident set, in MiB: of the process, or of one that it started where that is larger."""
    family_mib: float = 0.0
    """Most memory that the process and all it started held at once, in MiB; 0 where it was not watched."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What the job printed: seconds by stage, numbers of pages, files and bytes."""

    def stages(self, *names: str) -> float:
        """Return the seconds spent in some stages together."""
        return float(sum(self.told["stages"][name] for name in names))


class FailedRunError(Exception):
    """A command that ended badly; the text has what it printed last."""


def run(*command: str, statuses: tuple[int, ...] = (0,), watch: bool = False) -> Run:
    """Run a command in the project's folder. Raises FailedRunError for any other status.

    With `watch` the memory of all its processes together is measured, which takes some time of its own.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0", "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    begun = perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    watched = Watch(process.pid) if watch else None
    output = process.stdout.read()
    family = watched.stop() if watched else 0.0
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        raise FailedRunError(f"{' '.join(command)}\n{output[-2000:]}")
    unit = 1024 if sys.platform == "darwin" else 1  # the one system that counts ru_maxrss in bytes
    last = output.rstrip().rpartition("\n")[2]
    told = json.loads(last) if last.startswith("{") else {}
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024 / unit, family, told)


def job(name: str, *arguments: str | Path) -> Run:
    """Run one of benchmarks.jobs."""
    return run(PYTHON, "-m", "benchmarks.jobs", name, *map(str, arguments))


def portal(
    command: str,
    city: Path,
    *arguments: str | Path,
    statuses: tuple[int, ...] = (0,),
    watch: bool = False,
) -> Run:
    """Run `portal COMMAND` on the data and docs of a city, as a user does."""
    places = ("--data", str(city / "data"), "--docs", str(city / "docs"))
    whole = (PYTHON, "-m", "generator", command, *places, *map(str, arguments))
    return run(*whole, statuses=statuses, watch=watch)


def mkdocs(folder: Path, out: Path) -> Run:
    """Build the site of a folder with mkdocs.yml by stock MkDocs."""
    return run(PYTHON, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(out))


def fresh(folder: Path) -> Path:
    """Return a path with nothing at it, so that no run overwrites or reuses what another one left."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@dataclass(frozen=True, slots=True)
class Sample:
    """The same quantity, measured several times."""

    values: tuple[float, ...]
    peak_mib: float = 0.0
    cpu: float | None = None
    """Median of the processor's seconds; None for a part of a process."""

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def __str__(self) -> str:
        """The median, how often it was measured, and between what it lay."""
        low, high = min(self.values), max(self.values)
        return f"{self.middle:.2f} (n={len(self.values)}, {low:.2f}–{high:.2f})"


def whole(runs: Sequence[Run]) -> Sample:
    """Return the seconds of whole processes."""
    return Sample(tuple(r.seconds for r in runs), max(r.peak_mib for r in runs), median(r.cpu for r in runs))


def staged(runs: Sequence[Run], *stages: str) -> Sample:
    """Return the seconds of some stages together."""
    return Sample(tuple(r.stages(*stages) for r in runs), max(r.peak_mib for r in runs))
