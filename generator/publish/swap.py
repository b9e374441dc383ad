"""Replace the old site with a new one in a single step, or not at all.

The new site is built in a folder beside the old one and exchanged with it when complete. Until then the old
site is unchanged, whatever ends the build: an error, a kill or a full disk. The next build removes what a
killed one left, under a lock that keeps two builds apart.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import json
import os
import shutil
import sys
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
"""Exchanges two folders in one step; returns False if the system cannot."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux, most file systems); return False if the system cannot."""
    if sys.platform != "linux":
        return False
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
    """A folder beside ``out`` for the next site: open, write into ``folder``, commit, discard.

    ``out`` is unchanged until ``commit`` has returned. ``open`` takes the lock and ``discard`` releases it; a
    ``with`` block calls both.
    """

    def __init__(self, out: Path, *, apart: Sequence[Path] = (), exchange: Exchange = exchange) -> None:
        """Set the paths; nothing is created yet. ``apart`` are the sources: ``out`` must not overlap them."""
        self.out = out.resolve()
        self.folder = self._beside(f"building-{os.getpid()}")
        """Folder of the next site; it exists between ``open`` and ``commit`` or ``discard``."""
        self.shell_files = self._beside(f"building-{os.getpid()}-shell")
        """Folder for files of the shell engine, which runs while others write to ``folder``."""
        self._apart = tuple(path.resolve() for path in apart)
        self._exchange = exchange
        self._journal = self._beside("journal")
        self._stack = ExitStack()

    def __enter__(self) -> Staging:
        """See ``open``."""
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        """See ``discard``."""
        self.discard()

    def open(self) -> None:
        """Take the lock, finish or remove what a killed build left, and create the empty folder.

        Raises PublishingError if ``out`` cannot be replaced or another build is running.
        """
        check_separate(self.out, self._apart)
        try:
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self._stack.enter_context(Lock(self._beside("lock")))
            # File modes do not depend on the user who builds the site.
            self._stack.callback(os.umask, os.umask(0o022))
            self._stack.callback(self._clear_leftovers)
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
        """Replace the old site with the new one. Raises PublishingError if the system prevents it."""
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
        """Remove everything but the site and release the lock; may be called at any time, repeatedly."""
        self._stack.close()

    def _write_journal(self) -> None:
        """Record that the finished folder replaces ``out``: after a kill the next build completes it."""
        draft = self._beside("journal-draft")
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"new": self.folder.name}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self._journal)
        _sync(self.out.parent)

    def _finish_journal(self) -> None:
        """Complete the two recorded renames, if any: the old site away, then the new site into its place.

        If the second rename fails, the first is undone and the record removed.
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
        """Remove the folders of this build or a killed one beside ``out``. Call only with the lock."""
        if self._journal.exists():
            return  # the build that completes the renames still needs the folders
        self._beside("journal-draft").unlink(missing_ok=True)
        for path in sorted(self.out.parent.glob(f"{glob.escape(self._beside('building-').name)}*")):
            shutil.rmtree(path, ignore_errors=True)
        shutil.rmtree(self._beside("old"), ignore_errors=True)

    def _beside(self, what: str) -> Path:
        return self.out.with_name(f".{self.out.name}.{what}")


def check_separate(out: Path, sources: Sequence[Path]) -> None:
    """Raise PublishingError if ``out``, which will be replaced, contains a source or is inside one."""
    for source in sources:
        if out == source or out in source.parents or source in out.parents:
            raise PublishingError(f"输出目录不能包含 {source.name}，也不能位于其中。")


def check_replaceable(out: Path) -> None:
    """Raise PublishingError unless ``out`` is absent, an empty folder, or a site built by this program."""
    if not out.exists():
        return
    if not out.is_dir():
        raise PublishingError("输出位置已有同名文件，不是目录。")
    marker = out / NAME
    if any(out.iterdir()) and not (marker.is_file() and is_manifest(marker.read_bytes())):
        raise PublishingError(f"输出目录不为空，且其中没有本程序生成的 {NAME}，未作任何改动。")


def _sync(folder: Path) -> None:
    """Flush the renames within a folder to disk, where folders can be opened for that (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
