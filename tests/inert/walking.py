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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

Act = tuple[str, ...]


@dataclass
class Reading:
    """What was found in one file."""

    acts: set[Act] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)
    """Addresses elsewhere that a reader may follow."""
    words: set[Act] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    fixed: str = ""
    """Hash of a file that data may have no part in: code, styles, fonts."""


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

# HTML

_ADDRESSES = {
    "href", "src", "srcset", "imagesrcset", "action", "formaction", "poster", "data", "cite", "ping",
    "background", "longdesc", "manifest", "xlink:href", "codebase", "usemap", "profile", "archive",
    "classid",
}  # fmt: skip
_ACTIVE = {
    "applet", "base", "embed", "fencedframe", "foreignobject", "form", "frame", "frameset", "iframe",
    "math", "noembed", "object", "plaintext", "portal", "use", "image", "animate", "animatetransform",
    "animatemotion", "set", "template", "xmp", "video", "audio", "track", "source", "img", "button",
    "input", "textarea", "dialog",
}  # fmt: skip
_SHOWN = {
    "alt", "aria-description", "aria-label", "aria-roledescription", "content", "data-label", "data-name",
    "data-unit", "data-value", "placeholder", "title", "value",
}  # fmt: skip
_MEASURES = {
    "d", "transform", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry",
    "width", "height", "viewbox", "points", "offset", "textlength", "start",
}  # fmt: skip
_CODE = {
    "",
    "module",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "speculationrules",
    "importmap",
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")
_MARKDOWN = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
    "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", "div", "span",
}  # fmt: skip
"""Elements that contributed Markdown may give."""
_PROSE = ".prose, .home-intro, article:not(.portal):not(:has(.portal))"
"""Where contributed Markdown stands."""


def _html(data: bytes, reading: Reading) -> None:
    tree = LexborHTMLParser(data)
    within = {n.mem_id for place in tree.css(_PROSE) for n in place.css("*")}
    for node in tree.css("*"):
        tag = (node.tag or "").lower()
        if tag == "script":
            _script(node, reading)
        elif tag == "style":
            reading.acts.add(("style", _hash(node.text().encode())))
        prose = node.mem_id in within
        if prose and tag not in _MARKDOWN:
            reading.acts.add(("element of prose", tag))
        if tag in _ACTIVE or (tag == "meta" and "http-equiv" in node.attributes):
            shown = {k: v or "" for k, v in node.attributes.items() if k not in _SHOWN or tag == "meta"}
            reading.acts.add(("element", tag, *(f"{k}={v}" for k, v in sorted(shown.items()))))
        for name, value in node.attributes.items():
            _attribute(tag, name.lower(), value or "", reading, prose=prose)


def _script(node: LexborNode, reading: Reading) -> None:
    kind = (node.attributes.get("type") or "").lower()
    if kind in _CODE:
        source = node.attributes.get("src") or ""
        reading.acts.add(("script", kind, source, _hash(node.text().encode())))
        return
    text = node.text()
    json.loads(text, parse_constant=_no_constant)
    if "<" in text:
        reading.wrong.append(f"a < in data of a script: {text[:60]}")


def _attribute(tag: str, name: str, value: str, reading: Reading, *, prose: bool) -> None:
    if name.startswith("on") or name in (
        "srcdoc",
        "is",
        "nonce",
        "autofocus",
        "contenteditable",
        "accesskey",
    ):
        reading.acts.add(("attribute", tag, name, value))
    elif name == "style":
        reading.acts.add(("style of element", value))
    if name in _ADDRESSES:
        _address(tag, name, value, reading, prose=prose)
    elif name == "class":
        reading.words |= {(tag, name, one) for one in value.split()}
    elif name in _SHOWN or name in _MEASURES:
        reading.words.add((tag, name))
    elif not (prose and name == "id") and name not in ("id", "data-id", "for"):
        reading.words.add((tag, name, value))


def _address(tag: str, name: str, value: str, reading: Reading, *, prose: bool) -> None:
    plain = _IGNORED.sub("", value)
    scheme = _SCHEME.match(plain)
    foreign = scheme or plain.startswith(("//", "\\\\", "/\\", "\\/"))
    if tag in ("a", "area") and name == "href":
        if scheme and scheme[0].lower() in ("http:", "https:"):
            if not prose:  # who writes prose may name addresses
                reading.followed.add(value)
        elif foreign or plain.startswith("/"):
            reading.acts.add(("address", tag, name, value))
    elif foreign or name in ("srcset", "imagesrcset", "action", "formaction", "ping"):
        reading.acts.add(("address", tag, name, value))


# Everything else


def _json(data: bytes, reading: Reading) -> None:
    json.loads(data.decode("utf-8"), parse_constant=_no_constant)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _xml_tree(data: bytes, reading: Reading) -> Iterator[ElementTree.Element]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        reading.wrong.append("a document type")
    return ElementTree.fromstring(data).iter()


def _svg(data: bytes, reading: Reading) -> None:
    for element in _xml_tree(data, reading):
        tag = element.tag.rpartition("}")[2].lower()
        if tag in _ACTIVE | {"script", "handler", "listener", "style"}:
            reading.wrong.append(f"<{tag}>")
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2].lower()
            if name.startswith("on") or (name in _ADDRESSES and not value.startswith("#") and name != "d"):
                reading.wrong.append(f"{name}={value}")
            if re.search(r"url\((?!#)|@import|expression\(", value) and name not in _SHOWN:
                reading.wrong.append(f"{name}={value}")


def _xml(data: bytes, reading: Reading) -> None:
    for element in _xml_tree(data, reading):
        kind = element.get("type", "")
        if kind in ("html", "text/html") and element.text:
            inner = Reading()
            _html(element.text.encode(), inner)
            reading.wrong += [str(act) for act in sorted(inner.acts)] + inner.wrong
        if kind == "xhtml":
            reading.wrong.append("markup in a feed")
        address = _IGNORED.sub("", element.get("href") or "")
        if (scheme := _SCHEME.match(address)) and scheme[0].lower() not in ("http:", "https:"):
            reading.wrong.append(f"href={address}")


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
                element.tag.endswith("}f") for element in _xml_tree(book.read(name), reading)
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
    reading.fixed = _hash(data)


def _picture(data: bytes, reading: Reading) -> None:
    if not data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x01\x00")):
        reading.wrong.append("not a picture")


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


KINDS: dict[str, Callable[[bytes, Reading], None]] = {
    "html": _html,
    "json": _json,
    "geojson": _json,
    "svg": _svg,
    "xml": _xml,
    "atom": _xml,
    "rss": _xml,
    "csv": _csv,
    "ics": _ics,
    "xlsx": _xlsx,
    "zip": _zip,
    **dict.fromkeys(("js", "mjs", "css", "map", "wasm", "txt", "woff", "woff2", "ttf"), _fixed),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp", "ico"), _picture),
}
"""How files are read, by the end of their name."""
