"""What is wrong with data, said in several forms: pure functions from problems to text.

A form is given the problems in order and a Context; it reads, writes and decides nothing. `excerpt` finds
the field in its line, `alike` keeps a thousand equal slips from filling a page, `wording` has the words that
forms share; each form is a module of its own. What a code means is told by `explanation`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.problems.context import Context
from generator.problems.formats.github import as_github
from generator.problems.formats.html import as_banner, as_html
from generator.problems.formats.json import as_json
from generator.problems.formats.sarif import as_sarif
from generator.problems.formats.text import as_text
from generator.problems.problem import Problem
from generator.problems.wording import summary

Form = Callable[[Sequence[Problem], Context], str]

FORMS: dict[str, Form] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "html": as_html,
}
"""Every form of `portal check --format`, by name."""

__all__ = [
    "FORMS",
    "Context",
    "Form",
    "as_banner",
    "as_github",
    "as_html",
    "as_json",
    "as_sarif",
    "as_text",
    "summary",
]
