"""From when to when a unit stands on a list, on both axes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.ledger import Axis, build_ledger

REMOVALS = additions("out", "m", "2023-02-01", 2022, kind="removals")
D = date.fromisoformat


def one_listing(*events: dict[str, Any], removals: bool = False, **list_: Any) -> PublicView:
    lists = [additions("in", "m", "2021-01-10", 2020, **list_)] + ([REMOVALS] if removals else [])
    rows = [row("r", "in", "e")] + ([row("r-out", "out", "e")] if removals else [])
    changes = [{"recognition": "r", **event} for event in events]
    return catalog(lists=lists, recognitions=rows, events=changes)


@pytest.mark.parametrize(
    ("axis", "first", "before"),
    [("published", "2021-01-10", "2021-01-09"), ("list_year", "2020-12-31", "2020-12-30")],
)
def test_a_row_counts_from_its_publication_or_from_the_end_of_its_year(
    axis: Axis, first: str, before: str
) -> None:
    (spell,) = build_ledger(one_listing()).of("e")
    assert spell.counts(D(first), axis)
    assert not spell.counts(D(before), axis)
    assert spell.end[axis] is None


def test_a_list_without_a_date_counts_on_the_other_axis_only() -> None:
    (spell,) = build_ledger(
        catalog(lists=[additions("in", "m", "", 2020)], recognitions=[row("r", "in", "e")])
    ).of("e")
    assert spell.start == {"published": None, "list_year": D("2020-12-31")}
    assert not spell.counts(D("2024-01-01"), "published")
    assert spell.counts(D("2024-01-01"), "list_year")
    assert spell.begun(D("2020-12-31"))


def test_a_date_of_lesser_precision_counts_from_its_last_day() -> None:
    (spell,) = build_ledger(
        catalog(lists=[additions("in", "m", "2021-02")], recognitions=[row("r", "in", "e")])
    ).of("e")
    assert spell.start["published"] == D("2021-02-28")


def test_a_removal_list_ends_the_stay_on_each_axis_by_its_own_dates() -> None:
    (spell,) = build_ledger(one_listing(removals=True)).of("e")
    assert (spell.ending, spell.ended_by) == ("removed", "out")
    assert spell.counts(D("2023-01-31"), "published")
    assert not spell.counts(D("2023-02-01"), "published")
    assert spell.counts(D("2022-12-30"), "list_year")
    assert not spell.counts(D("2022-12-31"), "list_year")


def test_a_removal_list_of_another_scheme_ends_nothing() -> None:
    lists = [additions("in", "m", "2021-01-10"), additions("out", "p", "2023-02-01", kind="removals")]
    (spell,) = build_ledger(
        catalog(lists=lists, recognitions=[row("a", "in", "e"), row("b", "out", "e")])
    ).of("e")
    assert spell.ending == ""


def test_a_removal_that_was_only_proposed_ends_nothing() -> None:
    lists = [additions("in", "m", "2021-01-10"), REMOVALS | {"stage": "publicity"}]
    (spell,) = build_ledger(
        catalog(lists=lists, recognitions=[row("a", "in", "e"), row("b", "out", "e")])
    ).of("e")
    assert spell.ending == ""


def test_a_removal_by_event_counts_from_the_last_day_of_its_date_on_both_axes() -> None:
    (spell,) = build_ledger(one_listing({"type": "removed", "date": "2022-05"})).of("e")
    assert spell.end == {"published": D("2022-05-31"), "list_year": D("2022-05-31")}
    assert (spell.ending, spell.ended_by) == ("removed", "events-0")


def test_an_event_of_a_list_takes_that_lists_dates() -> None:
    (spell,) = build_ledger(
        one_listing({"type": "removed", "date": "2022-11-01", "list": "out"}, removals=True)
    ).of("e")
    assert spell.end == {"published": D("2023-02-01"), "list_year": D("2022-12-31")}
    assert spell.ended_by == "out"


def test_a_removal_older_than_the_listing_ends_nothing() -> None:
    (spell,) = build_ledger(one_listing({"type": "removed", "date": "2020-12-01"})).of("e")
    assert spell.ending == ""


def test_restored_opens_a_second_stay() -> None:
    events = {"type": "removed", "date": "2022-05-01"}, {"type": "restored", "date": "2022-06-01"}
    first, second = build_ledger(one_listing(*events)).of("e")
    assert (first.end["published"], first.ending) == (D("2022-05-01"), "removed")
    assert (second.start["published"], second.ending, second.ended_by) == (D("2022-06-01"), "", "")
    assert not first.counts(D("2022-05-15"), "published")
    assert not second.counts(D("2022-05-15"), "published")
    assert second.counts(D("2022-06-01"), "published")


def test_restored_without_a_removal_changes_nothing() -> None:
    (spell,) = build_ledger(one_listing({"type": "restored", "date": "2022-06-01"})).of("e")
    assert spell.start["published"] == D("2021-01-10")


def test_succession_hands_the_stay_to_the_successor() -> None:
    ledger = build_ledger(one_listing({"type": "succeeded", "date": "2022-07-01", "successor": "f"}))
    (old,), (new,) = ledger.of("e"), ledger.of("f")
    assert (old.ending, old.successor, old.end["published"]) == ("succeeded", "f", D("2022-07-01"))
    assert (new.start["published"], new.ending, new.row.id) == (D("2022-07-01"), "", "r")


def test_a_succession_to_nobody_known_ends_nothing() -> None:
    (spell,) = build_ledger(one_listing({"type": "succeeded", "date": "2022-07-01"})).of("e")
    assert spell.ending == ""


def test_other_events_change_no_stay() -> None:
    (spell,) = build_ledger(one_listing({"type": "renamed", "date": "2022-07-01"})).of("e")
    assert spell.ending == ""


def test_publicity_and_recommended_lists_count_on_no_axis() -> None:
    lists = [
        additions("a", "m", "2021-01-01", 2020, stage="publicity"),
        additions("b", "m", "2021", stage="recommended"),
    ]
    ledger = build_ledger(catalog(lists=lists, recognitions=[row("r1", "a", "e"), row("r2", "b", "e")]))
    assert ledger.spells == ()
    assert [n.row.id for n in ledger.notices_by_subject["e"]] == ["r1", "r2"]


def test_a_row_of_an_unidentified_unit_is_kept_apart() -> None:
    ledger = build_ledger(catalog(lists=[additions("in", "m", "2021")], recognitions=[row("r", "in")]))
    assert [s.subject for s in ledger.spells] == [""]
    assert ledger.by_subject == {}


def test_stays_are_in_order_of_their_beginning_and_of_one_category_if_asked() -> None:
    lists = [additions("late", "n", "2022"), additions("early", "m", "2020"), additions("other", "o", "2021")]
    rows = [row("r1", "late", "e"), row("r2", "early", "e"), row("r3", "other", "e")]
    ledger = build_ledger(catalog(lists=lists, recognitions=rows))
    assert [s.row.id for s in ledger.of("e")] == ["r2", "r3", "r1"]
    assert [s.row.id for s in ledger.of("e", "factory")] == ["r2", "r1"]
