"""One build of each city, probed: links, ids, titles, origins, and nothing that must not be shown."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from paths import CANARIES
from selectolax.lexbor import LexborHTMLParser

ROOT = "https://site.invalid/sub/path/"
LOADING = ", ".join(
    f"{element}[{attribute}]"
    for element, attribute in [
        ("script", "src"), ("link", "href"), ("img", "src"), ("source", "src"), ("iframe", "src"),
        ("object", "data"), ("video", "src"), ("audio", "src"), ("use", "href"),
    ]
)  # fmt: skip


@pytest.fixture(params=["changzhou", "demo"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each built site in turn."""
    folder: Path = request.getfixturevalue(f"{request.param}_site")
    return folder


def pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Yield address and tree of every page."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        yield address, LexborHTMLParser(path.read_bytes())


def file_of(site: Path, address: str) -> Path:
    """Return the file of a page."""
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def target(site: Path, page: str, link: str) -> tuple[Path, str] | None:
    """Return file and anchor that a link leads to below the root; None where it leads elsewhere."""
    whole, anchor = urldefrag(urljoin(ROOT + page, link))
    if urlsplit(whole).scheme not in ("http", "https") or not whole.startswith(ROOT):
        return None
    path = site / unquote(whole[len(ROOT) :].partition("?")[0])
    return (path / "index.html" if path.is_dir() or not path.suffix else path), unquote(anchor)


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    trees = {address: (file_of(site, address), tree) for address, tree in pages(site)}
    ids = {file: {str(n.attributes["id"]) for n in tree.css("[id]")} for file, tree in trees.values()}
    broken = []
    for address, (_, tree) in trees.items():
        if address == "404.html":
            continue
        for node in tree.css("a[href]"):
            link = node.attributes["href"] or ""
            found = target(site, address, link)
            if found is None:
                continue
            file, anchor = found
            if not file.is_file() or (anchor and file in ids and anchor not in ids[file]):
                broken.append((address, link))
    assert broken == []


@pytest.mark.parametrize("address", ["", "factories/", "changes/", "guidance/", "guides/counting/"])
def test_a_reader_of_feeds_finds_them_from_any_page(site: Path, address: str) -> None:
    tree = LexborHTMLParser(file_of(site, address).read_bytes())
    feeds = tree.css('head link[rel~="alternate"][type="application/atom+xml"]')
    files = [target(site, address, link.attributes["href"] or "") for link in feeds]
    assert files == [(site / "changes/feed.xml", ""), (site / "cases/feed.xml", "")]
    assert all(file.read_bytes().startswith(b"<?xml") for file, _ in filter(None, files))


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for address, tree in pages(site):
        counts = Counter(node.attributes["id"] for node in tree.css("[id]"))
        assert [i for i, n in counts.items() if n > 1] == [], address


def test_every_page_has_one_title_one_heading_and_a_language(site: Path) -> None:
    for address, tree in pages(site):
        titles = [n.text(strip=True) for n in tree.css("head > title")]
        assert len(titles) == 1, address
        assert titles[0], address
        assert len(tree.css("h1")) == 1, address
        root = tree.css_first("html")
        assert root is not None
        assert root.attributes.get("lang") == "zh", address


def test_titles_tell_the_pages_of_a_folder_apart(changzhou_site: Path) -> None:
    titles = Counter(
        (address.partition("/")[0], node.text(strip=True))
        for address, tree in pages(changzhou_site)
        if "/embed/" not in address  # the same chart for another site's frame, with the same title
        for node in tree.css("head > title")
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_nothing_is_loaded_from_another_origin(site: Path) -> None:
    for address, tree in pages(site):
        for node in tree.css(LOADING):
            link = (
                node.attributes.get("src") or node.attributes.get("href") or node.attributes.get("data") or ""
            )
            if link.startswith("data:") or node.attributes.get("rel") == "canonical":
                continue
            assert target(site, address, link) is not None, (address, link)
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        if path.is_relative_to(site / "assets" / "javascripts"):
            continue
        loads = re.findall(
            r"(?:url\(|@import |import\(|fetch\()\s*[\"']?(?:https?:)?//", path.read_text("utf-8")
        )
        assert loads == [], path.name


def test_the_manifest_tells_the_files_of_the_site(site: Path) -> None:
    manifest = json.loads((site / "build.json").read_text("utf-8"))
    assert manifest["as_of"]
    assert manifest["inputs"]
    assert "T" not in manifest["as_of"], "a date, never a clock"


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that is text, and the paths of all."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes().decode("utf-8", "ignore")


@pytest.mark.parametrize("word", CANARIES)
def test_what_must_not_be_shown_is_nowhere(demo_site: Path, word: str) -> None:
    escaped = json.dumps(word)[1:-1]
    leaks = [
        p
        for p, text in texts(demo_site)
        if any(form in text or form in p for form in (word, escaped, escaped.upper()))
    ]
    assert leaks == []


def test_the_demonstration_is_marked_on_every_page_and_kept_from_search_engines(demo_site: Path) -> None:
    for address, tree in pages(demo_site):
        body = tree.body
        assert body is not None
        assert "演示数据" in body.text(), address
        robots = tree.css_first('head > meta[name="robots"]')
        assert robots is not None, address
        assert "noindex" in (robots.attributes.get("content") or ""), address
    assert "Disallow: /" in (demo_site / "robots.txt").read_text("utf-8")


def test_the_real_city_is_not_marked_as_a_demonstration(changzhou_site: Path) -> None:
    home = (changzhou_site / "index.html").read_text("utf-8")
    assert "演示数据" not in home
    assert 'content="noindex"' not in home
