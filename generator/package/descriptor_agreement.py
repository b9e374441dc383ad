"""Compare what a descriptor says of a table with the table's schema, which the generator owns.

A descriptor may carry fields, keys and foreign keys, so that other tools can use the package; they must be
those of `generator/schema/tables/`. Rules of the contributor's own are refused: a free pattern can take for
ever, and a value declared as missing would hide what stands in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.formats.yaml_reader import KeyPath as Steps
from generator.schema import table_schema
from generator.schema.table_schema import TableSchema

REMOTE = re.compile(r"[a-z][a-z0-9+.-]*://|//", re.IGNORECASE)
"""The beginning of what other tools would take for an address and fetch."""


@dataclass(frozen=True, slots=True)
class SchemaDifference:
    """A difference between a descriptor and a schema."""

    steps: Steps
    """Way to the differing value from the resource."""
    code: str
    value: str
    details: dict[str, str] = field(default_factory=dict)


def differences(
    table: TableSchema, resource: dict[str, Any], package: dict[str, Any]
) -> Iterator[SchemaDifference]:
    """Yield where the schema of a resource differs from the table's.

    Codes: SCH-001 for patterns, SCH-002 for missing values, FK-002 for foreign keys that lead nowhere,
    SCH-003 for any other difference, once, at the first field that differs.
    """
    given = resource.get("schema")
    if not isinstance(given, dict):
        yield SchemaDifference(("schema",), "SCH-003", given if isinstance(given, str) else table.name)
        return
    refused = list(_forbidden_rules(given))
    broken = list(_broken_keys(given, package))
    yield from refused
    yield from broken
    fields = _fields(given)
    own = [f for _, f in fields if not str(f.get("name", "")).startswith("x_")]
    wanted = table_schema.data_resource(table)
    if refused or {**given, "fields": own} == wanted:
        return
    by_name = {str(f.get("name")): (index, f) for index, f in fields}
    differing = [f["name"] for f in wanted["fields"] if by_name.get(f["name"], (0, None))[1] != f]
    if broken and not differing:
        return
    index = by_name.get(differing[0], (None, None))[0] if differing else None
    shown = f"{table.name}: {', '.join(differing[:3]) or 'schema'}"
    yield SchemaDifference(("schema",) if index is None else ("schema", "fields", index), "SCH-003", shown)


def _fields(given: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    fields = given.get("fields", [])
    return [(i, f) for i, f in enumerate(fields if isinstance(fields, list) else []) if isinstance(f, dict)]


def _forbidden_rules(given: dict[str, Any]) -> Iterator[SchemaDifference]:
    """Yield the patterns and the missing values that a schema declares."""
    for index, f in _fields(given):
        at: Steps = ("schema", "fields", index)
        constraints = f.get("constraints", {})
        if isinstance(constraints, dict) and "pattern" in constraints:
            yield SchemaDifference((*at, "constraints", "pattern"), "SCH-001", str(constraints["pattern"]))
        if "missingValues" in f:
            yield SchemaDifference((*at, "missingValues"), "SCH-002", "missingValues")
    if "missingValues" in given:
        yield SchemaDifference(("schema", "missingValues"), "SCH-002", "missingValues")


def _broken_keys(given: dict[str, Any], package: dict[str, Any]) -> Iterator[SchemaDifference]:
    """Yield the foreign keys that lead to no field, each once (FK-002)."""
    keys = given.get("foreignKeys", [])
    if not isinstance(keys, list):
        yield SchemaDifference(("schema", "foreignKeys"), "FK-002", "foreignKeys", _NO_LIST)
        return
    targets = _schemas(package)
    for index, key in enumerate(keys):
        fault = _key_fault(key, given, targets)
        if fault:
            yield SchemaDifference(("schema", "foreignKeys", index), "FK-002", *fault)


def _key_fault(
    key: Any, given: dict[str, Any], targets: dict[str, dict[str, Any]]
) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong with a foreign key, as value and details of its problem; None where it is fine."""
    reference = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(reference, dict):
        return "foreignKeys", _NO_LIST
    here, there = _names(key.get("fields")), _names(reference.get("fields"))
    resource = reference.get("resource", "")
    target = targets.get(str(resource)) if resource else given
    if target is None:
        return str(resource), {"detail": f"没有资源 {resource}", "detail_en": f"no resource {resource}"}
    for names, fields in ((here, _fields(given)), (there, _fields(target))):
        known = {f.get("name") for _, f in fields}
        missing = [name for name in names if name not in known]
        if missing or not names:
            name = missing[0] if missing else "fields"
            return name, {"detail": f"没有字段 {name}", "detail_en": f"no field {name}"}
    if len(here) != len(there):
        counts = f"{len(here)} ≠ {len(there)}"
        return counts, {
            "detail": f"两边字段数不同：{counts}",
            "detail_en": f"unequal numbers of fields: {counts}",
        }
    return None


_NO_LIST = {"detail": "写法不对", "detail_en": "not written as a foreign key"}


def _names(fields: Any) -> list[str]:
    if isinstance(fields, str):
        return [fields]
    return [str(name) for name in fields] if isinstance(fields, list) else []


def _schemas(package: dict[str, Any]) -> dict[str, dict[str, Any]]:
    resources = package.get("resources", [])
    return {
        str(resource.get("name")): resource["schema"]
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and isinstance(resource.get("schema"), dict)
    }
