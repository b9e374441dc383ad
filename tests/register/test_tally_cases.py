"""How many on a day: the case files that hold Python and the browser to one answer (here, Python)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from small import catalog

from generator.register.ledger import build_ledger
from generator.register.totals import CountQuery, has_begun, tally

CASES = sorted(Path(__file__).with_name("tallies").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_day_counts_what_the_case_says(path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    made = catalog(**case["rows"])
    ledger = build_ledger(made)
    for asked in case["asked"]:
        question = CountQuery(
            asked["category"],
            tuple(asked["levels"]),
            date.fromisoformat(asked["on"]),
            asked["axis"],
            counted=asked.get("counted", "subject"),
        )
        counted = tally(made, ledger, question)
        told = {
            "units": sorted(counted.units),
            "inferred": sorted(counted.inferred),
            "unresolved": counted.unresolved,
            "undated": counted.undated,
            "removed": counted.removed,
            "removals_published": counted.removals_published,
            "removals_held": counted.removals_held_by_name,
        }
        assert told == asked["tally"], asked
        assert has_begun(made, question) is asked["begun"], asked
