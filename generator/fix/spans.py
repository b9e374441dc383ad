"""Where each cell of a CSV record stands in the text of its file, so that one can be changed alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_BARE = re.compile(r"[^,\r\n]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A cell's place in the text, quotes and commas not counted in."""

    start: int
    end: int
    text: str
    """What the cell says, quotes inside it undoubled, line ends as line feeds."""


def line_starts(text: str) -> list[int]:
    """Return where each physical line begins; the first is line 1 and has index 0."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def cells(text: str, start: int) -> Iterator[Span]:
    """Yield the cells of the record that begins at `start`.

    The record is known to be well formed (csvtext.parse found nothing wrong with its quotes).
    """
    at = start
    while True:
        match = _QUOTED.match(text, at)
        if match:
            inner = match[1].replace('""', '"').replace("\r\n", "\n")
            yield Span(match.start(1), match.end(1), inner)
        else:
            match = _BARE.match(text, at)
            assert match is not None  # the pattern matches the empty text
            yield Span(match.start(), match.end(), match[0])
        at = match.end()
        if text[at : at + 1] != ",":
            return
        at += 1
