"""Read a package's descriptor: what it declares agrees with the schemas, nothing leads outside.

A descriptor is YAML or JSON; the same rules hold for both. Fields and foreign keys of a table are compared
in descriptor_agreement.py.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.catalog.rows import PackageHead
from generator.formats import yaml_reader
from generator.formats.urls import is_link
from generator.formats.yaml_reader import KeyPath as Steps
from generator.package import descriptor_agreement
from generator.package.data_folder import FolderFiles, LoadedTable, read_document
from generator.package.files import is_portable
from generator.package.personal_data import document_problems
from generator.package.reading import Reading
from generator.problems.problem import Problem
from generator.schema import table_schema
from generator.schema.table_schema import TableSchema

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
    """The descriptor of one package."""

    package: str
    path: str
    document: yaml_reader.ParsedDocument

    def problem(self, code: str, steps: Steps, value: str, **details: str) -> Problem:
        """Return a problem at the value that `steps` lead to, or at its nearest ancestor."""
        line, column = self.document.place(*steps)
        keys = [step for step in steps if isinstance(step, str)]
        name = keys[-1] if keys else None
        return Problem(code, self.path, line, column, name, value, details)


@dataclass(frozen=True, slots=True)
class DeclaredPackage:
    """What the descriptor of one package declares, with the tables that could be read."""

    head: PackageHead | None
    declared: frozenset[str]
    """Paths that the package accounts for, whether they are there or not."""
    tables: Mapping[str, LoadedTable] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Tables that are declared and whose file is missing."""


def read_descriptor(package: str, files: FolderFiles, refused: Container[str]) -> Reading[DeclaredPackage]:
    """Read the descriptor of a package and the tables it declares; `refused` are paths reported already.

    Problems: PKG-005 where there are two descriptors, PKG-003 where the package's folder holds files and
    no descriptor, and those of its values.
    """
    names = [f"{package}/{name}" for name in DESCRIPTORS]
    present = [path for path in names if path in files.paths]
    inside = frozenset(path for path in files.paths if path.startswith(f"{package}/"))
    if len(present) > 1:
        yield Problem("PKG-005", present[1], 1, value=DESCRIPTORS[1])
    if not present:
        if inside:
            yield Problem("PKG-003", names[0], value=DESCRIPTORS[0])
        return DeclaredPackage(None, inside.union(names))
    document = yield from read_document(present[0], files)
    if document is None or not isinstance(document.value, dict):
        if document is not None and not document.findings:
            yield Problem("YML-004", present[0], 1, 1)
        # What the package declares is not known: nothing else in its folder can be called undeclared.
        return DeclaredPackage(None, inside.union(names))
    descriptor = Descriptor(package, present[0], document)
    yield from _check_head(descriptor)
    declared = frozenset(names).union(*(_declared_paths(descriptor, r) for _, r in _resources(document)))
    tables, unread = yield from _read_tables(descriptor, files, refused)
    return DeclaredPackage(_head(descriptor), declared, tables, unread)


def _resources(document: yaml_reader.ParsedDocument) -> list[tuple[int, dict[str, Any]]]:
    resources = document.value.get("resources", [])
    items = enumerate(resources if isinstance(resources, list) else [])
    return [(index, resource) for index, resource in items if isinstance(resource, dict)]


def _read_tables(
    descriptor: Descriptor, files: FolderFiles, refused: Container[str]
) -> Reading[tuple[dict[str, LoadedTable], frozenset[str]]]:
    """Return the tables of a descriptor's resources, and the names of those whose file is missing."""
    tables: dict[str, LoadedTable] = {}
    unread = set()
    for index, resource in _resources(descriptor.document):
        table = yield from _check_resource(descriptor, index, resource)
        if table is None:
            continue
        if table.path in files.paths:
            data = yield from files.read(table.path)
            if data is not None:
                encoding, empty = str(resource.get("encoding", "")), resource.get("allow_empty") is True
                tables[table.name] = LoadedTable(table, table.path, data, encoding, empty)
        elif table.path not in refused:
            unread.add(table.name)
            yield descriptor.problem("PKG-003", ("resources", index, "path"), f"{table.name}.csv")
    return tables, frozenset(unread)


