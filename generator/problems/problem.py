"""A problem in contributed data: where it is, what is wrong, how to fix it.

Severity and messages belong to the code and are in a YAML file, see code_files; no check decides them.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.problems.code_files import CodeTable, ids_in_order

Severity = Literal["error", "warning"]
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Code:
    """The constant parts of one kind of problem."""

    id: str
    severity: Severity
    title: Mapping[str, str]
    """Short name by language."""
    message: Mapping[str, str]
    """Message by language, with `{value}` and other placeholders."""
    fix: Mapping[str, str]
    """What to do, by language."""
    hint: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Text added to the message if there is a suggestion, by language."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place."""

    code: str
    file: str
    """Path below the data folder, or ``docs/…`` for prose; empty if the problem is in no file."""
    line: int | None = None
    """Physical line from 1; the first line of a record of several lines."""
    column: int | None = None
    """Cell number in CSV, character in YAML, JSON and Markdown, from 1."""
    field: str | None = None
    """Name of the column or key."""
    value: str | None = None
    """The text at this place."""
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Further values for placeholders of the message, e.g. the nearest id."""
    row: str = ""
    """Id of the row, to match suppressions of accepted.yaml; not shown."""
    suggestion: str | None = None
    """A complete replacement text, if the check knows one; for a person to judge.
    `portal fix` writes only what is safe without judgement, see fix/fixers.py."""
    count: int = 1
    """How many problems this one stands for; more than 1 only without a place."""

    @property
    def severity(self) -> Severity:
        """Severity of the problem's code."""
        return codes()[self.code].severity

    def words(self, lang: str) -> tuple[str, str]:
        """Return message and fix in `lang`, with control characters written as U+XXXX."""
        code = codes()[self.code]
        given = {
            "value": self.value or "",
            "field": self.field or "",
            "line": str(self.line or ""),
            "suggestion": self.suggestion or "",
        }
        shown = _Details({k: _message_value(k, v) for k, v in {**given, **self.details}.items()})
        message = code.message[lang] + (code.hint.get(lang, "") if self.suggestion else "")
        return message.format_map(shown), code.fix[lang].format_map(shown)

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Sort key: file, place, code."""
        return (self.file, self.line or 0, self.column or 0, self.code, self.field or "", self.value or "")


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _message_value(place: str, text: str) -> str:
    # Allowed values are the program's own; shortened, the list would hide values that may be written.
    return escape_invisible(text) if place.startswith("allowed") else shorten(text)


def shorten(text: str) -> str:
    """Return `text` cut to 80 characters, with control and invisible characters written as U+XXXX."""
    return escape_invisible(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def escape_invisible(text: str) -> str:
    """Return the whole `text` with control and invisible characters written as U+XXXX."""
    return "".join(c if _is_plain(c) else f"U+{ord(c):04X}" for c in text)


def _is_plain(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by id, in the order in which codes are listed."""
    return CodeTable(ids_in_order("listed"), _code)


def _code(id_: str, raw: Mapping[str, Any]) -> Code:
    return Code(id_, raw["severity"], raw["title"], raw["message"], raw["fix"], raw.get("hint", {}))


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, without duplicates."""
    unique = {(p.code, p.file, p.line, p.column, p.field, p.value): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: p.order))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Return True if a problem prevents publishing: any error, with `strict` any warning too."""
    return any(strict or p.severity == "error" for p in problems)
