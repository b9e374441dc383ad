"""From a data folder to its descriptors and sheets, with everything refused that is not a plain file in it.

Knows folders, descriptors and limits; what a cell means is told by cells.py and check.py.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import schema, yamltext
from generator.problems import Problem
from generator.reading import csvtext
from generator.reading.decode import decode
from generator.schema import TableSchema
from generator.urls import is_link

DESCRIPTOR = "datapackage.yaml"
_ROOT_FILES = frozenset({"portal.yaml", "accepted.yaml", "ids.lock"})
_FREE = re.compile(r"(?:README|LICENSE|\.)", re.IGNORECASE)
_PORTABLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\Z")
_DEVICE_NAMES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*://|//", re.IGNORECASE)
_RESOURCE_KEYS = frozenset(
    {
        "name",
        "path",
        "schema",
        "encoding",
        "allow_empty",
        "title",
        "title_en",
        "description",
        "type",
        "profile",
    }
    | {"format", "mediatype", "$schema", "sources", "licenses"}
)


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

    def hashes(self) -> dict[str, str]:
        """Return the SHA-256 of every file read, by path."""
        return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(self.files.items())}


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
            _read_package(package, loaded, declared)
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


def _read_package(package: str, loaded: LoadedFolder, declared: set[str]) -> None:
    path = f"{package}/{DESCRIPTOR}"
    document = read_document(path, loaded)
    if document is None or not isinstance(document.value, dict):
        if document is not None and not document.findings:
            loaded.problems.append(Problem("YML-004", path, 1, 1))
        return
    raw = document.value
    loaded.heads.append(_head(package, document, loaded))
    resources = raw.get("resources", [])
    for index, resource in enumerate(resources if isinstance(resources, list) else []):
        if isinstance(resource, dict):
            _read_resource(package, document, index, loaded, declared)


def _head(package: str, document: yamltext.Document, loaded: LoadedFolder) -> PackageHead:
    raw, path = document.value, f"{package}/{DESCRIPTOR}"
    for key in ("licenses", "sources"):
        if not isinstance(raw.get(key), list) or not raw[key]:
            loaded.problems.append(Problem("PKG-002", path, 1, 1, key, value=key))
    links = [(("homepage",), raw.get("homepage", ""))]
    for key in ("licenses", "sources", "contributors"):
        items = raw.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                links.append(((key, index, "path"), item.get("path", "")))  # type: ignore[arg-type]
    for place, link in links:
        if link and not (isinstance(link, str) and is_link(link)):
            loaded.problems.append(
                Problem("URL-001", path, *document.place(*place), str(place[-1]), str(link))
            )
    return PackageHead(
        name=str(raw.get("name", package)),
        title=str(raw.get("title", package)),
        description=str(raw.get("description", "")),
        version=str(raw.get("version", "")),
        licenses=_string_items(raw.get("licenses")),
        sources=_string_items(raw.get("sources")),
    )


def _string_items(items: object) -> tuple[dict[str, str], ...]:
    if not isinstance(items, list):
        return ()
    return tuple({str(k): str(v) for k, v in item.items()} for item in items if isinstance(item, dict))


def _read_resource(
    package: str, document: yamltext.Document, index: int, loaded: LoadedFolder, declared: set[str]
) -> None:
    resource: dict[str, Any] = document.value["resources"][index]
    descriptor = f"{package}/{DESCRIPTOR}"

    def report(code: str, key: str, value: str, **details: str) -> None:
        line, column = document.place("resources", index, key)
        loaded.problems.append(Problem(code, descriptor, line, column, key, value, details))

    name = str(resource.get("name", ""))
    path = resource.get("path", "")
    for key in resource:
        if key in ("dialect", "missingValues", "data", "control", "extrapaths"):
            report("SCH-002", key, key)
        elif key not in _RESOURCE_KEYS and not key.startswith("x_"):
            report("SCH-003", key, key)
    slip = _path_slip(path)
    if slip:
        report(slip, "path", str(path))
        return
    table = schema.tables().get(name)
    if table is None or table.package != package or path != f"{name}.csv":
        report("SCH-003", "name", name)
        return
    declared.add(table.path)
    _agree(table, resource, report)
    if table.path not in loaded.files:
        if not any(p.file == table.path for p in loaded.problems):
            report("PKG-003", "path", path)
        return
    encoding = str(resource.get("encoding", ""))
    loaded.tables[name] = _read_table(table, encoding, resource.get("allow_empty") is True, loaded)


def _path_slip(path: object) -> str | None:
    if not isinstance(path, str) or not path:
        return "PTH-001"
    if _REMOTE.match(path):
        return "PTH-001" if path.lower().startswith("file:") else "PTH-004"
    if path.startswith(("/", "~", "$", "\\")) or ".." in re.split(r"[/\\]", path):
        return "PTH-001"
    if re.match(r"[A-Za-z]:\\", path):
        return "PTH-001"
    if not all(is_portable(part) for part in path.split("/")) or len(path) > 255:
        return "PTH-003"
    if re.search(r"\.(?:zip|gz|bz2|xz|7z|rar)\Z", path, re.IGNORECASE):
        return "FMT-002"
    return None


def _agree(table: TableSchema, resource: dict[str, Any], report: Any) -> None:
    """Compare the descriptor's schema with the generator's; foreign rules are refused before that."""
    given = resource.get("schema")
    if isinstance(given, str):
        report("PTH-004" if _REMOTE.match(given) else "SCH-003", "schema", given)
        return
    wanted = schema.data_resource(table)
    if not isinstance(given, dict):
        report("SCH-003", "schema", table.name)
        return
    fields = given.get("fields", [])
    fields = [f for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []
    for f in fields:
        constraints = f.get("constraints", {})
        if isinstance(constraints, dict) and "pattern" in constraints:
            report("SCH-001", "schema", str(constraints["pattern"]))
    if "missingValues" in given:
        report("SCH-002", "schema", "missingValues")
    own = [f for f in fields if not str(f.get("name", "")).startswith("x_")]
    if {**given, "fields": own} != wanted:
        names = {str(f.get("name")): f for f in own}
        differing = [f["name"] for f in wanted["fields"] if names.get(f["name"]) != f]
        report("SCH-003", "schema", f"{table.name}: {', '.join(differing[:3]) or 'schema'}")


def _read_table(table: TableSchema, encoding: str, allow_empty: bool, loaded: LoadedFolder) -> LoadedTable:
    data = loaded.files[table.path]
    limit = csvtext.over_limit(data, table.path)
    sheet = csvtext.Sheet()
    if limit:
        loaded.problems.append(limit)
    else:
        text, problems = decode(data, table.path, declared=encoding)
        loaded.problems.extend(problems)
        if text is not None:
            sheet = csvtext.parse(text, table.path)
            loaded.problems.extend(sheet.problems)
    return LoadedTable(table, table.path, data, sheet, allow_empty)
