"""Rule cases as files: what a case changes in the clean base package, and the problems it must give.

A case is a YAML file below tests/cases with these keys:

- ``change``: a list of changes, each with ``in``, a path below tests/cases/base, and one of the DEEDS;
- ``expect``: the exact list of problems, each a line ``file:line:column CODE field``, ``-`` for unknown,
  and `` = value`` behind it where the value is to be compared too, and `` -> suggestion`` behind that
  (nothing behind the arrow: there is none); in place of a line's number may stand its text between two
  ``@``, where the number would change with every schema;
- ``row`` (optional): the row of the catalogue of bad inputs that the case belongs to, see catalogue.py;
- ``control`` (optional): the input of that catalogue that must stay valid;
- ``for_each`` (optional): texts that take the place of ``{each}``, one test for each; ``{key}`` is what
  stands before the colon in such a text, ``{rest}`` what stands behind it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import socket
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from paths import BASE, CASES

from generator import yamltext
from generator.problems import Problem

_EXPECTED = re.compile(r"([^:]*):([0-9]+|-|@.+@):([0-9]+|-) ([A-Z]+-[0-9]{3}) (\S+)(?: = (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One set of changes and what must come of it."""

    name: str
    changes: list[dict[str, Any]]
    expect: list[str]
    row: int = 0
    """Row of the catalogue of bad inputs; 0 for a case of none."""
    control: str = ""
    """What must stay valid, as the catalogue names it; empty for a case of something wrong."""


def cases() -> Iterator[Case]:
    """Yield every case, in order of name."""
    for path in sorted(CASES.glob("*.yaml")):
        document = yamltext.read(path.read_text("utf-8"))
        assert not [f for f in document.findings if f.code != "YML-007"], (path.name, document.findings)
        raw = document.value
        assert set(raw) <= {"row", "control", "change", "expect", "for_each"}, path.name
        row, control = int(raw.get("row", "0")), raw.get("control", "")
        for each in raw.get("for_each", [None]):
            name = path.stem if each is None else f"{path.stem}[{each[:40]}]"
            yield Case(name, _filled(raw["change"], each), _filled(raw["expect"], each), row, control)


def _filled(value: Any, each: str | None) -> Any:
    if isinstance(value, str):
        if each is None:
            return value
        key, _, rest = each.partition(":")
        return value.replace("{each}", each).replace("{key}", key).replace("{rest}", rest)
    if isinstance(value, list):
        return [_filled(item, each) for item in value]
    if isinstance(value, dict):
        return {_filled(key, each): _filled(item, each) for key, item in value.items()}
    return value


def touched(case: Case) -> set[str]:
    """Return the files below data/ that a case changes."""
    return {change["in"].removeprefix("data/") for change in case.changes}


def lay_out(case: Case, folder: Path) -> Case:
    """Copy the base package into `folder` and change it; return the case with all lines as numbers."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for change in case.changes:
        path = folder / change["in"]
        deeds = [name for name in DEEDS if name in change]
        assert deeds, change
        DEEDS[deeds[0]](path, change)
    return replace(case, expect=[_numbered(line, folder) for line in case.expect])


def _numbered(line: str, folder: Path) -> str:
    match = re.match(r"([^:]+):@(.+)@:", line)
    if not match:
        return line
    lines = (folder / "data" / match[1]).read_text("utf-8").splitlines()
    numbers = [number for number, text in enumerate(lines, 1) if text.strip() == match[2]]
    assert len(numbers) == 1, (line, numbers)
    return f"{match[1]}:{numbers[0]}:{line[match.end() :]}"


def _set(path: Path, change: dict[str, Any]) -> None:
    """Put values into cells of the row on ``line`` (of a file without quoted line ends)."""
    lines = path.read_bytes().decode("utf-8").splitlines()
    header = lines[0].split(",")
    at = int(change["line"]) - 1
    row = next(csv.reader([lines[at]]))
    for name, value in change["set"].items():
        row[header.index(name)] = str(value).lower() if isinstance(value, bool) else value
    lines[at] = _csv_line(row)
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())


def _add(path: Path, change: dict[str, Any]) -> None:
    """Append a row; columns that are not given stay empty."""
    text = path.read_bytes().decode("utf-8")
    header = text.splitlines()[0].split(",")
    assert set(change["add"]) <= set(header), change
    cells = [change["add"].get(name, "") for name in header]
    cells = [str(c).lower() if isinstance(c, bool) else c for c in cells]
    path.write_bytes(f"{text}{_csv_line(cells)}\n".encode())


def _csv_line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _replace(path: Path, change: dict[str, Any]) -> None:
    """Replace text that stands in the file exactly once."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(change["old"]) == 1, (change, text.count(change["old"]))
    path.write_bytes(text.replace(change["old"], change["new"]).encode())


