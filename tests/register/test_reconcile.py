"""A published figure beside the register, in each of its states; and steps of the ladder that are missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.catalog.settings import LadderRule
from generator.formats import dates
from generator.register.ladder_rules import missing_steps
from generator.register.ledger import LEVELS, build_ledger
from generator.register.reconcile import Comparison, Reconciliation
from generator.schema.records import Claim

CASES = sorted(Path(__file__).with_name("comparisons").glob("*.json"))
METRIC = {
    "id": "k",
    "category": "factory",
    "level": "municipal",
    "measure": "count",
    "counted": "subject",
    "unit": "家",
}
CLAIM = {
    "id": "c",
    "metric": "k",
    "scope": "city",
    "as_of": "2021-12-31",
    "operator": "eq",
    "value": 2,
    "stage": "final",
}


def compare(
    claim: dict[str, Any], metric: dict[str, Any] | None = None, *, held: str = "complete"
) -> Comparison:
    """Two units listed, a third whose place is only inferred."""
    made = catalog(
        lists=[additions("x", "m", "2021-06-01", 2021, rows_held=held)],
        recognitions=[row("a", "x", "e"), row("b", "x", "f"), row("d", "x", "g", publish="national_only")],
        metrics=[METRIC | (metric or {})],
        claims=[CLAIM | claim],
    )
    found = Reconciliation(made, build_ledger(made)).of(made.rows(Claim)["c"])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        ({}, "equal"),
        ({"value": 3}, "equal_inferred"),
        ({"value": 4}, "different"),
        ({"value": 1}, "different"),
        ({"operator": "ge", "value": 1}, "equal"),
        ({"operator": "gt", "value": 2}, "equal_inferred"),
        ({"operator": "lt", "value": 2}, "different"),
        ({"operator": "le", "value": 2}, "equal"),
        ({"operator": "ne", "value": 2}, "equal_inferred"),
        ({"operator": "approx", "value": 2}, "equal"),
        ({"stage": "publicity"}, "not_comparable"),
        ({"scope": "far"}, "not_comparable"),
        ({"as_of": "", "period_from": "2021", "period_to": "2021"}, "not_comparable"),
        ({"as_of": ""}, "not_comparable"),
        ({"list": "x", "value": 2}, "equal"),
        ({"list": "x", "value": 3}, "equal_inferred"),
        ({"list": "x", "value": 7}, "different"),
    ],
)
def test_states(claim: dict[str, Any], state: str) -> None:
    assert compare(claim).state == state


@pytest.mark.parametrize(
    "metric", [{"measure": "share"}, {"category": ""}, {"level": ""}, {"counted": "other"}]
)
def test_figures_that_the_register_cannot_be_asked_for(metric: dict[str, Any]) -> None:
    found = compare({}, metric)
    assert (found.state, found.held, found.by_axis) == ("not_comparable", None, ())


def test_a_figure_of_one_list_leaves_out_rows_that_lie_elsewhere() -> None:
    made = catalog(
        lists=[additions("x", "n", "2021-06-01", 2021)],
        recognitions=[row("a", "x", "e"), row("b", "x", "f"), row("c", "x", "g")],
        places=[
            {"id": "pe", "unit": "e", "area": "east", "grade": "confirmed"},
            {"id": "pf", "unit": "f", "area": "far", "grade": "confirmed"},
            {"id": "pg", "unit": "g", "area": "east", "grade": "inferred"},
        ],
        metrics=[METRIC | {"level": "national"}],
        claims=[CLAIM | {"list": "x", "value": 1}, CLAIM | {"id": "d", "list": "x", "value": 2}],
    )
    found = {i: Reconciliation(made, build_ledger(made)).of(c) for i, c in made.rows(Claim).items()}
    assert {i: (f.state, f.held, f.inferred) for i, f in found.items() if f} == {
        "c": ("equal", 1, 1),
        "d": ("equal_inferred", 1, 1),
    }


def test_what_is_held_in_part_is_incomplete_never_different() -> None:
    assert compare({"value": 9}, held="partial").state == "incomplete"
    assert compare({"value": 1}, held="partial").state == "different"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_figure_of_a_day_compares_as_the_case_says(path: Path) -> None:
    """The case files hold Python and the browser to one answer (here, Python)."""
    case = json.loads(path.read_text("utf-8"))
    metrics = [METRIC | {"id": level, "level": level} for level in LEVELS]
    asked = [{k: v for k, v in one.items() if k not in ("level", "on", "state")} for one in case["asked"]]
    claims = [
        CLAIM | told | {"id": f"c{number}", "metric": one["level"], "as_of": one["on"]}
        for number, (one, told) in enumerate(zip(case["asked"], asked, strict=True))
    ]
    made = catalog(metrics=metrics, claims=claims, **case["rows"])
    reconciliation = Reconciliation(made, build_ledger(made))
    found = [reconciliation.of(claim) for claim in made.rows(Claim).values()]
    assert [f.state for f in found if f] == [one["state"] for one in case["asked"]]


def test_the_axis_the_document_names_prevails_and_both_are_told() -> None:
    found = compare({"axis": "published", "as_of": "2021-05-31", "value": 0})
    assert (found.state, found.held, found.inferred) == ("equal", 0, 0)
    assert [(axis, t.rows) for axis, t in found.by_axis] == [("published", 0), ("list_year", 0)]
    found = compare({"as_of": "2021-12-31"})
    assert [(axis, t.rows) for axis, t in found.by_axis] == [("list_year", 2), ("published", 2)]


def test_provincial_or_above_counts_a_unit_once() -> None:
    made = catalog(
        lists=[additions("p", "p", "2021"), additions("n", "n", "2021"), additions("m", "m", "2021")],
        recognitions=[row("a", "p", "e"), row("b", "n", "e"), row("c", "n", "f"), row("d", "m", "g")],
        metrics=[METRIC | {"level": "provincial_or_above"}],
        claims=[CLAIM | {"axis": "published"}],
    )
    found = Reconciliation(made, build_ledger(made)).of(made.rows(Claim)["c"])
    assert found is not None
    assert (found.state, found.held) == ("equal", 2)


RULE = LadderRule("factory", "national", "provincial", dates.parse("2020"), "s")


def climb(rule: LadderRule = RULE, lower: str = "p", held: str = "complete", **later: Any) -> list[str]:
    """Return rows without the lower step: `e` has one at `lower` in 2020, `f` none; both national in 2021."""
    lists = [additions("low", lower, "2020-06-01", rows_held=held), additions("high", "n", "2021-06-01")]
    if lower != "p":
        lists.append(additions("empty", "p", "2020-06-01"))
    rows = [row("a", "low", "e"), row("b", "high", "e"), row("c", "high", "f") | later]
    made: PublicView = catalog(ladder=(rule,), lists=lists, recognitions=rows)
    return [m.spell.row.id for m in missing_steps(made, build_ledger(made))]


def test_a_listing_without_the_step_below_is_noted() -> None:
    assert climb() == ["c"]
    assert climb(lower="m") == ["b", "c"]


def test_a_rule_says_nothing_before_its_date_or_of_a_level_held_in_part() -> None:
    assert climb(LadderRule("factory", "national", "provincial", dates.parse("2022"), "s")) == []
    assert climb(held="partial") == []


def test_rows_of_the_nation_and_of_unidentified_units_are_left_alone() -> None:
    assert climb(publish="national_only") == []
    assert climb(enterprise="") == []
