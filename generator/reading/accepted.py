"""accepted.yaml: known warnings with a reason and an end, so that an exception never outlives its cause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator import dates, yamltext
from generator.problems import Problem, codes

FILE = "accepted.yaml"
_KEYS = ("code", "file", "id", "reason", "until")


def apply_accepted(
    document: yamltext.Document | None, problems: Iterable[Problem], as_of: date
) -> list[Problem]:
    """Take the accepted warnings out of `problems`; a stale or broken entry becomes a problem itself."""
    remaining = list(problems)
    entries = document.value if document else None
    if document is None or not entries:
        return remaining
    if not isinstance(entries, list):
        return [*remaining, Problem("YML-004", FILE, 1, 1)]
    for index, entry in enumerate(entries):
        line, column = document.place(index)
        given = (
            {k: str(entry.get(k, "")) for k in _KEYS} if isinstance(entry, dict) else dict.fromkeys(_KEYS, "")
        )
        matching = [p for p in remaining if _matches(p, given)]
        if not given["reason"] or not matching or _is_over(given["until"], as_of):
            value = " ".join(given[k] for k in ("code", "file", "id") if given[k])
            remaining.append(Problem("ACC-001", FILE, line, column, None, value))
            continue
        remaining = [p for p in remaining if p not in matching]
    return remaining


def _matches(problem: Problem, given: dict[str, str]) -> bool:
    return (
        problem.code == given["code"]
        and codes()[problem.code].severity == "warning"
        and problem.code != "ACC-001"
        and problem.file == given["file"]
        and given["id"] in ("", problem.row)
    )


def _is_over(until: str, as_of: date) -> bool:
    try:
        return dates.parse(until).last < as_of
    except ValueError:
        return True
