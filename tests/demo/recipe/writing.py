"""The city as files: CSV tables, descriptors, portal.yaml and Markdown. Nothing here decides what they say.

Every byte follows from the arguments: UTF-8, LF, quotes only where CSV or YAML needs them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from recipe.tables import PACKAGES, City

# What the recipe writes as YAML: a scalar, or a list or mapping of such values.
Scalar = str | int | float | bool
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]

DESCRIPTOR = "datapackage.yaml"
_RESOURCES = "\nresources:\n"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN = re.compile(
    r"[a-z][a-z0-9]*([_-][a-z0-9]+)*|[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z（）《》、，。；“”％]*"
)
_TAKEN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def scalar(value: Scalar) -> str:
    """Return `value` as YAML: plain where every reader agrees on its meaning, else in double quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if _DATE.fullmatch(value) or (_PLAIN.fullmatch(value) and value not in _TAKEN):
        return value
    return json.dumps(value, ensure_ascii=False)


def block(value: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping in YAML's block style; lists of scalars stay on one line."""
    pad = " " * indent
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield f"{pad}{key}:"
            yield from block(item, indent + 2)
        elif isinstance(item, str | int | float):
            yield f"{pad}{key}: {scalar(item)}"
        else:
            yield from _sequence(f"{pad}{key}:", item, indent + 2)


def _sequence(head: str, items: Sequence[Value], indent: int) -> Iterator[str]:
    scalars = [scalar(i) for i in items if isinstance(i, str | int | float)]
    if len(scalars) == len(items):
        yield f"{head} [{', '.join(scalars)}]"
        return
    yield head
    for item in items:
        if not isinstance(item, Mapping):
            raise TypeError("a list holds either scalars or mappings")
        for number, line in enumerate(block(item, indent + 2)):
            yield " " * indent + "- " + line[indent + 2 :] if number == 0 else line


def yaml_text(value: Mapping[str, Value]) -> str:
    """Return `value` as a YAML document."""
    return "\n".join(block(value)) + "\n"


def csv_text(city: City, table: str) -> str:
    """Return `table` as CSV, rows in order of entry."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, city.headers[table].columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(city.tables[table].values())
    return out.getvalue()


def package_files(city: City, heads: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    """Return the files of all data packages by path; `heads` gives each descriptor without its resources."""
    files = {}
    for package in PACKAGES:
        tables = [name for name, header in city.headers.items() if header.package == package]
        resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
        files[f"data/{package}/{DESCRIPTOR}"] = yaml_text({**heads[package], "resources": resources})
        files |= {f"data/{package}/{name}.csv": csv_text(city, name) for name in tables}
    return files


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write `files` below `folder`, replacing what they held. Raises OSError as the file system does.

    Of a descriptor that is already there only the head is replaced: its resources belong to the tool that
    adds the schemas, and would otherwise be lost at every run.
    """
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
            continue
        if target.name == DESCRIPTOR and target.exists():
            head, mark, _ = content.partition(_RESOURCES)
            content = head + mark + target.read_text("utf-8").partition(_RESOURCES)[2]
        target.write_bytes(content.encode("utf-8"))
