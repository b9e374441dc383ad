"""From the rendering's navigation and the prose at hand to what MkDocs calls ``nav``.

Pure functions on names; titles leave here as markup, because the theme prints them as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.artifacts import Frame, NavItem
from generator.shells.contract import escape_text

Nav = list["str | dict[str, str | Nav]"]
"""MkDocs' form: a source file whose page names itself, or a title with a source file or a section."""


def render_address(frame: Frame) -> str:
    """The address at which a frame is rendered: its own, for a frame of records that of one that cannot be.

    ``page`` is no record's id, by the rules for ids.
    """
    return frame.address.replace("{token}", "page")


def source_path(frame: Frame) -> str:
    """The source file that a frame pretends to come from, so that its page stands at the frame's address."""
    address = render_address(frame)
    if address.endswith(".html"):
        return address.removesuffix(".html") + ".md"
    return address.removesuffix("/") + ".md" if address else "index.md"


def navigation(items: Sequence[NavItem], *, frames: Mapping[str, Frame], prose: Collection[str]) -> Nav:
    """The navigation. Sections that would be empty and prose pages that are not there are left out.

    ``prose`` are the source files of all prose pages. A frame that does not exist raises KeyError.
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
