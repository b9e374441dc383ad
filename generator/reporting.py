"""Problems as text and JSON: pure functions, nothing is written here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby

from generator.problems import Problem

MAX_ALIKE = 1000
_SEVERITY = {"zh": {"error": "错误", "warning": "警告"}, "en": {"error": "error", "warning": "warning"}}


def as_text(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return lines ``file:line:column code message — fix``, grouped by file, and a summary."""
    lines = []
    for file, group in groupby(problems, key=lambda p: p.file):
        lines.append(file or "data")
        lines += [f"  {_line(p, lang)}" for p in group]
        lines.append("")
    return "\n".join([*lines, summary(problems, lang)]) + "\n"


def _line(problem: Problem, lang: str) -> str:
    message, fix = problem.words(lang)
    place = ":".join(str(x) for x in (problem.file, problem.line, problem.column) if x is not None)
    cell = ""
    if problem.file.endswith(".csv") and problem.column:
        letter = column_letter(problem.column)
        cell = (
            f"（{letter} 列 {problem.field or ''}）"
            if lang == "zh"
            else f" (column {letter} {problem.field or ''})"
        )
    severity = _SEVERITY[lang][problem.severity]
    return f"{place} {problem.code} {severity} {message}{cell} — {fix}"


def column_letter(column: int) -> str:
    """Return the spreadsheet's letters for a cell number from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def summary(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return one line that counts errors and warnings."""
    errors = sum(p.severity == "error" for p in problems)
    warnings = len(problems) - errors
    if lang == "zh":
        return f"{errors} 个错误，{warnings} 个警告" if problems else "没有问题"
    return f"{errors} errors, {warnings} warnings" if problems else "no problems"


def as_json(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return a JSON list of {code, severity, file, line, column, field, value, message, fix}.

    Of more than 1,000 alike (code, file, field) the rest is one object with a `count`.
    """
    alike: Counter[tuple[str, str, str | None]] = Counter()
    items = []
    for problem in problems:
        key = (problem.code, problem.file, problem.field)
        alike[key] += 1
        if alike[key] <= MAX_ALIKE:
            items.append(_item(problem, lang))
    for (code, file, name), count in sorted(alike.items(), key=str):
        if count > MAX_ALIKE:
            items.append(_item(Problem(code, file, field=name), lang) | {"count": count - MAX_ALIKE})
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(problem: Problem, lang: str) -> dict[str, object]:
    message, fix = problem.words(lang)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "value": problem.value,
        "message": message,
        "fix": fix,
    }


def as_banner(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return the problems as an escaped HTML list, for the banner of a preview."""
    items = "".join(f"<li>{escape(_line(p, lang))}</li>" for p in problems[:50])
    return f"<p>{escape(summary(problems, lang))}</p><ul>{items}</ul>"
