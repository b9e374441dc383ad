"""Fixtures for tests of report formats."""

from __future__ import annotations

import pytest
from faulty_data import FaultyData, make_faulty_data


@pytest.fixture(scope="session")
def faulty_data(tmp_path_factory: pytest.TempPathFactory) -> FaultyData:
    """A city with errors of many kinds; do not change it."""
    return make_faulty_data(tmp_path_factory.mktemp("faulty_data"))
