"""From a data folder to its descriptors and sheets, with everything refused that is not a plain file in it.

Knows folders, descriptors and limits; what a cell means is told by cells.py and check.py.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from generator import schema
from generator.problems import Problem
from generator.reading import csvtext
from generator.reading.descriptor import DESCRIPTOR, read_package
from generator.reading.loaded import LoadedFolder, is_portable

_ROOT_FILES = frozenset({"portal.yaml", "accepted.yaml", "ids.lock"})
_FREE = re.compile(r"(?:README|LICENSE|\.)", re.IGNORECASE)


def load_folder(root: Path) -> LoadedFolder:
    """Read every file of the data folder `root`. Never raises for what the folder holds."""
    loaded = LoadedFolder()
    if not root.is_dir():
        loaded.problems.append(Problem("PKG-003", "", value=root.name))
        return loaded
    _walk(root, "", loaded)
    declared: set[str] = set()
    for package in schema.PACKAGES:
        descriptor = f"{package}/{DESCRIPTOR}"
        if descriptor in loaded.files:
            declared.add(descriptor)
            read_package(package, loaded, declared)
    for path in sorted(set(loaded.files) - declared - _ROOT_FILES):
        name = path.rsplit("/", 1)[-1]
        if not _FREE.match(name):
            loaded.problems.append(Problem("PKG-001", path, value=path))
    return loaded


def _walk(folder: Path, prefix: str, loaded: LoadedFolder) -> None:
    lower: dict[str, str] = {}
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        path = prefix + entry.name
        mode = entry.stat(follow_symlinks=False).st_mode
        if entry.name.startswith(".") and not stat.S_ISLNK(mode):
            continue
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            loaded.problems.append(Problem("PTH-002", path, value=entry.name))
        elif not is_portable(entry.name) or entry.name.lower() in lower:
            loaded.problems.append(Problem("PTH-003", path, value=entry.name))
        elif stat.S_ISDIR(mode):
            _walk(Path(entry.path), path + "/", loaded)
        elif entry.stat(follow_symlinks=False).st_size > csvtext.MAX_FILE_BYTES:
            size = str(entry.stat(follow_symlinks=False).st_size)
            details = {"what": "文件字节数", "count": size, "limit": str(csvtext.MAX_FILE_BYTES)}
            loaded.problems.append(Problem("LIM-001", path, 1, details=details))
        else:
            loaded.files[path] = Path(entry.path).read_bytes()
        lower[entry.name.lower()] = entry.name
