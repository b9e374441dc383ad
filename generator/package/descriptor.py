"""Reads a package's descriptor: what is declared agrees with the schemas, nothing leads outside.

A descriptor is YAML or, for who has tools that write it, JSON: the same rules hold for both. What is said of
a table's fields and foreign keys is compared in agreement.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.formats import yaml_reader
from generator.formats.urls import is_link
from generator.formats.yaml_reader import KeyPath as Steps
from generator.package import descriptor_agreement
from generator.package.data_folder import LoadedFolder, LoadedTable, PackageHead, read_document
from generator.package.files import is_portable
from generator.package.personal_data import document_problems
from generator.problems.problem import Problem
from generator.schema import table_schema

DESCRIPTORS = ("datapackage.yaml", "datapackage.json")
_COMPRESSED = re.compile(r"\.(?:zip|gz|tgz|bz2|xz|zst|7z|rar|tar)\Z", re.IGNORECASE)
_FORBIDDEN = ("dialect", "missingValues", "data", "control", "extrapaths", "compression", "innerpath")
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
        "format",
        "mediatype",
        "$schema",
        "sources",
        "licenses",
    }
)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One package's descriptor, and where to report what is wrong in it."""

    package: str
    path: str
    document: yaml_reader.ParsedDocument
    loaded: LoadedFolder

    def report(self, code: str, steps: Steps, value: str, **details: str) -> None:
        """Report a problem at the value that `steps` lead to, or at its nearest ancestor."""
        line, column = self.document.place(*steps)
        keys = [step for step in steps if isinstance(step, str)]
        name = keys[-1] if keys else None
        self.loaded.problems.append(Problem(code, self.path, line, column, name, value, details))


def find_descriptor(package: str, loaded: LoadedFolder, declared: set[str]) -> str:
    """Return the path of a package's descriptor, "" where there is none; what it accounts for is `declared`.

    Problems: PKG-005 where there are two, PKG-003 where the package's folder holds files and none of them.
    """
    found = [f"{package}/{name}" for name in DESCRIPTORS if f"{package}/{name}" in loaded.paths]
    if len(found) > 1:
        loaded.problems.append(Problem("PKG-005", found[1], 1, value=DESCRIPTORS[1]))
    declared |= {f"{package}/{name}" for name in DESCRIPTORS}
    inside = _inside(package, loaded)
    if not found and inside:
        declared |= inside
        loaded.problems.append(Problem("PKG-003", f"{package}/{DESCRIPTORS[0]}", value=DESCRIPTORS[0]))
    return found[0] if found else ""


def _inside(package: str, loaded: LoadedFolder) -> set[str]:
    return {path for path in loaded.paths if path.startswith(f"{package}/")}


def read_package(package: str, path: str, loaded: LoadedFolder, declared: set[str]) -> None:
    """Read one package: its head, its resources and their sheets; paths it accounts for go to `declared`."""
    document = read_document(path, loaded)
    if document is None or not isinstance(document.value, dict):
        if document is not None and not document.findings:
            loaded.problems.append(Problem("YML-004", path, 1, 1))
        # What the package declares is not known: nothing else in its folder can be called undeclared.
        declared |= _inside(package, loaded)
        return
    given = Descriptor(package, path, document, loaded)
    loaded.heads.append(_head(given))
    _refuse_remote(given, (), document.value)
    resources = document.value.get("resources", [])
    for index, resource in enumerate(resources if isinstance(resources, list) else []):
        if isinstance(resource, dict):
            _read_resource(given, index, resource, declared)


def _head(given: Descriptor) -> PackageHead:
    raw = given.document.value
    for key in ("licenses", "sources"):
        if not isinstance(raw.get(key), list) or not raw[key]:
            given.loaded.problems.append(Problem("PKG-002", given.path, 1, 1, key, value=key))
    _check_links(given, (), raw)
    given.loaded.problems += document_problems(given.document, given.path)
    return PackageHead(
        name=str(raw.get("name", given.package)),
        title=str(raw.get("title", given.package)),
        description=str(raw.get("description", "")),
        version=str(raw.get("version", "")),
        licenses=_string_items(raw.get("licenses")),
        sources=_string_items(raw.get("sources")),
    )


