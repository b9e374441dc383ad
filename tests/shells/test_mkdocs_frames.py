"""What MkDocs is asked to render: a source file a frame, and a navigation of those."""

from __future__ import annotations

from generator.artifacts import Frame, NavItem
from generator.shells.mkdocs.navigation import navigation, source_path

FRAMES = {
    key: Frame(key, address)
    for key, address in [("home", ""), ("f", "f/"), ("e", "e/{token}/"), ("docs/a/z.md", "a/z/")]
}


def test_navigation_escapes_titles_and_drops_empty_sections() -> None:
    page = NavItem("Z", frame="docs/a/z.md")
    items = (
        NavItem("首", frame="home"),
        NavItem("节", frame="f", children=(NavItem("另名<", frame="docs/a/z.md"), page)),
        NavItem("空", children=(NavItem("无"),)),
        NavItem("<i>", children=(NavItem("F", frame="f"),)),
        page,
    )
    assert navigation(items, frames=FRAMES) == [
        {"首": "index.md"},
        {"节": [{"节": "f.md"}, {"另名&lt;": "a/z.md"}, {"Z": "a/z.md"}]},
        {"&lt;i&gt;": [{"F": "f.md"}]},
        {"Z": "a/z.md"},
    ]


def test_a_frame_stands_where_its_pages_do() -> None:
    assert [source_path(frame) for frame in FRAMES.values()] == ["index.md", "f.md", "e/.page.md", "a/z.md"]
    assert source_path(Frame("m", "404.html")) == "404.md"
