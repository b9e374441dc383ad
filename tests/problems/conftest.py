"""Fixtures of the forms' tests."""

from __future__ import annotations

import pytest
from spoilt import Spoilt, spoil


@pytest.fixture(scope="session")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    """A city with slips of many kinds; read only."""
    return spoil(tmp_path_factory.mktemp("spoilt"))
