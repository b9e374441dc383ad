"""The files of a folder, and their bytes: plain files alone, nothing behind a link, nothing without end.

Contributed folders are walked without following anything, and a file is opened without following either: what
was a plain file when the folder was listed may be a link when it is read. Knows no table and no descriptor.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.problems.problem import Problem

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_ENTRIES = 5_000
"""Files and folders in one folder: a register has forty."""
MAX_LEVELS = 8
# Without O_NONBLOCK, opening a pipe would wait for someone to write into it. Windows knows neither.
_PLAIN = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_PORTABLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\Z")
_DEVICE_NAMES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileListing:
    """The plain files below a folder, in order of their path, and what is refused."""

    paths: Mapping[str, Path] = field(default_factory=dict)
    """Files by their path below the folder, with the prefix that was asked for."""
    problems: tuple[Problem, ...] = ()


def is_portable(name: str) -> bool:
    """Return True if a file name means the same on every system."""
    return len(name) <= 128 and _PORTABLE.match(name) is not None and _DEVICE_NAMES.match(name) is None


def list_files(root: Path, prefix: str = "", *, portable: bool) -> FileListing:
    """List the plain files below `root`; files and folders whose name begins with a dot are passed over.

    Problems: PTH-002 for links and special files (those with a dot too), LIM-001 for too many entries or
    levels, and with `portable` PTH-003 for names that do not mean the same on every system.
    """
    paths: dict[str, Path] = {}
    problems = []
    waiting = [(root, prefix, 1)]
    while waiting:
        folder, at, level = waiting.pop()
        entries = list(islice(os.scandir(folder), MAX_ENTRIES + 1))
        limit = _over_limit(at, level, len(entries))
        if limit:
            problems.append(limit)
            continue
        lower: set[str] = set()
        for entry in sorted(entries, key=lambda e: e.name):
            path, mode = at + entry.name, entry.stat(follow_symlinks=False).st_mode
            if entry.name.startswith(".") and not stat.S_ISLNK(mode):
                continue
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                problems.append(Problem("PTH-002", path, value=entry.name))
            elif portable and (not is_portable(entry.name) or entry.name.lower() in lower):
                problems.append(Problem("PTH-003", path, value=entry.name))
            elif stat.S_ISDIR(mode):
                waiting.append((Path(entry.path), f"{path}/", level + 1))
            else:
                paths[path] = Path(entry.path)
            lower.add(entry.name.lower())
    return FileListing(dict(sorted(paths.items())), tuple(problems))


def _over_limit(at: str, level: int, entries: int) -> Problem | None:
    if level > MAX_LEVELS:
        details = limit_details("目录层数", "levels of folders", level, MAX_LEVELS)
    elif entries > MAX_ENTRIES:
        details = limit_details("目录内文件数", "files in the folder", f"> {MAX_ENTRIES}", MAX_ENTRIES)
    else:
        return None
    return Problem("LIM-001", at.rstrip("/"), details=details)


def limit_details(what: str, what_en: str, count: int | str, limit: int) -> dict[str, str]:
    """Return the details of a LIM-001: what was counted, how much of it there is, how much there may be."""
    return {"what": what, "what_en": what_en, "count": str(count), "limit": str(limit)}


def read_file(path: Path, name: str, limit: int = MAX_FILE_BYTES) -> tuple[bytes | None, Problem | None]:
    """Return the bytes of the plain file at `path`, or what is wrong with it at `name`.

    Problems: LIM-001 for more than `limit` bytes, seen before anything is read; PTH-002 for what is no plain
    file or cannot be opened as one.
    """
    try:
        handle = os.open(path, _PLAIN)
    except OSError:
        return None, Problem("PTH-002", name, value=path.name)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return None, Problem("PTH-002", name, value=path.name)
        if status.st_size > limit:
            details = limit_details("文件字节数", "bytes in the file", status.st_size, limit)
            return None, Problem("LIM-001", name, 1, details=details)
        return file.read(limit + 1)[:limit], None
