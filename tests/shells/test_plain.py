"""The plain shell beside that of MkDocs: the same pages in another frame, verified as any site is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made import site_output_of
from selectolax.lexbor import LexborHTMLParser

from generator.artifacts import Frame, NavItem
from generator.catalog.public_view import PublicView
from generator.publish.publish import publish
from generator.shells import plain

HOSTILE = "甲<script>alert(1)</script>&amp;\"'@@body@@{{7*7}}"


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def body(page: Path) -> str:
    """The content of a page; all of a page that has no shell."""
    text = page.read_text("utf-8")
    node = LexborHTMLParser(text).css_first("#main-content")
    return (node.html or "") if node is not None else text


@pytest.mark.parametrize("city", ["changzhou", "demo"])
def test_a_city_with_the_plain_shell_has_the_same_pages(
    city: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    catalog: PublicView = request.getfixturevalue(city)
    other: Path = request.getfixturevalue(f"{city}_site")
    report = publish(site_output_of(catalog), out=tmp_path / "site", engine=plain.render)
    assert not report.findings
    own, theme = files(tmp_path / "site"), files(other)
    assert own - theme == {"assets/plain.css"}
    assert all(path.startswith("assets/") for path in theme - own)
    pages = sorted(path for path in own if path.endswith(".html"))
    assert report.pages
    assert [p for p in pages if body(tmp_path / "site" / p) != body(other / p)] == []


@pytest.fixture
def shells(demo: PublicView, tmp_path: Path) -> dict[str, LexborHTMLParser]:
    """Frames of the demonstration city with hostile names, parsed."""
    output = replace(
        site_output_of(demo, site_url="https://example.org/x/"),
        site_name=HOSTILE,
        words={"search.label": HOSTILE, "search.placeholder": HOSTILE},
        navigation=(
            NavItem(HOSTILE, frame="home"),
            NavItem(
                "节", children=(NavItem("厂", frame="factories"), NavItem("空", children=(NavItem("无"),)))
            ),
            NavItem("没有", children=(NavItem("无"),)),
        ),
        frames=(Frame("home", ""), Frame("factories", "factories/"), Frame("missing", "404.html")),
    )
    made = plain.render(output, tmp_path)
    return {
        key: LexborHTMLParser(b"".join(p for p in shell.pieces if isinstance(p, bytes)).decode())
        for key, shell in made.items()
    }


def test_names_of_the_city_stay_text(shells: dict[str, LexborHTMLParser]) -> None:
    home = shells["home"]
    assert home.css_first(".plain-name").text() == HOSTILE
    assert home.css_first(".plain-menu a").text() == HOSTILE
    assert home.css_first("input[type=search]").attributes["placeholder"] == HOSTILE
    assert [script.attributes["src"] for script in home.css("script")] == ["./assets/portal.js"]


def test_the_menu_leads_to_the_frames_and_marks_its_own(shells: dict[str, LexborHTMLParser]) -> None:
    links = [(a.attributes["href"], a.text()) for a in shells["factories"].css(".plain-menu a")]
    assert links == [("../", HOSTILE), ("../factories/", "厂")]
    assert [b.text() for b in shells["factories"].css(".plain-menu b")] == ["节"]
    marked = shells["factories"].css('.plain-menu a[aria-current="page"]')
    assert [a.text() for a in marked] == ["厂"]


def test_the_page_of_unknown_addresses_finds_the_root(shells: dict[str, LexborHTMLParser]) -> None:
    assert shells["missing"].css_first("base").attributes["href"] == "/x/"
    assert shells["home"].css_first("base") is None
