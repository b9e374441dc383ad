"""Files of the case studies: their pictures, and the Atom feed of new cases."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.catalog.catalog import Case
from generator.outputs.feeds import atom
from generator.site.routes import CASES_FEED
from generator.site.site import Edition

_MOST_ENTRIES = 50


def files(edition: Edition, site_url: str) -> Iterator[Artifact]:
    """Yield every picture once, and the feed where there are cases."""
    cases = edition.catalog.cases.values()
    pictures = {p.address: p.data for case in cases for p in case.pictures}
    for address, data in pictures.items():
        yield Artifact(address, data)
    if cases:
        yield Artifact(CASES_FEED, _feed(edition, site_url))


def _feed(edition: Edition, site_url: str) -> bytes:
    words, portal = edition.words, edition.catalog.portal
    newest = sorted(edition.catalog.cases.values(), key=lambda c: (c.published.last, c.id), reverse=True)
    return atom.feed(
        (_entry(edition, case) for case in newest[:_MOST_ENTRIES]),
        path=CASES_FEED,
        title=f"{edition.title}：{words('nav.cases')}",
        summary=words("ui.cases_note"),
        author=edition.publisher,
        lang=words.lang,
        identity=f"{portal.area}/{portal.title_zh}/cases",
        site_url=site_url,
    )


def _entry(edition: Edition, case: Case) -> atom.Entry:
    words = edition.words
    demo = f"{words('site.banner_demo')}。" if edition.catalog.portal.demo else ""
    told = "；".join(m.what for m in case.measures)
    address = edition.addresses[case.id]
    return atom.Entry(case.id, case.title, address, f"{demo}{case.unit_name}：{told}", case.published.last)