def _head(descriptor: Descriptor) -> PackageHead:
    raw = descriptor.document.value
    return PackageHead(
        name=str(raw.get("name", descriptor.package)),
        title=str(raw.get("title", descriptor.package)),
        description=str(raw.get("description", "")),
        version=str(raw.get("version", "")),
        licenses=_string_items(raw.get("licenses")),
        sources=_string_items(raw.get("sources")),
    )


def _string_items(items: object) -> tuple[dict[str, str], ...]:
    if not isinstance(items, list):
        return ()
    return tuple({str(k): str(v) for k, v in item.items()} for item in items if isinstance(item, dict))


def _check_head(descriptor: Descriptor) -> Iterator[Problem]:
    """Check what the descriptor says of the whole package: licences, sources, addresses, personal data."""
    raw = descriptor.document.value
    for key in ("licenses", "sources"):
        if not isinstance(raw.get(key), list) or not raw[key]:
            yield Problem("PKG-002", descriptor.path, 1, 1, key, value=key)
    yield from _check_links(descriptor, (), raw)
    yield from document_problems(descriptor.document, descriptor.path)
    yield from _remote_keys(descriptor, (), raw)


def _check_links(descriptor: Descriptor, at: Steps, raw: dict[str, Any]) -> Iterator[Problem]:
    """Check the addresses that a package or a resource names."""
    links: list[tuple[Steps, Any]] = [((*at, "homepage"), raw.get("homepage", ""))]
    for key in ("licenses", "sources", "contributors"):
        items = raw.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                links.append(((*at, key, index, "path"), item.get("path", "")))
    for steps, link in links:
        if link and not (isinstance(link, str) and is_link(link)):
            yield descriptor.problem("URL-001", steps, str(link))


def _remote_keys(descriptor: Descriptor, at: Steps, raw: dict[str, Any]) -> Iterator[Problem]:
    """Yield PTH-004 for every key that would make other tools fetch something."""
    for key in ("$schema", "profile", "schema", "dialect"):
        value = raw.get(key)
        if isinstance(value, str) and descriptor_agreement.REMOTE.match(value):
            yield descriptor.problem("PTH-004", (*at, key), value)
    for key in ("schema", "dialect"):
        if isinstance(raw.get(key), dict):
            yield from _remote_keys(descriptor, (*at, key), raw[key])


def _own_table(descriptor: Descriptor, resource: dict[str, Any]) -> TableSchema | None:
    """Return the table of this package that a resource is named after; None for any other name."""
    table = table_schema.tables().get(str(resource.get("name", "")))
    return table if table is not None and table.package == descriptor.package else None


def _declared_paths(descriptor: Descriptor, resource: dict[str, Any]) -> set[str]:
    """Return the paths that a resource accounts for: one fault in a path is one problem."""
    table, path = _own_table(descriptor, resource), resource.get("path", "")
    declared = {table.path} if table else set()
    return declared | {f"{descriptor.package}/{path}"} if _path_fault(path) else declared


def _check_resource(
    descriptor: Descriptor, index: int, resource: dict[str, Any]
) -> Reading[TableSchema | None]:
    """Check a resource; return its table, None where its file is not to be read."""
    at: Steps = ("resources", index)
    for key, value in resource.items():
        if key in _FORBIDDEN and not (key == "dialect" and isinstance(value, str)):
            yield descriptor.problem("SCH-002", (*at, key), key)
        elif key not in _RESOURCE_KEYS and key not in _FORBIDDEN and not key.startswith("x_"):
            yield descriptor.problem("SCH-003", (*at, key), key)
    remote = list(_remote_keys(descriptor, at, resource))
    yield from remote
    yield from _check_links(descriptor, at, resource)
    path, table = resource.get("path", ""), _own_table(descriptor, resource)
    fault = _path_fault(path)
    if fault:
        yield descriptor.problem(fault, (*at, "path"), str(path))
        return None
    if table is None or path != f"{table.name}.csv":
        yield descriptor.problem("SCH-003", (*at, "name"), str(resource.get("name", "")))
        return None
    if not remote:
        for difference in descriptor_agreement.differences(table, resource, descriptor.document.value):
            yield descriptor.problem(
                difference.code, (*at, *difference.steps), difference.value, **difference.details
            )
    return table


def _path_fault(path: object) -> str | None:
    """Return the code of what is wrong with a resource's path; None where nothing is."""
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
