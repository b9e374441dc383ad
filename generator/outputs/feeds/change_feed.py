"""The Atom feed of changes: an entry for every list that was published, its dates from the data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.outputs.feeds import atom
from generator.register.changes import ListRelease
from generator.site.pages.changes import anchor, summary
from generator.site.routes import CHANGES_FEED
from generator.site.site import Site

_MOST_ENTRIES = 60


ADDRESSES = (CHANGES_FEED,)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site, context.site_url)


def files(site: Site, site_url: str) -> Iterator[Artifact]:
    """Yield the feed where anything of a known date was published."""
    words = site.words
    entries = [entry for found in site.register.rounds if (entry := _entry(site, found))]
    if entries:
        data = atom.feed(
            entries[:_MOST_ENTRIES],
            path=CHANGES_FEED,
            title=f"{site.title}：{words('nav.list_changes')}",
            summary=words("ui.changes_lead"),
            author=site.publisher,
            lang=words.lang,
            identity=f"{site.catalog.settings.area}/{site.title}/changes",
            site_url=site_url,
        )
        yield Artifact(CHANGES_FEED, data)


def _entry(site: Site, found: ListRelease) -> atom.Entry | None:
    words = site.words
    if found.on is None:
        return None
    demo = f"{words('site.banner_demo')}。" if site.catalog.settings.demo else ""
    told = f"{demo}{summary(site, found) or words('ui.unknown')}"
    title = f"{found.on}　{words.of(found.scheme, 'name')}"
    return atom.Entry(anchor(found), title, f"changes/#{anchor(found)}", told, found.on.last)
