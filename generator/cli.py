"""The command line, thin: unpack the options, call one function, print, set the exit status.

Exit status: 0 fine (warnings included), 1 errors in the data, 2 wrong usage.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator import reporting

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"), help="数据目录", show_default=True
)
DOCS = click.option(
    "--docs", type=click.Path(path_type=Path, file_okay=False), default=Path("docs"), help="文章目录", show_default=True
)
STRICT = click.option("--strict", is_flag=True, help="警告也算错误")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="green-register", prog_name="portal")
def main() -> None:
    """绿色制造名录：从数据包到网站。The register of green manufacturing: from data packages to a site."""


@main.command()
@DATA
@DOCS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@STRICT
def check(data: Path, docs: Path, form: str, lang: str, strict: bool) -> None:
    """检查数据，列出所有问题，不写任何文件。"""
    from generator import pipeline
    from generator.problems import has_errors

    problems = pipeline.check(data, docs)
    shown = reporting.as_json(problems, lang) if form == "json" else reporting.as_text(problems, lang)
    click.echo(shown, nl=False)
    sys.exit(1 if has_errors(problems, strict=strict) else 0)


@main.command()
@DATA
@click.option("--write", is_flag=True, required=True, help="把字段定义写进各数据包的 datapackage.yaml")
def schema(data: Path, write: bool) -> None:
    """让数据包的描述文件与字段定义一致。"""
    from generator.scaffold import ScaffoldError, renew_descriptors

    try:
        changed = renew_descriptors(data)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    for path in changed:
        click.echo(f"已更新 {path}")
    if not changed:
        click.echo("描述文件都是最新的")


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """Read a full ISO date given on the command line; raises a usage error for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter("日期写成 2022-01-01") from error
