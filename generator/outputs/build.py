"""The output of a site: what publishing needs to know of it, and the jobs of every format.

A format is a module of this folder (see `context.Format`) and a line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import cast

from markupsafe import Markup

from generator.artifacts import Artifact, Page, SiteOutput
from generator.formats.urls import is_link
from generator.outputs.charts.converter import draw_all
from generator.outputs.context import Format, OutputContext
from generator.outputs.html import layout, pages
from generator.parallel import Shard
from generator.schema.records import SupervisionEntry
from generator.site.kinds.registry import KINDS, records_of
from generator.site.navigation import navigation
from generator.site.pages.prose import shadowed_prose
from generator.site.routes import UNLISTED_FILES
from generator.site.site import Site

FORMATS: tuple[Format, ...] = tuple(
    cast(Format, import_module(f"generator.outputs.{name}"))
    for name in (
        "search_index.files",
        "package",
        "assets",
        "charts.downloads",
        "redirects",
        "changes_json",
        "chains_csv",
        "feeds.change_feed",
        "feeds.case_feed",
        "calendar",
        "prose_pictures",
        "html.pages",
    )
)
"""Every format: first those of finished files, which need no shell, the one that takes longest first."""


def site_output(site: Site, *, generator: str, site_url: str = "") -> SiteOutput:
    """Return the output of a site; charts, pages and files are made when its content is iterated over.

    `generator` is the program's name and version for build.json; `site_url` overrides the one in portal.yaml.
    The result can be pickled: its content is the same in another process.
    """
    settings = site.catalog.settings
    address = site_url or (settings.site_url if is_link(settings.site_url) else "")
    address = address and address.rstrip("/") + "/"  # GitHub Pages gives it without, and paths are appended
    context = OutputContext(site, address)
    frames = pages.frames(context)
    return SiteOutput(
        site_name=site.title,
        language={"zh": "zh", "en": "en"}[site.words.lang],
        banner=str(layout.banner(site)),
        footer=layout.footer(site),
        noindex=settings.demo,
        site_url=address,
        as_of=str(site.as_of),
        frames=frames,
        navigation=navigation(site, {f.key for f in frames}),
        words=layout.theme_words(site),
        prepare=partial(_prepare, context),
        content=partial(_content, context),
        manifest=_manifest(site, generator),
        head=str(Markup().join(layout.feeds(site))),
        shadowed=tuple(shadowed_prose(site, pages.reserved_addresses(context))),
        hidden=UNLISTED_FILES if site.catalog.rows(SupervisionEntry) else (),
    )


def _prepare(context: OutputContext) -> None:
    """Derive and draw the charts and compile the templates: every process needs them."""
    draw_all(chart.drawing for chart in context.charts.values())
    pages.compile_templates(context.site)


def _content(context: OutputContext, shard: Shard) -> Iterator[Page | Artifact]:
    """Yield the pages and files of the jobs that `shard` picks."""
    for job in shard(job for form in FORMATS for job in form.jobs(context)):
        yield from job()


def _manifest(site: Site, generator: str) -> dict[str, object]:
    """What ``build.json`` says of the input."""
    settings = site.catalog.settings
    counts = {kind.folder: len(records_of(site, kind)) for kind in KINDS.values()}
    return {
        "generator": generator,
        "data_version": settings.version,
        "as_of": str(site.as_of),
        "axis": settings.axis,
        "counts": {folder: n for folder, n in counts.items() if n},
        "inputs": dict(site.catalog.inputs),
    }
