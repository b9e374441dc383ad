"""accepted.yaml: known warnings with a reason and an end, so that an exception never outlives its cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from generator.formats import dates, yaml_reader
from generator.problems.problem import Problem, codes

FILE = "accepted.yaml"
_KEYS = ("code", "file", "id", "reason", "until")


def apply_accepted(
    document: yaml_reader.ParsedDocument | None, problems: Iterable[Problem], as_of: date
) -> list[Problem]:
    """Take the accepted warnings out of `problems`; a stale or broken entry becomes a problem itself."""
    remaining = list(problems)
    entries = document.value if document else None
    if document is None or not entries:
        return remaining
    if not isinstance(entries, list):
        return [*remaining, Problem("YML-004", FILE, 1, 1)]
    # Looked up by place: a register may have as many warnings as entries.
    places: defaultdict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in remaining:
        if codes()[problem.code].severity == "warning" and problem.code != "ACC-001":
            for row in {problem.row, ""}:
                places[problem.code, problem.file, row].append(problem)
    stale: list[Problem] = []
    taken: set[int] = set()
    for index, entry in enumerate(entries):
        line, column = document.place(index)
        given = (
            {k: str(entry.get(k, "")) for k in _KEYS} if isinstance(entry, dict) else dict.fromkeys(_KEYS, "")
        )
        holds = given["reason"] and not _is_over(given["until"], as_of)
        found = places.pop((given["code"], given["file"], given["id"]), []) if holds else []
        matching = {id(p) for p in found} - taken
        if not matching:
            value = " ".join(given[k] for k in ("code", "file", "id") if given[k])
            stale.append(Problem("ACC-001", FILE, line, column, None, value))
        taken |= matching
    return [p for p in remaining if id(p) not in taken] + stale


def _is_over(until: str, as_of: date) -> bool:
    try:
        return dates.parse(until).last < as_of
    except ValueError:
        return True
