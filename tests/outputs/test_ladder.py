"""The ladder guide: who decides, every date with its document and calendar file, what is missing said so."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import made
import pytest
from made import site_output_of
from selectolax.lexbor import LexborHTMLParser

from generator.catalog.public_view import PublicView
from generator.formats.dates import parse
from generator.i18n.messages import messages
from generator.register.levels import KINDS, is_past, rungs
from generator.schema.records import Category, Indicator, Requirement, Scheme


def pages(catalog: PublicView) -> dict[str, LexborHTMLParser]:
    rendering = site_output_of(catalog)
    found = (p for p in made.pages(rendering) if p.address.startswith(("ladder/", "self-check/")))
    return {page.address: LexborHTMLParser(page.body) for page in found}


@pytest.fixture(scope="module", params=["changzhou", "demo"])
def city(request: pytest.FixtureRequest) -> tuple[PublicView, dict[str, LexborHTMLParser]]:
    """A city's catalog and the pages of its ladder guide."""
    catalog = request.getfixturevalue(request.param)
    return catalog, pages(catalog)


City = tuple[PublicView, dict[str, LexborHTMLParser]]


def test_every_category_with_a_scheme_has_its_ladder_from_the_lowest_level_up(city: City) -> None:
    catalog, found = city
    used = {s.category for s in catalog.rows(Scheme).values()}
    assert {a for a in found if a.startswith("ladder/")} == {"ladder/"} | {f"ladder/{c}/" for c in used}
    for category in used:
        names = [
            tr.css("td")[1].text() for tr in found[f"ladder/{category}/"].css("section:has(#steps) tbody tr")
        ]
        assert names == [r.scheme.name_zh for r in rungs(catalog, category)]


def test_every_date_names_its_document_and_leads_to_its_file(city: City) -> None:
    catalog, found = city
    dated = [r for r in catalog.rows(Requirement).values() if r.kind == "deadline"]
    rows = {tr.attributes["data-id"]: tr for tr in found["ladder/"].css("section:has(#calendar) tbody tr")}
    assert set(rows) == {r.id for r in dated}
    for row in dated:
        links = [a.attributes["href"] or "" for a in rows[row.id].css("a")]
        assert f"../sources/{row.source}/" in links
        assert row.due is not None
        assert (f"../ladder/{row.id}.ics" in links) == (row.due.first == row.due.last)
        assert bool(rows[row.id].css_first(".status-unverified")) == (not row.checked)
        assert bool(rows[row.id].css_first(".status-past")) == is_past(row, catalog.as_of)
    past = [bool(tr.css_first(".status-past")) for tr in rows.values()]
    assert past == sorted(past), "what is past stands after what is to come"
    assert any(past)


def test_kinds_of_which_nothing_is_held_are_named(city: City) -> None:
    catalog, found = city
    for category in {s.category for s in catalog.rows(Scheme).values()}:
        page = found[f"ladder/{category}/"]
        held = {r.kind for r in catalog.where(Requirement, "category", category)}
        node = page.css_first("section:has(#missing)")
        told = node.text() if node else ""
        for kind in KINDS:
            assert (messages()[f"requirement.{kind}"]["zh"] in told) == (kind not in held), (category, kind)


def test_in_the_demonstration_every_kind_is_held_for_factories(demo: PublicView) -> None:
    assert {r.kind for r in demo.where(Requirement, "category", "factory")} == set(KINDS)
    assert {r.category for r in demo.rows(Requirement).values()} >= {
        "factory",
        "park",
        "supply-chain",
        "product",
    }


def test_versions_of_a_standard_are_never_in_one_table(city: City) -> None:
    catalog, found = city
    of = {i.id: i.standard for i in catalog.rows(Indicator).values()}
    tables = found["self-check/"].css("tbody")
    seen = []
    for table in tables:
        standards = {of[tr.attributes["data-id"] or ""] for tr in table.css("tr")}
        assert len(standards) == 1
        seen += [tr.attributes["data-id"] for tr in table.css("tr")]
    assert sorted(i for i in seen if i) == sorted(of)


