"""Convert the site's navigation to MkDocs' ``nav``.

Pure functions. Titles are returned as markup, because the theme does not escape them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.artifacts import Frame, NavItem
from generator.shells.contract import escape_text

Nav = list["str | dict[str, str | Nav]"]
"""MkDocs' structure: a source file, or a title with a source file or a section."""


def render_address(frame: Frame) -> str:
    """Return the address at which a frame is rendered; ``page`` stands for the id of a record.

    The rules for ids exclude ``page``, so no record has this address.
    """
    return frame.address.replace("{token}", "page")


def source_path(frame: Frame) -> str:
    """Return the virtual source file of a frame, from which MkDocs derives the frame's address."""
    address = render_address(frame)
    if address.endswith(".html"):
        return address.removesuffix(".html") + ".md"
    return address.removesuffix("/") + ".md" if address else "index.md"


def navigation(items: Sequence[NavItem], *, frames: Mapping[str, Frame], prose: Collection[str]) -> Nav:
    """Return the navigation without empty sections and missing prose pages.

    ``prose`` are the source files of all prose pages. Raises KeyError for an unknown frame.
    """
    nav: Nav = []
    for item in items:
        inner = navigation(item.children, frames=frames, prose=prose)
        own = source_path(frames[item.frame]) if item.frame else item.prose if item.prose in prose else ""
        title = escape_text(item.title)
        if inner:
            nav.append({title: [{title: own}, *inner] if own else inner})
        elif own:
            nav.append({title: own} if title else own)
    return nav
