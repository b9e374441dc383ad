"""How far targets have come: the facts of Changzhou, the outcomes of the demonstration city, the rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.ledger import build_ledger
from generator.register.progress import Progress, answers, progress
from generator.register.trend import Pace
from generator.schema.records import Target

METRIC = {"id": "k", "category": "factory", "level": "national", "measure": "count", "counted": "subject"}
FALL = {"id": "k", "measure": "change", "counted": "other", "unit": "%"}
TARGET = {"id": "t", "metric": "k", "scope": "city", "year": 2030, "operator": "ge", "value": 10}


def judged(made: PublicView, target: str) -> Progress:
    return progress(made, build_ledger(made), made.rows(Target)[target])


def held_against(
    target: dict[str, Any], claims: list[dict[str, Any]], metric: dict[str, Any] = METRIC, **more: Any
) -> Progress:
    """Judge one target by some figures; the data is of 2025-01-31."""
    fixed = {"metric": "k", "scope": "city", "operator": "eq", "stage": "final"}
    rows = [{"id": f"c{n}"} | fixed | c for n, c in enumerate(claims)]
    made = catalog(metrics=[metric], claims=rows, targets=[TARGET | target], **more)
    return judged(made, "t")


@pytest.mark.parametrize(
    ("target", "state", "claim"),
    [
        ("target-factory-national-2025", "met", "claim-16"),
        ("target-factory-provincial-or-above-2025", "met_other_scope", "claim-17"),
        ("target-park-national-2025", "depends", "claim-06"),
        ("target-energy-2025", "no_data", "claim-24"),
        ("target-energy-2020", "met", "claim-23"),
    ],
)
def test_the_targets_of_changzhou(changzhou: PublicView, target: str, state: str, claim: str) -> None:
    found = judged(changzhou, target)
    assert found.state == state
    rests_on = found.other if state == "met_other_scope" else found.claim
    assert rests_on is not None
    assert rests_on.id == claim
    assert found.closed


def test_what_the_outcomes_of_changzhou_rest_on(changzhou: PublicView) -> None:
    other = judged(changzhou, "target-factory-provincial-or-above-2025").other
    assert other is not None
    assert other.value == 228
    assert dict(judged(changzhou, "target-park-national-2025").by_axis) == {"list_year": 3, "published": 2}
    energy = judged(changzhou, "target-energy-2025")
    assert energy.kept is None, "a single year has no pace"
    assert [(p.value, p.claim.id if p.claim else None) for p in energy.points] == [
        (0, None),
        (Decimal("3.8"), "claim-24"),
    ], "nobody published the nought that a change begins at"
    assert not energy.base_is_stated


@pytest.mark.parametrize(
    ("target", "state"),
    [
        ("target-0001", "met"), ("target-0002", "met"), ("target-0003", "on_track"),
        ("target-0004", "on_track"), ("target-0005", "behind"), ("target-0006", "missed"),
        ("target-0007", "missed"), ("target-0008", "met"), ("target-0009", "no_data"),
        ("target-0010", "no_data"), ("target-0011", "no_data"),
    ],
)  # fmt: skip
def test_the_targets_of_the_demonstration_city(demo: PublicView, target: str, state: str) -> None:
    assert judged(demo, target).state == state


def test_the_pace_kept_and_the_pace_needed(demo: PublicView) -> None:
    found = judged(demo, "target-0003")
    assert (found.kept, found.needed) == (Pace(Decimal("3.1"), "eq"), Pace(Decimal("2.0"), "eq"))
    assert found.due == Decimal("11.6")


@pytest.mark.parametrize(
    ("first", "last", "kept", "needed"),
    [
        ("eq", "eq", "eq", "eq"),
        ("eq", "gt", "ge", "le"),
        ("eq", "lt", "le", "ge"),
        ("ge", "eq", "le", "eq"),
        ("approx", "gt", "approx", "le"),
        ("lt", "gt", "ge", "le"),
        ("gt", "gt", None, "le"),
    ],
)
def test_a_pace_from_a_bound_is_a_bound(first: str, last: str, kept: str | None, needed: str) -> None:
    claims = [
        {"as_of": "2021-12-31", "value": 2, "operator": first},
        {"as_of": "2024-12-31", "value": 8, "operator": last},
    ]
    found = held_against({}, claims)
    assert (found.kept.operator if found.kept else None) == kept
    assert found.needed is not None
    assert found.needed.operator == needed


def test_more_than_a_number_below_the_line_is_not_behind(changzhou: PublicView) -> None:
    base = {"base_year": 2020, "base_value": 0}
    short = {"as_of": "2024-12-31", "value": 1}
    assert held_against(base, [short]).state == "behind"
    assert held_against(base, [short | {"operator": "gt"}]).state == "no_data"
    kept = judged(changzhou, "target-factory-national-2025").kept
    assert kept == Pace(Decimal("17.8"), "ge"), "from 27 to more than 100"


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        ({"as_of": "2024-12-31", "value": 10}, "met"),
        ({"as_of": "2024-12-31", "value": 9, "operator": "gt"}, "no_data"),
        ({"as_of": "2024-12-31", "value": 12, "operator": "lt"}, "no_data"),
        ({"as_of": "2024-12-31", "value": 12, "stage": "publicity"}, "no_data"),
        ({"as_of": "2024-12-31", "value": 12, "scope": "far"}, "no_data"),
        ({"as_of": "2025-06-30", "value": 12}, "no_data"),
        ({"as_of": "2024-12-31", "value": 12, "list": "x"}, "no_data"),
    ],
)
def test_only_a_final_figure_of_the_same_scope_and_day_answers(claim: dict[str, Any], state: str) -> None:
    assert held_against({}, [claim]).state == state


def test_more_than_is_not_met_by_as_many() -> None:
    exact = {"as_of": "2024-12-31", "value": 10}
    assert held_against({"operator": "gt"}, [exact]).state == "no_data"
    assert held_against({"operator": "gt"}, [exact | {"operator": "gt"}]).state == "met"


@pytest.mark.parametrize(
    ("aim", "operator", "value", "state"),
    [
        ("ge", "lt", 15, "no_data"),
        ("ge", "lt", 10, "missed"),
        ("ge", "le", 10, "no_data"),
        ("ge", "le", 9, "missed"),
        ("gt", "le", 10, "missed"),
        ("ge", "gt", 8, "no_data"),
        ("ge", "ge", 8, "no_data"),
        ("ge", "ne", 8, "no_data"),
        ("ge", "ne", 12, "no_data"),
        ("ge", "approx", 8, "missed"),
        ("le", "gt", 8, "no_data"),
        ("le", "gt", 10, "missed"),
        ("lt", "ge", 10, "missed"),
        ("le", "lt", 15, "no_data"),
    ],
)
def test_missed_is_what_a_figure_refutes(aim: str, operator: str, value: int, state: str) -> None:
    claim = {"as_of": "2022-12-31", "operator": operator, "value": value}
    rank = METRIC | {"measure": "rank"}
    assert held_against({"year": 2022, "operator": aim}, [claim], rank).state == state


def test_the_names_held_are_not_more_than_as_many() -> None:
    rows = {"lists": [additions("x", "n", "2024-06-01", 2024)], "recognitions": [row("a", "x", "e")]}
    assert held_against({"year": 2024, "value": 1}, [], **rows).state == "met"
    assert held_against({"year": 2024, "value": 1, "operator": "gt"}, [], **rows).state == "no_data"


def test_a_rank_is_reached_from_above() -> None:
    metric = METRIC | {"measure": "rank", "counted": "other"}
    claims = [{"as_of": "2020-12-31", "value": 8}, {"as_of": "2023-12-31", "value": 5}]
    rank = {"operator": "le", "value": 2, "base_year": 2020, "base_value": 8}
    assert held_against(rank, claims, metric).state == "on_track"
    assert held_against(rank | {"value": 5}, claims, metric).state == "met"
    assert held_against(rank, [claims[0], claims[1] | {"value": 7}], metric).state == "behind"


def test_a_closed_target_keeps_the_outcome_of_its_end() -> None:
    closed = {"year": 2022}
    short = {"as_of": "2022-12-31", "value": 8}
    assert held_against(closed, [short]).state == "missed"
    assert held_against(closed, [short, {"as_of": "2024-06-30", "value": 15}]).state == "missed"
    assert held_against(closed, [{"as_of": "2021-12-31", "value": 8}]).state == "no_data"
    assert held_against(closed, [{"as_of": "2021-12-31", "value": 11}]).state == "met"
    assert held_against(closed, [{"as_of": "2024-06-30", "value": 15}]).state == "no_data", "too late to tell"


def test_a_fall_counts_from_the_targets_own_base_only() -> None:
    fall = {"base_year": 2020, "year": 2025, "value": 13, "operator": "eq"}
    since_2010 = {"as_of": "2023-12-31", "period_from": "2011", "period_to": "2023", "value": 40}
    one_year = {"as_of": "2023-12-31", "period_from": "2023", "period_to": "2023", "value": 14}
    assert held_against(fall, [since_2010, one_year], FALL).state == "no_data"
    three = {"as_of": "2023-12-31", "period_from": "2021", "period_to": "2023", "value": 9}
    assert held_against(fall, [three], FALL).state == "on_track"
    assert held_against(fall, [three | {"value": 5}], FALL).state == "behind"
    whole = {"as_of": "2024-12-31", "period_from": "2021", "period_to": "2024", "value": 13}
    assert held_against(fall, [whole], FALL).state == "met"


def test_nothing_is_extrapolated_from_one_year() -> None:
    base = {"base_year": 2022, "base_value": 0}
    assert held_against(base, [{"as_of": "2023-12-31", "value": 9}]).state == "no_data"
    assert held_against(base, [{"as_of": "2024-12-31", "value": 9}]).state == "on_track"


def test_the_names_held_decide_where_no_figure_does() -> None:
    rows = {
        "lists": [additions("x", "n", "2024-06-01", 2024), additions("y", "n", "2025-01-15", 2024)],
        "recognitions": [row("a", "x", "e"), row("b", "y", "f")],
    }
    closed = {"year": 2024, "value": 2}
    assert held_against(closed, [], **rows).state == "depends"
    assert held_against(closed | {"value": 1}, [], **rows).state == "met"
    assert held_against(closed | {"value": 3}, [], **rows).state == "no_data"


def test_a_figure_of_another_scope_is_narrower_never_wider() -> None:
    wide = METRIC | {"level": "provincial_or_above"}
    others = [METRIC | {"id": "nat"}, METRIC | {"id": "mun", "level": "municipal"}]

    def of(metric: str) -> str:
        claim = {"id": "c", "metric": metric, "scope": "city", "as_of": "2024-12-31", "operator": "eq"}
        claims = [claim | {"value": 20, "stage": "final"}]
        made = catalog(metrics=[wide, *others], claims=claims, targets=[TARGET])
        return judged(made, "t").state

    assert of("nat") == "met_other_scope"
    assert of("mun") == "no_data"


def test_answers_stand_in_order_of_their_day(demo: PublicView) -> None:
    days = [claim.as_of.text for claim in answers(demo, demo.rows(Target)["target-0003"]) if claim.as_of]
    assert days == sorted(days)
    assert len(days) == 4
