"""Files of the case studies: their pictures, and the Atom feed of new cases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.catalog.cases import Case
from generator.outputs.context import Job, OutputContext
from generator.outputs.feeds import atom
from generator.site.routes import CASES_FEED
from generator.site.site import Site

_MOST_ENTRIES = 50


ADDRESSES = (CASES_FEED, "cases/*.png", "cases/*.jpg", "cases/*.jpeg", "cases/*.webp")


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site, context.site_url)


def files(site: Site, site_url: str) -> Iterator[Artifact]:
    """Yield every picture once, and the feed where there are cases."""
    cases = site.catalog.cases.values()
    pictures = {p.address: p.data for case in cases for p in case.pictures}
    for address, data in pictures.items():
        yield Artifact(address, data)
    if cases:
        yield Artifact(CASES_FEED, _feed(site, site_url))


def _feed(site: Site, site_url: str) -> bytes:
    words, settings = site.words, site.catalog.settings
    newest = sorted(site.catalog.cases.values(), key=lambda c: (c.published.last, c.id), reverse=True)
    return atom.feed(
        (_entry(site, case) for case in newest[:_MOST_ENTRIES]),
        path=CASES_FEED,
        title=f"{site.title}：{words('nav.cases')}",
        summary=words("ui.cases_note"),
        author=site.publisher,
        lang=words.lang,
        identity=f"{settings.area}/{settings.title_zh}/cases",
        site_url=site_url,
    )


def _entry(site: Site, case: Case) -> atom.Entry:
    words = site.words
    demo = f"{words('site.banner_demo')}。" if site.catalog.settings.demo else ""
    told = "；".join(m.what for m in case.measures)
    address = site.addresses[case.id]
    return atom.Entry(case.id, case.title, address, f"{demo}{case.unit_name}：{told}", case.published.last)
