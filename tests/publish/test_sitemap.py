"""Sitemaps: split beyond the protocol's limit, addresses escaped, always in order."""

from __future__ import annotations

from generator.publish.manifest import is_manifest, manifest
from generator.publish.sitemap import robots, sitemap


def test_beyond_the_limit_there_is_an_index() -> None:
    entries = [(f"e/{number}/", f"2025-01-0{number}") for number in (3, 1, 2)]
    files = {item.path: item.data.decode() for item in sitemap(entries, site_url="https://e.org/", limit=2)}
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert files["sitemap-1.xml"].count("<url>") == 2
    assert "<sitemapindex" in files["sitemap.xml"]
    assert "<loc>https://e.org/sitemap-2.xml</loc><lastmod>2025-01-03</lastmod>" in files["sitemap.xml"]


def test_addresses_are_escaped() -> None:
    (item,) = sitemap([("a&b/甲/", "2025-01-01")], site_url="")
    assert b"<loc>./a%26b/%E7%94%B2/</loc>" in item.data


def test_robots_names_the_sitemap_only_where_its_address_is_known() -> None:
    assert b"Sitemap" not in robots(site_url="", noindex=False).data
    assert b"Sitemap" not in robots(site_url="https://e.org/", noindex=True).data
    assert b"Sitemap: https://e.org/sitemap.xml" in robots(site_url="https://e.org/", noindex=False).data


def test_only_our_manifest_is_one() -> None:
    assert is_manifest(manifest({"generator": "1"}, {"a": "b"}).data)
    assert not any(is_manifest(data) for data in (b"", b"[]", b"{}", b'{"generator": 1}', b"\xff"))
    assert not is_manifest(b"[" * 100_000)
