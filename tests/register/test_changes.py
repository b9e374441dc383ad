"""What lists brought: names, reasons as printed, and the numbers before and after."""

from __future__ import annotations

from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.changes import ListRelease, rounds
from generator.register.ledger import build_ledger
from generator.register.totals import CountQuery, tally
from generator.schema.records import Scheme

REMOVED = {"scheme": "n", "kind": "removals", "stage": "final", "list_year": 2022}
GONE = {"type": "removed", "date": "2022-12-01"}
RENAMED = {"scheme": "n", "kind": "renames", "stage": "final", "list_year": 2022}


def made() -> PublicView:
    """Two units listed, a third whose place is inferred; one removed with a reason, one renamed."""
    return catalog(
        lists=[
            additions("n20", "n", "2020-06-01", 2020),
            {"id": "out", "published": "2022-12-01"} | REMOVED,
            {"id": "ren", "published": "2022-12-01"} | RENAMED,
            additions("late", "n", "2030-01-01", 2029),
            additions("m", "m", "", 2019),
            additions("seen", "n", "2020-01-01", 2020, stage="publicity"),
        ],
        recognitions=[
            row("a", "n20", "e"), row("b", "n20", "f"), row("c", "n20", "g", publish="national_only"),
            row("x", "out", "e", name_as_published="甲"), row("y", "ren", "f", name_as_published="乙新"),
            row("m1", "m", "h"), row("l", "late", "z"), row("s", "seen", "z"),
        ],
        events=[
            {"id": "ev1", "recognition": "a", "list": "out", "reason": "搬迁"} | GONE,
            {"id": "ev2", "recognition": "b", "type": "removed", "date": "2023-05-01"},
            {"id": "ev3", "recognition": "b", "type": "restored", "date": "2024-02-01"},
        ],
    )  # fmt: skip


def found() -> dict[str, ListRelease]:
    city = made()
    return {f"{r.on}/{r.scheme.id}": r for r in rounds(city, build_ledger(city))}


def test_rounds_are_the_final_lists_and_the_events_of_their_own_latest_first() -> None:
    assert list(found()) == ["2024-02-01/n", "2023-05-01/n", "2022-12-01/n", "2020-06-01/n", "None/m"]


def test_the_numbers_before_and_after_count_confirmed_units_only() -> None:
    numbers = [(r.before, r.after) for r in found().values()]
    assert numbers == [(0, 1), (1, 0), (2, 1), (0, 2), (None, None)]


def test_a_list_that_only_bears_a_day_has_no_numbers_of_that_day() -> None:
    city = catalog(
        lists=[
            additions("n20", "n", "2020-06-01", 2020),
            additions("n21", "n", "", 2021, dated="2021-06-01"),
            {"id": "out", "dated": "2022-12-01"} | REMOVED,
        ],
        recognitions=[row("a", "n20", "e"), row("b", "n21", "f"), row("x", "out", "e")],
    )
    numbers = [(str(r.on), r.before, r.after) for r in rounds(city, build_ledger(city))]
    assert numbers == [("2022-12-01", 1, 0), ("2021-06-01", None, None), ("2020-06-01", 0, 1)]


def test_a_removal_is_told_once_with_its_reason() -> None:
    told = found()["2022-12-01/n"]
    (gone,) = told.of("removed")
    assert (gone.subject, gone.name, gone.reason) == ("e", "甲", "搬迁")
    assert [c.subject for c in told.of("renamed")] == ["f"]
    (unstated,) = found()["2023-05-01/n"].of("removed")
    assert unstated.reason == "", "a reason is never made up"


def test_reasons_stand_beside_the_unit_they_are_printed_for_even_where_none_is_identified() -> None:
    city = catalog(
        lists=[additions("n20", "n", "2020-06-01", 2020), {"id": "out", "published": "2022-12-01"} | REMOVED],
        recognitions=[
            row("a", "n20", name_as_published="甲"), row("b", "n20", name_as_published="乙"), row("c", "n20"),
            row("x", "out", name_as_published="乙"), row("y", "out", name_as_published="丙"), row("z", "out"),
        ],
        events=[
            {"id": "ev1", "recognition": "a", "list": "out", "reason": "搬迁"} | GONE,
            {"id": "ev2", "recognition": "b", "list": "out", "reason": "停产"} | GONE,
            {"id": "ev3", "recognition": "c", "list": "out", "reason": "注销"} | GONE,
        ],
    )  # fmt: skip
    (out, _) = rounds(city, build_ledger(city))
    told = [(c.name, c.reason) for c in out.of("removed")]
    assert told == [("乙", "停产"), ("丙", ""), ("", ""), ("", "搬迁"), ("", "注销")]


def test_a_second_event_of_a_unit_does_not_take_the_place_of_the_first() -> None:
    city = catalog(
        lists=[additions("n20", "n", "2020-06-01", 2020), {"id": "out", "published": "2022-12-01"} | REMOVED],
        recognitions=[row("a", "n20", "e"), row("x", "out", "e", name_as_published="甲")],
        events=[
            {"id": "ev0", "recognition": "a", "list": "out", "type": "renamed", "date": "2022-12-01"},
            {"id": "ev1", "recognition": "a", "list": "out", "reason": "搬迁"} | GONE,
            {"id": "ev2", "recognition": "a", "list": "out", "reason": "停产"} | GONE,
        ],
    )
    (out, _) = rounds(city, build_ledger(city))
    assert [(c.what, c.name, c.reason) for c in out.changes] == [
        ("removed", "甲", "搬迁"), ("renamed", "", ""), ("removed", "", "停产"),
    ]  # fmt: skip


def test_units_of_unconfirmed_place_are_told_and_marked() -> None:
    added = found()["2020-06-01/n"].of("added")
    assert [(c.subject, c.confirmed) for c in added] == [("e", True), ("f", True), ("g", False)]


def test_the_last_number_of_a_scheme_is_the_count_by_publication(demo: PublicView) -> None:
    ledger = build_ledger(demo)
    newest: dict[str, ListRelease] = {}
    for told in rounds(demo, ledger):
        if told.on:
            newest.setdefault(told.scheme.id, told)
    assert len(newest) >= 8
    for id_, told in newest.items():
        scheme = demo.rows(Scheme)[id_]
        question = CountQuery(scheme.category, (scheme.level,), demo.as_of, "published")
        assert told.after == tally(demo, ledger, question).count, id_
