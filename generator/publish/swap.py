"""Puts a new site in the place of the old one in a single step, or not at all.

The new site is made in a folder beside the old one and exchanged with it when it is complete. Until then
nothing of the old site is touched, so that a failure, a kill or a full disk leaves it as it was; what a
killed build left behind is cleared by the next one, under a lock that keeps two builds apart.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from generator.outcome import PublishingError, write_error
from generator.publish.lock import Lock
from generator.publish.manifest import NAME, is_manifest

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_SUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})

Exchange = Callable[[Path, Path], bool]
"""Exchanges two folders in one step; False where the system has no such step."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two existing folders in one step (Linux, most file systems); False where that is unknown."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_SUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


class Staging:
    """A folder beside ``out`` in which the next site is made: open, write into ``folder``, commit, discard.

    Until ``commit`` has returned ``out`` is what it was. ``open`` takes the lock and ``discard`` gives it
    back; in a ``with`` block the latter happens by itself.
    """

    def __init__(self, out: Path, *, apart: Sequence[Path] = (), exchange: Exchange = exchange) -> None:
        """Name the place; nothing happens yet. ``apart`` are the folders and files the site is made from."""
        self.out = out.resolve()
        self.folder = self._beside(f"building-{os.getpid()}")
        """Where the next site is made; exists between ``open`` and ``commit`` or ``discard``."""
        self.prose = self._beside(f"building-{os.getpid()}-prose")
        """Where MkDocs may write what becomes part of it, apart from what else is being written."""
        self._apart = tuple(path.resolve() for path in apart)
        self._exchange = exchange
        self._journal = self._beside("journal")
        self._held = ExitStack()

    def __enter__(self) -> Staging:
        """See ``open``."""
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        """See ``discard``."""
        self.discard()

    def open(self) -> None:
        """Take the lock, finish or clear what a killed build left, and make the empty folder.

        PublishingError says which of the conditions on ``out`` does not hold, or that a build is running.
        """
        check_separate(self.out, self._apart)
        try:
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self._held.enter_context(Lock(self._beside("lock")))
            # The modes of the site's files do not depend on who builds it.
            self._held.callback(os.umask, os.umask(0o022))
            self._held.callback(self._clear_leftovers)
            self._finish_journal()
            self._clear_leftovers()
            check_replaceable(self.out)
            self.folder.mkdir()
        except OSError as error:
            self.discard()
            raise write_error(error, self.out.parent) from error
        except PublishingError:
            self.discard()
            raise

    def commit(self) -> None:
        """Put the new site in place and remove the old one. PublishingError if the system refuses."""
        try:
            _sync(self.folder)
            if not self.out.exists():
                self.folder.rename(self.out)
            elif not self._exchange(self.folder, self.out):
                self._write_journal()
                self._finish_journal()
            _sync(self.out.parent)
        except OSError as error:
            raise write_error(error, self.out.parent) from error
        self.discard()

    def discard(self) -> None:
        """Remove all that is not the site and give the lock back; safe at any time and more than once."""
        self._held.close()

    def _write_journal(self) -> None:
        """Note that the finished folder is to take the place of ``out``: a kill from here on is finished."""
        draft = self._beside("journal-draft")
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"new": self.folder.name}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self._journal)
        _sync(self.out.parent)

    def _finish_journal(self) -> None:
        """Do what is left of two noted renames, old out of the way and new in its place, if any are noted.

        Where the second is refused the first is taken back, and the note with it.
        """
        if not self._journal.exists():
            return
        new = self.out.with_name(json.loads(self._journal.read_text("utf-8"))["new"])
        old = self._beside("old")
        if new.is_dir():
            if self.out.exists():
                self.out.rename(old)
            try:
                new.rename(self.out)
            except OSError:
                if old.exists():
                    old.rename(self.out)
                    self._journal.unlink()
                raise
        _sync(self.out.parent)
        self._journal.unlink()

    def _clear_leftovers(self) -> None:
        """Remove what this build, or a killed one, has beside ``out``. Only under the lock."""
        if self._journal.exists():
            return  # the folders are still needed by whoever finishes it
        self._beside("journal-draft").unlink(missing_ok=True)
        for path in sorted(self.out.parent.glob(f"{glob.escape(self._beside('building-').name)}*")):
            shutil.rmtree(path, ignore_errors=True)
        shutil.rmtree(self._beside("old"), ignore_errors=True)

    def _beside(self, what: str) -> Path:
        return self.out.with_name(f".{self.out.name}.{what}")


def check_separate(out: Path, sources: Sequence[Path]) -> None:
    """PublishingError unless ``out``, which will be replaced, lies apart from what the site is made from."""
    for source in sources:
        if out == source or out in source.parents or source in out.parents:
            raise PublishingError(f"输出目录不能包含 {source.name}，也不能位于其中。")


def check_replaceable(out: Path) -> None:
    """PublishingError unless ``out`` is absent, an empty folder, or a site that this program made."""
    if not out.exists():
        return
    if not out.is_dir():
        raise PublishingError("输出位置已有同名文件，不是目录。")
    marker = out / NAME
    if any(out.iterdir()) and not (marker.is_file() and is_manifest(marker.read_bytes())):
        raise PublishingError(f"输出目录不为空，且其中没有本程序生成的 {NAME}，未作任何改动。")


def _sync(folder: Path) -> None:
    """Make the renames within a folder last."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
