"""accepted.yaml: known warnings with a reason and an end, so that an exception never outlives its cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from generator.formats import dates, yaml_reader
from generator.package.package import Package
from generator.package.read_folder import ACCEPTED as FILE
from generator.problems.problem import Problem, codes, ordered

_KEYS = ("code", "file", "id", "reason", "until")


def suppress(package: Package, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without the accepted warnings, in order of place, each once."""
    if package.settings is None:
        return ordered(problems)
    return ordered(apply_accepted(package.folder.accepted, problems, package.settings.as_of))


def apply_accepted(
    document: yaml_reader.ParsedDocument | None, problems: Iterable[Problem], as_of: date
) -> list[Problem]:
    """Return the problems without the accepted warnings; a stale or broken entry becomes a problem itself.

    An entry holds until its day, compared with `as_of`, the date of the data. Problems: ACC-001, YML-004.
    """
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
    accepted: set[int] = set()
    for index, raw in enumerate(entries):
        entry = {key: str(raw.get(key, "")) if isinstance(raw, dict) else "" for key in _KEYS}
        is_valid = entry["reason"] and not _is_over(entry["until"], as_of)
        matching = places.pop((entry["code"], entry["file"], entry["id"]), []) if is_valid else []
        fresh = {id(problem) for problem in matching} - accepted
        if not fresh:
            value = " ".join(entry[key] for key in ("code", "file", "id") if entry[key])
            stale.append(Problem("ACC-001", FILE, *document.place(index), None, value))
        accepted |= fresh
    return [problem for problem in remaining if id(problem) not in accepted] + stale


def _is_over(until: str, as_of: date) -> bool:
    try:
        return dates.parse(until).last < as_of
    except ValueError:
        return True
