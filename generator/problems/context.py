"""What a report format needs besides the problems: language, source lines and paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LineReader = Callable[[str, int], str]
"""Returns a physical line of a file, by path and line number from 1; empty if the line is not known."""


def no_lines(file: str, line: int) -> str:
    """Return an empty line: a LineReader for reports without source lines."""
    return ""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Settings of a report."""

    lang: str = "zh"
    """Language of messages: zh or en."""
    lines: LineReader = no_lines
    """Reads the source lines that problems refer to."""
    data: str = "data"
    """Path of the data folder from the repository's root, with forward slashes."""
    docs: str = "docs"
    """Path of the prose folder from the repository's root, with forward slashes."""
    colour: bool = False
    """Whether to write terminal colours."""
    site_url: str = ""
    """Absolute URL of the published site, which explains codes, with a final slash; empty if unknown."""

    def path(self, file: str) -> str:
        """Return the path of a problem's file from the repository's root."""
        if file.startswith("docs/"):
            return f"{self.docs}/{file.removeprefix('docs/')}"
        return f"{self.data}/{file}" if file else self.data

    def page(self, code: str) -> str:
        """Return the URL of the page that explains a code; empty without `site_url`."""
        return f"{self.site_url}guides/codes/{code.lower()}/" if self.site_url else ""
