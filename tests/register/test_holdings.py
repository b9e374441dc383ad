"""What units hold on a day: the case files that hold Python and the browser to one answer (here, Python)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small import catalog

from generator.register.holdings import Holding, holding, place_grade
from generator.register.ledger import build_ledger
from generator.register.places import areas_around
from generator.register.standing import standing
from generator.schema.records import Place, Scheme

CASES = sorted(Path(__file__).with_name("holdings").glob("*.json"))


def _told(held: Holding) -> dict[str, Any]:
    lists = {"path", "stages", "years", "evaluators"}
    return {n: list(v) if n in lists else v for n in Holding.__slots__ if (v := getattr(held, n)) is not None}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_units_hold_what_the_case_says(path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    made = catalog(**case["rows"])
    ledger = build_ledger(made)
    categories = dict.fromkeys(s.category for s in made.rows(Scheme).values())
    asked = [a for a in case["asked"] if a.get("axis", "published") == "published"]
    assert asked
    for question in asked:
        unit, on = question["unit"], date.fromisoformat(question["on"])
        held = [holding(ledger, unit, c, on, standing(made, ledger, unit, c, on)) for c in categories]
        assert [_told(h) for h in held if h] == question["holdings"], question


def test_a_place_counts_for_the_areas_around_it() -> None:
    areas = [{"id": "city"}, {"id": "east", "parent": "city"}, {"id": "zone", "one_management_with": "east"}]
    made = catalog(areas=areas)
    assert areas_around(made, "zone") == ("zone", "east")
    assert areas_around(made, "city") == ()


def test_a_row_of_the_national_list_alone_says_that_the_place_was_inferred() -> None:
    made = catalog(
        places=[{"id": "p", "unit": "e", "area": "east", "grade": "confirmed"}],
        recognitions=[{"id": "r", "enterprise": "e", "publish": "national_only"}],
    )
    rows = tuple(made.tables["recognitions"].values())
    assert place_grade(made.row(Place, "p"), rows) == "confirmed"  # type: ignore[arg-type]
    assert place_grade(None, rows) == "inferred"  # type: ignore[arg-type]
    assert place_grade(None, ()) == "unknown"
