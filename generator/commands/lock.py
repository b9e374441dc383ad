"""`portal lock`: the ids that were published are kept for good."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.options import DATA, DOCS
from generator.problems import formats
from generator.problems.problem import Problem


@click.command()
@DATA
@DOCS
@click.option("--check", is_flag=True, help="不改文件；有编号没写进去就以 1 退出")
@click.option(
    "--base", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="以前的 ids.lock，不得比它少"
)
def lock(data: Path, docs: Path, check: bool, base: Path | None) -> None:
    """把已公布的编号写进 ids.lock；以后编号消失或改作他用会报错。"""
    lacking, problems = extend_lock(data, docs, write=not check, base=base)
    if problems:
        click.echo(formats.as_text(problems), nl=False, err=True)
        sys.exit(1)
    if check and lacking:
        click.echo(f"ids.lock 缺 {lacking} 个编号；运行 portal lock", err=True)
        sys.exit(1)
    click.echo(f"ids.lock 新增 {lacking} 个编号")


def extend_lock(
    data: Path, docs: Path, *, write: bool = True, base: Path | None = None
) -> tuple[int, tuple[Problem, ...]]:
    """Add every published id to a data folder's ids.lock; returns how many it lacked, and the problems found.

    Without `write` the file is left as it is. `base` is an earlier version of it, of which nothing may be
    missing. Nothing is written where there are problems.
    """
    from generator.checks.validate import validate
    from generator.release.id_lock import FILE, cut_from, extended_lock, read_lock

    path = data / FILE
    before = path.read_text("utf-8") if path.is_file() else ""
    cut = cut_from(base.read_text("utf-8"), before) if base else []
    validated = validate(data, docs)
    if cut or validated.catalog is None:
        return 0, (*cut, *validated.problems)
    text = extended_lock(before, validated.catalog)
    if write and text != before:
        path.write_text(text, "utf-8")
    return len(read_lock(text)[0]) - len(read_lock(before)[0]), ()
