"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from generator.formats.urls import is_link

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data"),
    help="数据目录",
    show_default=True,
)
DOCS = click.option(
    "--docs",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs"),
    help="文章目录",
    show_default=True,
)
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)


def _site_url(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """Let an address pass that portal.yaml may hold as well; anything else is wrong usage."""
    if text and (not is_link(text) or set("?#") & set(text)):
        raise click.BadParameter("写完整的网址，如 https://example.gov.cn/green/，不带账号、? 和 #")
    return text


SITE_URL = click.option("--site-url", default="", callback=_site_url, help="网站的完整网址，写进网站地图")
STRICT = click.option("--strict", is_flag=True, help="警告也算错误")
