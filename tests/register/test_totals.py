"""How many: each unit once, inferred places outside, both axes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.ledger import LEVELS, Axis, build_ledger
from generator.register.totals import CountQuery, Tally, tally

END = date(2024, 12, 31)


def ask(made: PublicView, *levels: str, on: date = END, axis: Axis = "published", **more: Any) -> Tally:
    return tally(
        made,
        build_ledger(made),
        CountQuery(more.pop("category", "factory"), levels or LEVELS, on, axis, **more),
    )


LISTS = [
    additions("m20", "m", "2021-01-10", 2020),
    additions("p21", "p", "2021-12-20", 2021),
    additions("n21", "n", "2022-01-15", 2021),
]


def test_titles_of_one_unit_count_once_per_question() -> None:
    made = catalog(
        lists=LISTS,
        recognitions=[row("a", "m20", "e"), row("b", "p21", "e"), row("c", "n21", "e"), row("d", "p21", "f")],
    )
    assert ask(made, "provincial", "national").units == ("e", "f")
    assert ask(made, "national").units == ("e",)
    assert ask(made).count == 2


def test_the_two_axes_differ_about_a_list_published_in_the_next_year() -> None:
    made = catalog(lists=LISTS, recognitions=[row("a", "n21", "e")])
    assert ask(made, "national", on=date(2021, 12, 31), axis="list_year").count == 1
    assert ask(made, "national", on=date(2021, 12, 31), axis="published").count == 0


def test_a_unit_whose_place_is_not_confirmed_is_outside_the_count() -> None:
    rows = [row("a", "m20", "e"), row("b", "m20", "f"), row("c", "m20", "g", publish="national_only")]
    made = catalog(
        lists=LISTS, recognitions=rows, places=[{"unit": "f", "area": "east", "grade": "inferred"}]
    )
    found = ask(made)
    assert (found.units, found.inferred, found.count) == (("e",), ("f", "g"), 1)


@pytest.mark.parametrize("gates", [("national_only", "yes"), ("yes", "national_only")])
def test_one_confirmed_row_is_enough(gates: tuple[str, str]) -> None:
    rows = [row("a", "m20", "e", publish=gates[0]), row("b", "p21", "e", publish=gates[1])]
    assert ask(catalog(lists=LISTS, recognitions=rows)).units == ("e",)


def test_an_area_counts_only_units_confirmed_to_lie_in_it() -> None:
    rows = [row(f"r-{e}", "m20", e) for e in "efgh"]
    places = [
        {"unit": "e", "area": "east", "grade": "confirmed"},
        {"unit": "f", "area": "east", "grade": "inferred"},
        {"unit": "g", "area": "far", "grade": "confirmed"},
        {"unit": "h", "area": "east", "grade": "confirmed", "valid_to": "2022"},
    ]
    made = catalog(lists=LISTS, recognitions=rows, places=places)
    assert ask(made, area="east").units == ("e",)
    assert ask(made, area="east").inferred == ()
    assert ask(made, area="east", on=date(2022, 6, 1)).units == ("e", "h")


def test_unidentified_rows_count_for_the_whole_register_alone() -> None:
    made = catalog(lists=LISTS, recognitions=[row("a", "m20"), row("b", "m20", "e")])
    assert (ask(made).unresolved, ask(made).rows, ask(made).count) == (1, 2, 1)
    assert ask(made, area="east").unresolved == 0


def test_rows_without_a_date_on_the_axis_are_told() -> None:
    made = catalog(lists=[additions("x", "m", "2021-01-01")], recognitions=[row("a", "x", "e")])
    assert ask(made, axis="list_year").undated == 1
    assert ask(made, axis="published").undated == 0


def test_of_an_area_only_units_that_lay_there_are_told_as_removed() -> None:
    gone = {"id": "out", "scheme": "m", "kind": "removals", "stage": "final", "published": "2022-03-01"}
    made = catalog(
        lists=[*LISTS, gone],
        recognitions=[row(f"{u}{at}", at, u) for at in ("m20", "out") for u in ("e", "f", "g")],
        places=[
            {"unit": "e", "area": "east", "grade": "confirmed"},
            {"unit": "f", "area": "far", "grade": "confirmed"},
        ],
    )
    assert ask(made).removed == 3
    assert ask(made, area="east").removed == 1


def test_removed_units_are_deducted_and_told() -> None:
    removals = additions("out", "m", "2023-02-01", kind="removals", official_count=5)
    made = catalog(
        lists=[*LISTS, removals],
        recognitions=[row("a", "m20", "e"), row("b", "out", "e"), row("c", "m20", "f")],
    )
    after, before = ask(made), ask(made, on=date(2023, 1, 31))
    assert (after.units, after.removed, after.removals_published) == (("f",), 1, 5)
    assert (before.units, before.removed, before.removals_published) == (("e", "f"), 0, 0)


def test_removals_are_held_by_name_only_as_far_as_coverage_says() -> None:
    held = {"scheme": "m", "area": "city", "valid_from": "2019", "additions": "all", "removals": "all"}
    made = catalog(coverage=[held | {"valid_to": "2022"}])
    assert ask(made, "municipal", on=date(2022, 12, 31)).removals_held_by_name
    assert not ask(made, "municipal", on=date(2023, 1, 1)).removals_held_by_name
    assert not ask(made, "municipal", "national", on=date(2022, 12, 31)).removals_held_by_name


def test_products_count_as_products_or_as_their_enterprises() -> None:
    made = catalog(
        lists=[additions("x", "g", "2021")],
        products=[{"id": "a", "enterprise": "e"}, {"id": "b", "enterprise": "e"}],
        recognitions=[row("r1", "x", product="a"), row("r2", "x", product="b")],
    )
    assert ask(made, category="product").units == ("a", "b")
    assert ask(made, category="product", counted="enterprise").units == ("e",)
