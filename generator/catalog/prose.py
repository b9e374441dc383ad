"""Contributed prose: the city's own pages, and the pictures beside pages and cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside a case study or other prose, its bytes checked."""

    target: str
    """How a case names it: ``roof.png`` or ``<case>/roof.png``; for other prose its path below ``docs/``."""
    address: str
    """Where it lies below the site's root."""
    width: int
    """In pixels, as its header says; so is the height."""
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page that is the city's own: a Markdown file below ``docs/``."""

    path: str
    """Source file below ``docs/``: ``guidance/parks.md``."""
    title: str
    description: str
    """What the page is about in a sentence; empty where the file does not say."""
    body: str
    """Markdown with the page's heading; contributed text, to be rendered by the sanitising renderer only."""
    system: str = ""
    """The one of SYSTEMS that a page of guidance is about; empty for none."""
    order: int = 0
    """Place that a page of guidance asks for among the others."""

    @property
    def is_guidance(self) -> bool:
        """Return True if the page lies below ``docs/guidance/``."""
        return self.path.startswith("guidance/")


def guidance(pages: Iterable[ProsePage]) -> tuple[ProsePage, ...]:
    """Return the pages of guidance: by the place that they ask for, then by path."""
    return tuple(
        sorted((page for page in pages if page.is_guidance), key=lambda page: (page.order, page.path))
    )
