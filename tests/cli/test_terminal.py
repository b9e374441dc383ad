"""The commands at a real terminal: colours, NO_COLOR, and nothing written without a yes."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from paths import BASE, PROJECT

LISTS = "data/registry/lists.csv"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The base with a date that can be mended."""
    shutil.copytree(BASE, tmp_path / "city")
    path = tmp_path / "city" / LISTS
    path.write_bytes(path.read_bytes().replace(b"2020-12-20", b"2020/12/20"))
    return tmp_path / "city"


def at_terminal(city: Path, *arguments: str, answer: str = "", **environment: str) -> tuple[int, str]:
    """Run `portal` at a terminal, typing `answer` ahead; return exit status and what the terminal showed."""
    return run_at_terminal([sys.executable, "-m", "generator", *arguments], city, answer, **environment)


def run_at_terminal(command: list[str], city: Path, answer: str = "", **environment: str) -> tuple[int, str]:
    """Run a command likewise."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    env |= {"PYTHONPATH": str(PROJECT), "TERM": "xterm", **environment}
    process = subprocess.Popen(
        command,
        cwd=city,
        env=env,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # how Linux tells that the other side is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(), shown.decode("utf-8", "replace")


def test_the_check_is_coloured_unless_no_color_is_set(city: Path) -> None:
    status, shown = at_terminal(city, "check")
    assert (status, "\x1b[31m" in shown) == (1, True)
    _, plain = at_terminal(city, "check", NO_COLOR="1")
    assert "\x1b[" not in plain
    assert "TYP-004" in plain


def test_a_build_says_what_it_does_and_leaves_every_core_to_the_work(city: Path) -> None:
    (city / LISTS).write_bytes((city / LISTS).read_bytes().replace(b"2020/12/20", b"2020-12-20"))
    script = (
        "from generator import parallel\n"
        "from generator.commands import progress\n"
        "before = parallel.process_count()\n"
        "with progress.shown('生成网站') as tell: tell('verify', 500); within = parallel.process_count()\n"
        "print('cores', before, within)"
    )
    _, shown = run_at_terminal([sys.executable, "-c", script], city)
    before, within = shown.partition("cores ")[2].split()
    assert before == within
    assert "生成网站：检查链接 500" in shown
    status, shown = at_terminal(city, "build", "--out", "site")
    assert (status, "生成网站" in shown) == (0, True)


@pytest.mark.parametrize(
    ("answer", "status", "written"), [("y\n", 0, True), ("n\n", 1, False), ("\n", 1, False)]
)
def test_a_mend_is_written_after_a_yes_alone(city: Path, answer: str, status: int, written: bool) -> None:
    found, shown = at_terminal(city, "fix", answer=answer)
    assert found == status
    assert "2020/12/20" in shown
    assert (b"2020-12-20" in (city / LISTS).read_bytes()) == written


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False)])
def test_a_file_is_converted_after_a_yes_alone(city: Path, answer: str, written: bool) -> None:
    path = city / LISTS
    good = path.read_bytes()
    path.write_bytes(good.decode().encode("gb18030"))
    status, shown = at_terminal(city, "convert", LISTS, answer=answer)
    assert status == (0 if written else 1)
    assert "市级绿色工厂名单" in shown
    assert (path.read_bytes() == good) == written
