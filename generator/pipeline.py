"""The table of contents of the program: check, catalog, rendering, publishing, in this order."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problem
from generator.reading.catalog import read


def check(data: Path, docs: Path) -> tuple[Problem, ...]:
    """Check a data folder and its case studies; writes nothing."""
    return read(data, docs).problems
