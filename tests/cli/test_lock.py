"""`portal lock`: ids.lock grows by what is published, and tells when it was cut."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cities import portal
from paths import BASE, PROJECT

LOCK = "data/ids.lock"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the clean base package."""
    shutil.copytree(BASE, tmp_path / "city")
    return tmp_path / "city"


def lock(city: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    return portal("lock", "--data", city / "data", "--docs", city / "docs", *more)


def add(city: Path, table: str, row: str) -> None:
    with (city / f"data/registry/{table}.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")


def locked(city: Path) -> dict[str, str]:
    lines = (city / LOCK).read_text("utf-8").splitlines()[1:]
    return dict(line.split(" ") for line in lines)


def test_published_ids_are_locked_and_no_others(city: Path) -> None:
    rows = city / "data/registry/recognitions.csv"
    lines = rows.read_text("utf-8").splitlines()
    held = lines[-1].replace(",yes,", ",hold,")
    rows.write_text("\n".join([*lines[:-1], held, ""]), "utf-8")
    add(city, "redirects", "red-a,ent-old,ent-a")
    add(city, "tombstones", "ent-dead,enterprises,2024-01-01,重复登记,,src-a")
    add(city, "withdrawals", "wd-a,park-a,2024-01-01,correction")
    assert lock(city).returncode == 0
    found = locked(city)
    assert found.items() >= {"ent-a": "enterprises", "case-a": "cases", "park-a": "parks"}.items()
    assert found["ent-old"] == found["ent-dead"] == "enterprises"
    assert "rec-g" not in found, "on hold"
    assert "prod-b" not in found, "known from a row on hold alone"


def test_locking_again_changes_nothing_and_new_ids_come_last(city: Path) -> None:
    lock(city)
    first = (city / LOCK).read_text("utf-8")
    assert lock(city).returncode == 0
    assert (city / LOCK).read_text("utf-8") == first
    add(city, "redirects", "red-a,ent-old,ent-a")
    assert lock(city, "--check").returncode == 1
    assert (city / LOCK).read_text("utf-8") == first
    lock(city)
    assert (city / LOCK).read_text("utf-8") == f"{first}ent-old enterprises\nred-a redirects\n"
    assert lock(city, "--check").returncode == 0


def test_a_lock_that_was_cut_is_told_beside_an_earlier_one(city: Path, tmp_path: Path) -> None:
    lock(city)
    before = tmp_path / "before.lock"
    shutil.copy(city / LOCK, before)
    text = before.read_text("utf-8")
    (city / LOCK).write_text(text.replace("ent-c enterprises\n", ""), "utf-8")
    done = lock(city, "--base", str(before))
    assert done.returncode == 1
    assert "REG-004" in done.stderr.decode()
    assert "ent-c" in done.stderr.decode()
    (city / LOCK).write_text(text, "utf-8")
    assert lock(city, "--base", str(before)).returncode == 0


def test_nothing_is_locked_while_an_id_has_vanished(city: Path) -> None:
    (city / LOCK).write_text("ent-gone enterprises\n", "utf-8")
    done = lock(city)
    assert done.returncode == 1
    assert "REG-001" in done.stderr.decode()
    assert (city / LOCK).read_text("utf-8") == "ent-gone enterprises\n"


def test_the_lock_of_the_real_city_lacks_nothing() -> None:
    done = portal("lock", "--check", "--data", PROJECT / "data", "--docs", PROJECT / "docs")
    assert done.returncode == 0, done.stderr.decode()
