"""What a rendering holds, all of it made here: its pages and its finished files."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts import Artifact, Page, SiteOutput
from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.build import site_output
from generator.register.register import Register
from generator.site.site import Site


def site_output_of(catalog: PublicView, *, lang: str = "zh", site_url: str = "") -> SiteOutput:
    """Return the output of a catalog's site in one language."""
    return site_output(Site(Register(catalog), Translations(lang)), generator="test", site_url=site_url)


def pages(rendering: SiteOutput) -> Iterator[Page]:
    """Yield every page of a rendering."""
    return (made for made in rendering.content(iter) if isinstance(made, Page))


def files(rendering: SiteOutput) -> Iterator[Artifact]:
    """Yield every finished file of a rendering."""
    return (made for made in rendering.content(iter) if isinstance(made, Artifact))
