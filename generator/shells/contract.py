"""From a shell and a page to the bytes of a finished page.

A shell is the HTML that MkDocs made of a frame; it holds a token wherever pages differ. It is cut once
at its tokens, so that a page costs one join. Escaping of what is put in happens here and nowhere else.
Nothing here reads or writes files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from generator.artifacts import Frame, Page, SiteOutput

_TOKEN = re.compile(r"@@([a-z]+)@@")
_GAP = re.compile(r"\s*\n\s*")
_CONSTANTS = frozenset({"site", "root"})

Slot = Callable[[Page, SiteOutput], str]


def token(name: str) -> str:
    """The token that stands in a shell for the named slot."""
    return f"@@{name}@@"


def escape_text(text: str) -> str:
    """Plain text as markup that neither the theme nor a browser takes for anything else.

    The theme's templates do not escape, and a token must not be forged: so ``@`` is escaped as well.
    """
    return escape(text).replace("@", "&#64;")


def escape_tokens(markup: str) -> str:
    """Markup of the rendering with its look-alikes of tokens broken, so that it can pass through a shell."""
    return markup.replace("@@", "&#64;@")


def root_path(address: str) -> str:
    """The relative way from a page's address to the site's root, with a slash at its end."""
    return "../" * address.count("/") or "./"


def file_path(address: str) -> str:
    """The file below the site's root that holds the page of an address."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def robots_tag(*, indexed: bool, rendering: SiteOutput) -> str:
    """The robots element of a page's head, empty where search engines may list it."""
    if indexed and not rendering.noindex:
        return ""
    return '<meta name="robots" content="noindex">'


def canonical_tag(address: str, *, indexed: bool, rendering: SiteOutput) -> str:
    """The canonical element of a page's head, empty where the site's own address is not known."""
    if not rendering.site_url or not indexed:
        return ""
    return f'<link rel="canonical" href="{escape(rendering.site_url + quote(address))}">'


def description_tag(text: str) -> str:
    """The description element of a page's head, empty without a description."""
    return f'<meta name="description" content="{escape(text)}">' if text else ""


SLOTS: Mapping[str, Slot] = {
    "title": lambda page, rendering: escape(page.title),
    "description": lambda page, rendering: description_tag(page.description),
    "robots": lambda page, rendering: robots_tag(indexed=page.indexed, rendering=rendering),
    "canonical": lambda page, rendering: canonical_tag(
        page.address, indexed=page.indexed, rendering=rendering
    ),
    "body": lambda page, rendering: page.body,
}
"""What differs from page to page of one frame: the token's name and the markup put in its place."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame's HTML, cut at its tokens."""

    depth: int
    """Folders between the site's root and the frame's pages: its relative addresses fit only these."""
    pieces: tuple[bytes | str, ...]
    """Literal bytes and names of slots, in order: plain values, which can be sent to another process."""

    def fill(self, page: Page, rendering: SiteOutput) -> bytes:
        """The finished page. A page at another depth than its shell raises ValueError."""
        if page.address.count("/") != self.depth:
            raise ValueError(f"page {page.address!r} is not at the depth of its frame {page.frame!r}")
        return b"".join(
            [
                piece if isinstance(piece, bytes) else SLOTS[piece](page, rendering).encode()
                for piece in self.pieces
            ]
        )


def cut(html: str, *, frame: Frame, rendering: SiteOutput) -> Shell:
    """Cut a frame's HTML at its tokens; a shell without a place for the body raises ValueError.

    White space around line ends is dropped first: the theme's templates leave a third of a page blank,
    and the shell holds nothing in which it counts.
    """
    literal: list[str] = []
    pieces: list[bytes | str] = []
    for number, part in enumerate(_TOKEN.split(_GAP.sub("\n", html))):
        if number % 2 == 0:
            literal.append(part)
        elif part in _CONSTANTS:
            literal.append(constant_value(part, address=frame.address, rendering=rendering))
        elif part in SLOTS:
            pieces += ["".join(literal).encode(), part]
            literal = []
        else:
            raise ValueError(f"the shell of frame {frame.key!r} has the unknown token {part!r}")
    pieces.append("".join(literal).encode())
    if "body" not in pieces:
        raise ValueError(f"the shell of frame {frame.key!r} has no place for a body")
    return Shell(depth=frame.address.count("/"), pieces=tuple(pieces))


def constant_value(name: str, *, address: str, rendering: SiteOutput) -> str:
    """What a token stands for that is the same on every page of a shell: ``site`` or ``root``."""
    return escape(rendering.site_name) if name == "site" else root_path(address)


def finish(html: str, *, address: str, rendering: SiteOutput) -> str:
    """Replace the constant tokens of a page that is not a shell (prose)."""
    for name in sorted(_CONSTANTS):
        html = html.replace(token(name), constant_value(name, address=address, rendering=rendering))
    return html
