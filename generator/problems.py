"""Problems found in contributed data: where, what, and how to mend it.

Severity and words belong to the code (codes.yaml), never to the place that finds the problem.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator import yamltext

Severity = Literal["error", "warning"]
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Code:
    """What is fixed about one kind of problem."""

    id: str
    severity: Severity
    title: Mapping[str, str]
    """Short name by language."""
    message: Mapping[str, str]
    """Message by language, with `{value}` and other places to fill."""
    fix: Mapping[str, str]
    """What to do, by language."""
    hint: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What is added to the message where there is a suggestion, by language; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, at one place."""

    code: str
    file: str
    """Path below the data folder, or ``docs/…`` for prose; ``""`` where no file is meant."""
    line: int | None = None
    """Physical line from 1; of a record of several lines its first."""
    column: int | None = None
    """Cell number in CSV, character in YAML, JSON and Markdown, from 1."""
    field: str | None = None
    """Name of the column or key."""
    value: str | None = None
    """The text that stands there."""
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What the message needs besides the value, e.g. the nearest id."""
    row: str = ""
    """Id of the row, for accepted.yaml; not shown."""
    suggestion: str | None = None
    """The whole text that may stand there instead, where the check knows one; for a person to judge.
    What `portal fix` writes by itself is narrower, see mending/mends.py."""

    @property
    def severity(self) -> Severity:
        """Severity of the problem's code."""
        return codes()[self.code].severity

    def words(self, lang: str) -> tuple[str, str]:
        """Return message and fix in `lang`, control characters shown as U+XXXX."""
        code = codes()[self.code]
        given = {
            "value": self.value or "",
            "field": self.field or "",
            "line": str(self.line or ""),
            "suggestion": self.suggestion or "",
        }
        shown = _Details({k: visible(v) for k, v in {**given, **self.details}.items()})
        message = code.message[lang] + (code.hint.get(lang, "") if self.suggestion else "")
        return message.format_map(shown), code.fix[lang].format_map(shown)

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Sort key: file, place, code."""
        return (self.file, self.line or 0, self.column or 0, self.code, self.field or "", self.value or "")


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def visible(text: str) -> str:
    """Return `text` cut to a readable length, with control and invisible characters written as U+XXXX."""
    return harmless(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def harmless(text: str) -> str:
    """Return `text` whole, with control and invisible characters written as U+XXXX."""
    return "".join(c if _is_plain(c) else f"U+{ord(c):04X}" for c in text)


def _is_plain(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


@cache
def codes() -> dict[str, Code]:
    """Return every code by id."""
    raw = yamltext.read(Path(__file__).with_name("codes.yaml").read_text("utf-8")).value
    return {key: Code(id=key, **dict(value.items())) for key, value in raw.items()}


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, each once."""
    unique = {(p.code, p.file, p.line, p.column, p.field, p.value): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: p.order))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether anything must be mended before publishing; with `strict`, warnings count too."""
    return any(strict or p.severity == "error" for p in problems)
