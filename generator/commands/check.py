"""`portal check`: what is wrong with the data, in the form that the reader wants."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.commands.options import DATA, DOCS, LANG, STRICT
from generator.problems import formats


@click.command()
@DATA
@DOCS
@click.option(
    "--format",
    "form",
    type=click.Choice(list(formats.FORMATS)),
    default="text",
    show_default=True,
    help="text 给人看，json 给程序，github 与 sarif 给代码平台，html 可发邮件",
)
@LANG
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="写进文件，不显示")
@STRICT
def check(data: Path, docs: Path, form: str, lang: str, output: Path | None, strict: bool) -> None:
    """检查数据，列出所有问题，不改任何数据。"""
    from generator.package.row_check import RowCheck

    row_check = RowCheck()  # what it needs loads beside the rest
    from generator.checks.validate import validate
    from generator.package.source_lines import SourceLines
    from generator.problems.problem import has_errors

    result = validate(data, docs, row_check=row_check)
    context = formats.ReportContext(
        lang=lang,
        lines=SourceLines(data, docs),
        data=_seen_from_here(data),
        docs=_seen_from_here(docs),
        colour=output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        site_url=result.site_url,
    )
    shown = formats.FORMATS[form](result.problems, context)
    if output is None:
        click.echo(shown, nl=False, color=context.colour)
    else:
        output.write_text(shown, "utf-8")
        click.echo(formats.summary(result.problems, lang), err=True)
    sys.exit(1 if has_errors(result.problems, strict=strict) else 0)


def _seen_from_here(folder: Path) -> str:
    """Return a folder as annotations name it: relative to the working folder where it lies in it."""
    here = Path.cwd()
    whole = here / folder
    return (whole.relative_to(here) if whole.is_relative_to(here) else folder).as_posix()
