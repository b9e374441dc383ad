"""The command line: a module of this folder for each command that is more than a few lines.

Exit status: 0 fine (warnings included), 1 errors in the data, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.fix import convert, fix
from generator.commands.lock import lock
from generator.commands.new import new
from generator.commands.options import DATA, LANG
from generator.errors import os_error_reason


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


for command in (check, build, lock, new, fix, convert):
    main.add_command(command)
