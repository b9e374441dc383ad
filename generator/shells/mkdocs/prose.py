"""A Python-Markdown extension that makes contributed prose safe: no raw HTML, no forbidden links.

As an extension it sees code blocks and escapes as the author meant them. Of the site it knows only the
addresses of records.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

from generator.shells.contract import root_path

RECORD = "record:"
"""Prefix of a link to a record; the id follows."""
_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_AFTER_RELATIVE_LINKS = -1
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class ProseProblem:
    """A broken or forbidden link in a prose page."""

    file: str
    """Source file below ``docs/``."""
    line: int
    """Line of the file, from 1; 0 if unknown."""
    link: str
    """The address as written."""
    message: str
    """Message, in a few Chinese words."""

    def __str__(self) -> str:
        """Return the problem in one line."""
        return f"docs/{self.file}:{self.line}: {self.message}：{self.link}"


class SafeProse(Extension):  # type: ignore[misc]
    """Escapes raw HTML, resolves ``record:`` links and collects problems of links.

    One object serves all pages of a build: call ``begin`` before each page.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        """Set the addresses of records by id."""
        super().__init__()
        self.problems: list[ProseProblem] = []
        self._addresses = addresses
        self._file = self._address = self._source = ""

    def begin(self, *, file: str, address: str, source: str) -> None:
        """Set the page that is converted next: source file, address and source text."""
        self._file, self._address, self._source = file, address, source

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Remove the parsers of raw HTML and register the resolver of links, after that of MkDocs."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self), "register_links", _AFTER_RELATIVE_LINKS)

    def resolve(self, element: Element, name: str) -> None:
        """Set the address attribute ``name`` of a link or image to its published value."""
        link = html.unescape(element.get(name) or "")
        scheme, colon, rest = _IGNORED_BY_BROWSERS.sub("", link).partition(":")
        if not colon or re.search(r"[/?#]", scheme):
            return
        if scheme == "record" and name == "href":
            element.set(name, self._record(link, rest))
        elif scheme.lower() not in _ALLOWED:
            self._report(link, "不允许的链接类型")
            element.set(name, "#")

    def _record(self, link: str, rest: str) -> str:
        identifier, sharp, anchor = rest.partition("#")
        address = self._addresses.get(identifier)
        if address is None:
            self._report(link, "没有此编号的记录")
            return "#"
        return root_path(self._address) + quote(address) + sharp + anchor

    def _report(self, link: str, message: str) -> None:
        end = re.compile(re.escape(link) + r"(?![a-z0-9-])")
        lines = enumerate(self._source.splitlines(), start=1)
        line = next((number for number, text in lines if end.search(text)), 0)
        self.problems.append(ProseProblem(self._file, line, link, message))


class _Links(Treeprocessor):  # type: ignore[misc]
    """Passes every link and image of a page to the extension."""

    def __init__(self, md: Markdown, prose: SafeProse) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and element.get("href") is not None:
                self._prose.resolve(element, "href")
            elif element.tag == "img" and element.get("src") is not None:
                self._prose.resolve(element, "src")
