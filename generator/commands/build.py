"""`portal build`: the site of a data folder, published in place of the last one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

import click

from generator.artifacts import SiteOutput
from generator.commands.options import DATA, DOCS, SITE_URL, STRICT
from generator.commands.progress import shown
from generator.outcome import PublishingError, Report
from generator.parallel import gc_paused
from generator.problems import formats
from generator.problems.problem import Problem


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """Let a full ISO date pass; anything else is wrong usage."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter("日期写成 2022-01-01") from error


@click.command()
@DATA
@DOCS
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    help="网站目录",
    show_default=True,
)
@click.option("--as-of", "as_of", metavar="DATE", callback=_day, help="按这一天的情况生成页面，如 2021-12-31")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="MkDocs 设置文件")
@SITE_URL
@STRICT
def build(
    data: Path, docs: Path, out: Path, as_of: date | None, config: Path | None, site_url: str, strict: bool
) -> None:
    """检查数据并生成网站；有错误就不动原来的网站。"""
    from generator.build import build as build_site

    begun = perf_counter()
    warnings = 0
    with gc_paused(), ExitStack() as checking:
        checking.enter_context(shown("检查数据"))

        def report(problems: Sequence[Problem]) -> None:
            nonlocal warnings
            checking.close()
            warnings = sum(p.count for p in problems if p.severity == "warning")
            _show(problems, data, docs)

        publish = partial(_publish, data=data, docs=docs, out=out, config=config or config_file())
        published = build_site(
            data, docs, publish, as_of=as_of, strict=strict, site_url=site_url, report=report
        )
    if published is None:
        sys.exit(1)
    seconds = perf_counter() - begun
    click.echo(f"{out}：{published.pages} 页，{published.files} 个文件，{seconds:.1f} 秒，{warnings} 个警告")


def _show(problems: Sequence[Problem], data: Path, docs: Path) -> None:
    from generator.package.source_lines import SourceLines

    if problems:
        context = formats.ReportContext(lines=SourceLines(data, docs))
        click.echo(formats.as_text(problems, context), nl=False, err=True)


def _publish(site_output: SiteOutput, *, data: Path, docs: Path, out: Path, config: Path) -> Report:
    """Publish a site output in `out` with the shells of MkDocs; a failure is told and ends the command."""
    from generator.outputs.charts.converter import fonts
    from generator.publish.publish import publish
    from generator.shells.mkdocs.run import render

    if not fonts():
        click.echo("警告：没有查到中文字体，图里的文字会量错宽度；装一种，如 fonts-noto-cjk", err=True)
    try:
        if not docs.is_dir():
            raise PublishingError(f"找不到文稿目录 {docs.name}。")
        with shown("生成网站") as progress:
            engine = partial(render, config_file=config)
            return publish(site_output, out=out, engine=engine, apart=[docs, config, data], progress=progress)
    except PublishingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def config_file() -> Path:
    """Return the MkDocs configuration of the working folder, else the one the program was installed from."""
    own = Path("mkdocs.yml")
    return own if own.is_file() else Path(__file__).parents[2] / "mkdocs.yml"
