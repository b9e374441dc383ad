"""What contributed Markdown may hold: words, tables, links and local images; no markup, no scripts.

The renderer keeps everything else inert whether it was checked or not; here its author learns of it, at its
line. Parsed as it is rendered (CommonMark, tables, no HTML), which is linear on hostile text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from generator.formats.markdown import Token, parse
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


def check_markdown(text: str, file: str, scope: LinkScope, first_line: int = 1) -> Iterator[Problem]:
    """Yield the problems of a Markdown text that begins on `first_line` of `file`.

    Codes: MD-001 markup and attribute lists, MD-002 links, MD-003 images, MD-004 headings.
    """
    lines = text.split("\n")
    tokens = parse(text)
    marked = -1  # line of the last markup: one problem a line
    for at, token in enumerate(tokens):
        begin = token.map[0] if token.map else 0
        if token.type == "heading_open" and token.tag == "h1" and not (scope.title and at == 0):
            yield _problem("MD-004", file, lines, begin, first_line, tokens[at + 1].content)
        elif token.type == "inline":
            for line, child in _by_line(token.children or [], begin):
                source = lines[line] if line < len(lines) else ""
                for code, value in _faults(child, source, file, scope):
                    if code != "MD-001" or line != marked:
                        yield _problem(code, file, lines, line, first_line, value)
                    if code == "MD-001":
                        marked = line


def _problem(code: str, file: str, lines: list[str], line: int, first_line: int, value: str) -> Problem:
    """Return a problem at the place where its value stands in the line, counted from 0."""
    source = lines[line] if line < len(lines) else ""
    at = max(source.find(value), source.find(unquote(value)))
    return Problem(code, file, first_line + line, at + 1 if at >= 0 else None, None, value)


def _by_line(children: list[Token], line: int) -> Iterator[tuple[int, Token]]:
    """Yield every part of a paragraph with the line it stands on, from 0."""
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        yield line, child


def _faults(child: Token, source: str, file: str, scope: LinkScope) -> Iterator[tuple[str, str]]:
    """Yield code and value of what is wrong with a part of a paragraph on the line `source`."""
    if child.type == "text":
        yield from _markup(child.content, source)
    elif child.type == "link_open":
        target = str(child.attrs.get("href", ""))
        if not _is_allowed_link(target, file, scope):
            yield "MD-002", target
    elif child.type == "image":
        target = str(child.attrs.get("src", ""))
        if not _is_allowed_image(target, child.content, file, scope):
            yield "MD-003", target


def _markup(text: str, source: str) -> Iterator[tuple[str, str]]:
    """Yield markup in a text. What is written as an entity or escaped is meant to be read."""
    for pattern in (_MARKUP, _ATTRIBUTES):
        match = pattern.search(text)
        at = source.find(match[0]) if match else -1
        if match and at >= 0 and source[at - 1 : at] != "\\":
            yield "MD-001", match[0]


def _is_allowed_link(target: str, file: str, scope: LinkScope) -> bool:
    """Return True unless a link leads nowhere; of relative ones only those to Markdown files are resolved."""
    if target.startswith(RECORD):
        return scope.known(target.removeprefix(RECORD).partition("#")[0])
    if _SCHEME.match(target):
        return is_link(target) or (scope.relative and target.startswith(("mailto:", "tel:")))
    path = target.partition("#")[0]
    return scope.relative and (not path.endswith(".md") or _beside(file, path) in scope.files)


def _is_allowed_image(target: str, words: str, file: str, scope: LinkScope) -> bool:
    path = _beside(file, target)
    local = not _SCHEME.match(target) and path in scope.files
    return local and bool(words.strip()) and path.lower().endswith(_PICTURES)


def _beside(file: str, target: str) -> str:
    """Return the path that a relative target in a file names, with ``docs/`` before it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(target)))
