"""From a data folder to its descriptors and sheets; what is not declared is never read.

Knows folders and which files belong there; what a cell means is told by cells.py and check.py.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.package import files
from generator.package.data_folder import LoadedFolder
from generator.package.descriptor import find_descriptor, read_package
from generator.problems.problem import Problem
from generator.schema import table_schema

_ROOT_FILES = frozenset({"portal.yaml", "accepted.yaml", "ids.lock"})
_FREE = re.compile(r"(?:README|LICENSE)", re.IGNORECASE)


def load_folder(root: Path) -> LoadedFolder:
    """Read the data folder `root`. Never raises for what the folder holds."""
    loaded = LoadedFolder()
    if not root.is_dir():
        loaded.problems.append(Problem("PKG-003", "", value=root.name))
        return loaded
    listing = files.list_files(root, portable=True)
    loaded.paths = listing.paths
    loaded.problems.extend(listing.problems)
    declared = set(_ROOT_FILES)
    for package in table_schema.PACKAGES:
        descriptor = find_descriptor(package, loaded, declared)
        if descriptor:
            read_package(package, descriptor, loaded, declared)
    for path in loaded.paths:
        if path not in declared and not _FREE.match(path.rsplit("/", 1)[-1]):
            loaded.problems.append(Problem("PKG-001", path, value=path))
    _note_unread(loaded)
    return loaded


def _note_unread(loaded: LoadedFolder) -> None:
    """Note the tables whose file is there, or was meant to be, and is not held."""
    refused = {p.file for p in loaded.problems if p.code in ("PTH-002", "PTH-003", "LIM-001")}
    for table in table_schema.tables().values():
        if table.name not in loaded.tables and (table.path in loaded.paths or table.path in refused):
            loaded.unread.add(table.name)
