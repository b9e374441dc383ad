"""Reads a package's descriptor: what is declared agrees with the schemas, nothing leads outside."""

from __future__ import annotations

import re
from typing import Any

from generator import schema, yamltext
from generator.problems import Problem
from generator.reading import csvtext
from generator.reading.decode import decode
from generator.reading.loaded import LoadedFolder, LoadedTable, PackageHead, is_portable, read_document
from generator.reading.personal import document_problems
from generator.schema import TableSchema
from generator.urls import is_link

DESCRIPTOR = "datapackage.yaml"
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


def read_package(package: str, loaded: LoadedFolder, declared: set[str]) -> None:
    """Read one package: its head, its resources and their sheets; paths it accounts for go to `declared`."""
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
    loaded.problems += document_problems(document, path)
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
