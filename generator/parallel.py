"""Work split over the cores of the machine by forked processes; one process where that is not safe.

Children share what the parent has read and send back what they found. They die with their parent, so that
a build that is killed leaves nothing running.
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
MAX_PARTS = 4
_PR_SET_PDEATHSIG = 1
_TASKS = Path("/proc/self/task")


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Do without the collector of cycles: a build makes few and ends soon; it took a fifth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def parts() -> int:
    """Return over how many processes work may be split.

    Only Linux ends children with their parent. A process with threads is not forked: a lock held by another
    thread would stay held in the child for ever. Libraries have threads that Python does not know of.
    """
    if sys.platform != "linux" or len(list(_TASKS.iterdir())) > 1:
        return 1
    return max(1, min(MAX_PARTS, len(os.sched_getaffinity(0))))


class Share(Protocol):
    """Picks from pieces of work those that are to be done here; `iter` picks all."""

    def __call__(self, work: Iterable[T], /) -> Iterator[T]:
        """Yield the pieces that are picked, in order."""


Task = Callable[[Share], T]
"""What every process does: it picks its share of the work."""


def split(task: Task[T]) -> list[T]:
    """Run `task` in every process and return the results, that of this process first.

    The first exception of any part is raised here, after the others were stopped.
    """
    count = parts()
    if count == 1:
        return [task(iter)]
    gc.freeze()
    with tempfile.TemporaryFile() as place:
        share = partial(_by_turns, place.fileno())
        children = [start(partial(_answer, partial(task, share))) for _ in range(1, count)]
        try:
            results = [task(share)]
            return results + [child.result() for child in children]
        finally:
            for child in children:
                child.stop()
            gc.unfreeze()


@contextlib.contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Have `work` done in another process, and yield what waits for its result.

    Where only one process is safe it is done here, when its result is wanted. An exception of it is raised by
    who waits. The process ends with the context, whatever it is doing.
    """
    if parts() == 1:
        yield cache(work)
        return
    child = start(partial(_answer, work))
    try:
        yield cache(child.result)
    finally:
        child.stop()


def _by_turns(place: int, work: Iterable[T]) -> Iterator[T]:
    """Yield those pieces of `work`, the same everywhere, that fall to this process: whoever is free is next.

    What the processes share is a place in an empty file. Moving it is one step that no other process can come
    between (POSIX.1-2017, 2.9.7), and nothing is left locked by one that is killed.
    """
    mine = os.lseek(place, 1, os.SEEK_CUR)
    for number, piece in enumerate(work, 1):
        if number == mine:
            yield piece
            mine = os.lseek(place, 1, os.SEEK_CUR)


def _answer(work: Callable[[], object], there: Connection) -> None:
    try:
        there.send((work(), None))
    except BaseException as error:
        there.send((None, _to_be_sent(error)))


def _to_be_sent(error: BaseException) -> BaseException:
    """An exception with where it was raised, which does not go with it; its text, where it cannot be sent."""
    told = "".join(traceback.format_exception(error))
    error.add_note(told)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(told)
    return error


class Child:
    """A forked process and the connection to it."""

    def __init__(self, process: multiprocessing.process.BaseProcess, answer: Connection) -> None:
        self.answer = answer
        self._process = process

    def result(self) -> Any:
        """Wait for what its work returned; raises what that raised, ChildProcessError where it was killed.

        To be asked once. What cannot be sent between processes is raised as RuntimeError with its text.
        """
        try:
            result, error = self.answer.recv()
        except (EOFError, ConnectionError) as ended:
            raise ChildProcessError(
                "a part of the work was stopped from outside, for want of memory perhaps"
            ) from ended
        if error is not None:
            raise error
        return result

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.answer.close()
        self._process.kill()
        self._process.join()


def start(work: Callable[[Connection], None]) -> Child:
    """Fork a process that does `work` with its end of a connection and ends."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(work, there, here, os.getpid()), daemon=True)
    process.start()
    there.close()
    return Child(process, here)


def _serve(work: Callable[[Connection], None], there: Connection, here: Connection, parent: int) -> None:
    here.close()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == parent:
        # Without a parent to take the answer there is nothing left to do.
        # Ctrl-C reaches all processes of a terminal; the parent says so.
        with contextlib.suppress(OSError, EOFError, KeyboardInterrupt):
            work(there)
    os._exit(0)
