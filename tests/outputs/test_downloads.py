"""The published data package: valid, complete, without what is internal, and untouched where it can be."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City

from generator.catalog.public_view import PublicView
from generator.schema import table_schema

SITES = {"changzhou": CHANGZHOU, "demo": DEMO_CITY}


@pytest.fixture(params=SITES)
def city(request: pytest.FixtureRequest) -> City:
    """Each city in turn."""
    return SITES[request.param]


@pytest.fixture
def package(city: City, request: pytest.FixtureRequest) -> Path:
    """The folder of a city's published package."""
    site: Path = request.getfixturevalue(f"{city.name}_site")
    return site / "data"


@pytest.fixture
def catalog(city: City, request: pytest.FixtureRequest) -> PublicView:
    """The city's catalog."""
    made: PublicView = request.getfixturevalue(city.name)
    return made


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    program = Path(sys.executable).with_name("frictionless")
    done = subprocess.run(
        [program, "validate", "datapackage.json", "--json"],
        cwd=package, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["valid"], [task["errors"][:2] for task in report["tasks"] if task["errors"]]
    assert len(report["tasks"]) == len(table_schema.tables())


def test_a_table_with_nothing_to_hide_is_copied_byte_for_byte(
    city: City, package: Path, catalog: PublicView
) -> None:
    copied = 0
    for table in table_schema.tables().values():
        source, published = city.data / table.path, package / f"{table.name}.csv"
        internal = any(f.internal for f in table.fields)
        if not internal and not catalog.withheld.get(table.name):
            blanked = source.read_bytes() != published.read_bytes()
            soft = [f.name for f in table.fields if f.soft]
            assert not blanked or soft, table.name
            copied += not blanked
    assert copied > 25


def test_no_internal_column_and_no_row_kept_back_is_published(package: Path, catalog: PublicView) -> None:
    for table in table_schema.tables().values():
        rows = list(csv.DictReader(io.StringIO((package / f"{table.name}.csv").read_bytes().decode("utf-8"))))
        header = (package / f"{table.name}.csv").read_text("utf-8").splitlines()[0].split(",")
        assert header == [f.name for f in table.fields if not f.internal]
        assert [row["id"] for row in rows] == list(catalog.tables[table.name])


def test_the_descriptor_tells_the_size_and_the_licence(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert descriptor["licenses"]
    assert descriptor["sources"]
    for resource in descriptor["resources"]:
        assert resource["bytes"] == (package / resource["path"]).stat().st_size
