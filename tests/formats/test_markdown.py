"""The one Markdown dialect: what it renders, what it leaves out, and the anchors of its headings."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.formats.markdown import Image, parts, split_title, title_and_text, to_markup


def as_written(target: str) -> str | None:
    return target


def nowhere(_: str) -> str | None:
    return None


def picture(target: str) -> Image | None:
    return Image(target, 40, 30) if target == "a.png" else None


def test_tables_strikethrough_code_and_lists_are_rendered() -> None:
    text = "| a | b |\n|--:|---|\n| 1 | 2 |\n\n~~旧~~\n\n3. 三\n\n```\nx < y\n```\n\n##### 五级\n"
    tree = LexborHTMLParser(str(to_markup(text, as_written)))
    assert tree.css(".table-scroll[tabindex] table td")[0].attributes["style"] == "text-align:right"
    assert tree.css("s")[0].text() == "旧"
    assert tree.css("ol")[0].attributes["start"] == "3"
    assert tree.css("pre code")[0].text() == "x < y\n"
    assert tree.css("h5")


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "文<b onclick=x>字</b>",
        '<div>\n<img src=x onerror="alert(1)">\n</div>',
        "<!-- 注 -->",
        '``` {.x .y onclick="z"}\ncode\n```',
        '```x" onclick="y\ncode\n```',
        "``` {.x .mermaid}\ngraph\n```",
        "{{ config }} {% raw %}",
        "## 题 {: onclick=x }",
        "&lt;img src=x onerror=y&gt;",
    ],
)
def test_markup_stays_text(markup: str) -> None:
    tree = LexborHTMLParser(str(to_markup(f"文\n\n{markup}\n", as_written)))
    assert not tree.css("script,b,div,img")
    assert not [node for node in tree.css("*") if {"onclick", "class"} & node.attributes.keys()]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "java&#115;cript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x"],
)
def test_a_link_that_runs_something_is_dropped_even_where_it_is_resolved(link: str) -> None:
    tree = LexborHTMLParser(str(to_markup(f"[甲]({link}) ![乙]({link})", as_written)))
    assert [node.attributes.get("href") for node in tree.css("a")] == [None]
    assert tree.body is not None
    assert tree.body.text().strip() == "甲 乙"


def test_of_what_is_not_resolved_the_words_are_left() -> None:
    html = str(to_markup("[甲](x) ![乙](b.png) ![丙](a.png)", nowhere, picture))
    assert html == '<p><a>甲</a> 乙 <img src="a.png" alt="丙" width="40" height="30"></p>\n'


def test_parts_are_cut_at_headings_of_the_second_level_with_unicode_anchors() -> None:
    text = "始\n\n## 已知的情况 A\n\n文[甲][1]\n\n### 小节\n\n> ## 引\n\n## 已知的情况 A\n\n## —\n\n[1]: https://example.org/\n"
    cut = parts(text, as_written, taken={"小节"})
    assert [(part.id, part.title) for part in cut] == [
        ("", ""),
        ("已知的情况-a", "已知的情况 A"),
        ("已知的情况-a_1", "已知的情况 A"),
        ("_1", "—"),
    ]
    assert cut[0].html == "<p>始</p>\n"
    assert '<a href="https://example.org/">甲</a>' in cut[1].html
    assert '<h3 id="小节_1">' in cut[1].html
    assert '<h2 id="引">' in cut[1].html


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("# 题 `<b>` *x*\n\n文\n", "题 <b> x", "\n文\n"),
        ("\n\n题\n===\n文", "题", "文"),
        ("文\n\n# 题\n", "", "文\n\n# 题\n"),
        ("## 题\n", "", "## 题\n"),
        ("# a &lt;i&gt;", "a <i>", ""),
        ("", "", ""),
    ],
)
def test_the_title_is_the_heading_a_text_begins_with(text: str, title: str, rest: str) -> None:
    assert split_title(text) == (title, rest)


def test_words_of_a_text_are_a_line_a_block() -> None:
    assert title_and_text("文\n\n## 题\n\n- 一\n- **二**\n\n```\n码\n```\n") == ("题", "文\n题\n一\n二\n码")
