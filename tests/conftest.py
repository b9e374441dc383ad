"""Fixtures that many tests share: the two cities and a hostile one, read and built once for all workers.

What belongs to one folder of tests alone stands there.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City, changzhou_only, portal
from hostile import hostile
from made import site_output_of
from paths import CONFIG

from generator.catalog.public_view import PublicView
from generator.checks.validate import validate
from generator.publish.publish import publish
from generator.shells.mkdocs.run import render


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[City], Path]:
    """Return a function that gives the folder of a city's site, built once whatever the number of workers."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def build(city: City) -> Path:
        out = folder / f"site-{city.name}"
        with (folder / f"site-{city.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (out / "build.json").is_file():
                done = portal("build", "--data", city.data, "--docs", city.docs, "--out", out)
                assert done.returncode == 0, done.stderr.decode()
        return out

    return build


@pytest.fixture(scope="session")
def changzhou_site(built: Callable[[City], Path]) -> Path:
    """The built site of Changzhou; read only. Skips where the repository is another city's."""
    changzhou_only()
    return built(CHANGZHOU)


@pytest.fixture(scope="session")
def demo_site(built: Callable[[City], Path]) -> Path:
    """The built site of the demonstration city; read only."""
    return built(DEMO_CITY)


def _catalog(city: City) -> PublicView:
    result = validate(city.data, city.docs)
    assert result.catalog is not None, result.problems
    return result.catalog


@pytest.fixture(scope="session")
def changzhou() -> PublicView:
    """The catalog of Changzhou. Skips where the repository is another city's."""
    changzhou_only()
    return _catalog(CHANGZHOU)


@pytest.fixture(scope="session")
def demo() -> PublicView:
    """The catalog of the demonstration city."""
    return _catalog(DEMO_CITY)


@pytest.fixture(scope="session")
def hostile_city(demo: PublicView) -> PublicView:
    """The demonstration city with a payload in every text."""
    return hostile(demo)


@pytest.fixture(scope="session")
def hostile_site(hostile_city: PublicView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, which no check has seen: rendered from the catalog and published; read only."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    out = folder / "site-hostile"
    with (folder / "site-hostile.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (out / "build.json").is_file():
            rendering = site_output_of(hostile_city)
            publish(rendering, out=out, engine=partial(render, config_file=CONFIG))
    return out
