"""The command line, thin: unpack the options, call one function, print, set the exit status.

Exit status: 0 fine (warnings included), 1 errors in the data, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.commands.fix import convert, fix
from generator.commands.options import DATA, DOCS, LANG, SITE_URL, STRICT
from generator.errors import os_error_reason
from generator.parallel import gc_paused
from generator.problems import formats


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    """Let a full ISO date pass; anything else is wrong usage."""
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise click.BadParameter("日期写成 2022-01-01") from error


class _Commands(click.Group):
    """The commands; what the system refuses of any of them is told in a line."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except OSError as error:
            if not isinstance(error.filename, str | os.PathLike):
                raise
            click.echo(f"{os.fspath(error.filename)}：{os_error_reason(error)}", err=True)
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="green-register", prog_name="portal")
def main() -> None:
    """绿色制造名录：从数据包到网站。The register of green manufacturing: from data packages to a site."""


@main.command()
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
    # Not by way of the pipeline: publishing takes longer to load than a city takes to check.
    from generator.package.row_check import RowCheck

    row_check = RowCheck()  # what it needs loads beside the rest
    from generator.checks.validate import read
    from generator.package.source_lines import SourceLines
    from generator.problems.problem import has_errors

    result = read(data, docs, row_check=row_check)
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


@main.command()
@click.argument("code", required=False)
@LANG
def explain(code: str | None, lang: str) -> None:
    """解释一个错误代码：含义、例子、怎样改；不写代码就列出全部。"""
    from generator.problems.explanation import code_list
    from generator.problems.explanation import explain as explained
    from generator.problems.problem import codes

    asked = (code or "").strip().upper()
    if code is None:
        click.echo(code_list(lang), nl=False)
    elif asked in codes():
        click.echo(explained(asked, lang), nl=False)
    else:
        raise click.UsageError(f"没有代码 {code}；运行 portal explain 列出全部")


@main.command()
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
    data: Path, docs: Path, out: Path, as_of: str | None, config: Path | None, site_url: str, strict: bool
) -> None:
    """检查数据并生成网站；有错误就不动原来的网站。"""
    with gc_paused():
        _build(data, docs, out, as_of, config, site_url, strict)


def _build(
    data: Path, docs: Path, out: Path, as_of: str | None, config: Path | None, site_url: str, strict: bool
) -> None:
    from generator import build as pipeline
    from generator.commands.progress import shown
    from generator.outcome import PublishingError

    with shown("检查数据"):
        prepared = pipeline.prepare(data, docs, as_of, strict=strict, site_url=site_url)
    if prepared.text:
        click.echo(prepared.text, nl=False, err=True)
    if prepared.rendering is None:
        sys.exit(1)
    if not pipeline.chinese_fonts():
        click.echo("警告：没有查到中文字体，图里的文字会量错宽度；装一种，如 fonts-noto-cjk", err=True)
    try:
        with shown("生成网站") as progress:
            report = pipeline.build(
                prepared.rendering,
                data=data,
                docs=docs,
                out=out,
                config_file=config or pipeline.config_file(),
                progress=progress,
            )
    except PublishingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    seconds = prepared.seconds + sum(report.seconds.values())
    warnings = sum(p.count for p in prepared.problems if p.severity == "warning")
    click.echo(f"{out}：{report.pages} 页，{report.files} 个文件，{seconds:.1f} 秒，{warnings} 个警告")


@main.command()
@DATA
@DOCS
@click.option("--check", is_flag=True, help="不改文件；有编号没写进去就以 1 退出")
@click.option(
    "--base", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="以前的 ids.lock，不得比它少"
)
def lock(data: Path, docs: Path, check: bool, base: Path | None) -> None:
    """把已公布的编号写进 ids.lock；以后编号消失或改作他用会报错。"""
    from generator import build as pipeline

    lacking, problems = pipeline.lock(data, docs, write=not check, base=base)
    if problems:
        click.echo(formats.as_text(problems), nl=False, err=True)
        sys.exit(1)
    if check and lacking:
        click.echo(f"ids.lock 缺 {lacking} 个编号；运行 portal lock", err=True)
        sys.exit(1)
    click.echo(f"ids.lock 新增 {lacking} 个编号")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """为另一座城市写出空的数据包、portal.yaml 和每张主要表的一行示例。"""
    from generator.scaffold.register_folder import ScaffoldError, new_city

    try:
        written = new_city(folder)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"已写出 {len(written)} 个文件到 {folder}")
    click.echo(
        f"下一步：改 {folder}/data/portal.yaml，再运行 portal check --data {folder}/data --docs {folder}/docs"
    )


@main.group()
def new() -> None:
    """写出新文件的模板。"""


@new.command("case")
@click.argument("unit")
@DATA
@DOCS
def new_case(unit: str, data: Path, docs: Path) -> None:
    """为编号是 UNIT 的企业、园区或产品写一个案例模板；名录知道的先填好，其余留空。"""
    from generator import build as pipeline
    from generator.scaffold.case_template import UnknownUnitError

    try:
        path, problems = pipeline.new_case(data, docs, unit)
    except UnknownUnitError as error:
        raise click.UsageError(f"没有编号是 {unit} 的企业、园区或产品") from error
    if path is None:
        click.echo(formats.as_text(problems), nl=False, err=True)
        sys.exit(1)
    click.echo(f"已写出 {path}")
    click.echo("下一步：把每处【待填】填上，资料没有写的删去；再运行 portal check，它会列出还没填的空")


@main.command()
@DATA
@click.option("--write", is_flag=True, required=True, help="把字段定义写进各数据包的描述文件")
@click.option("--allow-empty", is_flag=True, help="没有数据行的表，同时写上 allow_empty: true")
def schema(data: Path, write: bool, allow_empty: bool) -> None:
    """让数据包的描述文件与字段定义一致。"""
    from generator.scaffold.register_folder import ScaffoldError, renew_descriptors

    try:
        changed = renew_descriptors(data, allow_empty=allow_empty)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    for path in changed:
        click.echo(f"已更新 {path}")
    if not changed:
        click.echo("描述文件都是最新的")


main.add_command(fix)
main.add_command(convert)
