"""What the generator writes for people to go on from: renewed descriptors, a new city's folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generator.formats import json_reader, yaml_reader
from generator.formats.csv_writer import csv_text
from generator.schema import table_schema

DESCRIPTOR, JSON_DESCRIPTOR = "datapackage.yaml", "datapackage.json"
EXAMPLE = Path(__file__).parent / "example"
PACKAGE_TITLES = {
    "reference": "参考数据",
    "registry": "名录",
    "figures": "公布数字与目标",
    "library": "政策、标准与服务",
    "supervision": "节能监管",
}
_RESOURCES = re.compile(r"^resources:", re.MULTILINE)
_KEPT = ("title", "title_en", "description", "encoding", "allow_empty")


class ScaffoldError(Exception):
    """A folder or descriptor that cannot be written to; the message says why."""


def renew_descriptors(data: Path, *, allow_empty: bool = False) -> list[Path]:
    """Write the schemas into every package descriptor below `data` and return the files that changed.

    What stands before the key `resources` is kept as it is, comments included (of one in JSON: every other
    key); a resource keeps its own title, encoding and allow_empty. With `allow_empty`, a table whose file has
    no line but its header is said to be empty on purpose. Raises ScaffoldError where a descriptor cannot be
    read.
    """
    changed = []
    for package in table_schema.PACKAGES:
        empty = _emptied(data, package) if allow_empty else frozenset()
        for name, renew in ((DESCRIPTOR, _renewed), (JSON_DESCRIPTOR, _renewed_json)):
            path = data / package / name
            if not path.is_file():
                continue
            text = path.read_text("utf-8")
            renewed = renew(package, text, path, empty)
            if renewed != text:
                path.write_text(renewed, "utf-8")
                changed.append(path)
    return changed


def _emptied(data: Path, package: str) -> frozenset[str]:
    """Return the tables whose file holds a header and nothing else; one that is missing is another matter."""
    files = {table.name: data / table.path for table in table_schema.package_tables(package)}
    return frozenset(name for name, path in files.items() if path.is_file() and _is_empty(path))


def _is_empty(path: Path) -> bool:
    return not any(line.strip(b"\0 \t\r\n") for line in path.read_bytes().split(b"\n")[1:])


def _renewed_json(package: str, text: str, path: Path, empty: frozenset[str]) -> str:
    document = json_reader.read(text)
    if not isinstance(document.value, dict) or document.findings:
        raise ScaffoldError(f"{path.name}: JSON 写法有误，先改正再运行")
    raw = json.loads(text)
    whole = raw | {"resources": _resources(package, raw.get("resources"), empty)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _resources(package: str, given: object, empty: frozenset[str]) -> list[dict[str, Any]]:
    held = {r.get("name"): r for r in given if isinstance(r, dict)} if isinstance(given, list) else {}
    allowed = {"allow_empty": True}
    return [
        _resource(t, held.get(t.name, allowed) | (allowed if t.name in empty else {}))
        for t in table_schema.package_tables(package)
    ]


def _renewed(package: str, text: str, path: Path, empty: frozenset[str]) -> str:
    document = yaml_reader.read(text)
    if not isinstance(document.value, dict) or document.findings:
        raise ScaffoldError(f"{path.name}: YAML 写法有误，先改正再运行")
    match = _RESOURCES.search(text)
    head = text[: match.start()] if match else text.rstrip("\n") + "\n"
    after = yaml_reader.read(text[match.start() :]).value if match else {}
    if set(after) - {"resources"}:
        raise ScaffoldError(f"{path.name}: resources 应是最后一项")
    return head + yaml_reader.write(
        {"resources": _resources(package, document.value.get("resources"), empty)}
    )


def _resource(table: table_schema.TableSchema, given: dict[str, Any]) -> dict[str, Any]:
    kept = {"title": table.title_zh, **{key: given[key] for key in _KEPT if key in given}}
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        **kept,
        "schema": table_schema.data_resource(table),
    }


def header(table: table_schema.TableSchema) -> str:
    """Return the header line of a table's file."""
    return ",".join(f.name for f in table.fields) + "\n"


def new_city(folder: Path) -> list[Path]:
    """Write a new city's data packages, settings and prose, with one example row in each table.

    What is written passes the check as it stands. Raises ScaffoldError where the folder holds data already.
    """
    data, docs = folder / "data", folder / "docs"
    if data.exists() or docs.exists():
        raise ScaffoldError(f"{folder} 里已有 data 或 docs，换一个空目录")
    rows = yaml_reader.read((EXAMPLE / "rows.yaml").read_text("utf-8")).value
    head = (EXAMPLE / "package.yaml").read_text("utf-8")
    written = [_write(data / "portal.yaml", (EXAMPLE / "portal.yaml").read_text("utf-8"))]
    for package in table_schema.PACKAGES:
        tables = table_schema.package_tables(package)
        empty = {t.name: {"name": t.name, "allow_empty": True} for t in tables if t.name not in rows}
        resources = [_resource(t, empty.get(t.name, {})) for t in tables]
        text = head.format(name=package, title=PACKAGE_TITLES[package])
        written.append(
            _write(data / package / DESCRIPTOR, text + yaml_reader.write({"resources": resources}))
        )
        written += [_write(data / t.path, header(t) + _example(t, rows.get(t.name))) for t in tables]
    written.append(_write(docs / "index.md", "请在这里写一段首页的介绍。\n"))
    written.append(_write(docs / "about.md", "# 关于本站\n\n请在这里写明谁在整理、怎样联系、怎样纠错。\n"))
    return written


def _example(table: table_schema.TableSchema, row: dict[str, str] | None) -> str:
    return csv_text([[row.get(f.name, "") for f in table.fields]]) if row else ""


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