def _line(path: Path, change: dict[str, Any]) -> None:
    """Replace one line, or put text before it where ``insert`` is true."""
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    at = int(change["line"]) - 1
    lines[at : at + (0 if change.get("insert") else 1)] = [change["text"] + "\n"]
    path.write_bytes("".join(lines).encode())


def _text(path: Path, change: dict[str, Any]) -> None:
    """Write a whole file, or one of its lines where ``line`` is given; ``times`` repeats the text."""
    if "line" in change:
        return _line(path, change)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((change["text"] * int(change.get("times", 1))).encode())
    return None


def _append(path: Path, change: dict[str, Any]) -> None:
    """Add text at the end of the file, ``times`` over; ``{n}`` in it counts them."""
    text, times = change["append"], int(change.get("times", 1))
    counted = (
        "".join(text.replace("{n}", str(n)) for n in range(1, times + 1)) if "{n}" in text else text * times
    )
    with path.open("ab") as file:
        file.write(counted.encode())


def _hex(path: Path, change: dict[str, Any]) -> None:
    """Put bytes, written in hexadecimal, before what the file holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rest = path.read_bytes() if path.exists() else b""
    path.write_bytes(bytes.fromhex(change["hex"]) + rest)


def _encode(path: Path, change: dict[str, Any]) -> None:
    """Write the file, or one ``line`` of it, in another encoding."""
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    only = int(change["line"]) - 1 if "line" in change else None
    encoded = [
        line.encode(change["encode"] if only in (None, number) else "utf-8")
        for number, line in enumerate(lines)
    ]
    whole = "".join(lines).encode(change["encode"]) if only is None else b"".join(encoded)
    path.write_bytes(whole)


def _line_ends(path: Path, change: dict[str, Any]) -> None:
    """Change every line end of the file."""
    path.write_bytes(path.read_bytes().replace(b"\n", change["line_ends"].encode()))


def _remove(path: Path, change: dict[str, Any]) -> None:
    path.unlink()


def _link(path: Path, change: dict[str, Any]) -> None:
    """Put a symbolic link in the file's place."""
    path.unlink(missing_ok=True)
    path.symlink_to(change["link"])


def _fifo(path: Path, change: dict[str, Any]) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _socket(path: Path, change: dict[str, Any]) -> None:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _zip(path: Path, change: dict[str, Any]) -> None:
    """Write an archive of files with their texts, ``times`` over; with ``link`` they are symbolic links."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in change["zip"].items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o120777 if "link" in change else 0o100644) << 16
            archive.writestr(entry, text * int(change.get("times", 1)))


def _as_json(path: Path, change: dict[str, Any]) -> None:
    """Put a JSON file with the same content in the place of a YAML file."""
    value = yamltext.read(path.read_text("utf-8")).value
    target = path.with_suffix(".json")
    target.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
    path.unlink()


def _size(path: Path, change: dict[str, Any]) -> None:
    """Make the file that many bytes long, without writing them."""
    with path.open("r+b") as file:
        file.truncate(int(change["size"]))


DEEDS: dict[str, Callable[[Path, dict[str, Any]], None]] = {
    "set": _set,
    "add": _add,
    "old": _replace,
    "text": _text,
    "append": _append,
    "hex": _hex,
    "encode": _encode,
    "line_ends": _line_ends,
    "remove": _remove,
    "zip": _zip,
    "link": _link,
    "fifo": _fifo,
    "socket": _socket,
    "as_json": _as_json,
    "size": _size,
}


def expected_codes(case: Case) -> set[str]:
    """Return the codes a case expects."""
    return {_parts(line)[3] for line in case.expect}


def _parts(line: str) -> tuple[str, ...]:
    match = _EXPECTED.fullmatch(line)
    assert match, f"not file:line:column CODE field: {line}"
    return tuple("" if part is None else part for part in match.groups())


def differences(case: Case, problems: tuple[Problem, ...]) -> list[str]:
    """Return what was expected and not found (``-``) and found and not expected (``+``)."""
    found = [_shown(p, with_value=False) for p in problems]
    wanted = [line.partition(" = ")[0] for line in case.expect]
    out = [f"- {line}" for line in wanted if wanted.count(line) > found.count(line)]
    out += [
        f"+ {_shown(p)}"
        for p, line in zip(problems, found, strict=True)
        if found.count(line) > wanted.count(line)
    ]
    whole = {_shown(p) for p in problems} | {f"{_shown(p)} -> {p.suggestion or ''}" for p in problems}
    out += [f"- {line}" for line in case.expect if " = " in line and line not in whole]
    return out


def _shown(problem: Problem, *, with_value: bool = True) -> str:
    at = ":".join(str(x or "-") for x in (problem.line, problem.column))
    text = f"{problem.file}:{at} {problem.code} {problem.field or '-'}"
    return f"{text} = {problem.value or ''}" if with_value else text
