"""`portal new`: templates of files that a person fills in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.options import DATA, DOCS
from generator.problems import formats
from generator.problems.problem import Problem


@click.group()
def new() -> None:
    """写出新文件的模板。"""


@new.command()
@click.argument("unit")
@DATA
@DOCS
def case(unit: str, data: Path, docs: Path) -> None:
    """为编号是 UNIT 的企业、园区或产品写一个案例模板；名录知道的先填好，其余留空。"""
    from generator.scaffold.case_template import UnknownUnitError

    try:
        path, problems = write_case(data, docs, unit)
    except UnknownUnitError as error:
        raise click.UsageError(f"没有编号是 {unit} 的企业、园区或产品") from error
    if path is None:
        click.echo(formats.as_text(problems), nl=False, err=True)
        sys.exit(1)
    click.echo(f"已写出 {path}")
    click.echo("下一步：把每处【待填】填上，资料没有写的删去；再运行 portal check，它会列出还没填的空")


def write_case(data: Path, docs: Path, unit: str) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write the template of a case about a unit; returns its path, or None and what is wrong with the data.

    Raises UnknownUnitError where no enterprise, park or product has the id. A case with blanks left does not
    keep the next from being begun, and none is touched.
    """
    from generator.checks.validate import validate
    from generator.scaffold.case_template import case_id, case_text

    validated = validate(data, docs, despite_prose=True)
    if validated.catalog is None:
        return None, validated.problems
    folder = docs / "cases"
    taken = {path.stem for path in folder.glob("*.md")}
    text = case_text(validated.catalog, unit)
    path = folder / f"{case_id(validated.catalog, unit, taken)}.md"
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path, ()
