"""The same commit gives the same bytes: elsewhere, at another time, in another order, by either door."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from cities import CHANGZHOU, DEMO_CITY, City, contents, portal
from paths import CONFIG, PROJECT

OTHER_ORDER = """
import os
_scandir, _listdir = os.scandir, os.listdir


class _Reversed:
    def __init__(self, *given):
        with _scandir(*given) as entries:
            self._entries = iter(sorted(entries, key=lambda e: e.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.scandir = _Reversed
os.listdir = lambda *given: sorted(_listdir(*given), reverse=True)
os.umask(0o077)
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""
"""Start-up code: folders in reverse order, new files for their owner alone, one core instead of several."""


def differing(one: Path, other: Path) -> list[str]:
    first, second = contents(one), contents(other)
    return sorted(p for p in first.keys() | second.keys() if first.get(p) != second.get(p))


def moved(city: City, folder: Path) -> City:
    """Copy a city elsewhere, last file first, with other times."""
    for source, name in ((city.data, "data"), (city.docs, "docs")):
        for path in sorted(source.rglob("*"), reverse=True):
            if path.is_file():
                to = folder / name / path.relative_to(source)
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, to)
                os.utime(to, (1, 1))
    return City(city.name, folder / "data", folder / "docs")


def rebuilt(city: City, tmp_path: Path) -> Path:
    start = tmp_path / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text(OTHER_ORDER)
    there = moved(city, tmp_path / "另 一处" / "with a longer name")
    out = tmp_path / "out"
    done = portal(
        "build", "--data", there.data, "--docs", there.docs, "--out", out, "--config", CONFIG,
        PYTHONPATH=os.pathsep.join([str(start), str(PROJECT)]),
        TZ="Pacific/Kiritimati", LC_ALL="C", LANG="tr_TR.UTF-8", PYTHONHASHSEED="4242",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_two_builds_of_changzhou_are_the_same(changzhou_site: Path, tmp_path: Path) -> None:
    assert differing(changzhou_site, rebuilt(CHANGZHOU, tmp_path)) == []


def test_two_builds_of_the_demonstration_are_the_same(demo_site: Path, tmp_path: Path) -> None:
    assert differing(demo_site, rebuilt(DEMO_CITY, tmp_path)) == []


def test_the_other_order_is_really_given(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(OTHER_ORDER)
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    program = "import os, sys; print([e.name for e in os.scandir(sys.argv[1])][-2:], oct(os.umask(0)))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["['b',", "'a']", "0o77"]


def test_mkdocs_build_gives_what_portal_build_gives(demo_site: Path, tmp_path: Path) -> None:
    shutil.copy(CONFIG, tmp_path / "mkdocs.yml")
    shutil.copytree(DEMO_CITY.data, tmp_path / "data")
    shutil.copytree(DEMO_CITY.docs, tmp_path / "docs")
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert differing(demo_site, tmp_path / "site") == []
