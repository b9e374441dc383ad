"""What a form needs to know besides the problems: the reader's language, and where things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LineReader = Callable[[str, int], str]
"""Returns the text of a physical line, from 1, of a problem's file; empty where it is not known."""


def no_lines(file: str, line: int) -> str:
    """Know no line of any file."""
    return ""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """How problems are to be told."""

    lang: str = "zh"
    """Language of messages: zh or en."""
    lines: LineReader = no_lines
    """The lines of the files that problems are about."""
    data: str = "data"
    """The data folder as seen from the repository, with forward slashes."""
    docs: str = "docs"
    """The folder of prose as seen from the repository, with forward slashes."""
    colour: bool = False
    """Whether the text goes to a terminal that shows colours."""
    site_url: str = ""
    """Absolute address of the published site with a slash at its end, where codes are explained; or empty."""

    def path(self, file: str) -> str:
        """Return the path of a problem's file as seen from the repository."""
        if file.startswith("docs/"):
            return f"{self.docs}/{file.removeprefix('docs/')}"
        return f"{self.data}/{file}" if file else self.data

    def page(self, code: str) -> str:
        """Return the address of the page that explains a code; empty where the site has none yet."""
        return f"{self.site_url}guides/codes/{code.lower()}/" if self.site_url else ""
