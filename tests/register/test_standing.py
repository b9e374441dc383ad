"""What is asserted of a unit on a day, and how far the assertion reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.coverage import is_whole, reach
from generator.register.ledger import build_ledger
from generator.register.standing import Standing, row_status, standing
from generator.schema.records import OfficialList, Recognition

D = date.fromisoformat
M20 = additions("m20", "m", "2021-01-10", 2020)
CHECKED = {
    "scheme": "m",
    "area": "city",
    "valid_from": "2019",
    "valid_to": "2022",
    "additions": "all",
    "removals": "all",
}


def of(made: PublicView, on: str, subject: str = "e", category: str = "factory") -> Standing:
    return standing(made, build_ledger(made), subject, category, D(on))


def both(made: PublicView, on: str, row_id: str = "r") -> tuple[str, str]:
    """Status of the unit and of its row; most of the time they agree."""
    found = made.row(Recognition, row_id)
    assert found is not None
    return of(made, on).status, row_status(made, build_ledger(made), found, D(on))


def test_listed_only_as_far_as_removals_were_checked() -> None:
    made = catalog(lists=[M20], recognitions=[row("r", "m20", "e")], coverage=[CHECKED])
    assert both(made, "2022-12-31") == ("listed", "listed")
    assert both(made, "2023-01-01") == ("listed_unverified", "listed_unverified")
    assert of(made, "2022-12-31").checked_until == D("2022-12-31")


def test_without_coverage_nothing_is_asserted() -> None:
    made = catalog(lists=[M20], recognitions=[row("r", "m20", "e")])
    assert both(made, "2021-02-01") == ("listed_unverified", "listed_unverified")


def test_before_the_list_was_published_nothing_is_known() -> None:
    made = catalog(lists=[M20], recognitions=[row("r", "m20", "e")], coverage=[CHECKED])
    assert of(made, "2021-01-09").status == "unknown"


@pytest.mark.parametrize(
    ("change", "status"),
    [({"type": "removed"}, "removed"), ({"type": "succeeded", "successor": "f"}, "succeeded")],
)
def test_what_ended(change: dict[str, Any], status: str) -> None:
    event = {"recognition": "r", "date": "2022-05-01", **change}
    made = catalog(lists=[M20], recognitions=[row("r", "m20", "e")], coverage=[CHECKED], events=[event])
    assert of(made, "2022-05-01").status == status
    assert of(made, "2022-04-30").status == "listed"
    assert of(made, "2022-05-01", "f").status == ("listed" if status == "succeeded" else "unknown")


def test_a_category_that_is_no_longer_called_for() -> None:
    made = catalog(
        lists=[additions("x", "o", "2020-06-01")],
        recognitions=[row("r", "x", "e")],
        coverage=[CHECKED | {"scheme": "o"}],
    )
    assert of(made, "2021-12-31", category="old").status == "listed"
    assert of(made, "2022-01-01", category="old").status == "category_closed"


@pytest.mark.parametrize(("stage", "status"), [("publicity", "publicity"), ("recommended", "recommended")])
def test_not_yet_final(stage: str, status: str) -> None:
    made = catalog(lists=[M20 | {"stage": stage}], recognitions=[row("r", "m20", "e")])
    assert both(made, "2021-02-01") == (status, status)


@pytest.mark.parametrize("link", [{"follows": "m20"}, {"list_year": 2020}])
def test_publicity_that_a_final_list_without_the_unit_has_overtaken(link: dict[str, Any]) -> None:
    final = additions("final", "m", "2021-03-01") | link
    made = catalog(lists=[M20 | {"stage": "publicity"}, final], recognitions=[row("r", "m20", "e")])
    assert of(made, "2021-02-28").status == "publicity"
    assert of(made, "2021-03-01").status == "publicity_open"


def test_a_row_of_an_unidentified_unit() -> None:
    made = catalog(lists=[M20], recognitions=[row("r", "m20")])
    assert row_status(made, build_ledger(made), made.rows(Recognition)["r"], D("2022-01-01")) == "unresolved"


def test_the_highest_current_level_speaks_and_the_path_is_kept() -> None:
    lists = [M20, additions("n22", "n", "2022-02-01"), additions("n-out", "n", "2023-02-01", kind="removals")]
    rows = [row("r", "m20", "e"), row("r2", "n22", "e"), row("r3", "n-out", "e")]
    made = catalog(lists=lists, recognitions=rows)
    assert (of(made, "2022-02-01").level, of(made, "2022-02-01").path) == (
        "national",
        ("municipal", "national"),
    )
    assert (of(made, "2023-02-01").level, of(made, "2023-02-01").status) == ("municipal", "listed_unverified")
    assert of(made, "2022-01-31").path == ("municipal",)


def test_a_statement_about_an_area_above_holds_for_those_in_it() -> None:
    made = catalog(coverage=[CHECKED])
    assert reach(made, "m", "east").covered_until == D("2022-12-31")
    assert reach(made, "m", "far").covered_until is None
    assert reach(made, "p", "city").covered_until is None


def test_covered_needs_additions_too_and_runs_end_at_a_gap() -> None:
    rows = [
        CHECKED | {"valid_to": "2020"},
        CHECKED | {"valid_from": "2021", "valid_to": "2021-06", "additions": "some"},
        CHECKED | {"valid_from": "2021-07-02", "valid_to": "2024"},
    ]
    found = reach(catalog(coverage=rows), "m", "city")
    assert (found.covered_until, found.checked_until) == (D("2020-12-31"), D("2021-06-30"))


def test_removals_held_in_part_check_nothing() -> None:
    assert reach(catalog(coverage=[CHECKED | {"removals": "some"}]), "m", "city").checked_until is None


def test_a_list_is_held_whole_if_it_or_a_statement_about_its_area_or_one_above_says_so() -> None:
    areas = [{"id": "above"}, {"id": "city", "parent": "above"}, {"id": "east", "parent": "city"}]
    lists = [
        M20 | {"rows_held": "partial"},
        additions("m-out", "m", "2020-07-01", kind="removals", rows_held="partial"),
    ]

    def whole(list_id: str, **stated: str) -> bool:
        made = catalog(areas=areas, lists=lists, coverage=[CHECKED | stated])
        return is_whole(made, made.rows(OfficialList)[list_id])

    assert whole("m20")
    assert whole("m20", area="above")
    assert not whole("m20", area="east"), "of a part nothing is said of the whole"
    assert not whole("m20", additions="some")
    assert not whole("m20", scheme="n")
    assert not whole("m20", valid_to="2019")
    assert whole("m-out", additions="some")
    assert not whole("m-out", removals="some")
    lists = [M20 | {"rows_held": "complete"}]
    assert whole("m20", additions="none")
