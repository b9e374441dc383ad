"""Rule cases as files: what a case changes in the clean base package, and the problems it must give.

A case is a YAML file below tests/cases with these keys:

- ``change``: a list of changes, each with ``in``, a path below tests/cases/base, and one of the DEEDS;
- ``expect``: the exact list of problems, each a line ``file:line:column CODE field``, ``-`` for unknown,
  and `` = value`` behind it where the value is to be compared too, and `` -> suggestion`` behind that
  (nothing behind the arrow: there is none); in place of a line's number may stand its text between two
  ``@``, where the number would change with every schema;
- ``row`` (optional): the row of the catalogue of bad inputs that the case belongs to, see catalogue.py;
- ``control`` (optional): the input of that catalogue that must stay valid;
- ``for_each`` (optional): texts that take the place of ``{each}``, one test for each; ``{key}`` is what
  stands before the colon in such a text, ``{rest}`` what stands behind it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from case_deeds import DEEDS
from paths import BASE, CASES

from generator.formats import yaml_reader
from generator.problems.problem import Problem

_EXPECTED = re.compile(r"([^:]*):([0-9]+|-|@.+@):([0-9]+|-) ([A-Z]+-[0-9]{3}) (\S+)(?: = (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One set of changes and what must come of it."""

    name: str
    changes: list[dict[str, Any]]
    expect: list[str]
    row: int = 0
    """Row of the catalogue of bad inputs; 0 for a case of none."""
    control: str = ""
    """What must stay valid, as the catalogue names it; empty for a case of something wrong."""


def cases() -> Iterator[Case]:
    """Yield every case, in order of name."""
    for path in sorted(CASES.glob("*.yaml")):
        document = yaml_reader.read(path.read_text("utf-8"))
        assert not [f for f in document.findings if f.code != "YML-007"], (path.name, document.findings)
        raw = document.value
        assert set(raw) <= {"row", "control", "change", "expect", "for_each"}, path.name
        row, control = int(raw.get("row", "0")), raw.get("control", "")
        for each in raw.get("for_each", [None]):
            name = path.stem if each is None else f"{path.stem}[{each[:40]}]"
            yield Case(name, _filled(raw["change"], each), _filled(raw["expect"], each), row, control)


def _filled(value: Any, each: str | None) -> Any:
    if isinstance(value, str):
        if each is None:
            return value
        key, _, rest = each.partition(":")
        return value.replace("{each}", each).replace("{key}", key).replace("{rest}", rest)
    if isinstance(value, list):
        return [_filled(item, each) for item in value]
    if isinstance(value, dict):
        return {_filled(key, each): _filled(item, each) for key, item in value.items()}
    return value


def touched(case: Case) -> set[str]:
    """Return the files below data/ that a case changes."""
    return {change["in"].removeprefix("data/") for change in case.changes}


def lay_out(case: Case, folder: Path) -> Case:
    """Copy the base package into `folder` and change it; return the case with all lines as numbers."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for change in case.changes:
        path = folder / change["in"]
        deeds = [name for name in DEEDS if name in change]
        assert deeds, change
        DEEDS[deeds[0]](path, change)
    return replace(case, expect=[_numbered(line, folder) for line in case.expect])


def _numbered(line: str, folder: Path) -> str:
    match = re.match(r"([^:]+):@(.+)@:", line)
    if not match:
        return line
    lines = (folder / "data" / match[1]).read_text("utf-8").splitlines()
    numbers = [number for number, text in enumerate(lines, 1) if text.strip() == match[2]]
    assert len(numbers) == 1, (line, numbers)
    return f"{match[1]}:{numbers[0]}:{line[match.end() :]}"


def expected_codes(case: Case) -> set[str]:
    """Return the codes a case expects."""
    return {_parts(line)[3] for line in case.expect}


def _parts(line: str) -> tuple[str, ...]:
    match = _EXPECTED.fullmatch(line)
    assert match, f"not file:line:column CODE field: {line}"
    return tuple("" if part is None else part for part in match.groups())


def differences(case: Case, problems: tuple[Problem, ...]) -> list[str]:
    """Return what was expected and not found (``-``) and found and not expected (``+``)."""
    found = [_shown(p, with_value=False) for p in problems]
    wanted = [line.partition(" = ")[0] for line in case.expect]
    out = [f"- {line}" for line in wanted if wanted.count(line) > found.count(line)]
    out += [
        f"+ {_shown(p)}"
        for p, line in zip(problems, found, strict=True)
        if found.count(line) > wanted.count(line)
    ]
    whole = {_shown(p) for p in problems} | {f"{_shown(p)} -> {p.suggestion or ''}" for p in problems}
    out += [f"- {line}" for line in case.expect if " = " in line and line not in whole]
    return out


def _shown(problem: Problem, *, with_value: bool = True) -> str:
    at = ":".join(str(x or "-") for x in (problem.line, problem.column))
    text = f"{problem.file}:{at} {problem.code} {problem.field or '-'}"
    return f"{text} = {problem.value or ''}" if with_value else text
