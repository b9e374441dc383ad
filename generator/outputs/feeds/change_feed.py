"""The Atom feed of changes: an entry for every list that was published, its dates from the data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.outputs.feeds import atom
from generator.register.changes import Round
from generator.site.pages.changes import anchor, summary
from generator.site.routes import CHANGES_FEED
from generator.site.site import Edition

_MOST_ENTRIES = 60


def files(edition: Edition, site_url: str) -> Iterator[Artifact]:
    """Yield the feed where anything of a known date was published."""
    words = edition.words
    entries = [entry for found in edition.rounds if (entry := _entry(edition, found))]
    if entries:
        data = atom.feed(
            entries[:_MOST_ENTRIES],
            path=CHANGES_FEED,
            title=f"{edition.title}：{words('nav.list_changes')}",
            summary=words("ui.changes_lead"),
            author=edition.publisher,
            lang=words.lang,
            identity=f"{edition.catalog.portal.area}/{edition.title}/changes",
            site_url=site_url,
        )
        yield Artifact(CHANGES_FEED, data)


def _entry(edition: Edition, found: Round) -> atom.Entry | None:
    words = edition.words
    if found.on is None:
        return None
    demo = f"{words('site.banner_demo')}。" if edition.catalog.portal.demo else ""
    told = f"{demo}{summary(edition, found) or words('ui.unknown')}"
    title = f"{found.on}　{words.of(found.scheme, 'name')}"
    return atom.Entry(anchor(found), title, f"changes/#{anchor(found)}", told, found.on.last)
