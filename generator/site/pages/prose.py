"""Pages of the city's own prose: every Markdown file below ``docs/`` that is no case and fills no slot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from generator.artifacts import Frame
from generator.catalog.prose import ProsePage
from generator.formats.markdown import anchor, parts, split_title
from generator.site.document import Document, Inline, Prose, Section
from generator.site.routes import prose_address, prose_frame_key
from generator.site.site import Site

_TAKEN = ("main-content", "portal-search")
"""Ids of the shell around every page, which no heading may have."""


def prose_pages(site: Site, addresses: Collection[str]) -> Iterator[tuple[Frame, Callable[[], Document]]]:
    """Yield the frame of every page of prose, which may stand in the navigation, and what makes its document.

    Pages at one of the `addresses` of other pages are left out.
    """
    shadowed = {path for path, _ in shadowed_prose(site, addresses)}
    for path, page in site.catalog.prose.items():
        if path not in shadowed:
            yield Frame(prose_frame_key(path), prose_address(path)), partial(prose_page, site, page)


def prose_page(site: Site, page: ProsePage) -> Document:
    """Return a page of prose: a section for each heading of the second level."""
    address = prose_address(page.path)
    root = "../" * address.count("/")
    targets = site.link_targets
    heading, text = split_title(page.body)
    own = anchor(heading) or "opening"
    links, images = targets.links(page.path, root), targets.images(page.path, root)
    opening, *cut = parts(text, links, images, {own, *_TAKEN})
    sections = [Section(part.id, part.title, (Prose(part.html),)) for part in cut]
    if heading or opening.html:  # links to the heading lead to what follows the page's title
        sections.insert(0, Section(own, "", (Prose(opening.html),) if opening.html else ()))
    words = site.words
    return Document(
        title=page.title,
        description=page.description,
        crumbs=(Inline(words("nav.systems"), to="guidance/"),) if page.is_guidance else (),
        sections=tuple(sections),
    )


def shadowed_prose(site: Site, addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield path and address of every page of prose at one of the `addresses` of other pages.

    Of two pages of prose the first keeps the address.
    """
    seen: set[str] = set()
    for path in site.catalog.prose:
        address = prose_address(path)
        if address in addresses or address in seen:
            yield path, address
        seen.add(address)
