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
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

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


def split(task: Callable[[int, int], T]) -> list[T]:
    """Run `task(part, parts)` for every part at once and return the results in order of part.

    The first exception of any part is raised here, after the other parts were stopped.
    """
    count = parts()
    if count == 1:
        return [task(0, 1)]
    gc.freeze()
    children = [start(partial(_send, task, part, count)) for part in range(1, count)]
    try:
        results = [task(0, count)]
        for child in children:
            result, error = child.answer.recv()
            if error is not None:
                raise error
            results.append(result)
    except EOFError as error:
        raise ChildProcessError(
            "a part of the work was stopped from outside, for want of memory perhaps"
        ) from error
    finally:
        for child in children:
            child.stop()
        gc.unfreeze()
    return results


def _send(task: Callable[[int, int], T], part: int, count: int, there: Connection) -> None:
    try:
        there.send((task(part, count), None))
    except BaseException as error:
        there.send((None, error))


class Child:
    """A forked process and the connection to it."""

    def __init__(self, process: multiprocessing.process.BaseProcess, answer: Connection) -> None:
        self.answer = answer
        self._process = process

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
        with contextlib.suppress(OSError, EOFError):
            work(there)
    os._exit(0)
