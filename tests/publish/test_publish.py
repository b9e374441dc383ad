"""The published site as a whole: its files, its pages, and that they are the same wherever they are made."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from sample_site import HOSTILE, NAVIGATION, artifacts, contents, mkdocs, pages, rendering
from selectolax.lexbor import LexborHTMLParser

from generator import parallel
from generator.artifacts import Artifact, NavItem, Page
from generator.outcome import PublishingError
from generator.publish.publish import publish
from generator.shells.contract import Shell


def published(out: Path, **changes: Any) -> dict[str, str]:
    """Publish the sample site; the text of its pages and other files by path."""
    publish(rendering(3, **changes), out=out, engine=mkdocs())
    return {path: data.decode("utf-8", "replace") for path, data in contents(out).items()}


def test_the_report_and_the_manifest_describe_the_site(tmp_path: Path) -> None:
    report = publish(rendering(3), out=tmp_path / "site", engine=mkdocs())
    files = contents(tmp_path / "site")
    manifest = json.loads(files.pop("build.json"))
    assert manifest["outputs"] == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert {"generator", "data_version", "as_of", "counts"} <= set(manifest)
    assert report.files == len(files) + 1
    assert report.pages == sum(path.endswith(".html") for path in files)
    assert set(report.seconds) == {"shell", "fill", "verify", "swap"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
def test_a_killed_process_is_reported_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, here = tmp_path / "site", os.getpid()
    publish(rendering(3), out=out, engine=mkdocs())
    before = contents(out)

    def ended(*_: object) -> dict[str, Shell]:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(parallel, "process_count", lambda: 2)  # whatever else the runner of tests has running
    with pytest.raises(PublishingError, match="内存"):
        publish(rendering(4), out=out, engine=ended)
    assert contents(out) == before


def test_no_shell_and_nothing_of_cases_is_left(tmp_path: Path) -> None:
    files = published(tmp_path / "site")
    assert not any("@@" in text for path, text in files.items() if path.endswith((".html", ".xml")))
    assert {path.split("/")[0] for path in files} == {
        "404.html", "about", "assets", "build.json", "data", "enterprises", "factories", "index.html",
        "robots.txt", "search", "sitemap.xml",
    }  # fmt: skip
    assert not any("不应出现" in text for text in files.values())


def test_two_builds_are_the_same_bytes_anywhere(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.umask(int(sys.argv[2], 8))\n"
        "from pathlib import Path; from sample_site import *; from generator.publish.publish import publish\n"
        "out = Path(sys.argv[1])\n"
        "publish(rendering(3), out=out, engine=mkdocs())\n"
    )
    sites = []
    for name, mask, changes in [
        ("a", "022", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("b", "077", {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ]:
        (tmp_path / name).mkdir()
        out = tmp_path / f"site-{name}"
        command = [sys.executable, "-c", script, str(out), mask]
        subprocess.run(command, check=True, env={**os.environ, **changes}, cwd=tmp_path / name)
        sites.append(out)
    assert contents(sites[0]) == contents(sites[1])
    modes = {path.stat().st_mode & 0o777 for path in sites[1].rglob("*") if path.is_file()}
    assert modes == {0o644}
    assert {path.stat().st_mode & 0o777 for path in [sites[1], *sites[1].rglob("*/")]} == {0o755}


def test_the_site_works_under_a_sub_path(tmp_path: Path) -> None:
    """Served at /x/, every address of every page is fetched, as a browser would resolve it."""
    published(tmp_path / "root" / "x", site_url="https://example.org/other/")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(tmp_path / "root"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        start = f"http://127.0.0.1:{server.server_address[1]}/x/"
        seen, waiting = set(), [start]
        while waiting:
            address = waiting.pop().partition("#")[0]
            if address in seen or not address.startswith("http://127"):
                continue
            seen.add(address)
            assert address.startswith(start)
            with urllib.request.urlopen(address) as answer:
                assert answer.status == 200
                if "html" in answer.headers["Content-Type"]:
                    waiting += [urljoin(address, link) for link in links_of(answer.read())]
        server.shutdown()
    assert start + "enterprises/e00002/" in seen
    assert start + "assets/d.svg" in seen


def links_of(data: bytes) -> list[str]:
    """Every href, src and action of a page."""
    nodes = LexborHTMLParser(data).css("[href]:not([rel=canonical]),[src],[action]")
    found = [node.attributes.get(name) for node in nodes for name in ("href", "src", "action")]
    return [link for link in found if link]


def test_text_from_data_is_inert(tmp_path: Path) -> None:
    """Hostile text in every field that reaches the theme adds no element and runs nowhere."""
    plain = published(tmp_path / "plain")

    def hostile_pages() -> Any:
        for page in pages(3):
            yield Page(page.frame, page.address, HOSTILE, HOSTILE, page.body, page.indexed)

    words = {"search.label": HOSTILE, "search.placeholder": HOSTILE, "theme.dark": HOSTILE}
    files = published(
        tmp_path / "site",
        site_name=HOSTILE,
        pages=hostile_pages,
        navigation=(NavItem(HOSTILE, frame="home"), *NAVIGATION[1:]),
        words=words,
    )
    for path in files:
        if path.endswith(".html"):
            ours, clean = LexborHTMLParser(files[path]), LexborHTMLParser(plain[path])
            assert [n.text() for n in ours.css("script")] == [n.text() for n in clean.css("script")]
            assert ours.css("title")[0].text().endswith(HOSTILE)
    assert LexborHTMLParser(files["enterprises/e00001/index.html"]).css("title")[0].text() == (
        f"{HOSTILE} - {HOSTILE}"
    )


def test_every_page_has_its_head(tmp_path: Path) -> None:
    files = published(tmp_path / "site", site_url="https://example.org/x/")
    page, search = files["enterprises/e00001/index.html"], files["search/index.html"]
    assert "<title>企业 e00001 - 甲市绿色制造名录</title>" in page
    assert '<meta name="description" content="一家企业">' in page
    assert '<link rel="canonical" href="https://example.org/x/enterprises/e00001/">' in page
    assert '<html lang="zh"' in page
    assert "noindex" not in page
    assert '<meta name="robots" content="noindex">' in search
    assert "canonical" not in search
    prose = files["about/method/index.html"]
    assert "<title>统计口径 - 甲市绿色制造名录</title>" in prose
    assert '<meta name="description" content="怎样计数">' in prose
    assert '<link rel="canonical" href="https://example.org/x/about/method/">' in prose


def test_every_page_has_banner_footer_and_a_search_form_that_needs_no_script(tmp_path: Path) -> None:
    files = published(tmp_path / "site")
    for path, text in files.items():
        if path.endswith(".html"):
            tree, root = LexborHTMLParser(text), "../" * path.count("/") or "./"
            assert "演示数据" in tree.css("aside.md-banner")[0].text()
            assert tree.css("footer a")[0].attributes["href"] == f"{root}about/"
            (form,) = tree.css("header form[role=search]")
            assert form.attributes["action"] == f"{root}search/"
            assert form.css("input[type=search][name=q][data-search-input]")
            assert tree.css("body a.md-skip"), path


def test_demonstration_data_stays_out_of_search_engines(tmp_path: Path) -> None:
    files = published(tmp_path / "site", noindex=True)
    assert "Disallow: /\n" in files["robots.txt"]
    assert all('content="noindex"' in text for path, text in files.items() if path.endswith(".html"))


def test_the_sitemap_has_the_indexed_pages_and_their_dates(tmp_path: Path) -> None:
    files = published(tmp_path / "site", site_url="https://example.org/x/")
    entries = re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", files["sitemap.xml"])
    base = "https://example.org/x/"
    assert entries == [
        (base, "2025-03-01"),
        (f"{base}about/", "2025-03-01"),
        (f"{base}about/method/", "2025-03-01"),
        *((f"{base}enterprises/e0000{number}/", "2025-02-01") for number in range(3)),
        (f"{base}factories/", "2025-03-01"),
    ]
    assert f"Sitemap: {base}sitemap.xml" in files["robots.txt"]


@pytest.mark.parametrize(("site_url", "base"), [("https://example.org/x/", "/x/"), ("", None)])
def test_the_page_for_lost_addresses_finds_the_root(tmp_path: Path, site_url: str, base: str | None) -> None:
    files = published(tmp_path / "site", site_url=site_url)
    tree = LexborHTMLParser(files["404.html"])
    bases = tree.css("base")
    assert [node.attributes["href"] for node in bases] == ([base] if base else [])
    assert ("build.json" in tree.css("head script")[0].text()) is (base is None)
    assert not LexborHTMLParser(files["index.html"]).css("base")


def test_a_page_that_fails_verification_is_not_published(tmp_path: Path) -> None:
    out = tmp_path / "site"
    published(out)
    before = contents(out)

    def broken() -> Any:
        yield from (page for page in pages(3) if page.address != "factories/")
        yield Page("factories", "factories/", "坏", "", '<h1>坏</h1><a href="../nowhere/">坏</a>')

    with pytest.raises(PublishingError) as caught:
        published(out, pages=broken)
    kinds = {(finding.page, finding.kind) for finding in caught.value.findings}
    assert ("factories/index.html", "missing") in kinds
    assert ("enterprises/e00001/index.html", "anchor") in kinds
    assert contents(out) == before


@pytest.mark.parametrize("address", ["factories/", ""])
def test_prose_at_the_address_of_another_page_is_named_and_nothing_is_published(
    tmp_path: Path, address: str
) -> None:
    with pytest.raises(PublishingError, match=r"docs/a/抢位\.md：与系统页面 (factories/|首页) 的地址相同"):
        published(tmp_path / "site", shadowed=(("a/抢位.md", address),))
    assert not (tmp_path / "site").exists()


def test_two_files_cannot_share_an_address(tmp_path: Path) -> None:
    def twice() -> Any:
        yield from artifacts()
        yield Artifact("factories/index.html", b"")

    with pytest.raises(PublishingError, match=r"factories/index\.html"):
        published(tmp_path / "site", artifacts=twice)


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a//b", "a\\b", "", "a/./b", "a\nb"])
def test_an_artifact_cannot_leave_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="root"):
        published(tmp_path / "site", artifacts=lambda: iter([Artifact(path, b"")]))
    assert not (tmp_path / "site").exists()


def test_a_page_must_stand_at_the_depth_of_its_frame(tmp_path: Path) -> None:
    stray = Page("enterprise", "enterprises/deeper/x/", "t", "", "<h1>t</h1>")
    with pytest.raises(ValueError, match="depth"):
        published(tmp_path / "site", pages=lambda: iter([stray]))


def test_progress_is_reported(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    publish(
        rendering(2400),
        out=tmp_path / "site",
        engine=mkdocs(),
        progress=lambda *it: told.append(it),
    )
    assert {stage for stage, _ in told} >= {"fill", "verify"}
    assert all(0 < done <= 4000 for _, done in told)
