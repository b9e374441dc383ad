"""Known warnings: each entry takes those at its place, once."""

from __future__ import annotations

from datetime import date

from generator.checks.suppressions import apply_accepted
from generator.formats import yaml_reader
from generator.problems.problem import Problem

FILE = "registry/recognitions.csv"
AS_OF = date(2025, 1, 31)


def accepted(*entries: str) -> yaml_reader.ParsedDocument:
    return yaml_reader.read(
        "".join(f"- {{code: FK-003, file: {FILE}, until: 2025-12-31, {e}}}\n" for e in entries)
    )


def warnings(count: int) -> list[Problem]:
    return [
        Problem("FK-003", FILE, n + 2, 9, "name_as_published", f"n{n}", {}, f"r-{n}") for n in range(count)
    ]


def test_an_entry_takes_the_warnings_of_its_row_or_of_its_file() -> None:
    left = apply_accepted(accepted("id: r-1, reason: 原文如此"), warnings(3), AS_OF)
    assert [p.row for p in left] == ["r-0", "r-2"]
    assert apply_accepted(accepted("reason: 原文如此"), warnings(3), AS_OF) == []


def test_an_entry_of_what_was_taken_or_without_a_reason_is_told() -> None:
    left = apply_accepted(accepted("reason: 原文如此", "id: r-1, reason: 原文如此"), warnings(3), AS_OF)
    assert [(p.code, p.line) for p in left] == [("ACC-001", 2)]
    left = apply_accepted(accepted("id: r-1", "id: r-1, reason: 原文如此"), warnings(2), AS_OF)
    assert [(p.code, p.line) for p in left] == [("FK-003", 2), ("ACC-001", 1)]
