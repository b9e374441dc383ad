"""Convert the site's navigation to MkDocs' ``nav``.

Pure functions. Titles are returned as markup, because the theme does not escape them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.artifacts import Frame, NavItem
from generator.shells.contract import escape_text

Nav = list["dict[str, str | Nav]"]
"""MkDocs' structure: titles, each with a source file or a section."""


def render_address(frame: Frame) -> str:
    """Return the address at which a frame is rendered; ``.page`` stands for each folder that differs.

    Neither ids nor files of prose begin with a dot, so no other frame has this address.
    """
    return frame.address.replace("{token}", ".page")


def source_path(frame: Frame) -> str:
    """Return the virtual source file of a frame, from which MkDocs derives the frame's address."""
    address = render_address(frame)
    if address.endswith(".html"):
        return address.removesuffix(".html") + ".md"
    return address.removesuffix("/") + ".md" if address else "index.md"


def navigation(items: Sequence[NavItem], *, frames: Mapping[str, Frame]) -> Nav:
    """Return the navigation without empty sections. Raises KeyError for an unknown frame."""
    nav: Nav = []
    for item in items:
        inner = navigation(item.children, frames=frames)
        own = source_path(frames[item.frame]) if item.frame else ""
        title = escape_text(item.title)
        if inner:
            nav.append({title: [{title: own}, *inner] if own else inner})
        elif own:
            nav.append({title: own})
    return nav
