"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

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
STRICT = click.option("--strict", is_flag=True, help="警告也算错误")
