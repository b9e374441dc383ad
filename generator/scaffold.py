"""What the generator writes for people to go on from: descriptors renewed from the schemas, a new city's folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator import schema, yamltext

DESCRIPTOR = "datapackage.yaml"
_RESOURCES = re.compile(r"^resources:", re.MULTILINE)
_KEPT = ("title", "title_en", "description", "encoding", "allow_empty")


class ScaffoldError(Exception):
    """A folder or descriptor that cannot be written to; the message says why."""


def renew_descriptors(data: Path) -> list[Path]:
    """Write the schemas into every package descriptor below `data` and return the files that changed.

    What stands before the key `resources` is kept as it is, comments included; a resource keeps its own
    title, encoding and allow_empty. Raises ScaffoldError where a descriptor cannot be read.
    """
    changed = []
    for package in schema.PACKAGES:
        path = data / package / DESCRIPTOR
        if not path.is_file():
            continue
        text = path.read_text("utf-8")
        renewed = _renewed(package, text, path)
        if renewed != text:
            path.write_text(renewed, "utf-8")
            changed.append(path)
    return changed


def _renewed(package: str, text: str, path: Path) -> str:
    document = yamltext.read(text)
    if not isinstance(document.value, dict) or document.findings:
        raise ScaffoldError(f"{path.name}: YAML 写法有误，先改正再运行")
    match = _RESOURCES.search(text)
    head = text[: match.start()] if match else text.rstrip("\n") + "\n"
    after = yamltext.read(text[match.start() :]).value if match else {}
    if set(after) - {"resources"}:
        raise ScaffoldError(f"{path.name}: resources 应是最后一项")
    given = {r.get("name"): r for r in document.value.get("resources") or [] if isinstance(r, dict)}
    resources = [_resource(t, given.get(t.name, {"allow_empty": True})) for t in schema.package_tables(package)]
    return head + yamltext.write({"resources": resources})


def _resource(table: schema.TableSchema, given: dict[str, Any]) -> dict[str, Any]:
    kept = {key: given[key] for key in _KEPT if key in given}
    kept.setdefault("title", table.title_zh)
    return {"name": table.name, "path": f"{table.name}.csv", **kept, "schema": schema.data_resource(table)}


def header(table: schema.TableSchema) -> str:
    """Return the header line of a table's file."""
    return ",".join(f.name for f in table.fields) + "\n"
