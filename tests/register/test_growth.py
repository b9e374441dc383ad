"""How lists grew: as far as they were checked, by name and in official counts; paths between levels."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.growth import OfficialYear, Year, official_years, years
from generator.register.ledger import Axis, build_ledger
from generator.register.levels import routes
from generator.register.totals import Counting, CountQuery
from generator.schema.records import Scheme

Row = dict[str, Any]
LISTS = [
    additions("n20", "n", "2020-06-01", 2020),
    additions("n21", "n", "2022-01-15", 2021),
    additions("m19", "m", "", 2019),
    additions("out", "n", "2022-12-01", 2022, kind="removals"),
]
ROWS = [
    row("a", "n20", "e"),
    row("b", "n21", "f"),
    row("c", "n21", "g", publish="national_only"),
    row("d", "m19", "f"),
    row("x", "out", "e"),
]


def covered(until: str, **more: Any) -> PublicView:
    """A city whose national scheme is covered up to a day."""
    whole = {"scheme": "n", "area": "city", "valid_from": "2020-01-01", "additions": "all", "removals": "all"}
    return catalog(lists=LISTS, recognitions=ROWS, coverage=[whole | {"valid_to": until}], **more)


def national(made: PublicView) -> Scheme:
    return made.rows(Scheme)["n"]


def years_of(made: PublicView, scheme: Scheme, axis: Axis) -> list[Year]:
    ledger = build_ledger(made)
    asked = CountQuery(scheme.category, (scheme.level,), made.as_of, axis)
    return years(made, ledger, scheme, Counting(made, ledger, asked))


def test_a_year_is_what_was_there_at_its_end_what_came_and_what_went() -> None:
    made = covered("2023-06-30")
    found = years_of(made, national(made), "list_year")
    assert found == [Year(2020, 1, 1, 0, 0), Year(2021, 2, 1, 0, 1), Year(2022, 1, 0, 1, 1)]
    assert all(y.held == before.held + y.new - y.gone for before, y in pairwise(found))


def test_the_axis_moves_a_list_that_came_out_a_year_late() -> None:
    made = covered("2022-12-31")
    found = years_of(made, national(made), "published")
    assert [(y.year, y.held) for y in found] == [(2020, 1), (2021, 1), (2022, 1)]


def test_a_year_covered_in_part_and_a_scheme_never_covered_are_not_shown() -> None:
    made = covered("2022-01-15")
    assert [y.year for y in years_of(made, national(made), "list_year")] == [2020, 2021]
    assert years_of(made, made.rows(Scheme)["m"], "list_year") == []


def test_official_counts_add_up_until_one_is_missing() -> None:
    def of(
        id_: str, year: int, count: int | None, kind: str = "additions", scope: str = ""
    ) -> dict[str, Any]:
        given = additions(id_, "n", f"{year}-05-01", year, official_count=count, count_scope=scope)
        return given | {"kind": kind}

    made = catalog(
        lists=[
            of("a", 2018, 10), of("b", 2018, 5), of("c", 2019, 7), of("d", 2019, 2, "removals"),
            of("e", 2020, None), of("f", 2021, 8), of("local", 2019, 3, scope="city"),
        ]
    )  # fmt: skip
    assert official_years(made, national(made)) == [
        OfficialYear(2018, 15, None, 15),
        OfficialYear(2019, 7, 2, 20),
        OfficialYear(2020, None, None, None),
        OfficialYear(2021, 8, None, None),
    ]
    assert official_years(made, made.rows(Scheme)["p"]) == []


def test_paths_are_the_levels_in_the_order_of_entering_them() -> None:
    made = covered("2022-12-31")
    assert routes(made, build_ledger(made), "factory", made.as_of) == {("municipal", "national"): ("f",)}, (
        "e was removed, g is not the city's own"
    )
