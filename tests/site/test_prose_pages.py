"""Pages of the city's own prose: links, anchors, pictures, titles and the place of each page."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import made
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.artifacts import Artifact, NavItem, Page, SiteOutput
from generator.catalog.catalog import Catalog
from generator.catalog.prose import Picture, ProsePage

PICTURE = Picture("guidance/图 1.png", "guidance/图 1.png", 40, 30, b"png")


def output(demo: Catalog, *pages: ProsePage) -> SiteOutput:
    """The output of the demonstration city with these pages of prose."""
    catalog = dataclasses.replace(demo, prose={page.path: page for page in pages}, prose_pictures=(PICTURE,))
    return made.site_output_of(catalog)


def prose(demo: Catalog, body: str, path: str = "guidance/more.md", *others: ProsePage) -> Page:
    """The page of a text."""
    address = path.removesuffix(".md") + "/"
    made_pages = made.pages(output(demo, ProsePage(path, "多", "说明", body), *others))
    return next(page for page in made_pages if page.address == address)


def links(page: Page) -> dict[str, str | None]:
    """Address of every link in the text of a page by its words."""
    tree = LexborHTMLParser(page.body)
    return {node.text(): node.attributes.get("href") for node in tree.css(".prose a")}


def test_links_lead_to_records_pages_and_pictures(demo: Catalog) -> None:
    other = ProsePage("a b/甲.md", "甲", "", "# 甲\n")
    body = (
        "[录](record:ent-001#history) [无](record:nobody) [页](<../a b/甲.md#题>) [图](<图 1.png>) "
        "[锚](#文) [首](../index.md) [案](../cases/{case}.md) [站](../../parks/) "
        "[网](https://example.org/) [信](mailto:a@example.org) [脚](javascript:x) [绝](//example.org)"
    ).replace("{case}", next(iter(demo.cases)))
    found = links(prose(demo, body, "guidance/more.md", other))
    assert found == {
        "录": "../../enterprises/ent-001/#history",
        "无": None,
        "页": "../../a%20b/%E7%94%B2/#%E9%A2%98",
        "图": "../../guidance/%E5%9B%BE%201.png",
        "锚": "#%E6%96%87",
        "首": "../../",
        "案": f"../../cases/{next(iter(demo.cases))}/",
        "站": "../../parks/",
        "网": "https://example.org/",
        "信": "mailto:a@example.org",
        "脚": None,
        "绝": None,
    }


def test_only_pictures_of_the_site_are_shown_at_their_size(demo: Catalog) -> None:
    page = prose(demo, "![图](<图 1.png>) ![外](https://example.org/x.png) ![无](x.png)")
    (image,) = LexborHTMLParser(page.body).css(".prose img")
    assert image.attributes == {
        "src": "../../guidance/%E5%9B%BE%201.png", "alt": "图", "width": "40", "height": "30",
    }  # fmt: skip


def test_every_picture_is_a_file_of_the_site(demo: Catalog) -> None:
    files = [item for item in output(demo).content(iter) if isinstance(item, Artifact)]
    assert Artifact(PICTURE.address, PICTURE.data) in files


def test_a_page_has_its_title_sections_date_and_citation(demo: Catalog) -> None:
    page = prose(demo, "# 多 & 少\n\n始\n\n## 中文标题\n\n文\n\n## Main content\n")
    tree = LexborHTMLParser(page.body)
    assert [node.text() for node in tree.css("h1")] == ["多"]
    assert [node.attributes["id"] for node in tree.css("h2")] == ["中文标题", "main-content_1"]
    assert tree.css("section[id='多-少'] .prose")[0].text().strip() == "始"
    assert tree.css(".crumbs a")[1].attributes["href"] == "../../guidance/"
    assert tree.css(".dates time")[0].text() == str(demo.as_of)
    assert "多" in tree.css(".cite")[0].text()
    assert (page.title, page.description, page.indexed) == ("多", "说明", True)


def test_a_page_outside_guidance_has_no_way_through_it(demo: Catalog) -> None:
    tree = LexborHTMLParser(prose(demo, "文", "more.md").body)
    assert [node.attributes["href"] for node in tree.css(".crumbs a")] == ["../"]


def test_titles_stay_text_in_navigation_and_page(demo: Catalog) -> None:
    title = "<img src=x onerror=y>"
    page = dataclasses.replace(ProsePage("guidance/x.md", title, "", "文"), system="parks")
    site = output(demo, page)
    entries = [item for section in site.navigation for item in section.children]
    assert NavItem(title, frame="docs/guidance/x.md") in entries
    (shown,) = (made_page for made_page in made.pages(site) if made_page.address == "guidance/x/")
    assert not LexborHTMLParser(shown.body).css("img")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("factories.md", "factories/"),
        ("factories/index.md", "factories/"),
        ("search.md", "search/"),
        ("guidance/README.md", "guidance/"),
        ("enterprises/ent-001.md", "enterprises/ent-001/"),
    ],
)
def test_prose_in_the_place_of_another_page_is_left_out_and_named(
    demo: Catalog, path: str, address: str
) -> None:
    site = output(demo, ProsePage(path, "抢位", "", "抢位"))
    assert site.shadowed == ((path, address),)
    assert all(not frame.key.startswith("docs/") for frame in site.frames)
    assert all("抢位" not in page.body for page in made.pages(site) if page.address == address)


def test_of_two_pages_of_prose_with_one_address_the_second_is_left_out(demo: Catalog) -> None:
    pages = [ProsePage(path, path, "", "文") for path in ("a.md", "a/index.md", "home.md", "record.md")]
    site = output(demo, *pages)
    assert site.shadowed == (("a/index.md", "a/"),)
    keys = [frame.key for frame in site.frames]
    assert len(keys) == len(set(keys))


def test_prose_stands_where_mkdocs_put_it(changzhou_site: Path) -> None:
    page = LexborHTMLParser((changzhou_site / "guidance/parks/index.html").read_text("utf-8"))
    assert [node.attributes["id"] for node in page.css(".portal section > h2")] == [
        "已知的情况",
        "未公开或未收录",
    ]
    (current,) = page.css(".portal-menu [aria-current]")
    assert isinstance(current, LexborNode)
    assert current.text() == "绿色园区"
