"""What of HTML, SVG and XML can act."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from inert_reading import Reading, digest, no_constant
from selectolax.lexbor import LexborHTMLParser, LexborNode

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


def html(data: bytes, reading: Reading) -> None:
    tree = LexborHTMLParser(data)
    within = {n.mem_id for place in tree.css(_PROSE) for n in place.css("*")}
    for node in tree.css("*"):
        tag = (node.tag or "").lower()
        if tag == "script":
            _script(node, reading)
        elif tag == "style":
            reading.acts.add(("style", digest(node.text().encode())))
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
        reading.acts.add(("script", kind, source, digest(node.text().encode())))
        return
    text = node.text()
    json.loads(text, parse_constant=no_constant)
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


def xml_tree(data: bytes, reading: Reading) -> Iterator[ElementTree.Element]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        reading.wrong.append("a document type")
    return ElementTree.fromstring(data).iter()


def svg(data: bytes, reading: Reading) -> None:
    for element in xml_tree(data, reading):
        tag = element.tag.rpartition("}")[2].lower()
        if tag in _ACTIVE | {"script", "handler", "listener", "style"}:
            reading.wrong.append(f"<{tag}>")
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2].lower()
            if name.startswith("on") or (name in _ADDRESSES and not value.startswith("#") and name != "d"):
                reading.wrong.append(f"{name}={value}")
            if re.search(r"url\((?!#)|@import|expression\(", value) and name not in _SHOWN:
                reading.wrong.append(f"{name}={value}")


def xml(data: bytes, reading: Reading) -> None:
    for element in xml_tree(data, reading):
        kind = element.get("type", "")
        if kind in ("html", "text/html") and element.text:
            inner = Reading()
            html(element.text.encode(), inner)
            reading.wrong += [str(act) for act in sorted(inner.acts)] + inner.wrong
        if kind == "xhtml":
            reading.wrong.append("markup in a feed")
        address = _IGNORED.sub("", element.get("href") or "")
        if (scheme := _SCHEME.match(address)) and scheme[0].lower() not in ("http:", "https:"):
            reading.wrong.append(f"href={address}")
