"""Words and phrases shared by report formats."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems.problem import Problem, escape_invisible, shorten

WORDS = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "summary": "{errors} 个错误，{warnings} 个警告",
        "none": "没有问题",
        "cell": "（{letter} 列 {field}）",
        "suggestion": "建议",
        "suggested": "建议：{suggestion}",
        "brackets": "（{text}）",
        "more": "另有 {count} 处同样的问题：第 {lines} 行",
        "data": "整个数据目录",
        "title": "数据检查结果",
        "line": "行",
        "column": "格",
        "value": "内容",
        "what": "说明",
        "excel": "用 Excel 怎样改",
        "editor": "用文本编辑器怎样改",
        "meaning": "含义",
        "wrong": "不对的写法",
        "right": "正确的写法",
        "mend": "怎样改",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "summary": "{errors} errors, {warnings} warnings",
        "none": "no problems",
        "cell": " (column {letter} {field})",
        "suggestion": "Suggestion",
        "suggested": "suggestion: {suggestion}",
        "brackets": " ({text})",
        "more": "{count} more of the same: lines {lines}",
        "data": "the whole data folder",
        "title": "Result of the data check",
        "line": "Line",
        "column": "Cell",
        "value": "Content",
        "what": "Message",
        "excel": "How to fix it in Excel",
        "editor": "How to fix it in a text editor",
        "meaning": "Meaning",
        "wrong": "Wrong",
        "right": "Right",
        "mend": "How to fix it",
    },
}
"""Words of reports by language; the messages of a code are beside the module that reports it."""


def summary(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return one line with the number of errors and of warnings."""
    if not problems:
        return WORDS[lang]["none"]
    errors = sum(p.count for p in problems if p.severity == "error")
    warnings = sum(p.count for p in problems if p.severity == "warning")
    return WORDS[lang]["summary"].format(errors=errors, warnings=warnings)


def location(problem: Problem) -> str:
    """Return ``file:line:column`` as far as they are known."""
    return ":".join(
        str(x) for x in (escape_invisible(problem.file), problem.line, problem.column) if x is not None
    )


def cell_label(problem: Problem, lang: str) -> str:
    """Return the spreadsheet column of a problem in brackets; empty if the problem is in no cell."""
    if not problem.file.endswith(".csv") or not problem.column:
        return ""
    letter = column_letter(problem.column)
    # Not format(): a column name comes from the file and may contain braces.
    return WORDS[lang]["cell"].replace("{letter}", letter).replace(" {field}", _after(problem.field))


def _after(field: str | None) -> str:
    return f" {shorten(field)}" if field else ""


def column_letter(column: int) -> str:
    """Return the spreadsheet letters of a column number from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def suggestion_text(problem: Problem, lang: str) -> str:
    """Return the suggested replacement as a phrase; empty if there is none."""
    if not problem.suggestion:
        return ""
    return WORDS[lang]["suggested"].replace("{suggestion}", shorten(problem.suggestion))


def sentence(problem: Problem, lang: str) -> str:
    """Return ``message (cell) — fix`` in one line."""
    message, fix = problem.words(lang)
    return f"{message}{cell_label(problem, lang)} — {fix}"
