"""What a rendering holds, all of it made here: its pages and its finished files."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts import Artifact, Page, SiteOutput


def pages(rendering: SiteOutput) -> Iterator[Page]:
    """Yield every page of a rendering."""
    return (made for made in rendering.content(iter) if isinstance(made, Page))


def files(rendering: SiteOutput) -> Iterator[Artifact]:
    """Yield every finished file of a rendering."""
    return (made for made in rendering.content(iter) if isinstance(made, Artifact))
