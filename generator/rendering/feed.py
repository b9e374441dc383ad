"""The Atom feed of changes: an entry for every list that was published, its dates from the data, no clock.

The one door to feedgenerator.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, time
from html import escape

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from generator.artifacts import Artifact
from generator.rendering.changes_page import anchor, summary
from generator.rendering.edition import Edition
from generator.rendering.markup import legal_in_xml

PATH = "changes/feed.xml"
_MOST_ENTRIES = 60


def files(edition: Edition, site_url: str) -> Iterator[Artifact]:
    """Yield the feed. Addresses are absolute where the site's own is known, else relative to the feed."""
    words = edition.words
    page = f"{site_url}changes/" if site_url else "./"
    identity = f"{edition.catalog.portal.area}/{edition.title}/changes"
    feed = Atom1Feed(
        title=legal_in_xml(f"{edition.title}：{words('nav.list_changes')}"),
        link=page,
        description=words("ui.changes_lead"),
        language=words.lang,
        author_name=legal_in_xml(edition.publisher),
        feed_url=f"{site_url}{PATH}" if site_url else None,
        feed_guid=_name(identity),
    )
    demo = f"{words('site.banner_demo')}。" if edition.catalog.portal.demo else ""
    for found in [r for r in edition.rounds if r.on][:_MOST_ENTRIES]:
        assert found.on is not None
        day = datetime.combine(found.on.last, time(), UTC)
        feed.add_item(
            title=legal_in_xml(f"{found.on}　{words.of(found.scheme, 'name')}"),
            link=f"{page}#{anchor(found)}",
            description=escape(legal_in_xml(f"{demo}{summary(edition, found) or words('ui.unknown')}")),
            pubdate=day,
            updateddate=day,
            unique_id=_name(f"{identity}/{anchor(found)}"),
        )
    if not feed.num_items():
        return  # without an entry the library would put today's date into the feed
    out = io.StringIO()
    feed.write(out, "utf-8")
    yield Artifact(PATH, f"{out.getvalue()}\n".encode())


def _name(text: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, text).urn
