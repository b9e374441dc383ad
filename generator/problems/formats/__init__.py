"""Report formats: pure functions from sorted problems and a ReportContext to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.problems.context import ReportContext
from generator.problems.formats.github import as_github
from generator.problems.formats.html import as_banner, as_html
from generator.problems.formats.json import as_json
from generator.problems.formats.sarif import as_sarif
from generator.problems.formats.text import as_text
from generator.problems.problem import Problem
from generator.problems.wording import summary

Format = Callable[[Sequence[Problem], ReportContext], str]

FORMATS: dict[str, Format] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "html": as_html,
}
"""Every format of `portal check --format` by name."""

__all__ = [
    "FORMATS",
    "Format",
    "ReportContext",
    "as_banner",
    "as_github",
    "as_html",
    "as_json",
    "as_sarif",
    "as_text",
    "summary",
]
