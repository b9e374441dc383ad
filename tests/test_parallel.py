"""Work in several processes or in the background, and what happens when a process fails."""

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
def test_every_item_is_handled_once_by_a_free_process(tmp_path: Path) -> None:
    def task(shard: Shard) -> tuple[int, list[int]]:
        done = []
        for item in shard(range(300)):
            done.append(item)
            # All wait until each has started: otherwise one process could handle all items.
            (tmp_path / str(os.getpid())).touch()
            while len(list(tmp_path.iterdir())) < 3:
                time.sleep(0.001)
        return os.getpid(), done

    results = map_shards(task)
    assert results[0][0] == os.getpid()
    assert len({pid for pid, _ in results}) == 3
    assert all(done == sorted(done) for _, done in results)
    assert sorted(item for _, done in results for item in done) == list(range(300))


def test_one_process_handles_all_items_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    assert map_shards(lambda shard: list(shard("abc"))) == [["a", "b", "c"]]


@linux_only
def test_an_exception_of_a_child_is_raised_in_the_parent() -> None:
    here = os.getpid()

    def task(shard: Shard) -> None:
        if os.getpid() != here:
            raise LookupError("no such list")

    with pytest.raises(LookupError, match="no such list"):
        map_shards(task)


@linux_only
def test_a_killed_child_is_an_error() -> None:
    here = os.getpid()

    def task(shard: Shard) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="killed from outside"):
        map_shards(task)


@linux_only
def test_a_failure_in_the_parent_leaves_no_process_running(tmp_path: Path) -> None:
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
def test_background_work_runs_while_the_parent_works(tmp_path: Path) -> None:
    mark = tmp_path / "done"
    text = "x" * 500_000  # more than a pipe holds

    def work() -> tuple[int, str]:
        mark.touch()
        return os.getpid(), text

    with in_background(work) as result:
        _wait_for(mark)
        pid, found = result()
        assert pid != os.getpid()
        assert found == text
        assert result()[0] == pid, "it may be asked for again"


@linux_only
def test_background_work_ends_with_the_context(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(60)

    with in_background(work):
        while not list(tmp_path.iterdir()):
            time.sleep(0.001)
    (path,) = tmp_path.iterdir()
    assert not Path("/proc", path.name).exists()


@linux_only
def test_background_work_that_fails_or_is_killed_raises_for_the_waiting_parent() -> None:
    def fails() -> None:
        raise PublishingError("文稿有误")

    def killed() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with in_background(fails) as result, pytest.raises(PublishingError, match="文稿有误"):
        result()
    with in_background(killed) as result, pytest.raises(ChildProcessError, match="killed from outside"):
        result()


@linux_only
def test_an_exception_has_its_traceback_as_a_note_or_as_text_if_it_cannot_be_pickled() -> None:
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


def test_with_one_process_background_work_runs_when_its_result_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    done: list[int] = []

    def work() -> int:
        done.append(os.getpid())
        return len(done)

    with in_background(work) as result:
        assert not done
        assert (result(), result(), done) == (1, 1, [os.getpid()])
