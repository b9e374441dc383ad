"""Format problems as SARIF 2.1.0, the exchange format of static analysis (OASIS standard, errata 01).

Section numbers in comments are those of the standard.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator.problems.code_guides import code_guides
from generator.problems.context import ReportContext
from generator.problems.excerpt import excerpt
from generator.problems.explanation import as_markdown, explain
from generator.problems.grouping import limit_groups
from generator.problems.problem import Problem, codes
from generator.problems.wording import sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return a SARIF log with one run, whose rules are the codes that occur.

    Beyond 1,000 problems of one code, file and field, the rest is one result with an `occurrenceCount`.
    """
    context = context or ReportContext()
    used = sorted({p.code for p in problems})
    driver = {"name": "portal", "rules": [_rule(code, context) for code in used]}
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGE[context.lang],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, count, used, context) for problem, count in limit_groups(problems)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(id_: str, context: ReportContext) -> dict[str, Any]:
    code, guide = codes()[id_], code_guides()[id_]
    rule: dict[str, Any] = {
        "id": id_,
        "shortDescription": {"text": code.title[context.lang]},
        "fullDescription": {"text": guide.meaning[context.lang]},
        "help": {"text": explain(id_, context.lang), "markdown": as_markdown(id_, context.lang)},
        "defaultConfiguration": {"level": code.severity},
    }
    if page := context.page(id_):
        rule["helpUri"] = page
    return rule


def _result(problem: Problem, count: int, used: list[str], context: ReportContext) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": used.index(problem.code),
        "level": problem.severity,
        "message": {"text": escape_message(sentence(problem, context.lang))},
        "locations": [{"physicalLocation": _place(problem, context)}] if problem.file else [],
    }
    if count > 1:
        result["occurrenceCount"] = count
    if problem.suggestion:
        result["properties"] = {"suggestion": problem.suggestion}
    return result


def _place(problem: Problem, context: ReportContext) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(context.path(problem.file))}}
    shown = excerpt(problem, context.lines)
    if shown:
        # endColumn is the column after the region (3.30.8); an empty cell is an insertion point.
        region = {"startLine": shown.line, "startColumn": shown.start + 1, "endColumn": shown.end + 1}
    elif problem.line is not None:
        region = {"startLine": problem.line}
        if problem.column and not problem.file.endswith(".csv"):
            region["startColumn"] = problem.column
    else:
        return location
    return location | {"region": region}


def escape_message(text: str) -> str:
    """Return plain text as a SARIF message, without placeholders (3.11.5) and links (3.11.6)."""
    for char in "\\[]":
        text = text.replace(char, f"\\{char}")
    return text.replace("{", "{{").replace("}", "}}")
