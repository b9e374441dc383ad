"""Read a data folder: its descriptors and the files they declare. What is not declared is never read."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from pathlib import Path

from generator.package import files, settings
from generator.package.data_folder import FolderFiles, LoadedFolder, read_document
from generator.package.decode import decode
from generator.package.descriptor import DeclaredPackage, read_descriptor
from generator.package.reading import Reading, collect
from generator.problems.problem import Problem
from generator.schema import table_schema

LOCK, ACCEPTED = "ids.lock", "accepted.yaml"
_ROOT_FILES = frozenset({settings.FILE, ACCEPTED, LOCK})
_FREE = re.compile(r"(?:README|LICENSE)", re.IGNORECASE)
_REFUSALS = ("PTH-002", "PTH-003", "LIM-001")
"""Codes of a file that is there and was not read."""


def load_folder(root: Path) -> Reading[LoadedFolder]:
    """Read the data folder `root`. Never raises for what the folder holds.

    Problems: PKG-001 for a file that is not declared, PKG-003 for one that is missing, those of listing and
    reading files, of descriptors and of documents.
    """
    if not root.is_dir():
        yield Problem("PKG-003", "", value=root.name)
        return LoadedFolder()
    listing = files.list_files(root, portable=True)
    yield from listing.problems
    refused = {problem.file for problem in listing.problems}
    plain = FolderFiles(listing.paths)
    packages, problems = collect(_read_packages(plain, refused))
    yield from problems
    yield from _undeclared(listing.paths, packages)
    document = yield from read_document(settings.FILE, plain)
    if not {settings.FILE} & {*plain.paths, *refused}:
        yield Problem("PKG-003", settings.FILE, value=settings.FILE)
    inputs = plain.contents()
    tables = {name: table for package in packages for name, table in package.tables.items()}
    refused = {p.file for p in (*listing.problems, *problems) if p.code in _REFUSALS}
    unread = {name for package in packages for name in package.unread}
    for table in table_schema.tables().values():
        if table.name not in tables and (table.path in plain.paths or table.path in refused):
            unread.add(table.name)
    lock = yield from _read_lock(plain)
    accepted = yield from read_document(ACCEPTED, plain)
    heads = tuple(package.head for package in packages if package.head)
    return LoadedFolder(heads, tables, frozenset(unread), document, lock, accepted, inputs)


def _read_packages(plain: FolderFiles, refused: Container[str]) -> Reading[list[DeclaredPackage]]:
    packages = []
    for name in table_schema.PACKAGES:
        packages.append((yield from read_descriptor(name, plain, refused)))
    return packages


def _undeclared(paths: Collection[str], packages: list[DeclaredPackage]) -> Iterator[Problem]:
    declared = _ROOT_FILES.union(*(package.declared for package in packages))
    for path in paths:
        if path not in declared and not _FREE.match(path.rsplit("/", 1)[-1]):
            yield Problem("PKG-001", path, value=path)


def _read_lock(plain: FolderFiles) -> Reading[str]:
    data = (yield from plain.read(LOCK)) if LOCK in plain.paths else None
    text, problems = decode(data or b"", LOCK)
    yield from problems
    return text or ""
