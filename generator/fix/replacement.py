"""Replaces a file in one step: whoever reads it sees the old bytes or the new ones, never a part."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


class ReplacementError(Exception):
    """A file that was not replaced, and why, in Chinese."""


def replace(path: Path, *, expected: bytes, data: bytes) -> None:
    """Put `data` in the place of the `expected` bytes of the plain file `path`, its mode kept.

    ReplacementError, and the file as it was, if it is no plain file, has changed meanwhile or cannot be
    written.
    """
    try:
        if path.is_symlink() or not path.is_file() or path.read_bytes() != expected:
            raise ReplacementError(f"{path.name} 在此期间被改动，没有写入；请重新运行")
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(path, name)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReplacementError(f"{path.name} 不能写入；请检查权限和磁盘空间，关闭正在打开它的程序") from error
