"""What a preview shows before there has been any good data. Nothing else about previews belongs here."""

from __future__ import annotations

from generator.artifacts import Artifact, Frame, NavItem, Page, SiteOutput

_ASSETS = (Artifact("assets/portal.css", b""), Artifact("assets/portal.js", b""))


def nothing_yet() -> SiteOutput:
    """A site of one page that says that the data has problems; the banner above it lists them."""
    title = "数据有误，暂无可预览的页面"
    body = f"<h1>{title}</h1><p>请按上方提示修改数据，保存后本页自动刷新。</p>"
    home = Page("home", "", title, "", body, indexed=False)
    search = Page("search", "search/", title, "", body, indexed=False)
    return SiteOutput(
        site_name="预览",
        language="zh",
        banner="",
        footer="",
        noindex=True,
        site_url="",
        as_of="",
        frames=(Frame("home", ""), Frame("search", "search/")),
        navigation=(NavItem(title, frame="home"),),
        words={},
        content=lambda shard: shard((*_ASSETS, home, search)),
        manifest={"generator": "preview"},
    )
