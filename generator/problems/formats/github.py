"""Format problems as workflow commands, which GitHub shows at the lines of a pull request.

The runner reads every line that begins with ``::`` as a command, so no text from data may begin a line or end
a property. Every inserted text is escaped by the runner's rules, which differ for properties and messages.
Control characters are removed before (Problem.words).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems.context import ReportContext
from generator.problems.excerpt import excerpt
from generator.problems.grouping import limit_groups
from generator.problems.problem import Problem, codes, escape_invisible
from generator.problems.wording import sentence, suggestion_text, summary


def as_github(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return one line ``::error file=…,line=…,col=…,title=…::message`` per problem, and a summary line."""
    context = context or ReportContext()
    commands = [_command(problem, count, context) for problem, count in limit_groups(problems)]
    return "\n".join([*commands, summary(problems, context.lang)]) + "\n"


def _command(problem: Problem, count: int, context: ReportContext) -> str:
    title = f"{problem.code} {codes()[problem.code].title[context.lang]}"
    properties: dict[str, object] = {
        "file": escape_invisible(context.path(problem.file)),
        **_region(problem, context),
    }
    joined = ",".join(f"{key}={escape_property(str(value))}" for key, value in properties.items())
    text = sentence(problem, context.lang)
    if (problem.suggestion or "") not in text:
        text += f" {suggestion_text(problem, context.lang)}"
    if count > 1:
        text += f" ×{count}"
    return f"::{problem.severity} {joined},title={escape_property(title)}::{escape_data(text)}"


def _region(problem: Problem, context: ReportContext) -> dict[str, object]:
    """Return line and columns in characters; a CSV column number is converted by reading the line."""
    shown = excerpt(problem, context.lines)
    if shown:
        return {"line": shown.line, "col": shown.start + 1, "endColumn": max(shown.end, shown.start + 1)}
    if problem.line is None:
        return {}
    in_characters = problem.column and not problem.file.endswith(".csv")
    return {"line": problem.line} | ({"col": problem.column} if in_characters else {})


def escape_data(text: str) -> str:
    """Return `text` as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return `text` as the value of a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
