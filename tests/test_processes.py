"""Work that several processes share: each piece once, what one waits for, and what happens when one fails."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import processes
from generator.processes import Share, split

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
Awaited = Callable[[], str]


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes, whatever the machine has, and whatever the runner of tests has running."""
    monkeypatch.setattr(processes, "parts", lambda: 3)


def _wait_for(path: Path) -> None:
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.01)
    raise TimeoutError(path)


@linux_only
def test_every_piece_is_done_once_by_whoever_is_free(tmp_path: Path) -> None:
    def task(share: Share, awaited: Awaited) -> tuple[int, list[int]]:
        done = []
        for piece in share(range(300)):
            done.append(piece)
            # Nobody goes on until all have begun: otherwise one might do it all.
            (tmp_path / str(os.getpid())).touch()
            while len(list(tmp_path.iterdir())) < 3:
                time.sleep(0.001)
        return os.getpid(), done

    results = split(task, lambda: "")
    assert results[0][0] == os.getpid()
    assert len({pid for pid, _ in results}) == 3
    assert all(done == sorted(done) for _, done in results)
    assert sorted(piece for _, done in results for piece in done) == list(range(300))


@linux_only
def test_others_begin_before_the_first_step_is_done_and_wait_only_when_they_need_it(tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    told = "x" * 500_000  # more than a pipe holds

    def first() -> str:
        _wait_for(mark)
        return told

    def task(share: Share, awaited: Awaited) -> str:
        mark.touch()
        return awaited() + awaited()[:1]

    assert split(task, first) == [told + "x"] * 3


def test_one_process_does_it_all_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "parts", lambda: 1)
    assert split(lambda share, awaited: [*share("abc"), awaited()], lambda: "d") == [["a", "b", "c", "d"]]


@linux_only
def test_what_fails_elsewhere_fails_here_with_its_own_words() -> None:
    here = os.getpid()

    def task(share: Share, awaited: Awaited) -> None:
        if os.getpid() != here:
            raise LookupError("no such list")

    with pytest.raises(LookupError, match="no such list"):
        split(task, lambda: "x" * 500_000)


@linux_only
def test_a_process_that_is_killed_is_told_of() -> None:
    here = os.getpid()

    def task(share: Share, awaited: Awaited) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="stopped from outside"):
        split(task, lambda: "")


@linux_only
def test_a_first_step_that_fails_leaves_no_process_behind(tmp_path: Path) -> None:
    def first() -> str:
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.001)
        raise LookupError("no shell")

    def task(share: Share, awaited: Awaited) -> str:
        (tmp_path / str(os.getpid())).touch()
        return awaited()

    with pytest.raises(LookupError, match="no shell"):
        split(task, first)
    for path in tmp_path.iterdir():
        assert not Path("/proc", path.name).exists()
