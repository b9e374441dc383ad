"""Prose that people contribute: its links are resolved, its markup stays text, its errors have a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sample_site import CONFIG, rendering, write_docs
from selectolax.lexbor import LexborHTMLParser

from generator.artifacts import Frame, NavItem
from generator.outcome import PublishingError
from generator.publish.publish import publish
from generator.shells.mkdocs.navigation import navigation, source_path


def page(tmp_path: Path, text: str, **changes: Any) -> LexborHTMLParser:
    """Publish one more prose page and read it."""
    docs = write_docs(tmp_path / "docs", about__more=text)
    out = tmp_path / "site"
    publish(rendering(3, **changes), docs=docs, out=out, config_file=CONFIG)
    return LexborHTMLParser((out / "about/more/index.html").read_text("utf-8"))


def error(tmp_path: Path, text: str) -> str:
    """What publishing says of one more prose page."""
    with pytest.raises(PublishingError) as caught:
        page(tmp_path, text)
    return str(caught.value)


def test_links_to_records_are_relative_addresses(tmp_path: Path) -> None:
    tree = page(tmp_path, "# 多\n\n[甲](record:e00001)\n\n`record:nobody`\n")
    assert tree.css("article p a")[0].attributes["href"] == "../../enterprises/e00001/"


@pytest.mark.parametrize(
    ("text", "line", "link"),
    [
        ("# 多\n\n见[甲](record:e00001)。\n见[乙](record:e000012)。\n", 4, "record:e000012"),
        ("---\ntitle: 多\n---\n# 多\n[a](javascript:alert(1))\n", 5, "javascript:alert(1)"),
        ("# 多\n\n[a][b]\n\n[b]: data:text/html,x\n", 5, "data:text/html,x"),
        ("# 多\n\n![a](data:image/svg+xml,x)\n", 3, "data:image/svg+xml,x"),
    ],
)
def test_a_link_that_is_not_allowed_is_an_error_with_its_line(
    tmp_path: Path, text: str, line: int, link: str
) -> None:
    message = error(tmp_path, text)
    assert f"docs/about/more.md:{line}:" in message
    assert link in message


@pytest.mark.parametrize("link", ["java&#115;cript:alert(1)", "&#106;avascript:alert(1)", "JAVASCRIPT:x"])
def test_a_link_in_disguise_is_not_allowed(tmp_path: Path, link: str) -> None:
    assert "docs/about/more.md" in error(tmp_path, f"# 多\n\n[a]({link})\n")


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "文<b onclick=x>字</b>",
        '<div>\n<img src=x onerror="alert(1)">\n</div>',
        "<!-- 注 -->",
        '``` {.x .y onclick="z"}\ncode\n```',
        '```x" onclick="y\ncode\n```',
        "{{ config }} {% raw %}",
        "# 题 {: onclick=x }",
    ],
)
def test_markup_in_prose_stays_text(tmp_path: Path, markup: str) -> None:
    tree = page(tmp_path, f"文\n\n{markup}\n".replace("# 题", "## 题"))
    article = tree.css("article")[0]
    assert not article.css("script,b,div,img")
    assert not [node for node in article.css("*") if "onclick" in node.attributes]


@pytest.mark.parametrize(
    "title",
    ["a &lt;img src=x onerror=y&gt;", "`<img src=x onerror=y>`", "<img src=x onerror=y>", r"\<img src=x>"],
)
def test_titles_stay_text_in_navigation_contents_and_head(tmp_path: Path, title: str) -> None:
    page(tmp_path, f"# {title}\n\n## {title}\n\n## 二\n")
    for name in ("about/more/index.html", "index.html", "enterprises/e00001/index.html"):
        tree = LexborHTMLParser((tmp_path / "site" / name).read_text("utf-8"))
        assert not [node for node in tree.css("img") if node.attributes.get("src") == "x"]
        assert "<img" in tree.css(".portal-menu")[0].text()
    text = (
        LexborHTMLParser((tmp_path / "site/about/more/index.html").read_text("utf-8")).css("title")[0].text()
    )
    assert "<img src=x" in text


def test_a_block_that_would_fetch_a_library_is_refused(tmp_path: Path) -> None:
    assert "unpkg" in error(tmp_path, "# 多\n\n``` {.x .mermaid}\ngraph\n```\n")


def test_a_picture_from_elsewhere_is_refused(tmp_path: Path) -> None:
    assert "https://example.org/x.png" in error(tmp_path, "# 多\n\n![x](https://example.org/x.png)\n")


def test_front_matter_names_no_template(tmp_path: Path) -> None:
    tree = page(tmp_path, "---\ntemplate: 404.html\nhide: [toc]\nicon: ../../x\nstatus: new\n---\n# 多\n")
    assert tree.css("article h1")


def test_tables_code_and_notes_work(tmp_path: Path) -> None:
    text = "# 多\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n```\n\n!!! note\n    文\n\n## 中文标题\n"
    article = page(tmp_path, text).css("article")[0]
    assert article.css("table td")
    assert article.css("pre code")[0].text() == "x < y\n"
    assert article.css(".admonition")
    assert article.css("h2")[0].attributes["id"] == "中文标题"


def test_only_prose_and_pictures_are_taken(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs")
    for name in ("a.png", "b.js", "c.html", "d.css", "e.svg", "f.pdf", "g.gif", "h.avif"):
        (docs / name).write_text("x")
    publish(rendering(3), docs=docs, out=tmp_path / "site", config_file=CONFIG)
    assert [path.name for path in sorted((tmp_path / "site").glob("?.*"))] == ["a.png"]


def test_a_symbolic_link_is_an_error(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs")
    (docs / "about" / "secret.md").symlink_to("/etc/passwd")
    with pytest.raises(PublishingError, match=r"docs/about/secret\.md"):
        publish(rendering(3), docs=docs, out=tmp_path / "site", config_file=CONFIG)


@pytest.mark.parametrize("name", ["factories", "factories__index", "search", "enterprises__page"])
def test_prose_in_the_place_of_a_frame_is_an_error(tmp_path: Path, name: str) -> None:
    docs = write_docs(tmp_path / "docs", **{name: "# 抢位\n"})
    with pytest.raises(PublishingError, match="地址相同"):
        publish(rendering(3), docs=docs, out=tmp_path / "site", config_file=CONFIG)


def test_prose_shows_navigation_and_contents_and_frames_do_not(tmp_path: Path) -> None:
    tree = page(tmp_path, "# 多\n\n## 一\n")
    assert all("hidden" not in node.attributes for node in tree.css(".md-sidebar"))
    frame = LexborHTMLParser((tmp_path / "site/factories/index.html").read_text("utf-8"))
    assert [node.attributes.get("data-md-type") for node in frame.css(".md-sidebar")] == ["navigation"]
    assert "hidden" in frame.css(".md-sidebar")[0].attributes


def test_prose_says_where_one_is_and_how_to_cite_it(tmp_path: Path) -> None:
    foot = '<p class="cite">《{title}》，<a href="{root}about/">关于</a></p>'
    tree = page(tmp_path, "# 多 & 少 {root}\n", prose_foot=foot)
    assert tree.css(".crumbs li a")[0].attributes["href"] == "../.."
    assert tree.css(".crumbs [aria-current]")[0].text() == "多 & 少 {root}"
    assert tree.css(".cite")[0].text() == "《多 & 少 {root}》，关于"
    assert tree.css(".cite a")[0].attributes["href"] == "../../about/"


FRAMES = {key: Frame(key, address) for key, address in [("home", ""), ("f", "f/"), ("e", "e/{token}/")]}


def test_navigation_takes_prose_that_is_there_and_drops_empty_sections() -> None:
    there = NavItem("", prose="a/z.md")
    items = (
        NavItem("首", frame="home"),
        NavItem("节", frame="f", children=(NavItem("另名<", prose="a/index.md"), there)),
        NavItem("空", children=(NavItem("", prose="b.md"),)),
        NavItem("<i>", children=(NavItem("F", frame="f"),)),
        there,
    )
    assert navigation(items, frames=FRAMES, prose=["a/z.md", "a/index.md"]) == [
        {"首": "index.md"},
        {"节": [{"节": "f.md"}, {"另名&lt;": "a/index.md"}, "a/z.md"]},
        {"&lt;i&gt;": [{"F": "f.md"}]},
        "a/z.md",
    ]


def test_a_frame_stands_where_its_records_do() -> None:
    assert [source_path(frame) for frame in FRAMES.values()] == ["index.md", "f.md", "e/page.md"]
    assert source_path(Frame("m", "404.html")) == "404.md"
