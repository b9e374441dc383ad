"""What can act on the hostile site and on the clean one, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from inert_reading import Reading
from walking import read_site


@pytest.fixture(scope="session")
def found(hostile_site: Path) -> dict[str, Reading]:
    """Every file of the hostile site, read by its type."""
    return read_site(hostile_site)


@pytest.fixture(scope="session")
def clean(demo_site: Path) -> dict[str, Reading]:
    """Every file of the same city's own site."""
    return read_site(demo_site)