def _check_links(given: Descriptor, at: Steps, raw: dict[str, Any]) -> None:
    """Check the addresses that a package or a resource names."""
    links: list[tuple[Steps, Any]] = [((*at, "homepage"), raw.get("homepage", ""))]
    for key in ("licenses", "sources", "contributors"):
        items = raw.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                links.append(((*at, key, index, "path"), item.get("path", "")))
    for steps, link in links:
        if link and not (isinstance(link, str) and is_link(link)):
            given.report("URL-001", steps, str(link))


def _refuse_remote(given: Descriptor, at: Steps, raw: dict[str, Any]) -> bool:
    """Report keys that would make other tools fetch something (PTH-004) and tell whether there are any."""
    found = False
    for key in ("$schema", "profile", "schema", "dialect"):
        value = raw.get(key)
        if isinstance(value, str) and descriptor_agreement.REMOTE.match(value):
            given.report("PTH-004", (*at, key), value)
            found = True
    for key in ("schema", "dialect"):
        if isinstance(raw.get(key), dict):
            found |= _refuse_remote(given, (*at, key), raw[key])
    return found


def _string_items(items: object) -> tuple[dict[str, str], ...]:
    if not isinstance(items, list):
        return ()
    return tuple({str(k): str(v) for k, v in item.items()} for item in items if isinstance(item, dict))


def _read_resource(given: Descriptor, index: int, resource: dict[str, Any], declared: set[str]) -> None:
    at: Steps = ("resources", index)
    loaded = given.loaded
    for key, value in resource.items():
        if key in _FORBIDDEN and not (key == "dialect" and isinstance(value, str)):
            given.report("SCH-002", (*at, key), key)
        elif key not in _RESOURCE_KEYS and key not in _FORBIDDEN and not key.startswith("x_"):
            given.report("SCH-003", (*at, key), key)
    remote = _refuse_remote(given, at, resource)
    _check_links(given, at, resource)
    path = resource.get("path", "")
    table = table_schema.tables().get(str(resource.get("name", "")))
    own = table is not None and table.package == given.package
    if own and table is not None:
        # The file is meant by this resource, whatever is wrong with the path: one slip, one problem.
        declared.add(table.path)
    slip = _path_slip(path)
    if slip:
        declared.add(f"{given.package}/{path}")
        given.report(slip, (*at, "path"), str(path))
        return
    if table is None or not own or path != f"{table.name}.csv":
        given.report("SCH-003", (*at, "name"), str(resource.get("name", "")))
        return
    if not remote:
        descriptor_agreement.compare(table, resource, given.document.value, at, given.report)
    if table.path in loaded.paths:
        data = loaded.read(table.path)
        if data is not None:
            encoding, empty = str(resource.get("encoding", "")), resource.get("allow_empty") is True
            loaded.tables[table.name] = LoadedTable(table, table.path, data, encoding, empty)
    elif not any(p.file == table.path for p in loaded.problems):
        loaded.unread.add(table.name)
        given.report("PKG-003", (*at, "path"), path)


def _path_slip(path: object) -> str | None:
    if not isinstance(path, str) or not path:
        return "PTH-001"
    if descriptor_agreement.REMOTE.match(path):
        return "PTH-001" if path.lower().startswith("file:") else "PTH-004"
    if path.startswith(("/", "~", "$", "\\")) or ".." in re.split(r"[/\\]", path):
        return "PTH-001"
    if re.match(r"[A-Za-z]:[\\/]", path):
        return "PTH-001"
    if len(path) > 255 or not all(is_portable(part) for part in path.split("/")):
        return "PTH-003"
    return "FMT-002" if _COMPRESSED.search(path) else None
