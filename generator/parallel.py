"""Run work in parallel in forked processes; in this process alone where forking is not safe.

Children read the parent's memory and send back their results. They end with their parent, so that a killed
build leaves no process running.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
MAX_PROCESSES = 4
_PR_SET_PDEATHSIG = 1
_TASKS = Path("/proc/self/task")


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector: a build is short and makes few cycles; collecting took a fifth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def process_count() -> int:
    """Return how many processes may run at once, this one included: from 1 to MAX_PROCESSES.

    Only Linux can end children with their parent. A process with threads is never forked: a lock that another
    thread holds would stay locked in the child. Threads are counted by the system, because libraries start
    threads that Python does not know of.
    """
    if sys.platform != "linux" or len(list(_TASKS.iterdir())) > 1:
        return 1
    return max(1, min(MAX_PROCESSES, len(os.sched_getaffinity(0))))


class Shard(Protocol):
    """Selects the items of a work list that this process handles; the built-in `iter` selects all of them."""

    def __call__(self, work: Iterable[T], /) -> Iterator[T]:
        """Yield the selected items, in order."""


Task = Callable[[Shard], T]
"""A function that every process runs, each with its own shard of the work."""


def map_shards(task: Task[T]) -> list[T]:
    """Run `task` once in every process and return the results, that of this process first.

    Raises the first exception of any process, after the other processes have been stopped.
    """
    count = process_count()
    if count == 1:
        return [task(iter)]
    gc.freeze()
    with tempfile.TemporaryFile() as counter:
        shard = partial(_claim_items, counter.fileno())
        children = [fork(partial(_send_result, partial(task, shard))) for _ in range(1, count)]
        try:
            results = [task(shard)]
            return results + [child.result() for child in children]
        finally:
            for child in children:
                child.stop()
            gc.unfreeze()


@contextlib.contextmanager
def in_background(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Run `work` in another process and yield a function that waits for its result.

    Where only one process is safe, the work runs in this process on the first call of that function. The
    function raises what the work raised. The other process is killed when the context ends.
    """
    if process_count() == 1:
        yield cache(work)
        return
    child = fork(partial(_send_result, work))
    try:
        yield cache(child.result)
    finally:
        child.stop()


def _claim_items(counter: int, work: Iterable[T]) -> Iterator[T]:
    """Yield the items of `work` that this process claims; a process claims its next item when it is free.

    Every process iterates over the same items. They share the offset of an empty file as a counter: moving it
    is atomic (POSIX.1-2017, 2.9.7), and a killed process leaves no lock behind.
    """
    claimed = os.lseek(counter, 1, os.SEEK_CUR)
    for number, item in enumerate(work, 1):
        if number == claimed:
            yield item
            claimed = os.lseek(counter, 1, os.SEEK_CUR)


def _send_result(work: Callable[[], object], connection: Connection) -> None:
    try:
        connection.send((work(), None))
    except BaseException as error:
        connection.send((None, _picklable(error)))


def _picklable(error: BaseException) -> BaseException:
    """Return `error` with its traceback as a note; a RuntimeError with that text if it cannot be pickled."""
    text = "".join(traceback.format_exception(error))
    error.add_note(text)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(text)
    return error


class ChildProcess:
    """A forked process and the parent's end of the connection to it."""

    def __init__(self, process: multiprocessing.process.BaseProcess, connection: Connection) -> None:
        self.connection = connection
        self._process = process

    def result(self) -> Any:
        """Wait for the result of the work and return it; call this once.

        Raises the exception of the work, a RuntimeError with its traceback where that cannot be pickled, and
        ChildProcessError where the process was killed.
        """
        try:
            result, error = self.connection.recv()
        except (EOFError, ConnectionError) as ended:
            raise ChildProcessError(
                "a child process was killed from outside, perhaps because memory ran out"
            ) from ended
        if error is not None:
            raise error
        return result

    def stop(self) -> None:
        """Kill the process and wait for its end."""
        self.connection.close()
        self._process.kill()
        self._process.join()


def fork(work: Callable[[Connection], None]) -> ChildProcess:
    """Fork a process that calls `work` with its end of a connection and then exits."""
    context = multiprocessing.get_context("fork")
    parent_end, child_end = context.Pipe()
    process = context.Process(target=_serve, args=(work, child_end, parent_end, os.getpid()), daemon=True)
    process.start()
    child_end.close()
    return ChildProcess(process, parent_end)


def _serve(
    work: Callable[[Connection], None], child_end: Connection, parent_end: Connection, parent: int
) -> None:
    parent_end.close()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # The parent may have ended before the line above: then nobody reads the result.
    if os.getppid() == parent:
        # Ctrl-C reaches every process of a terminal; the parent reports it.
        with contextlib.suppress(OSError, EOFError, KeyboardInterrupt):
            work(child_end)
    os._exit(0)
