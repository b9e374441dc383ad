"""Format the files for search engines: ``sitemap.xml`` and ``robots.txt``.

Pure functions from addresses to files; the caller decides which pages are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from generator.artifacts import Artifact

LIMIT = 50_000
"""Maximum number of addresses in one file, set by the sitemap protocol."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(entries: Iterable[tuple[str, str]], *, site_url: str, limit: int = LIMIT) -> Iterator[Artifact]:
    """Yield ``sitemap.xml`` for (address, ISO date) pairs; beyond ``limit`` an index and numbered parts.

    Addresses are absolute with a ``site_url``, else relative to the root: crawlers ignore such a file, but
    people and tests can read it.
    """
    ordered = sorted(entries)
    if len(ordered) <= limit:
        yield Artifact("sitemap.xml", _urlset(ordered, site_url))
        return
    names: list[tuple[str, str]] = []
    for number, start in enumerate(range(0, len(ordered), limit), start=1):
        part = ordered[start : start + limit]
        names.append((f"sitemap-{number}.xml", max(date for _, date in part)))
        yield Artifact(names[-1][0], _urlset(part, site_url))
    yield Artifact("sitemap.xml", _document("sitemapindex", "sitemap", names, site_url))


def robots(*, site_url: str, noindex: bool, hidden: Iterable[str] = ()) -> Artifact:
    """Return ``robots.txt``: allow or disallow the whole site, and name the sitemap if its URL is known.

    ``hidden`` are paths of files to disallow, which cannot have a robots element of their own.
    """
    root = urlsplit(site_url).path or "/"
    lines = ["User-agent: *", "Disallow: /" if noindex else "Allow: /"]
    lines += [] if noindex else [f"Disallow: {root}{quote(path)}" for path in hidden]
    if site_url and not noindex:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return Artifact("robots.txt", ("\n".join(lines) + "\n").encode())


def _urlset(entries: Sequence[tuple[str, str]], site_url: str) -> bytes:
    return _document("urlset", "url", entries, site_url)


def _document(outer: str, inner: str, entries: Sequence[tuple[str, str]], site_url: str) -> bytes:
    base = site_url or "./"
    rows = [
        f"<{inner}><loc>{escape(base + quote(address))}</loc><lastmod>{escape(date)}</lastmod></{inner}>\n"
        for address, date in entries
    ]
    return "".join([_HEAD, f'<{outer} xmlns="{_NAMESPACE}">\n', *rows, f"</{outer}>\n"]).encode()