def test_only_a_version_in_force_with_public_values_can_be_filled_in(city: City) -> None:
    catalog, found = city
    frames = found["self-check/"].css("[data-self-check]")
    ids = {tr.attributes["data-id"] for frame in frames for tr in frame.css("tbody tr")}
    standards = {i.standard for i in catalog.rows(Indicator).values() if i.id in ids}
    if catalog.settings.demo:
        assert "std-1001-2025" in standards
        assert "std-1001-2018" not in standards
    else:
        assert standards == set()
    assert found["self-check/"].css("input") == []


def unfolded(data: bytes) -> list[str]:
    text = data.decode()
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def calendars(catalog: PublicView) -> dict[str, list[str]]:
    files = made.files(site_output_of(catalog))
    return {a.path: unfolded(a.data) for a in files if a.path.endswith(".ics")}


def test_calendar_files_hold_the_dates_of_the_data_and_no_clock(city: City) -> None:
    catalog, _ = city
    files = calendars(catalog)
    whole = files.pop("ladder/calendar.ics")
    over = 0
    stamp = f"DTSTAMP:{catalog.settings.as_of:%Y%m%d}T000000Z"
    for path, lines in files.items():
        row = catalog.rows(Requirement)[path.removeprefix("ladder/").removesuffix(".ics")]
        assert row.due is not None
        assert f"DTSTART;VALUE=DATE:{row.due.text.replace('-', '')}" in lines
        assert ("RRULE:FREQ=YEARLY" in lines) == row.yearly
        assert stamp in lines
        past = is_past(row, catalog.as_of)
        assert (lines[3:-1] == [x for x in lines[3:-1] if x in whole]) != past
        assert any(f"UID:{row.id}@" in line for line in whole) != past
        over += past
    uids = [line for line in whole if line.startswith("UID:")]
    assert over, "each city has a deadline that is past"
    assert len(set(uids)) == len(uids) == len(files) - over
    assert calendars(catalog)["ladder/calendar.ics"] == whole


HOSTILE = "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:x\u2028UID:1" + "汉" * 60


def test_no_text_of_a_row_becomes_a_line_of_the_file(demo: PublicView) -> None:
    row: Any = next(r for r in demo.rows(Requirement).values() if r.kind == "deadline")
    hostile = dataclasses.replace(row, text_zh=HOSTILE, due=parse("2025-03-31"))
    tables = {**demo.tables, "requirements": {**demo.tables["requirements"], row.id: hostile}}
    lines = calendars(dataclasses.replace(demo, tables=tables))[f"ladder/{row.id}.ics"]
    assert [line for line in lines if line.startswith(("BEGIN", "END"))] == [
        "BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    assert re.search(r"a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARM\\nATTACH:x\\nUID:1汉{60}$", summary)


def test_a_listed_factory_answers_five_questions_and_nobody_else_does(demo: PublicView) -> None:
    rendering = site_output_of(demo)
    factories = {s.subject for s in _spells(demo)}
    answered = set()
    for page in made.pages(rendering):
        if page.address.startswith("enterprises/") and page.address.count("/") == 2:
            node = LexborHTMLParser(page.body).css_first("section:has(#questions)")
            if node:
                answered.add(page.address.split("/")[1])
                assert len(node.css("dt")) == 5
                assert messages()["msg.meaning"]["zh"] in node.text()
    assert factories <= answered
    assert len(answered) < len(demo.tables["enterprises"])


def _spells(catalog: PublicView) -> list[Any]:
    from generator.register.ledger import build_ledger

    factory = catalog.rows(Category)["factory"].id
    ledger = build_ledger(catalog)
    return [s for s in ledger.spells if s.row.category == factory and s.subject and s.begun(catalog.as_of)]
