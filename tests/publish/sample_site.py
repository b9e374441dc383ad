"""A small sample site: enough pages, frames and files to publish a site of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator.artifacts import Artifact, Frame, NavItem, Page, SiteOutput
from generator.parallel import Shard
from generator.shells.contract import Engine
from generator.shells.mkdocs.run import render

PROJECT = Path(__file__).parents[2]
CONFIG = PROJECT / "mkdocs.yml"
HOSTILE = "甲<script>alert(1)</script>&amp;\"'@@body@@{{7*7}}"

FRAMES = (
    Frame("home", ""),
    Frame("factories", "factories/"),
    Frame("search", "search/"),
    Frame("docs/about/index.md", "about/"),
    Frame("docs/about/method.md", "about/method/"),
    Frame("enterprise", "enterprises/{token}/"),
    Frame("missing", "404.html"),
)
NAVIGATION = (
    NavItem("首页", frame="home"),
    NavItem("名录", children=(NavItem("绿色工厂", frame="factories"), NavItem("查询", frame="search"))),
    NavItem("说明", children=(NavItem("统计口径", frame="docs/about/method.md"),)),
    NavItem("空栏目", children=(NavItem("无", children=()),)),
)


def records(count: int) -> list[str]:
    """Ids of sample records."""
    return [f"e{number:05d}" for number in range(count)]


def pages(count: int) -> Iterator[Page]:
    """Every page of the sample site, in order of address."""
    items = [f'<li id="{key}"><a href="../enterprises/{key}/">{key}</a></li>' for key in records(count)]
    yield Page("home", "", "首页", "说明", '<h1>首页</h1><p><a href="factories/">名录</a></p>')
    lost = '<h1>未找到</h1><a href="search/">查询</a>'
    yield Page("missing", "404.html", "未找到", "", lost, indexed=False)
    for key in records(count):
        picture = '<img src="../../assets/d.svg" alt="">'
        body = f'<h1>企业 {key}</h1><p><a href="../../factories/#{key}">返回</a>{picture}</p>'
        yield Page("enterprise", f"enterprises/{key}/", f"企业 {key}", "一家企业", body, updated="2025-02-01")
    yield Page("factories", "factories/", "绿色工厂", "", f"<h1>绿色工厂</h1><ul>{''.join(items)}</ul>")
    about = '<h1>关于本站</h1><p><a href="method/#a">方法</a></p>'
    yield Page("docs/about/index.md", "about/", "关于本站", "", about)
    yield Page("docs/about/method.md", "about/method/", "统计口径", "怎样计数", '<h1 id="a">方法</h1>')
    yield Page("search", "search/", "查询", "", "<h1>查询</h1>", indexed=False)


def artifacts() -> Iterator[Artifact]:
    """Every finished file of the sample site."""
    yield Artifact("assets/portal.css", b'.x{background:url("d.svg")}\n')
    yield Artifact("assets/portal.js", b"export {};\n")
    yield Artifact("assets/d.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    yield Artifact("data/enterprises.csv", "id,名称\n".encode())


def rendering(count: int = 3, **changes: Any) -> SiteOutput:
    """A sample rendering; ``changes`` replace its fields, ``pages`` and ``artifacts`` what it holds."""
    whole = SiteOutput(
        site_name="甲市绿色制造名录",
        language="zh",
        banner="<p>演示数据，与任何真实单位无关</p>",
        footer='<p>数据截至 2025-03-01 · <a href="{root}about/">关于</a></p>',
        noindex=False,
        site_url="",
        as_of="2025-03-01",
        frames=FRAMES,
        navigation=NAVIGATION,
        words={"search.label": "查询单位", "search.placeholder": "单位名称"},
        content=content(lambda: pages(count), artifacts),
        manifest={"generator": "1.0", "data_version": "1", "as_of": "2025-03-01", "counts": {"e": count}},
    )
    if changes.keys() & {"pages", "artifacts"}:
        of_pages = changes.pop("pages", lambda: pages(count))
        changes["content"] = content(of_pages, changes.pop("artifacts", artifacts))
    return replace(whole, **changes)


def content(
    of_pages: Callable[[], Iterator[Page]], of_files: Callable[[], Iterator[Artifact]]
) -> Callable[[Shard], Iterator[Page | Artifact]]:
    """What yields files and then pages, as a rendering is asked to."""
    return lambda shard: shard(chain(of_files(), of_pages()))


def mkdocs(config_file: Path = CONFIG) -> Engine:
    """The shell engine of MkDocs with a configuration."""
    return partial(render, config_file=config_file)


def write_docs(folder: Path) -> Path:
    """A folder of prose, which no shell engine reads."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("# 不应出现\n", encoding="utf-8")
    return folder


def write_config(folder: Path) -> Path:
    """The project's MkDocs configuration, copied to a folder with its own ``docs`` and ``data``."""
    (folder / "data").mkdir(exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_bytes(CONFIG.read_bytes())
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, with its bytes; empty for a folder that is not there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
