"""Atom feeds: entries whose dates come from the data, so that the same data gives the same bytes. No clock.

The one door to feedgenerator. Where the site's own address is not known, links are relative to the feed,
which RFC 4287 allows (4.2.7, with RFC 3986); identifiers never depend on the address.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape

from feedgenerator import Atom1Feed

from generator.formats.xml_text import replace_illegal_xml


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    id: str
    """What tells it from every other entry of the feed, for good."""
    title: str
    link: str
    """Address below the site's root."""
    summary: str
    on: date


def feed(
    entries: Iterable[Entry], *, path: str, title: str, summary: str, author: str, lang: str, identity: str,
    site_url: str,
) -> bytes:  # fmt: skip
    """Return the feed that lies at `path` below the root, its entries in the order given.

    `identity` names the feed for good; `site_url` ends in a slash or is empty.
    """
    root = site_url or "../" * path.count("/") or "./"
    page = root + path.rpartition("/")[0] + "/"
    made = Atom1Feed(
        title=replace_illegal_xml(title),
        link=page,
        description=summary,
        subtitle=summary,
        language=lang,
        author_name=replace_illegal_xml(author),
        feed_url=f"{site_url}{path}" if site_url else None,
        feed_guid=_urn(identity),
    )
    for entry in entries:
        day = datetime.combine(entry.on, time(), UTC)
        made.add_item(
            title=replace_illegal_xml(entry.title),
            link=root + entry.link,
            description=escape(replace_illegal_xml(entry.summary)),  # readers take a summary for markup
            pubdate=day,
            updateddate=day,
            unique_id=_urn(f"{identity}/{entry.id}"),
        )
    out = io.StringIO()
    made.write(out, "utf-8")
    return f"{out.getvalue()}\n".encode()


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
