"""Who belongs to a sector, who of them counts, and how the sector grew."""

from __future__ import annotations

import dataclasses
from typing import Any

from small import catalog

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.ledger import build_ledger
from generator.register.register import Register
from generator.register.sectors import SectorRegister, growth, sector_register, sectors
from generator.register.totals import CountQuery, tally
from generator.schema.records import Enterprise
from generator.site.kinds.units import enterprise
from generator.site.site import Site

GROUPS = [
    {"group": "metal", "kind": "priority", "industry": "c31"},
    {"group": "cloth", "kind": "priority", "industry": "c17"},
    {"group": "cloth", "kind": "priority", "industry_label": "纺织"},
    {"group": "sc-cloth", "kind": "supply_chain", "industry": "c17"},
    {"group": "future", "kind": "priority"},
]
INDUSTRIES = [{"id": "c17"}, {"id": "c171", "parent": "c17"}, {"id": "c31"}]


def city(enterprises: list[dict[str, Any]], **rows: list[dict[str, Any]]) -> PublicView:
    """A city whose enterprises all stand on one list of municipal factories, place confirmed."""
    places = [{"unit": e["id"], "area": "east", "grade": "confirmed"} for e in enterprises]
    listed = [{"list": "l", "enterprise": e["id"], "publish": "yes"} for e in enterprises]
    official = {"id": "l", "scheme": "m", "kind": "additions", "stage": "final", "list_year": 2021}
    covered = {"scheme": "m", "area": "city", "additions": "all", "removals": "all"}
    given: dict[str, list[dict[str, Any]]] = {
        "industries": INDUSTRIES,
        "industry_groups": GROUPS,
        "enterprises": enterprises,
        "places": places,
        "lists": [official | {"published": "2022-01-15"}],
        "recognitions": listed,
        "coverage": [covered | {"valid_from": "2019", "valid_to": "2022-12-31"}],
    }
    return catalog(**(given | rows))


def register(made: PublicView) -> SectorRegister:
    return sector_register(made, build_ledger(made))


def test_the_city_decides_which_sectors_come_first() -> None:
    made = city([])
    made = dataclasses.replace(made, settings=dataclasses.replace(made.settings, priority_groups=("cloth",)))
    assert list(sectors(made)) == ["cloth", "metal", "sc-cloth", "future"]
    assert not sectors(made)["future"].is_mapped


def test_the_code_decides_and_parts_of_an_industry_belong_to_it() -> None:
    found = register(city([{"id": "a", "industry": "c171"}, {"id": "b", "industry": "c31"}]))
    assert found.own["cloth"] == found.own["sc-cloth"] == ("a",)
    assert found.own["metal"] == ("b",)
    assert found.of_unit["a"] == ("cloth", "sc-cloth")


def test_the_printed_label_serves_only_where_there_is_no_code() -> None:
    found = register(
        city(
            [
                {"id": "a", "industry_label": "纺织"},
                {"id": "b", "industry_label": "纺织", "industry": "c31"},
                {"id": "c", "industry_label": "纺织业"},
            ]
        )
    )
    assert found.own["cloth"] == ("a",)
    assert found.own["sc-cloth"] == ()
    assert found.unplaced == 0, "a label that belongs to no sector is still one"


def test_a_label_may_stand_on_the_row_of_the_list() -> None:
    made = city(
        [{"id": "a"}],
        recognitions=[{"list": "l", "enterprise": "a", "publish": "yes", "industry_as_published": "纺织"}],
    )
    assert register(made).own["cloth"] == ("a",)


def test_an_unconfirmed_place_is_told_apart_and_never_among_the_own() -> None:
    places = [{"unit": "a", "area": "east", "grade": "inferred"}]
    found = register(city([{"id": "a", "industry": "c17"}, {"id": "b", "industry": "c17"}], places=places))
    assert found.own["cloth"] == ("b",)
    assert found.apart["cloth"] == 1


def test_an_enterprise_is_the_citys_own_by_the_rule_of_every_count() -> None:
    firms = [{"id": unit, "industry": "c31"} for unit in ("a", "b", "c")]
    national = {"list": "l", "publish": "national_only"}
    rows = [national | {"enterprise": unit} for unit in ("a", "b", "c")]
    rows.append({"list": "l", "enterprise": "b", "publish": "yes"})
    made = city(firms, places=[{"unit": "a", "area": "east", "grade": "confirmed"}], recognitions=rows)
    question = CountQuery("factory", ("municipal",), made.as_of, "published")
    assert register(made).own["metal"] == tally(made, build_ledger(made), question).units == ("b",)


def test_an_enterprise_that_no_list_names_is_a_member_and_not_listed() -> None:
    found = register(city([{"id": "a", "industry": "c17"}], recognitions=[]))
    assert found.own["cloth"] == ()
    assert found.members["cloth"] == {"a"}


def test_growth_stops_where_changes_were_not_checked_and_counts_a_maker_once() -> None:
    products = [{"id": "p1", "enterprise": "a"}, {"id": "p2", "enterprise": "a"}]
    lists = [
        {"id": "l", "scheme": "m", "kind": "additions", "stage": "final", "list_year": 2021},
        {"id": "g1", "scheme": "g", "kind": "additions", "stage": "final", "list_year": 2020},
    ]
    rows = [{"list": "l", "enterprise": "a", "publish": "yes"}]
    rows += [{"list": "g1", "product": p["id"], "publish": "yes"} for p in products]
    covered = {"area": "city", "additions": "all", "removals": "all", "valid_from": "2019"}
    coverage = [covered | {"scheme": s, "valid_to": "2022-12-31"} for s in ("m", "g")]
    made = city(
        [{"id": "a", "industry": "c17"}],
        products=products, lists=lists, recognitions=rows, coverage=coverage,
    )  # fmt: skip
    grown = {g.scheme.id: dict(g.held) for g in growth(made, build_ledger(made), ["a"], "list_year")}
    later = {2023: None, 2024: None, 2025: None}
    assert grown == {
        "m": {2020: 0, 2021: 1, 2022: 1} | later,
        "g": {2020: 1, 2021: 1, 2022: 1} | later,
    }


def test_changzhou_places_firms_by_label_and_by_what_they_are_known_to_make(changzhou: PublicView) -> None:
    found = register(changzhou)
    printed = {"xurong-yinran", "yadong-keji"}
    assert set(found.own["textile-garment"]) == printed | {
        "heimudan-fangzhi",
        "chenfeng-fuzhuang",
        "hualida-fuzhuang",
    }
    assert found.own["steel"] == ("changbao-pulaisen",), "冶金, as a list says of another, does not say steel"
    assert set(found.own["machinery"]) == {"guomao-jiansuji", "hengli-yeya"}
    assert found.unplaced > 0


def test_an_industry_that_this_site_gave_says_so(changzhou: PublicView) -> None:
    """Every code of an industry in Changzhou is the site's own: each page names that, with its source."""
    site = Site(Register(changzhou), Translations("zh"))
    coded = [row for row in changzhou.rows(Enterprise).values() if row.industry]
    assert coded
    for row in coded:
        assert row.industry_source == "src-own-classification"
        page = enterprise(site, row)
        told = {part.to for fact in page.facts for part in fact.value}
        assert {f"industries/{row.industry}/", f"sources/{row.industry_source}/"} <= told
