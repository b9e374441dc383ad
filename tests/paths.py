"""Where the tests find things, and the words they look for. Constants only; fixtures are in conftest.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PROJECT = TESTS.parent
GENERATOR = PROJECT / "generator"
CONFIG = PROJECT / "mkdocs.yml"
CASES = TESTS / "cases"
BASE = CASES / "base"
CORPORA = TESTS / "corpora"
DEMO = TESTS / "demo"
SHARED = PROJECT.parent / "shared"
"""Material beside the repository that is not part of it: researched facts, large inputs."""

CANARIES = ("演示撤下", "演示保密", "演示内部", "演示线索", "演示期满")
"""Words that stand only in what the demonstration city must not show."""


def shared(path: str) -> Path:
    """Return a file beside the repository; where it is absent skip, or fail with PORTAL_NEED_SHARED=1."""
    found = SHARED / path
    if not found.exists():
        if os.environ.get("PORTAL_NEED_SHARED") == "1":
            pytest.fail(f"PORTAL_NEED_SHARED=1, but there is no shared/{path} beside the repository")
        pytest.skip(f"no shared/{path} beside the repository")
    return found
