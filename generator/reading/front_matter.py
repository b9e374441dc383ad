"""The YAML between two lines of dashes at the head of a Markdown file, and the prose below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator import yamltext
from generator.problems import Problem

_FENCE = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file in its two parts."""

    document: yamltext.Document | None
    """What stands between the dashes, with places counted in the file; None where there are no dashes."""
    body: str
    """The prose below."""
    first_line: int
    """Line of the file on which the prose begins."""

    def problems(self, file: str) -> list[Problem]:
        """Return what is wrong with the YAML as such, at its place in `file`."""
        found = self.document.findings if self.document else []
        return [Problem(f.code, file, f.line, f.column, value=f.value or None) for f in found]


def split(text: str) -> FrontMatter:
    """Return the two parts of a Markdown file; line ends are made alike."""
    text = text.replace("\r\n", "\n")
    match = _FENCE.match(text)
    if match is None:
        return FrontMatter(None, text, 1)
    document = yamltext.read(match[1], first_line=2)
    return FrontMatter(document, text[match.end() :], text.count("\n", 0, match.end()) + 1)
