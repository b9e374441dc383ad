"""Draw changed operators at random and print how many the tests notice. Status 1: fewer than 95 of 100.

Each mutant is tried in a copy of the repository: first the tests of its room, then all but the browser's,
until one fails. A run that does not end counts as noticed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.operators import Change, changes

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("checks", "release", "register", "site", "outputs")
"""Rooms of the program whose operators are changed."""
WANTED = 0.95
"""Share of mutants that the tests must notice."""
_APART = ("tests/browser", "tests/benchmarks", "tests/test_extension_rules.py")
"""Tests that take long and look at other things than a module's decisions."""
_LONGEST = 1800
"""Seconds after which a run of the tests is ended."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one operator changed."""

    path: Path
    """The module, below the repository."""
    change: Change

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.change.line}: {self.change.old.strip()} → {self.change.new or '(left out)'}"
        )


def draw(count: int, seed: int) -> list[Mutant]:
    """Return mutants drawn at random, the same for the same seed and program."""
    paths = sorted(path for room in ROOMS for path in (ROOT / "generator" / room).rglob("*.py"))
    every = [Mutant(path.relative_to(ROOT), c) for path in paths for c in changes(path.read_bytes())]
    return random.Random(seed).sample(every, min(count, len(every)))


def copy_of_repository(folder: Path) -> Path:
    """Copy what the tests need; the virtual environment is used where it is."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


def is_noticed(mutant: Mutant, copy: Path) -> bool:
    """Return True if a test fails on the mutant; the copy is as it was afterwards."""
    module = copy / mutant.path
    source = module.read_bytes()
    module.write_bytes(mutant.change.apply(source))
    try:
        own = f"tests/{mutant.path.parts[1]}"
        return _fails(copy, own) or _fails(copy, "tests", *(f"--ignore={path}" for path in (*_APART, own)))
    finally:
        module.write_bytes(source)


def _fails(copy: Path, *arguments: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "2", "--dist", "loadgroup", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    """Try the mutants one after the other and print the share that was noticed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many are drawn (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="which are drawn (default 1)")
    given = parser.parse_args()
    unnoticed = []
    drawn = draw(given.count, given.seed)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = copy_of_repository(Path(folder) / "repository")
        if _fails(copy, "tests", *(f"--ignore={path}" for path in _APART)):
            print("The tests fail without any change.", file=sys.stderr)
            return 2
        for number, mutant in enumerate(drawn, 1):
            noticed = is_noticed(mutant, copy)
            unnoticed += [] if noticed else [mutant]
            print(f"{number:3} {'noticed  ' if noticed else 'UNNOTICED'} {mutant}", flush=True)
    found = len(drawn) - len(unnoticed)
    print(f"{found} of {len(drawn)} noticed")
    return int(found < WANTED * len(drawn))


if __name__ == "__main__":
    sys.exit(main())
