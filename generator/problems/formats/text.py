"""Problems for a person at a terminal: grouped by file, aligned, with the line at fault and a caret."""

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
"""Alike problems shown one by one; the lines of the others are listed behind them."""
_WIDTH = 110
"""Terminal columns that a quoted line may take; Chinese characters take two."""
_CONTEXT = 40
"""Columns shown at least before and after the field in a long line."""
_ROUGHLY = 4 * _WIDTH
_COLOURS = {"error": "red", "warning": "yellow"}


def as_text(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return blocks ``file:line:column CODE severity message — fix``, grouped by file, and a summary."""
    context = context or ReportContext()
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda p: p.file):
        found = list(group)
        head = file or WORDS[context.lang]["data"]
        count = WORDS[context.lang]["brackets"].format(text=sum(p.count for p in found))
        lines.append(_styled(escape_invisible(head) + count, context, bold=True))
        lines += _file(found, context)
        lines.append("")
    return "\n".join([*lines, summary(problems, context.lang)]) + "\n"


def _file(problems: list[Problem], context: ReportContext) -> Iterator[str]:
    counts = Counter(map(group_key, problems))
    # Those that are only counted come first, for they have no place; of them nothing can be shown.
    seen: Counter[GroupKey] = Counter()
    others: defaultdict[GroupKey, list[Problem]] = defaultdict(list)
    shown: list[Problem] = []
    for problem in problems:
        key = group_key(problem)
        seen[key] += problem.count == 1
        # One more is shown rather than announced.
        if problem.count == 1 and (seen[key] <= SHOWN or counts[key] == SHOWN + 1):
            shown.append(problem)
        else:
            others[key].append(problem)
    places = max(len(location(p)) for p in shown)
    codes = max(len(p.code) for p in shown)
    for problem in shown:
        yield "  " + location(problem).rjust(places) + " " + _told(problem, codes, context)
        yield from _quoted(problem, context)
    for (code, _, field), rest in others.items():
        numbers = line_ranges(p.line for p in rest if p.line)
        more = WORDS[context.lang]["more"].format(count=sum(p.count for p in rest), lines=numbers)
        yield " ".join(filter(None, ("  …", code, field, more)))


def _told(problem: Problem, width: int, context: ReportContext) -> str:
    severity = WORDS[context.lang][problem.severity]
    code = _styled(problem.code.ljust(width), context, bold=True)
    colour = _COLOURS[problem.severity]
    return f"{code} {_styled(severity, context, fg=colour)} {sentence(problem, context.lang)}"


def _quoted(problem: Problem, context: ReportContext) -> Iterator[str]:
    """Yield the line at fault and the caret below the field, with what may stand there instead."""
    found = excerpt(problem, context.lines)
    proposal = suggestion_text(problem, context.lang)
    if found is None:
        if proposal:
            yield f"          {proposal}"
        return
    before, field, after = window(found)
    gutter = f"{found.line:>7} │ "
    caret = "^" * max(cell_len(field), 1)
    below = " " * 8 + "│ " + " " * cell_len(before)
    yield _styled(gutter, context, dim=True) + before + field + after
    yield _styled(below, context, dim=True) + _styled(
        f"{caret} {proposal}".rstrip(), context, fg=_COLOURS[problem.severity]
    )


def window(found: Excerpt) -> tuple[str, str, str]:
    """Return what stands before, in and after the field, cut to a readable width, all of it visible."""
    # Cut roughly first: a line may hold megabytes.
    before = escape_invisible(found.text[max(found.start - _ROUGHLY, 0) : found.start])
    field = _head(
        escape_invisible(found.text[found.start : min(found.end, found.start + _ROUGHLY)]), _WIDTH // 2
    )
    after = escape_invisible(found.text[found.end : found.end + _ROUGHLY])
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
