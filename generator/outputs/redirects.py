"""Pages at the old address of every record whose id was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.outputs.html.templating import render
from generator.schema.records import Redirect
from generator.site.routes import withdrawn_addresses
from generator.site.site import Site

ADDRESSES = ("*/*/index.html",)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(redirects, context.site, site_url=context.site_url)


def redirects(site: Site, *, site_url: str) -> Iterator[Artifact]:
    """Yield a page at the old address of every record whose id was changed, which leads to the new one.

    A page of its own without the site's shell: it is seen for a moment, works without JavaScript and below
    any path, and tells search engines the address that counts.
    """
    addresses = withdrawn_addresses(site.catalog) | site.addresses
    for row in site.catalog.rows(Redirect).values():
        address = addresses.get(row.to_id)
        if address is not None:
            folder = address.partition("/")[0]
            html = render("redirect.html", words=site.words, **_moved(site, address, site_url))
            yield Artifact(f"{folder}/{row.from_id}/index.html", html.encode())


def _moved(site: Site, address: str, site_url: str) -> Mapping[str, object]:
    settings = site.catalog.settings
    return {
        "site": site.title,
        "root": "../../",
        "address": address,
        "canonical": f"{site_url or '../../'}{address}",
        "demo": settings.demo,
    }
