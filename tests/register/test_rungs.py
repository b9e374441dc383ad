"""The ladder as the data holds it: levels in order, what each asks for, who went which way."""

from __future__ import annotations

from datetime import date
from typing import Any

from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.catalog.settings import LadderRule
from generator.formats import dates
from generator.i18n.translations import Translations
from generator.register.ledger import build_ledger
from generator.register.levels import deadlines, dimensions, is_past, routes, rungs, versions
from generator.register.register import Register
from generator.schema.records import Indicator, Standard
from generator.site.sections.ladder_standards import self_check
from generator.site.site import Site

ON = date(2025, 1, 31)
M = additions("m20", "m", "2020-06-01", 2020)
P = additions("p21", "p", "2021-06-01", 2021)
N = additions("n17", "n", "2017-06-01", 2017)


def taken(recognitions: list[dict[str, Any]], **more: Any) -> dict[tuple[str, ...], tuple[str, ...]]:
    made = catalog(lists=[M, P, N], recognitions=recognitions, **more)
    return routes(made, build_ledger(made), "factory", ON)


def test_levels_stand_from_the_lowest_up_with_their_rules_and_requirements() -> None:
    rule = LadderRule("factory", "provincial", "municipal", dates.parse("2020"), "s")
    asked = [
        {"id": "b", "category": "factory", "level": "provincial", "kind": "bar"},
        {"id": "d", "category": "factory", "level": "provincial", "kind": "deadline", "due": "2025-05-30"},
        {"id": "x", "category": "product", "level": "provincial", "kind": "bar"},
    ]
    found = rungs(catalog(ladder=(rule,), requirements=asked), "factory")
    assert [r.scheme.level for r in found] == ["municipal", "provincial", "national"]
    assert [r.rules for r in found] == [(), (rule,), ()]
    assert [[q.id for q in r.requirements] for r in found] == [[], ["d", "b"], []]


def test_deadlines_are_the_yearly_ones_by_day_then_the_others_by_date() -> None:
    asked = [
        {"id": "late", "category": "factory", "level": "national", "kind": "deadline", "due": "2025-07-31"},
        {"id": "early", "category": "factory", "level": "national", "kind": "deadline", "due": "2025-04-15"},
        {
            "id": "every",
            "category": "factory",
            "level": "national",
            "kind": "deadline",
            "due": "2026-08-01",
            "yearly": True,
        },
        {
            "id": "first",
            "category": "factory",
            "level": "national",
            "kind": "deadline",
            "due": "2027-02-01",
            "yearly": True,
        },
        {"id": "none", "category": "factory", "level": "national", "kind": "deadline"},
        {"id": "over", "category": "factory", "level": "national", "kind": "deadline", "due": "2025-01-30"},
        {"id": "today", "category": "factory", "level": "national", "kind": "deadline", "due": "2025-01"},
        {
            "id": "no longer",
            "category": "factory",
            "level": "national",
            "kind": "deadline",
            "due": "2024-03-01",
            "yearly": True,
            "valid_to": "2024",
        },
        {"id": "bar", "category": "factory", "level": "national", "kind": "bar", "due": "2025-01-01"},
    ]
    made = catalog(requirements=asked)
    found = deadlines(made)
    assert [r.id for r in found] == ["first", "every", "today", "early", "late", "no longer", "over"]
    assert [r.id for r in found if is_past(r, made.as_of)] == ["no longer", "over"]


def test_routes_are_the_levels_in_the_order_of_entering_them_longest_first() -> None:
    found = taken([row("1", "m20", "a"), row("2", "p21", "a"), row("3", "n17", "b"), row("4", "m20", "b"),
                   row("5", "n17", "c")])  # fmt: skip
    assert found == {
        ("municipal", "provincial"): ("a",),
        ("national", "municipal"): ("b",),
        ("national",): ("c",),
    }
    assert list(found) == [("municipal", "provincial"), ("national", "municipal"), ("national",)]


def test_a_unit_of_unconfirmed_place_takes_no_route() -> None:
    rows = [row("1", "m20", "a"), row("2", "n17", "b", publish="national_only"), row("3", "n17", "c")]
    places = [
        {"unit": "c", "area": "city", "grade": "inferred"},
        {"unit": "a", "area": "east", "grade": "confirmed"},
    ]
    assert taken(rows, places=places) == {("municipal",): ("a",)}


def test_a_unit_that_no_longer_stands_on_a_list_takes_no_route() -> None:
    removed = {"recognition": "1", "type": "removed", "date": "2022-01-01"}
    assert taken([row("1", "m20", "a"), row("2", "m20", "b")], events=[removed]) == {("municipal",): ("b",)}


def test_versions_stand_apart_and_say_how_many_benchmarks_are_public() -> None:
    standards = [
        {"id": "old", "code": "S 1", "version": "2018", "category": "factory"},
        {"id": "new", "code": "S 1", "version": "2025", "category": "factory", "replaces": "old"},
        {"id": "other", "code": "S 2", "version": "2020", "category": "product"},
    ]
    indicators = [
        {"id": "i1", "standard": "old", "dimension": "x", "benchmark": 1, "leading": 2},
        {"id": "i2", "standard": "new", "dimension": "y", "benchmark": 1},
        {"id": "i3", "standard": "new", "dimension": "z", "benchmark": 1, "leading": 2},
        {"id": "i4", "standard": "new", "dimension": "y"},
    ]
    found = versions(catalog(standards=standards, indicators=indicators), "factory")
    assert [(v.standard.id, v.dimensions, v.indicators, v.public) for v in found] == [
        ("new", ("y", "z"), 3, 1),
        ("old", ("x",), 1, 1),
    ]


def test_dimensions_are_told_where_no_indicator_is_held() -> None:
    found = catalog(
        standards=[{"id": "s", "code": "X", "version": "2025", "category": "factory", "dimensions": "甲；乙"}]
    )
    assert [(v.dimensions, v.indicators, v.public) for v in versions(found, "factory")] == [
        (("甲", "乙"), 0, 0)
    ]


def test_changzhou_has_no_indicator_that_is_only_a_dimension(changzhou: PublicView) -> None:
    """The version of 2025 is named by its dimensions, and in the self-check too."""
    assert not [i.id for i in changzhou.rows(Indicator).values() if i.name_zh == i.dimension]
    assert len(dimensions(changzhou, changzhou.rows(Standard)["std-gbt-36132-2025"])) == 5
    shown = [section.id for section in self_check(Site(Register(changzhou), Translations("zh"))).sections]
    assert "std-gbt-36132-2025" in shown
