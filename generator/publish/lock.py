"""A lock file that keeps two builds of one site apart; it outlives no process that held it.

With ``fcntl`` the kernel holds the lock. Without it the existence of the file is the lock, and the file names
the process that created it.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from types import ModuleType, TracebackType

from generator.outcome import PublishingError

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # not a Unix system
    fcntl = None

GRACE = 1.0
"""Seconds to wait for the lock: child processes of a killed build take a moment to end."""
_CLOSE_ON_EXEC: int = getattr(os, "O_CLOEXEC", 0)
_held_here: set[Path] = set()
"""Lock files that this process created."""


class Lock:
    """An exclusive lock on a file beside the site for a ``with`` block, which removes the file at its end."""

    def __init__(self, path: Path) -> None:
        """Set the path of the lock file. The lock is not taken yet."""
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Lock:
        """Take the lock. Raises PublishingError if another process still holds it after GRACE seconds."""
        acquire = _acquire_exclusive_file if fcntl is None else _acquire_kernel_lock
        until = time.monotonic() + GRACE
        while (descriptor := acquire(self._path)) is None:
            if time.monotonic() >= until:
                raise PublishingError("另一个构建正在写入同一输出目录，请等待其结束后再试。")
            time.sleep(GRACE / 20)
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file and release the lock."""
        if fcntl is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            return
        os.close(self._descriptor)  # Windows removes no open file
        _held_here.discard(self._path)
        with contextlib.suppress(OSError):
            self._path.unlink()


def _acquire_kernel_lock(path: Path) -> int | None:
    """Lock the file with flock and return its descriptor; None if another process holds the lock.

    A process may lock a file that its holder has just removed. Such a lock protects nothing, so it counts
    only if the file still has its name.
    """
    assert fcntl is not None
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _CLOSE_ON_EXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _has_name(descriptor, path):
            return descriptor
    except BlockingIOError:
        pass
    os.close(descriptor)
    return None


def _has_name(descriptor: int, path: Path) -> bool:
    locked = os.fstat(descriptor)
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    return (locked.st_dev, locked.st_ino) == (named.st_dev, named.st_ino)


def _acquire_exclusive_file(path: Path) -> int | None:
    """Create the file with this process's id and return its descriptor; None if another process holds it.

    A file left by a process that has ended is moved away first.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _CLOSE_ON_EXEC, 0o644)
    except FileExistsError:
        _remove_if_stale(path)
        return None
    os.write(descriptor, str(os.getpid()).encode())
    _held_here.add(path)
    return descriptor


def _remove_if_stale(path: Path) -> None:
    """Remove the lock file of a process that has ended."""
    stale = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):  # removed meanwhile; or open in another process, on Windows
        holder = path.read_text("ascii")
        if not holder.isdigit() or _is_running(int(holder), path):
            return
        path.rename(stale)
        if stale.read_text("ascii") != holder:  # another process was quicker: this is its new lock
            stale.rename(path)
        stale.unlink(missing_ok=True)


def _is_running(process: int, path: Path) -> bool:
    """Return True if the process that created a lock file is still running.

    Always False on Windows, where os.kill ends the process: there the file of a running process is open and
    cannot be renamed.
    """
    if process == os.getpid():
        return path in _held_here
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
