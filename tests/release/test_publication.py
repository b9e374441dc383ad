"""What may be published: what must not be seen is gone from the catalog and from its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Case, lay_out

from generator import parallel
from generator.catalog.public_view import PublicView, WithdrawnRow
from generator.checks.validate import validate
from generator.schema.records import Place, Product, SupervisionEntry

Change = dict[str, object]


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., PublicView]:
    """Return a function that changes the base package and gives its catalog."""
    monkeypatch.setattr(parallel, "process_count", lambda: 1)

    def changed(*changes: Change) -> PublicView:
        lay_out(Case("", list(changes), []), tmp_path)
        result = validate(tmp_path / "data", tmp_path / "docs")
        assert result.catalog is not None, result.problems
        return result.catalog

    return changed


def withdrawn(row: str) -> Change:
    cells = {"id": "wd-a", "row": row, "date": "2025-01-01", "ground": "correction"}
    return {"in": "data/registry/withdrawals.csv", "add": cells}


def names(catalog: PublicView, table: str) -> list[str]:
    """Ids of a table's rows, after a look that its file holds the same."""
    lines = catalog.files[table].decode("utf-8").splitlines()[1:]
    assert [line.partition(",")[0] for line in lines] == list(catalog.tables[table])
    return list(catalog.tables[table])


def test_internal_cells_are_blank_and_their_column_is_not_in_the_file(
    publish: Callable[..., PublicView],
) -> None:
    catalog = publish({"in": "data/registry/places.csv", "line": "2", "set": {"internal_note": "机密"}})
    assert [place.internal_note for place in catalog.rows(Place).values()] == ["", ""]
    assert b"internal_note" not in catalog.files["places"]
    assert "机密".encode() not in b"".join(catalog.files.values())


def test_internal_entries_and_leads_on_places_are_kept_back(publish: Callable[..., PublicView]) -> None:
    catalog = publish({"in": "data/registry/places.csv", "line": "3", "set": {"grade": "candidate"}})
    assert names(catalog, "places") == ["pla-a"]
    assert names(catalog, "entries") == ["entry-a"]
    assert catalog.withheld == {"places": 1, "entries": 1}


@pytest.mark.parametrize(
    "term",
    [
        {"public_until": "2025-01-30"},
        {"public_from": "2025-02-01"},
        {"public_from": "2025"},
        {"disclosure": "aggregate"},
    ],
)
def test_an_entry_is_seen_within_its_term_alone(
    publish: Callable[..., PublicView], term: dict[str, str]
) -> None:
    assert "entry-a" not in publish({"in": "data/supervision/entries.csv", "line": "2", "set": term}).rows(
        SupervisionEntry
    )


def test_an_entry_is_seen_on_the_last_day_of_its_term(publish: Callable[..., PublicView]) -> None:
    term = {"public_from": "2025-01-31", "public_until": "2025-01-31"}
    assert "entry-a" in publish({"in": "data/supervision/entries.csv", "line": "2", "set": term}).rows(
        SupervisionEntry
    )


def test_a_row_on_hold_takes_along_a_unit_that_is_known_from_it_alone(
    publish: Callable[..., PublicView],
) -> None:
    catalog = publish({"in": "data/registry/recognitions.csv", "line": "8", "set": {"publish": "hold"}})
    assert "rec-g" not in names(catalog, "recognitions")
    assert names(catalog, "products") == ["prod-a"]
    assert "ent-b" in catalog.tables["enterprises"], "named in another row that may be seen"
    assert b"YE-90" not in b"".join(catalog.files.values())


def test_a_withdrawn_unit_takes_along_what_cannot_do_without_it(publish: Callable[..., PublicView]) -> None:
    catalog = publish(withdrawn("ent-b"))
    assert names(catalog, "enterprises") == ["ent-a", "ent-c"]
    assert catalog.rows(Product).keys() == {"prod-a"}
    assert names(catalog, "supply_links") == []
    assert "rec-b" not in names(catalog, "recognitions")
    assert "evt-a" not in names(catalog, "events")
    assert catalog.withdrawn["prod-b"] == WithdrawnRow("products", "wd-a"), "its page was published too"


