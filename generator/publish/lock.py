"""Keeps two builds of the same site apart; an ended process, however it ended, holds nothing."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

from generator.outcome import PublishingError

GRACE = 1.0
"""Seconds to wait for a lock: the helpers of a build that was killed take a moment to end."""


class Lock:
    """An exclusive lock on a file beside the site, held between ``with`` and its end.

    The file is removed on leaving. Whoever waited for the removed file would hold a lock on nothing, so a
    lock counts only if the file still has its name.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; nothing happens yet."""
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Lock:
        """Take the lock; PublishingError if another process has it and keeps it."""
        until = time.monotonic() + GRACE
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                if time.monotonic() < until:
                    time.sleep(GRACE / 20)
                    continue
                raise PublishingError("另一个构建正在写入同一输出目录，请等待其结束后再试。") from None
            if self._has_name(descriptor):
                self._descriptor = descriptor
                return self
            os.close(descriptor)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lock back."""
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)

    def _has_name(self, descriptor: int) -> bool:
        held = os.fstat(descriptor)
        try:
            named = self._path.stat()
        except FileNotFoundError:
            return False
        return (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
