"""What the finder of comparable units gets and shows: who is in it, who is not, what leads where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.search_index import exemplars as file
from generator.register.register import Register
from generator.schema.records import Enterprise
from generator.site.document import Inline
from generator.site.kinds.units import enterprise
from generator.site.pages.exemplars import exemplars
from generator.site.search import exemplar_pool
from generator.site.site import Site


def without(catalog: PublicView, unit: str) -> PublicView:
    """The same catalog after a unit has asked to be left out."""
    row = replace(catalog.rows(Enterprise)[unit], comparable=False)
    rows = {**catalog.tables["enterprises"], unit: row}
    return replace(catalog, tables={**catalog.tables, "enterprises": rows})


def inlines(part: Any) -> Iterator[Inline]:
    """Every run of text of a page."""
    if isinstance(part, Inline):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from inlines(getattr(part, field.name))
    elif isinstance(part, tuple | list):
        for one in part:
            yield from inlines(one)


@pytest.fixture(scope="module")
def site(demo: PublicView) -> Site:
    """The demonstration city as its pages show it."""
    return Site(Register(demo), Translations("zh"))


def test_who_asks_to_be_left_out_leaves_the_page_and_its_file(demo: PublicView, site: Site) -> None:
    unit, case = "ent-001", "cases/case-dye-bath-reuse/"
    later = Site(Register(without(demo, unit)), Translations("zh"))
    leads = [{part.to for part in inlines(exemplars(one).sections)} for one in (site, later)]
    assert case in leads[0]
    assert case not in leads[1]
    assert unit in file.exemplars(site)["cases"]
    found = file.exemplars(later)
    assert unit in found["left_out"]
    assert unit not in found["cases"]
    before, after = ({row.id for row in exemplar_pool.pool(one, "factory")} for one in (site, later))
    assert before - after == {unit}


def test_the_page_of_who_was_left_out_stays_as_it_was(demo: PublicView, site: Site) -> None:
    row = demo.rows(Enterprise)["ent-001"]
    later = Site(Register(without(demo, row.id)), Translations("zh"))
    assert enterprise(later, later.catalog.rows(Enterprise)[row.id]) == enterprise(site, row)


def test_only_units_on_a_list_are_offered(site: Site) -> None:
    for category in site.register.selected:
        statuses = {
            site.register.standing(row.id, category.id).status
            for row in exemplar_pool.pool(site, category.id)
        }
        assert statuses <= set(exemplar_pool.STATUSES)
    ever = {unit for unit, named in site.register.named.items() if "factory" in named}
    offered = {row.id for row in exemplar_pool.pool(site, "factory")}
    left = {
        unit for unit in ever if site.register.standing(unit, "factory").status in ("removed", "succeeded")
    }
    assert left
    assert not left & offered


def test_closed_categories_are_not_asked_for(site: Site) -> None:
    closed = {c.id for c in site.register.categories if c.valid_to and c.valid_to.last < site.as_of}
    assert closed
    assert not closed & {c.id for c in site.register.selected}


def test_unconfirmed_units_are_counted_apart_and_have_no_district(site: Site) -> None:
    apart = [row for row in exemplar_pool.pool(site, "factory") if exemplar_pool.is_apart(site, row.id)]
    assert apart
    assert {exemplar_pool.district(site, row) for row in apart} == {""}
    held = next(s for s in exemplars(site).sections if s.id == "held").blocks[0]
    cells = ["".join(part.text for part in cell) for cell in held.rows[0].cells]  # type: ignore[union-attr]
    assert int(cells[1]) == len(exemplar_pool.pool(site, "factory")) - len(apart)
    assert int(cells[-1]) == len(apart)


def test_a_unit_without_a_place_in_a_list_asks_for_no_level(site: Site) -> None:
    unlisted = [
        row
        for row in site.catalog.rows(Enterprise).values()
        if not any(h.status in exemplar_pool.STATUSES for h in site.register.holdings(row.id))
    ]
    assert unlisted
    for row in unlisted:
        assert "level=" not in exemplar_pool.address_for(site, row)
        assert f"unit={row.id}" in exemplar_pool.address_for(site, row)
    listed = exemplar_pool.address_for(site, site.catalog.rows(Enterprise)["ent-001"])
    assert "level=national" in listed


def test_changzhou_says_what_it_does_not_hold(changzhou: PublicView) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    held = {library["folder"]: library["held"] for library in file.exemplars(site)["libraries"]}
    assert held["technologies"] == held["institutions"] == held["finance"] == 0
    assert held["policies"]
    facts = next(s for s in exemplars(site).sections if s.id == "held").blocks[1]
    told = ["".join(part.text for part in fact.value) for fact in facts.facts]  # type: ignore[union-attr]
    assert told.count(site.words("ui.not_held")) == 3
