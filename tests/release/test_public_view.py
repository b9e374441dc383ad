"""The public view: every cell of a catalog that may not be published is marked; no output has the mark."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from made import site_output_of

from generator.artifacts import Artifact
from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.catalog.rows import RowStore
from generator.formats import dates
from generator.formats.csv_writer import csv_text
from generator.release import publication
from generator.release.publication import public_view
from generator.schema import table_schema
from generator.schema.records import Enterprise, Record, Withdrawal

SECRET = "geheim731zq"
NOT_WRITTEN = ("content", "prepare", "addresses")
"""Parts of an output that go into no file: `addresses` resolves ids that prose names, also of later rows."""
LATER = dates.parse("2999-01-01")
Tables = dict[str, dict[str, Record]]


def marked(table: str, row: Record, id_: str, **values: Any) -> Record:
    """Return a copy of a row with the mark in every text, and other values."""
    texts = {
        f.name: f"{SECRET} {f.name}"
        for f in table_schema.tables()[table].fields
        if f.type == "string" and f.format in ("text", "name", "code", "model")
    }
    return dataclasses.replace(row, **{**texts, "id": id_, **values})  # type: ignore[arg-type]


def add(tables: Tables, table: str, row: Record) -> None:
    """Add a row to a table."""
    tables[table][row.id] = row


def full_of_secrets(demo: PublicView) -> Catalog:
    """Return the demonstration city with rows and cells added that may not be published."""
    tables: Tables = {name: dict(rows) for name, rows in demo.tables.items()}
    firm = marked("enterprises", next(iter(demo.rows(Enterprise).values())), f"{SECRET}-firm", uscc="")
    add(tables, "enterprises", firm)  # named by rows that are held only, so that it is held with them
    for number, row in enumerate(list(tables["recognitions"].values())):
        held = {"publish": "hold"} | (
            {"enterprise": firm.id, "park": "", "product": ""} if number < 3 else {}
        )
        add(tables, "recognitions", marked("recognitions", row, f"{SECRET}-row-{number}", **held))
    for number, row in enumerate(list(tables["places"].values())):
        if number % 3 == 0 or getattr(row, "grade", "") == "inferred":
            changed = dataclasses.replace(row, grade="inferred", area=SECRET)  # type: ignore[call-arg]
            add(tables, "places", changed)
        add(tables, "places", marked("places", row, f"{SECRET}-lead-{number}", grade="candidate"))
    for row in list(tables["entries"].values()):
        add(tables, "entries", marked("entries", row, f"{SECRET}-{row.id}", disclosure="internal"))
    for table, when in (("lists", "published"), ("events", "date"), ("claims", "as_of")):
        for row in list(tables[table].values()):
            add(tables, table, marked(table, row, f"{SECRET}-{row.id}", **{when: LATER}))
    for name in demo.tables.keys() - {"withdrawals", "tombstones", "redirects"}:
        if tables[name]:
            row = marked(name, next(iter(demo.tables[name].values())), f"gone-{name}")
            add(tables, name, row)
            withdrawal = Withdrawal(f"wd-{name}", row.id, dates.parse("2025-01-31"), "correction")
            add(tables, "withdrawals", withdrawal)
    for name, field in guarded():
        for row in list(tables[name].values()):
            if field.internal:
                add(tables, name, dataclasses.replace(row, **{field.name: SECRET}))  # type: ignore[arg-type]
            elif field.soft and "enterprises" in field.references:
                add(tables, name, dataclasses.replace(row, **{field.name: firm.id}))  # type: ignore[arg-type]
    case = next(iter(demo.cases.values()))
    later = dataclasses.replace(case, id=f"{SECRET}-case", title=SECRET, body=SECRET, published=LATER)
    common = {f.name: getattr(demo, f.name) for f in dataclasses.fields(RowStore)}
    return Catalog(**{**common, "tables": tables, "cases": {**demo.cases, later.id: later}})


def guarded() -> Iterator[tuple[str, table_schema.Field]]:
    """Yield every field whose cells are not always published, with its table."""
    for table in table_schema.tables().values():
        yield from ((table.name, f) for f in table.fields if f.internal or f.soft or f.published_if[0])


def as_csv(tables: Mapping[str, Mapping[str, Record]]) -> dict[str, bytes]:
    """Return the published columns of every table, cells as they are in the view."""
    files = {}
    for name, rows in tables.items():
        columns = [f.name for f in table_schema.tables()[name].fields if not f.internal]
        cells = [[str(getattr(row, c) or "") for c in columns] for row in rows.values()]
        files[name] = csv_text([columns, *cells]).encode()
    return files


def leaks(demo: PublicView) -> set[str]:
    """Return the paths of everything in the site that has the mark, and the fields of the output itself."""
    output = site_output_of(public_view(full_of_secrets(demo), demo.as_of, as_csv))
    paths = set()
    for made in output.content(iter):
        text = made.data.decode("utf-8", "replace") if isinstance(made, Artifact) else repr(made)
        path = made.path if isinstance(made, Artifact) else made.address
        if SECRET in text or SECRET in path:
            paths.add(path)
    parts = {f.name: repr(getattr(output, f.name)) for f in dataclasses.fields(output)}
    return paths | {name for name, text in parts.items() if name not in NOT_WRITTEN and SECRET in text}


def test_nothing_that_may_not_be_published_is_in_any_output(demo: PublicView) -> None:
    assert leaks(demo) == set()


@pytest.mark.parametrize(
    ("step", "broken"),
    [
        ("_guarded", lambda _table: ()),
        ("_kept_back", lambda _tables, _as_of: set()),
        ("_later", lambda _tables, _cases, _on: set()),
        ("_withdrawn", lambda _tables: {}),
    ],
)
def test_a_release_without_one_of_its_steps_leaks(
    demo: PublicView, monkeypatch: pytest.MonkeyPatch, step: str, broken: Any
) -> None:
    monkeypatch.setattr(publication, step, broken)
    view = public_view(full_of_secrets(demo), demo.as_of, as_csv)
    assert any(SECRET.encode() in data for data in view.files.values())


def test_cells_that_are_blanked_are_text_or_may_be_unknown() -> None:
    for _, field in guarded():
        assert field.type != "boolean"


def test_the_area_of_a_place_is_in_the_view_only_where_it_is_confirmed(demo: PublicView) -> None:
    view = public_view(full_of_secrets(demo), demo.as_of, as_csv)
    places = view.tables["places"].values()
    assert {(getattr(p, "grade", ""), bool(getattr(p, "area", ""))) for p in places} == {
        ("confirmed", True),
        ("inferred", False),
    }
