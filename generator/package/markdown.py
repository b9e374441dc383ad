"""What contributed Markdown may hold: words, tables, links and local images; no markup, no scripts.

The renderer keeps everything else inert whether it was checked or not; here its author learns of it, at its
line. Parsed as it is rendered (CommonMark, tables, no HTML), which is linear on hostile text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.formats.urls import is_link
from generator.package.text_issues import ELEMENTS
from generator.problems.problem import Problem

MAX_BYTES = 64 * 1024
RECORD = "record:"
_MARKUP = re.compile(rf"<(?=[a-z/])/?(?:{ELEMENTS})(?![a-z0-9])[^<>\n]{{0,60}}|<!|<\?", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w:-]*\s*=)[^{}\n]{0,200}\}?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp")


@dataclass(frozen=True, slots=True)
class LinkScope:
    """What a text may lead to."""

    known: Callable[[str], bool]
    """Whether an id is that of a record, of any table or a case."""
    files: Container[str]
    """Files below ``docs/``, with that prefix."""
    relative: bool
    """Whether links to other pages of prose are followed; a case stands alone."""
    title: bool
    """Whether the first heading may be of the first level."""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # Links that the parser would refuse stay text to it; they have to be seen to be told.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def check_markdown(text: str, file: str, around: LinkScope, first_line: int = 1) -> list[Problem]:
    """Return what must be mended in a Markdown text that begins on `first_line` of `file`.

    Problems: MD-001 markup and attribute lists, MD-002 links, MD-003 images, MD-004 headings.
    """
    lines = text.split("\n")
    checker = _Checker(file, lines, first_line, around)
    tokens = _parser().parse(text)
    for at, token in enumerate(tokens):
        begin = token.map[0] if token.map else 0
        if token.type == "heading_open" and token.tag == "h1" and not (around.title and at == 0):
            checker.report("MD-004", begin, tokens[at + 1].content)
        elif token.type == "inline":
            for line, child in _by_line(token.children or [], begin):
                checker.child(line, child)
    return checker.problems


def _by_line(children: list[Token], line: int) -> Iterator[tuple[int, Token]]:
    """Yield every part of a paragraph with the line it stands on, from 0."""
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        yield line, child


class _Checker:
    def __init__(self, file: str, lines: list[str], first_line: int, around: LinkScope) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = lines
        self._first = first_line
        self._around = around
        self._told = -1

    def report(self, code: str, line: int, value: str) -> None:
        source = self._lines[line] if line < len(self._lines) else ""
        found = max(source.find(value), source.find(unquote(value)))
        column = found + 1 if found >= 0 else None
        self.problems.append(Problem(code, self._file, self._first + line, column, None, value))

    def child(self, line: int, child: Token) -> None:
        if child.type == "text":
            self._text(line, child.content)
        elif child.type == "link_open":
            self._link(line, str(child.attrs.get("href", "")))
        elif child.type == "image":
            self._image(line, str(child.attrs.get("src", "")), child.content)

    def _text(self, line: int, text: str) -> None:
        """Report markup once a line. What is written as an entity or escaped is meant to be read."""
        source = self._lines[line] if line < len(self._lines) else ""
        for pattern in (_MARKUP, _ATTRIBUTES):
            match = pattern.search(text) if line != self._told else None
            at = source.find(match[0]) if match else -1
            if match and at >= 0 and source[at - 1 : at] != "\\":
                self._told = line
                self.report("MD-001", line, match[0])

    def _link(self, line: int, target: str) -> None:
        if target.startswith(RECORD):
            fine = self._around.known(target.removeprefix(RECORD).partition("#")[0])
        elif _SCHEME.match(target):
            fine = is_link(target) or (self._around.relative and target.startswith(("mailto:", "tel:")))
        else:
            fine = self._around.relative
        if not fine:
            self.report("MD-002", line, target)

    def _image(self, line: int, source: str, words: str) -> None:
        folder = posixpath.dirname(self._file)
        path = posixpath.normpath(posixpath.join(folder, unquote(source)))
        local = not _SCHEME.match(source) and path in self._around.files
        if not (local and words.strip() and path.lower().endswith(_PICTURES)):
            self.report("MD-003", line, source)
