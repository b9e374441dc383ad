"""What of a built site can act, file by file and by the file's type; an unknown type is a finding.

`Reading.acts` is everything that runs, loads, styles, frames or sends, to be compared with the clean build's.
`Reading.wrong` is what is bad whatever the clean build has. `Reading.words` are elements with their
attributes, those that hold shown text or measures apart: a site of hostile text uses the words of the clean
one.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from inert_markup import html, svg, xml, xml_tree
from inert_reading import Reading, digest, no_constant


def read(path: str, data: bytes) -> Reading:
    """Read a file by its type, which is what stands behind the last dot of its name."""
    reading = Reading()
    kind = KINDS.get(path.rpartition(".")[2].lower())
    if kind is None:
        reading.wrong.append("unknown type of file")
        return reading
    try:
        kind(data, reading)
    except (ValueError, SyntaxError, csv.Error, zipfile.BadZipFile) as error:
        reading.wrong.append(f"cannot be read: {error}")
    return reading


def read_site(folder: Path) -> dict[str, Reading]:
    """Read every file of a site, by its path without the hash of what it holds."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {_HASHED.sub(".*.", p.relative_to(folder).as_posix()): read(p.name, p.read_bytes()) for p in files}


_HASHED = re.compile(r"\.[0-9a-f]{8,}\.")


def _json(data: bytes, reading: Reading) -> None:
    json.loads(data.decode("utf-8"), parse_constant=no_constant)


_FORMULA = tuple("=+-@\t\r＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?%?\Z")


def _csv(data: bytes, reading: Reading) -> None:
    """A file with a byte order mark is for Excel, which takes a cell for a formula by its sign."""
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    if len({len(row) for row in rows if row}) > 1:
        reading.wrong.append("rows of different length")
    if text.startswith("\ufeff"):
        cells = [cell for row in rows for cell in row]
        reading.wrong += [
            f"formula {c[:40]!r}" for c in cells if c.startswith(_FORMULA) and not _NUMBER.match(c)
        ]


def _xlsx(data: bytes, reading: Reading) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if "externalLink" in name or "vbaProject" in name or "/embeddings/" in name:
                reading.wrong.append(name)
            elif name.endswith(".xml") and any(
                element.tag.endswith("}f") for element in xml_tree(book.read(name), reading)
            ):
                reading.wrong.append(f"a formula in {name}")


def _zip(data: bytes, reading: Reading) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            inner = read(name, packed.read(name))
            reading.wrong += [f"{name}: {what}" for what in inner.wrong]
            reading.acts |= {(name, *act) for act in inner.acts}


_CALENDAR = re.compile(
    r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|LOCATION|URL|"
    r"STATUS|CATEGORIES|CLASS|TRANSP|LAST-MODIFIED|X-WR-CALNAME)[;:]|RRULE:FREQ=YEARLY\Z"
)


def _ics(data: bytes, reading: Reading) -> None:
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")
    for line in filter(None, lines):
        if not _CALENDAR.match(line) or any(ord(c) < 32 and c != "\t" for c in line):
            reading.wrong.append(f"line {line[:40]!r}")
        if line.startswith("URL") and not re.match(r"URL[^:]*:https?://", line):
            reading.wrong.append(line[:60])


def _fixed(data: bytes, reading: Reading) -> None:
    reading.fixed = digest(data)


def _picture(data: bytes, reading: Reading) -> None:
    if not data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x01\x00")):
        reading.wrong.append("not a picture")


KINDS: dict[str, Callable[[bytes, Reading], None]] = {
    "html": html,
    "json": _json,
    "geojson": _json,
    "svg": svg,
    "xml": xml,
    "atom": xml,
    "rss": xml,
    "csv": _csv,
    "ics": _ics,
    "xlsx": _xlsx,
    "zip": _zip,
    **dict.fromkeys(("js", "mjs", "css", "map", "wasm", "txt", "woff", "woff2", "ttf"), _fixed),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp", "ico"), _picture),
}
"""How files are read, by the end of their name."""
