"""Makes contributed Markdown safe: markup in it stays text, and links lead only where they may.

An extension of Python-Markdown, so that code blocks and escapes are understood as the author meant them.
It knows nothing of the site but the addresses of its records.
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
"""What the address of a link to a record begins with; its id follows."""
_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_AFTER_RELATIVE_LINKS = -1
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class ProseProblem:
    """A link in a prose page that leads nowhere or may not be followed."""

    file: str
    """Source file below ``docs/``."""
    line: int
    """Line of the file, from 1; 0 where it could not be told."""
    link: str
    """The address as written."""
    what: str
    """What is wrong with it, in a few words."""

    def __str__(self) -> str:
        """The problem in one line."""
        return f"docs/{self.file}:{self.line}: {self.what}：{self.link}"


class SafeProse(Extension):  # type: ignore[misc]
    """Keeps raw HTML as text, resolves ``record:`` links, and gathers the links it cannot allow.

    One object serves all pages of a build: ``begin`` names the page to come, ``problems`` fills up.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        """Keep the addresses of the records by id."""
        super().__init__()
        self.problems: list[ProseProblem] = []
        self._addresses = addresses
        self._file = self._address = self._source = ""

    def begin(self, *, file: str, address: str, source: str) -> None:
        """Name the page that is converted next: its source file, its address, its whole text."""
        self._file, self._address, self._source = file, address, source

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Take the readers of raw HTML out and put the reader of links in, after MkDocs' own."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self), "register_links", _AFTER_RELATIVE_LINKS)

    def settle(self, element: Element, name: str) -> None:
        """Give the address attribute of a link or image the value it is published with."""
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

    def _report(self, link: str, what: str) -> None:
        end = re.compile(re.escape(link) + r"(?![a-z0-9-])")
        lines = enumerate(self._source.splitlines(), start=1)
        line = next((number for number, text in lines if end.search(text)), 0)
        self.problems.append(ProseProblem(self._file, line, link, what))


class _Links(Treeprocessor):  # type: ignore[misc]
    """Hands every link and image of a page to the extension."""

    def __init__(self, md: Markdown, prose: SafeProse) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and element.get("href") is not None:
                self._prose.settle(element, "href")
            elif element.tag == "img" and element.get("src") is not None:
                self._prose.settle(element, "src")
