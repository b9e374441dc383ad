"""What a unit holds: one standing a category, with the lists behind it; what is filtered and counted by.

A holding is what facets ask about. That level, status and path are those of one category keeps a filter
honest: "factory and national" does not find a firm with a provincial factory and a national supply chain.
The browser works the same out from the same events (browser/register/standing.js); the files in
tests/register/holdings hold both to one answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.register.ledger import Ledger
from generator.register.standing import Standing
from generator.schema.records import Place, Recognition


@dataclass(frozen=True, slots=True)
class Holding:
    """A unit's standing in one category on a day, and the lists it rests on."""

    category: str
    level: str
    """Level of the recognition the status is about."""
    status: str
    path: tuple[str, ...]
    """Levels held so far, in the order in which they were first entered."""
    stages: tuple[str, ...]
    """Stages of the lists that had named the unit by that day: final, publicity, recommended."""
    years: tuple[int, ...]
    """List years of the final lists among them, ascending, each once."""
    evaluators: tuple[str, ...]
    """Ids of the evaluators printed in the final lists among them, each once."""


def holding(ledger: Ledger, unit: str, category: str, on: date, at: Standing) -> Holding | None:
    """Return what a unit holds in a category on a day; None where no list had named it by then.

    `at` is its standing on that day.
    """
    if not at.spell and not at.notice:
        return None
    begun = [s for s in ledger.of(unit, category) if s.begun(on)]
    told = [n for n in ledger.notices_by_subject.get(unit, ()) if n.row.category == category]
    stages = [s.row.stage for s in begun]
    stages += [n.row.stage for n in told if n.known(on)]
    return Holding(
        category=category,
        level=at.level,
        status=at.status,
        path=at.path,
        stages=tuple(dict.fromkeys(stages)),
        years=tuple(sorted({s.row.list_year for s in begun if s.row.list_year})),
        evaluators=tuple(dict.fromkeys(s.row.evaluator for s in begun if s.row.evaluator)),
    )


def place_grade(place: Place | None, rows: Iterable[Recognition]) -> str:
    """Return how well a unit's place is known: ``confirmed``, ``inferred``, or ``unknown``.

    `rows` are its rows of lists: one that may be shown only as a row of the national list says that the
    unit's place was inferred.
    """
    if place is not None:
        return "confirmed" if place.grade == "confirmed" else "inferred"
    return "inferred" if any(r.publish == "national_only" for r in rows) else "unknown"
