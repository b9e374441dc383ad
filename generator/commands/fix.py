"""The commands that change files of the city: `portal fix` and `portal convert`.

Both show what they would do and write only when told to: with `--write`, or by an answer at a terminal.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.commands.options import DATA

_SHOWN_ROWS = 6


def _confirmed(write: bool, question: str) -> bool:
    """Tell whether to write: because of `--write`, or because a person at a terminal says so."""
    if write:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo("没有写入；确认无误后加 --write 再运行一次", err=True)
        return False
    return click.confirm(question, default=False)


@click.command()
@DATA
@click.option("--write", is_flag=True, help="不再询问，直接写入")
def fix(data: Path, write: bool) -> None:
    """改好写法上的小错：全角数字、日期写法、多余的空格和隐藏字符；先给出改动，从不改名称和文字。

    退出状态：没有要改的或已写入为 0，有要改的而没有写入为 1。
    """
    from generator.fix.difference import as_diff
    from generator.fix.folder import mended_files
    from generator.fix.folder import write as write_files
    from generator.fix.replacement import ReplacementError

    if not data.is_dir():
        raise click.UsageError(f"找不到数据目录 {data}")
    files = mended_files(data)
    if not files:
        click.echo("没有可以自动改的；其余的问题见 portal check")
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for mended in files:
        click.echo(as_diff(mended, colour=colour), color=colour)
    count = sum(len(mended.mends) for mended in files)
    click.echo(f"{len(files)} 个文件，{count} 处")
    if not _confirmed(write, "写入这些改动？"):
        sys.exit(1)
    try:
        write_files(data, files)
    except ReplacementError as error:
        raise click.ClickException(str(error)) from error
    click.echo("已写入；请再运行 portal check")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@DATA
@click.option("--from", "encoding", type=click.Choice(["gb18030", "utf-16"]), help="文件现在的编码")
@click.option("--write", is_flag=True, help="不再询问，直接写入")
def convert(file: Path, data: Path, encoding: str | None, write: bool) -> None:
    """把一个 GB18030 或 UTF-16 的 CSV 文件改存为 UTF-8；先给出前几行。

    FILE 可以照 portal check 所写，从数据目录算起。退出状态：已写入为 0，不能转换或没有写入为 1。
    """
    from generator.fix import conversion
    from generator.fix.replacement import ReplacementError, replace
    from generator.package.files import MAX_FILE_BYTES
    from generator.package.source_lines import declared_encoding, descriptor_beside

    if not file.exists() and (data / file).exists():
        file = data / file
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_FILE_BYTES:
        raise click.ClickException(f"{file.name} 不存在、不是普通文件，或超过 {MAX_FILE_BYTES // 2**20} MB")
    given = file.read_bytes()
    try:
        converted = conversion.convert(given, encoding)  # type: ignore[arg-type]  # click has checked it
    except conversion.ConversionError as error:
        raise click.ClickException(f"{file.name}：{error}") from error
    click.echo(f"按 {converted.encoding} 读出的前几行：")
    for line in conversion.preview(converted, _SHOWN_ROWS):
        click.echo(f"  {line}")
    if not _confirmed(write, "汉字都对吗？改存为 UTF-8？"):
        sys.exit(1)
    try:
        replace(file, expected=given, data=converted.data)
    except ReplacementError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{file.name} 已改存为 UTF-8")
    descriptor = descriptor_beside(file)
    if descriptor and declared_encoding(file):
        click.echo(f"请删去 {descriptor.name} 里 {file.name} 的 encoding 一项")