def test_a_reference_that_may_be_blank_is_blanked_and_its_row_stays(
    publish: Callable[..., PublicView],
) -> None:
    catalog = publish(withdrawn("ent-b"))
    assert ",ent-b," not in catalog.files["enterprises"].decode()
    assert getattr(catalog.tables["enterprises"]["ent-c"], "parent") == ""  # noqa: B009


def test_a_withdrawn_list_takes_along_its_rows_and_units_that_are_known_from_them_alone(
    publish: Callable[..., PublicView],
) -> None:
    catalog = publish(withdrawn("list-product"))
    assert {"rec-f", "rec-g", "prod-a", "prod-b"} <= catalog.withdrawn.keys()
    assert names(catalog, "products") == []
    assert {"ent-a", "ent-b"} <= set(names(catalog, "enterprises")), "named in other lists"


def test_of_a_row_on_hold_nothing_is_said_to_be_withdrawn(publish: Callable[..., PublicView]) -> None:
    held: Change = {"in": "data/registry/recognitions.csv", "line": "8", "set": {"publish": "hold"}}
    catalog = publish(held, withdrawn("rec-g"))
    assert "prod-b" not in catalog.tables["products"]
    assert catalog.withdrawn == {}


def test_a_withdrawal_takes_its_row_whatever_day_it_bears(publish: Callable[..., PublicView]) -> None:
    later: dict[str, object] = withdrawn("ent-b")
    later["add"] = {"id": "wd-a", "row": "ent-b", "date": "2025-02-01", "ground": "correction"}
    catalog = publish(later)
    assert "ent-b" not in catalog.tables["enterprises"]
    assert catalog.withdrawn["ent-b"] == WithdrawnRow("enterprises", "wd-a")


def test_the_case_of_a_withdrawn_unit_is_gone(publish: Callable[..., PublicView]) -> None:
    assert list(publish(withdrawn("ent-a")).cases) == []


QUAINT = '\ufeffid,from_unit,to_unit,item,published_by,source\r\n"lin-a",ent-b,"ent-a",电机,ent-a,src-a\r\n'


def test_a_file_with_nothing_to_hide_is_passed_on_byte_for_byte(publish: Callable[..., PublicView]) -> None:
    catalog = publish({"in": "data/registry/supply_links.csv", "text": QUAINT})
    assert catalog.files["supply_links"] == QUAINT.encode()


def test_own_columns_and_other_encodings_are_not_passed_on(publish: Callable[..., PublicView]) -> None:
    header, row = "id,from_unit,to_unit,item,published_by,source", "lin-a,ent-b,ent-a,电机,ent-a,src-a"
    old = "  path: supply_links.csv\n"
    catalog = publish(
        {"in": "data/registry/supply_links.csv", "text": f"{header},x_desk\n{row},内部\n"},
        {"in": "data/registry/supply_links.csv", "encode": "gb18030"},
        {"in": "data/registry/datapackage.yaml", "old": old, "new": f"{old}  encoding: gb18030\n"},
    )
    assert catalog.files["supply_links"] == f"{header}\n{row}\n".encode()


def test_rows_are_told_by_their_id_where_an_own_column_stands_before_it(
    publish: Callable[..., PublicView],
) -> None:
    header, row = "id,from_unit,to_unit,item,published_by,source", "lin-a,ent-b,ent-a,电机,ent-a,src-a"
    given = f"x_desk,{header}\n内部,{row}\n"
    catalog = publish({"in": "data/registry/supply_links.csv", "text": given})
    assert catalog.files["supply_links"] == f"{header}\n{row}\n".encode()


def test_the_area_of_a_place_that_is_not_confirmed_is_blank_in_view_and_file(
    publish: Callable[..., PublicView],
) -> None:
    catalog = publish()
    confirmed, inferred = catalog.rows(Place).values()
    assert (confirmed.grade, bool(confirmed.area)) == ("confirmed", True)
    assert (inferred.grade, inferred.area) == ("inferred", "")
    lines = [line.split(",") for line in catalog.files["places"].decode().splitlines()]
    area = lines[0].index("area")
    assert [line[area] for line in lines[1:]] == [confirmed.area, ""]
