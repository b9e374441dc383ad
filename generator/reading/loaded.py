"""What a data folder holds once it is read: files, heads, sheets, and the problems so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator import yamltext
from generator.problems import Problem
from generator.reading import csvtext
from generator.reading.decode import decode
from generator.schema import TableSchema

_PORTABLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\Z")
_DEVICE_NAMES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


@dataclass(slots=True)
class LoadedTable:
    """One table's file as it was read."""

    schema: TableSchema
    file: str
    data: bytes
    sheet: csvtext.Sheet
    allow_empty: bool


@dataclass(frozen=True, slots=True)
class PackageHead:
    """What a package's descriptor says of the whole package."""

    name: str
    title: str
    description: str
    version: str
    licenses: tuple[dict[str, str], ...]
    sources: tuple[dict[str, str], ...]


@dataclass(slots=True)
class LoadedFolder:
    """A data folder: files, heads, sheets and the problems so far."""

    files: dict[str, bytes] = field(default_factory=dict)
    heads: list[PackageHead] = field(default_factory=list)
    tables: dict[str, LoadedTable] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def is_portable(name: str) -> bool:
    """Tell whether a file name means the same on every system."""
    return (
        len(name) <= 128
        and _PORTABLE.match(name) is not None
        and _DEVICE_NAMES.match(name) is None
        and name.lower() != ".git"
    )


def read_document(path: str, loaded: LoadedFolder) -> yamltext.Document | None:
    """Read a YAML file of the folder; its findings become problems. None where it cannot be read."""
    text, problems = decode(loaded.files[path], path)
    loaded.problems.extend(problems)
    if text is None:
        return None
    document = yamltext.read(text)
    for found in document.findings:
        loaded.problems.append(Problem(found.code, path, found.line, found.column, value=found.value or None))
    return document
