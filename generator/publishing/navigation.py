"""From the rendering's navigation and the prose at hand to what MkDocs calls ``nav``.

Pure functions on names; titles leave here as markup, because the theme prints them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.artifacts import Frame, NavItem
from generator.publishing.fill import inert

Nav = list["str | dict[str, str | Nav]"]
"""MkDocs' form: a source file whose page names itself, or a title with a source file or a section."""


def stand_in(frame: Frame) -> str:
    """The address at which a frame is rendered: its own, for a frame of records that of one that cannot be.

    ``page`` is no record's id, by the rules for ids.
    """
    return frame.address.replace("{token}", "page")


def source_of(frame: Frame) -> str:
    """The source file that a frame pretends to come from, so that its page stands at the frame's address."""
    address = stand_in(frame)
    if address.endswith(".html"):
        return address.removesuffix(".html") + ".md"
    return address.removesuffix("/") + ".md" if address else "index.md"


def navigation(items: Sequence[NavItem], *, frames: Mapping[str, Frame], prose: Sequence[str]) -> Nav:
    """The navigation with prose put into its sections. Sections that would be empty are left out.

    ``prose`` are the source files of all prose pages. A frame that does not exist raises KeyError.
    """
    nav: Nav = []
    for item in items:
        inner: Nav = []
        if item.children:
            inner += navigation(item.children, frames=frames, prose=prose)
        if item.prose:
            inner += prose_below(item.prose, prose)
        own = source_of(frames[item.frame]) if item.frame else ""
        title = inert(item.title)
        if inner:
            nav.append({title: [{title: own}, *inner] if own else inner})
        elif own:
            nav.append({title: own})
    return nav


def prose_below(folder: str, prose: Iterable[str]) -> list[str]:
    """The prose pages below a folder, in order of path, the index of each folder first."""
    prefix = folder.strip("/") + "/"
    return sorted((path for path in prose if path.startswith(prefix)), key=_order)


def _order(path: str) -> tuple[str, bool, str]:
    folder, _, name = path.rpartition("/")
    return folder, name not in ("index.md", "README.md"), name
