"""Format problems for a terminal: grouped by file, aligned, with the source line and a caret."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import click
from rich.cells import cell_len

from generator.problems.context import ReportContext
from generator.problems.excerpt import Excerpt, excerpt
from generator.problems.grouping import GroupKey, group_key, line_ranges
from generator.problems.problem import Problem, escape_invisible
from generator.problems.wording import WORDS, location, sentence, suggestion_text, summary

SHOWN = 5
"""Problems of one group that are shown one by one; of the others only line numbers are listed."""
_WIDTH = 110
"""Terminal columns of a source line; Chinese characters take two."""
_CONTEXT = 40
"""Minimum columns shown before and after the field in a long line."""
_MAX_CHARACTERS = 4 * _WIDTH
_COLOURS = {"error": "red", "warning": "yellow"}


def as_text(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return blocks ``file:line:column CODE severity message — fix``, grouped by file, and a summary."""
    context = context or ReportContext()
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda p: p.file):
        in_file = list(group)
        head = file or WORDS[context.lang]["data"]
        count = WORDS[context.lang]["brackets"].format(text=sum(p.count for p in in_file))
        lines.append(_styled(escape_invisible(head) + count, context, bold=True))
        lines += _file(in_file, context)
        lines.append("")
    return "\n".join([*lines, summary(problems, context.lang)]) + "\n"


def _file(problems: list[Problem], context: ReportContext) -> Iterator[str]:
    counts = Counter(map(group_key, problems))
    # Problems that are only counted have no place, so they sort first; no line of theirs can be shown.
    seen: Counter[GroupKey] = Counter()
    others: defaultdict[GroupKey, list[Problem]] = defaultdict(list)
    shown: list[Problem] = []
    for problem in problems:
        key = group_key(problem)
        seen[key] += problem.count == 1
        # A single remaining problem is shown: a line about it would take as much space.
        if problem.count == 1 and (seen[key] <= SHOWN or counts[key] == SHOWN + 1):
            shown.append(problem)
        else:
            others[key].append(problem)
    places = max(len(location(p)) for p in shown)
    codes = max(len(p.code) for p in shown)
    for problem in shown:
        yield "  " + location(problem).rjust(places) + " " + _message(problem, codes, context)
        yield from _quoted(problem, context)
    for (code, _, field), rest in others.items():
        numbers = line_ranges(p.line for p in rest if p.line)
        more = WORDS[context.lang]["more"].format(count=sum(p.count for p in rest), lines=numbers)
        yield " ".join(filter(None, ("  …", code, field, more)))


def _message(problem: Problem, width: int, context: ReportContext) -> str:
    severity = WORDS[context.lang][problem.severity]
    code = _styled(problem.code.ljust(width), context, bold=True)
    colour = _COLOURS[problem.severity]
    return f"{code} {_styled(severity, context, fg=colour)} {sentence(problem, context.lang)}"


def _quoted(problem: Problem, context: ReportContext) -> Iterator[str]:
    """Yield the source line, and below it a caret under the field with the suggestion."""
    shown = excerpt(problem, context.lines)
    proposal = suggestion_text(problem, context.lang)
    if shown is None:
        if proposal:
            yield f"          {proposal}"
        return
    before, field, after = window(shown)
    gutter = f"{shown.line:>7} │ "
    caret = "^" * max(cell_len(field), 1)
    below = " " * 8 + "│ " + " " * cell_len(before)
    yield _styled(gutter, context, dim=True) + before + field + after
    yield _styled(below, context, dim=True) + _styled(
        f"{caret} {proposal}".rstrip(), context, fg=_COLOURS[problem.severity]
    )


def window(source: Excerpt) -> tuple[str, str, str]:
    """Return the texts before, in and after the field, cut to the width of a line, all characters visible."""
    # Limit the characters first: a line may hold megabytes.
    before = escape_invisible(source.text[max(source.start - _MAX_CHARACTERS, 0) : source.start])
    field = _head(
        escape_invisible(source.text[source.start : min(source.end, source.start + _MAX_CHARACTERS)]),
        _WIDTH // 2,
    )
    after = escape_invisible(source.text[source.end : source.end + _MAX_CHARACTERS])
    room = max(_WIDTH - cell_len(field), 2 * _CONTEXT)
    before = _tail(before, max(room - cell_len(after), _CONTEXT))
    return before, field, _head(after, max(room - cell_len(before), _CONTEXT))


def _head(text: str, room: int) -> str:
    """Return the beginning of `text` in at most `room` terminal columns."""
    if cell_len(text) <= room:
        return text
    width = 1
    for at, char in enumerate(text):
        width += cell_len(char)
        if width > room:
            return text[:at] + "…"
    return text


def _tail(text: str, room: int) -> str:
    """Return the end of `text` in at most `room` terminal columns."""
    if cell_len(text) <= room:
        return text
    width = 1
    for at in range(len(text) - 1, -1, -1):
        width += cell_len(text[at])
        if width > room:
            return "…" + text[at + 1 :]
    return text


def _styled(
    text: str,
    context: ReportContext,
    *,
    fg: str | None = None,
    bold: bool | None = None,
    dim: bool | None = None,
) -> str:
    return click.style(text, fg=fg, bold=bold, dim=dim) if context.colour else text
