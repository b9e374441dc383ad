"""What a rule case may do to a file of the base package: one function a deed, named in DEEDS.

Each is given the file and the change as the case writes it (case_files.py).
"""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.formats import yaml_reader


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
    value = yaml_reader.read(path.read_text("utf-8")).value
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
