"""Which cases and technologies belong together, by which rule, and from either side alike."""

from __future__ import annotations

import dataclasses

from small import catalog

from generator.catalog.cases import Case, CaseMeasure
from generator.catalog.public_view import PublicView
from generator.formats import dates
from generator.register.applications import cases_of, technologies_of
from generator.schema.records import Technology


def case(id_: str, subject: str, industry: str, *kinds: str) -> Case:
    measures = tuple(CaseMeasure(kind, "做法") for kind in kinds)
    nothing: tuple[str, ...] = ()
    return Case(
        id_, f"{id_}.md", id_, subject, subject, "city", industry, measures, None, "eq", (), "", "", nothing,
        dates.parse("2024"), "",
    )  # fmt: skip


def with_cases(*cases: Case) -> PublicView:
    made = catalog(
        products=[{"id": "bedding", "enterprise": "mill"}],
        technologies=[
            {"id": "dye", "kind": "water", "industry": "c17", "enterprise": "mill"},
            {"id": "pump", "kind": "energy", "enterprise": "works"},
            {"id": "loop", "kind": "water", "industry": "c17"},
            {"id": "any", "kind": "water"},
        ],
    )
    return dataclasses.replace(made, cases={c.id: c for c in cases})


def test_the_same_unit_comes_before_the_same_industry() -> None:
    found = with_cases(case("next", "dyer", "c17", "water"), case("own", "mill", "c17", "water"))
    dye = found.rows(Technology)["dye"]
    assert [(rule, c.id) for rule, c in cases_of(found, dye)] == [("unit", "own"), ("industry", "next")]


def test_a_measure_of_another_kind_brings_nothing_together() -> None:
    found = with_cases(case("own", "mill", "c17", "energy"))
    assert cases_of(found, found.rows(Technology)["dye"]) == []


def test_a_product_stands_for_its_maker() -> None:
    found = with_cases(case("bed", "bedding", "", "water"))
    assert [(rule, c.id) for rule, c in cases_of(found, found.rows(Technology)["dye"])] == [("unit", "bed")]


def test_nothing_known_matches_nothing() -> None:
    found = with_cases(case("nobody", "", "", "water"))
    assert [cases_of(found, row) for row in found.rows(Technology).values()] == [[], [], [], []]


def test_both_sides_tell_the_same(demo: PublicView) -> None:
    there = {(t.id, rule, c.id) for t in demo.rows(Technology).values() for rule, c in cases_of(demo, t)}
    back = {(t.id, rule, c.id) for c in demo.cases.values() for rule, t in technologies_of(demo, c)}
    assert there == back
    assert ("tech-0001", "unit", "case-dye-bath-reuse") in there
