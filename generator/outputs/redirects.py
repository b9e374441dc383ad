"""Pages at the old address of every record whose id was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.artifacts import Artifact
from generator.outputs.html.templating import render
from generator.schema.records import Redirect
from generator.site.pages.tombstones import withdrawn_addresses
from generator.site.site import Edition


def redirects(edition: Edition, *, site_url: str) -> Iterator[Artifact]:
    """Yield a page at the old address of every record whose id was changed, which leads to the new one.

    A page of its own without the site's shell: it is seen for a moment, works without JavaScript and below
    any path, and tells search engines the address that counts.
    """
    addresses = withdrawn_addresses(edition) | edition.addresses
    for row in edition.catalog.all(Redirect).values():
        address = addresses.get(row.to_id)
        if address is not None:
            folder = address.partition("/")[0]
            html = render("redirect.html", words=edition.words, **_moved(edition, address, site_url))
            yield Artifact(f"{folder}/{row.from_id}/index.html", html.encode())


def _moved(edition: Edition, address: str, site_url: str) -> Mapping[str, object]:
    portal = edition.catalog.portal
    return {
        "site": edition.title,
        "root": "../../",
        "address": address,
        "canonical": f"{site_url or '../../'}{address}",
        "demo": portal.demo,
    }
