"""The real national lists, converted, are a register without a problem: the positive control of all rules."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.conversion import REPEATED
from benchmarks.national import FACTS, ROWS, write_national
from generator.checks.validate import validate

ROWS_PRINTED = 6457
ROWS_REPEATED = 44
"""Rows of batch 3 that share section and serial with another: two products of two rows, twelve of three."""

Tables = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (FACTS / ROWS).is_file():
        if os.environ.get("PORTAL_NEED_SHARED") == "1":
            pytest.fail(f"{FACTS / ROWS} is not there, and PORTAL_NEED_SHARED=1 asks for it")
        pytest.skip(f"NOT TESTED on the national lists: {ROWS} is not beside the repository")
    folder = tmp_path_factory.mktemp("national")
    write_national(folder)
    return folder


@pytest.fixture(scope="module")
def tables(city: Path) -> Tables:
    found = {}
    for path in (city / "data").glob("*/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def test_the_check_finds_nothing(city: Path) -> None:
    assert validate(city / "data", city / "docs").problems == ()


def test_every_printed_row_is_held_as_printed(tables: Tables) -> None:
    with (FACTS / ROWS).open(encoding="utf-8-sig", newline="") as file:
        printed = list(csv.DictReader(file))
    held = tables["recognitions"]
    assert len(held) == len(printed) == ROWS_PRINTED
    shown = [(r["name_as_published"], r["region_as_published"], r["serial"]) for r in held]
    assert shown == [(r["name_as_published"], r["region"], r["serial_no"]) for r in printed]


def test_a_unit_is_a_printed_name(tables: Tables) -> None:
    for table in ("enterprises", "parks"):
        names = [row["name_zh"] for row in tables[table]]
        assert len(names) == len(set(names))
    assert len(tables["products"]) == sum(row["product"] != "" for row in tables["recognitions"])


def test_repeated_serials_are_remarked_and_no_others(tables: Tables) -> None:
    keys = Counter((row["list"], row["section"], row["serial"]) for row in tables["recognitions"])
    remarked = [row for row in tables["recognitions"] if row["remark"] == REPEATED]
    repeated = [row for row in tables["recognitions"] if keys[row["list"], row["section"], row["serial"]] > 1]
    assert remarked == repeated
    assert len(remarked) == ROWS_REPEATED


def test_official_counts_are_those_of_the_rows_or_explained(tables: Tables) -> None:
    rows = Counter(row["list"] for row in tables["recognitions"])
    without = [row for row in tables["lists"] if not row["official_count"]]
    assert [row["id"] for row in without] == ["list-product-national-5"]
    assert all(row["explained_by"] for row in without)
    for row in tables["lists"]:
        assert row["official_count"] in ("", str(rows[row["id"]]))


def test_what_is_no_region_gives_no_place(tables: Tables) -> None:
    names = {row["name_zh"] for row in tables["areas"]}
    assert not names & {"海信", "蒙娜", "景泰"}
    assert {"江苏", "新疆生产建设兵团", "宁波"} <= names
    assert len({row["unit"] for row in tables["places"]}) == len(tables["places"])
