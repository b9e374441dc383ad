"""Work that several processes share, or one does beside another; and what happens when one fails."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from generator import parallel
from generator.outcome import PublishingError
from generator.parallel import Shard, in_background, map_shards

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes, whatever the machine has, and whatever the runner of tests has running."""
    monkeypatch.setattr(parallel, "process_count", lambda: 3)


def _wait_for(path: Path) -> None:
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.01)
    raise TimeoutError(path)


@linux_only
def test_every_piece_is_done_once_by_whoever_is_free(tmp_path: Path) -> None:
    def task(shard: Shard) -> tuple[int, list[int]]:
        done = []
        for piece in shard(range(300)):
            done.append(piece)
            # Nobody goes on until all have begun: otherwise one might do it all.
            (tmp_path / str(os.getpid())).touch()
            while len(list(tmp_path.iterdir())) < 3:
                time.sleep(0.001)
        return os.getpid(), done

    results = map_shards(task)
    assert results[0][0] == os.getpid()
    assert len({pid for pid, _ in results}) == 3
    assert all(done == sorted(done) for _, done in results)
    assert sorted(piece for _, done in results for piece in done) == list(range(300))


def test_one_process_does_it_all_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    assert map_shards(lambda shard: list(shard("abc"))) == [["a", "b", "c"]]


@linux_only
def test_what_fails_elsewhere_fails_here_with_its_own_words() -> None:
    here = os.getpid()

    def task(shard: Shard) -> None:
        if os.getpid() != here:
            raise LookupError("no such list")

    with pytest.raises(LookupError, match="no such list"):
        map_shards(task)


@linux_only
def test_a_process_that_is_killed_is_told_of() -> None:
    here = os.getpid()

    def task(shard: Shard) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="killed from outside"):
        map_shards(task)


@linux_only
def test_a_part_that_fails_here_leaves_no_process_behind(tmp_path: Path) -> None:
    here = os.getpid()

    def task(shard: Shard) -> None:
        if os.getpid() == here:
            while len(list(tmp_path.iterdir())) < 2:
                time.sleep(0.001)
            raise LookupError("no shell")
        (tmp_path / str(os.getpid())).touch()
        time.sleep(60)

    with pytest.raises(LookupError, match="no shell"):
        map_shards(task)
    for path in tmp_path.iterdir():
        assert not Path("/proc", path.name).exists()


@linux_only
def test_work_beside_goes_on_while_this_process_does_other_work(tmp_path: Path) -> None:
    mark = tmp_path / "done"
    told = "x" * 500_000  # more than a pipe holds

    def work() -> tuple[int, str]:
        mark.touch()
        return os.getpid(), told

    with in_background(work) as result:
        _wait_for(mark)
        pid, found = result()
        assert pid != os.getpid()
        assert found == told
        assert result()[0] == pid, "it may be asked for again"


@linux_only
def test_work_beside_that_is_not_wanted_ends_with_the_context(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(60)

    with in_background(work):
        while not list(tmp_path.iterdir()):
            time.sleep(0.001)
    (path,) = tmp_path.iterdir()
    assert not Path("/proc", path.name).exists()


@linux_only
def test_work_beside_that_fails_or_is_killed_is_told_to_who_waits() -> None:
    def fails() -> None:
        raise PublishingError("文稿有误")

    def killed() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with in_background(fails) as result, pytest.raises(PublishingError, match="文稿有误"):
        result()
    with in_background(killed) as result, pytest.raises(ChildProcessError, match="killed from outside"):
        result()


@linux_only
def test_what_failed_elsewhere_says_where_and_in_its_words_if_it_cannot_be_sent_itself() -> None:
    class UnsendableError(Exception):
        def __init__(self, where: object) -> None:
            super().__init__("the shell is broken")
            self.where = where

    def looks_up() -> None:
        raise KeyError("banner")

    def breaks() -> None:
        raise UnsendableError(lambda: None)

    with in_background(looks_up) as result, pytest.raises(KeyError, match="banner") as found:
        result()
    assert "in looks_up" in "".join(found.value.__notes__)
    with in_background(breaks) as result, pytest.raises(RuntimeError, match="the shell is broken"):
        result()


def test_one_process_does_work_beside_when_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    done: list[int] = []

    def work() -> int:
        done.append(os.getpid())
        return len(done)

    with in_background(work) as result:
        assert not done
        assert (result(), result(), done) == (1, 1, [os.getpid()])
