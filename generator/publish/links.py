"""Find the links of elements and style sheets and resolve them to files of the site.

Whether a target exists is checked in ``verify``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

Attributes = Mapping[str, str | None]

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_CSS_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.I)
_IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]")
_FOLLOWED = frozenset({"http:", "https:", "mailto:", "tel:"})
_LOADED_RELS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
    | {"manifest", "prerender", "apple-touch-icon", "mask-icon"}
)
_WHOLE_PAGE = frozenset({"", "top"})


class LinkUse(NamedTuple):
    """A link as written in a file. A tuple, because a page has a hundred and they are hashed."""

    link: str
    """The address as written."""
    loaded: bool
    """True if the browser loads it by itself, False if a reader follows it."""


class LinkTarget(NamedTuple):
    """A file of the site, or an element in it."""

    path: str
    """Path of the file below the root."""
    anchor: str = ""
    """Id of the element; empty for the whole file."""


def element_links(tag: str, attributes: Attributes) -> list[LinkUse]:
    """Return every link in an element's attributes."""
    links: list[LinkUse] = []
    for name, value in attributes.items():
        reader = _READERS.get(name)
        if reader is not None:
            links += reader(tag, value or "", attributes)
        elif name == "class" and tag == "pre" and "mermaid" in (value or "").split():
            # For such a block the theme's script loads a drawing library.
            links.append(LinkUse("https://unpkg.com/mermaid", loaded=True))
    return links


def css_links(text: str) -> Iterator[LinkUse]:
    """Yield every link that a style sheet or a style attribute loads."""
    for match in _CSS_URL.finditer(_CSS_COMMENT.sub("", text)):
        yield LinkUse(next((group for group in match.groups() if group is not None), ""), loaded=True)


def resolve(path: str, use: LinkUse) -> LinkTarget | str:
    """Resolve a link in the file at ``path``.

    Returns a LinkTarget in the site, an empty string for an allowed address outside it, or else the kind of
    finding: ``external``, ``scheme``, ``absolute`` or ``outside``.
    """
    link = _IGNORED_BY_BROWSERS.sub("", use.link).strip()
    scheme = SCHEME.match(link)
    if scheme:
        return _scheme_finding(scheme[0].lower(), loaded=use.loaded)
    if link[:2] in ("//", "\\\\", "/\\", "\\/"):
        return "external" if use.loaded else ""
    if link[:1] in ("/", "\\"):
        return "absolute"
    rest, _, fragment = link.partition("#")
    anchor = unquote(fragment.partition(":~:")[0])
    anchor = "" if anchor in _WHOLE_PAGE else anchor
    rest = unquote(rest.partition("?")[0])
    if not rest:
        return LinkTarget(path, anchor)
    target = _walk(path.split("/")[:-1], rest.split("/"))
    return "outside" if target is None else LinkTarget(target, anchor)


def _walk(parts: list[str], steps: list[str]) -> str | None:
    """Return the file at relative steps from a folder, None above the root; a folder means its index."""
    last = steps[-1]
    for step in steps if last in (".", "..") else steps[:-1]:
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in (".", ""):
            parts.append(step)
    return "/".join([*parts, "index.html" if last in ("", ".", "..") else last])


def _scheme_finding(scheme: str, *, loaded: bool) -> str:
    if loaded:
        return "" if scheme == "data:" else "external"
    return "" if scheme in _FOLLOWED else "scheme"


def _read_href(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    if tag in ("a", "area"):
        yield LinkUse(value, loaded=False)
    elif tag == "link":
        loaded = not _LOADED_RELS.isdisjoint((attributes.get("rel") or "").lower().split())
        # Canonical and similar addresses are not loaded and may be absolute.
        if loaded or not SCHEME.match(value):
            yield LinkUse(value, loaded=loaded)
    elif tag != "base":
        yield LinkUse(value, loaded=True)


def _read_loaded(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    yield LinkUse(value, loaded=True)


def _read_candidates(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    for candidate in value.split(","):
        if candidate.strip():
            yield LinkUse(candidate.split()[0], loaded=True)


def _read_style(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    yield from css_links(value)


def _read_refresh(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        match = _REFRESH.match(value)
        if match:
            yield LinkUse(match[1], loaded=False)


def _read_data(tag: str, value: str, attributes: Attributes) -> Iterator[LinkUse]:
    if tag == "object":
        yield LinkUse(value, loaded=True)


_READERS: Mapping[str, Callable[[str, str, Attributes], Iterator[LinkUse]]] = {
    "href": _read_href,
    "xlink:href": _read_href,
    "src": _read_loaded,
    "poster": _read_loaded,
    "action": _read_loaded,
    "formaction": _read_loaded,
    "srcset": _read_candidates,
    "imagesrcset": _read_candidates,
    "style": _read_style,
    "content": _read_refresh,
    "data": _read_data,
}
"""Parser of links by attribute."""
