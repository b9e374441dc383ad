"""Relations of parks, enterprises and products: only what is held, only what one of two firms published."""

from __future__ import annotations

from small import catalog

from generator.catalog.public_view import PublicView
from generator.register.chains import Chains, chains


def made() -> Chains:
    return chains(
        catalog(
            areas=[
                {"id": "city"}, {"id": "zone", "parent": "city", "kind": "zone"},
                {"id": "east", "parent": "city", "kind": "administrative"},
            ],
            enterprises=[{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"}],
            parks=[{"id": "park", "area": "zone"}, {"id": "other", "area": "east"}],
            products=[{"id": "p", "enterprise": "c"}],
            places=[
                {"unit": "a", "area": "zone", "grade": "confirmed"},
                {"unit": "b", "area": "zone", "grade": "inferred"},
                {"unit": "d", "area": "east", "grade": "confirmed"},
            ],
            supply_links=[
                {"id": "1", "from_unit": "a", "to_unit": "c", "published_by": "a"},
                {"id": "2", "from_unit": "d", "to_unit": "e", "published_by": "b"},
            ],
        )
    )  # fmt: skip


def test_a_firm_is_in_a_park_only_where_it_is_confirmed_to_lie_in_its_zone() -> None:
    assert [(e.start, e.end) for e in made().edges if e.relation == "in"] == [("park", "a")]


def test_a_supply_is_shown_only_where_one_of_the_two_published_it() -> None:
    assert [(e.start, e.end) for e in made().edges if e.relation == "supplies"] == [("a", "c")]


def test_what_hangs_together_is_one_chain() -> None:
    (whole,) = made().components()
    assert [(e.relation, e.start, e.end) for e in whole] == [
        ("in", "park", "a"), ("makes", "c", "p"), ("supplies", "a", "c")
    ]  # fmt: skip
    assert {unit: len(edges) for unit, edges in made().by_unit.items()} == {"park": 1, "a": 2, "c": 2, "p": 1}


def test_the_chains_of_the_demonstration_city_hold_every_link_once(demo: PublicView) -> None:
    found = chains(demo)
    parts = list(found.components())
    assert sum(len(part) for part in parts) == len(found.edges)
    units = [{u for e in part for u in (e.start, e.end)} for part in parts]
    assert sum(len(u) for u in units) == len(set().union(*units)), "no unit is in two chains"
    assert sum(e.relation == "supplies" for e in found.edges) >= 8
