"""The contract of shell engines: an engine renders frames to HTML, compiled to shells that pages then fill.

The HTML of a frame has a token wherever pages differ. It is split at its tokens once, so that filling a page
is one join. Inserted values are escaped here and nowhere else. This module reads and writes no files and
knows no engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from generator.artifacts import Frame, Page, SiteOutput

FAVICON = "assets/images/favicon.png"
"""Path of the icon that every engine writes: pages outside its frames load it too."""
_TOKEN = re.compile(r"@@([a-z]+)@@")
_LINE_END = re.compile(r"\s*\n\s*")
_CONSTANTS = frozenset({"site", "root"})

Slot = Callable[[Page, SiteOutput], str]
"""Returns the markup that replaces a token on one page."""


def token(name: str) -> str:
    """Return the token that marks the place of a slot or constant in a frame's HTML."""
    return f"@@{name}@@"


def escape_text(text: str) -> str:
    """Return plain text as markup that is safe in templates that do not escape.

    ``@`` is escaped as well, so that text cannot forge a token.
    """
    return escape(text).replace("@", "&#64;")


def escape_tokens(markup: str) -> str:
    """Return markup in which nothing looks like a token, so that it can pass through an engine."""
    return markup.replace("@@", "&#64;@")


def root_path(address: str) -> str:
    """Return the relative path from a page's address to the site's root, with a final slash."""
    return "../" * address.count("/") or "./"


def file_path(address: str) -> str:
    """Return the path, below the site's root, of the file of the page at an address."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def robots_tag(*, indexed: bool, site_output: SiteOutput) -> str:
    """Return the robots element for a page's head; empty if search engines may list the page."""
    if indexed and not site_output.noindex:
        return ""
    return '<meta name="robots" content="noindex">'


def canonical_tag(address: str, *, indexed: bool, site_output: SiteOutput) -> str:
    """Return the canonical element for a page's head; empty if the site's URL is not known."""
    if not site_output.site_url or not indexed:
        return ""
    return f'<link rel="canonical" href="{escape(site_output.site_url + quote(address))}">'


def description_tag(text: str) -> str:
    """Return the description element for a page's head; empty without a description."""
    return f'<meta name="description" content="{escape(text)}">' if text else ""


SLOTS: Mapping[str, Slot] = {
    "title": lambda page, site_output: escape(page.title),
    "description": lambda page, site_output: description_tag(page.description),
    "robots": lambda page, site_output: robots_tag(indexed=page.indexed, site_output=site_output),
    "canonical": lambda page, site_output: canonical_tag(
        page.address, indexed=page.indexed, site_output=site_output
    ),
    "body": lambda page, site_output: page.body,
}
"""What differs between pages of one frame: name of the token, and the markup that replaces it."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The HTML of a frame, split at its tokens."""

    depth: int
    """Number of folders between the site's root and the frame's pages; its relative links fit only these."""
    pieces: tuple[bytes | str, ...]
    """Literal bytes and names of slots, in order: plain values that can be pickled."""

    @classmethod
    def compile(cls, html: str, *, frame: Frame, site_output: SiteOutput) -> Shell:
        """Return the shell made from a frame's HTML, with the constant tokens replaced.

        White space around line ends is collapsed: engines leave up to a third of a page blank, and a shell
        has no preformatted text. Raises ValueError for an unknown token, or without a token for the body.
        """
        literal: list[str] = []
        pieces: list[bytes | str] = []
        for number, part in enumerate(_TOKEN.split(_LINE_END.sub("\n", html))):
            if number % 2 == 0:
                literal.append(part)
            elif part in _CONSTANTS:
                literal.append(_constant(part, address=frame.address, site_output=site_output))
            elif part in SLOTS:
                pieces += ["".join(literal).encode(), part]
                literal = []
            else:
                raise ValueError(f"the shell of frame {frame.key!r} has the unknown token {part!r}")
        pieces.append("".join(literal).encode())
        if "body" not in pieces:
            raise ValueError(f"the shell of frame {frame.key!r} has no place for a body")
        return cls(depth=frame.address.count("/"), pieces=tuple(pieces))

    def fill(self, page: Page, site_output: SiteOutput) -> bytes:
        """Return the finished page. Raises ValueError for a page at another depth than the shell."""
        if page.address.count("/") != self.depth:
            raise ValueError(f"page {page.address!r} is not at the depth of its frame {page.frame!r}")
        return b"".join(
            [
                piece if isinstance(piece, bytes) else SLOTS[piece](page, site_output).encode()
                for piece in self.pieces
            ]
        )


def rooted(markup: str) -> str:
    """Return markup of a site output ready for an engine: ``{root}`` as a token, look-alikes escaped."""
    return escape_tokens(markup).replace("{root}", token("root"))


class Engine(Protocol):
    """Renders frames to shells. Arguments and result can be pickled: it may run in another process."""

    def __call__(self, site_output: SiteOutput, folder: Path, /) -> Mapping[str, Shell]:
        """Return the shell of every frame by the frame's key. Raises PublishingError if that fails.

        The files that shells load (style sheets, scripts) and FAVICON are written to ``folder`` and become
        part of the site, unless the site output has them: ``assets/portal.css`` and ``assets/portal.js``.
        """


def _constant(name: str, *, address: str, site_output: SiteOutput) -> str:
    """Return the value of a token that is the same on every page of a shell: ``site`` or ``root``."""
    return escape(site_output.site_name) if name == "site" else root_path(address)
