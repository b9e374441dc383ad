"""Locate the field of a problem within its source line, in characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems.context import LineReader
from generator.problems.problem import Problem

# Possessive quantifiers: a hostile cell of megabytes must not fill the backtracking stack.
_CELL = re.compile(r'(?:"(?:[^"]++|"")*+")?[^,\n]*+')
_MAX_LINES = 6
"""Physical lines searched for one record: a cell has at most five."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A physical line and the part of it that a problem refers to."""

    line: int
    """Line number, from 1."""
    text: str
    """The whole line."""
    start: int
    """Offset of the field's first character, from 0."""
    end: int
    """Offset after the field's last character; equal to `start` for an empty field."""


def excerpt(problem: Problem, lines: LineReader) -> Excerpt | None:
    """Return the line of a problem with the field's offsets; None if line or field are not known."""
    if problem.line is None:
        return None
    text = lines(problem.file, problem.line)
    if not text:
        return None
    if problem.column is None:
        return _value(problem, problem.line, text)
    if problem.file.endswith(".csv"):
        return _cell(problem.file, problem.line, problem.column, lines)
    start = min(problem.column - 1, len(text))
    value = problem.value or ""
    length = len(value) if value and text.startswith(value, start) else 1
    return Excerpt(problem.line, text, start, start + length)


def _value(problem: Problem, line: int, text: str) -> Excerpt | None:
    at = text.find(problem.value) if problem.value else -1
    return None if at < 0 else Excerpt(line, text, at, at + len(problem.value or ""))


def _cell(file: str, line: int, column: int, lines: LineReader) -> Excerpt | None:
    """Find a cell by number in the record that begins on `line`; the cell may be on a later line."""
    record = lines(file, line)
    for number in range(line + 1, line + _MAX_LINES):
        if record.count('"') % 2 == 0:
            break
        record += "\n" + lines(file, number)
    at = 0
    for _ in range(column - 1):
        match = _CELL.match(record, at)
        at = match.end() + 1 if match else len(record) + 1
        if at > len(record):
            return None
    match = _CELL.match(record, at)
    end = match.end() if match else at
    begin = record.rfind("\n", 0, at) + 1
    text = record[begin:].partition("\n")[0]
    start = at - begin
    return Excerpt(line + record.count("\n", 0, at), text, start, min(end - begin, len(text)))
