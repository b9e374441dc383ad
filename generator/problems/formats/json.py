"""Format problems as a JSON list of objects with the same keys."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problems.context import ReportContext
from generator.problems.grouping import limit_groups
from generator.problems.problem import Problem


def as_json(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return a JSON list of {code, severity, file, line, column, field, value, message, fix, suggestion}.

    Unknown values are null. Beyond 1,000 problems of one code, file and field, the rest is one object with a
    `count`.
    """
    lang = (context or ReportContext()).lang
    items = [
        _item(problem, lang) | ({"count": count} if count > 1 else {})
        for problem, count in limit_groups(problems)
    ]
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
        "suggestion": problem.suggestion,
    }
