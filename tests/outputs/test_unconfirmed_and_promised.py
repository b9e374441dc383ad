"""What is not confirmed and what is only aimed for is never shown as the city's own or as a fact."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace

import pytest

from generator.catalog.public_view import PublicView
from generator.i18n.messages import messages
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.schema.records import Claim, OfficialList, Place, Recognition, Source, Target
from generator.site.document import Document, Facts, Note, Section, Table
from generator.site.kinds.lists import official_list
from generator.site.kinds.sources import source as document_page
from generator.site.sections import history
from generator.site.sections.figures import told_on
from generator.site.site import Site


@pytest.fixture(params=["changzhou", "demo"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each city in turn."""
    catalog: PublicView = request.getfixturevalue(request.param)
    return Site(Register(catalog), Translations("zh"))


def section(body: Document, name: str) -> Section | None:
    return next((s for s in body.sections if s.id == name), None)


def told(found: Section | None) -> list[tuple[str, str]]:
    """Address and text of every fact of a section."""
    facts = [f for block in (found.blocks if found else ()) if isinstance(block, Facts) for f in block.facts]
    return [(fact.value[0].to, "".join(part.text for part in fact.value)) for fact in facts]


def test_aims_stand_apart_from_figures_with_year_and_commitment(site: Site) -> None:
    several = 0
    for document in site.catalog.rows(Source).values():
        body = document_page(site, document)
        claims = site.catalog.where(Claim, "source", document.id)
        targets = site.catalog.where(Target, "source", document.id)
        figures, aims = told(section(body, "figures")), told(section(body, "aims"))
        assert [to for to, _ in figures] == [f"reconciliation/#{c.id}" for c in claims]
        assert [to for to, _ in aims] == [f"targets/#{t.id}" for t in targets]
        for claim, (_, text) in zip(claims, figures, strict=True):
            assert told_on(site, claim) in text
        for target, (_, text) in zip(targets, aims, strict=True):
            assert str(target.year) in text
            assert messages()[f"target.{target.commitment}"]["zh"] in text
        several += bool(targets)
    assert several, "no document has an aim"


def test_every_row_of_the_national_list_alone_is_marked_on_its_list(site: Site) -> None:
    grade, words = (site.words(key) for key in ("attribution.inferred", "msg.inferred"))
    unconfirmed = 0
    for official in site.catalog.rows(OfficialList).values():
        rows = site.catalog.where(Recognition, "list", official.id)
        body = official_list(site, official)
        blocks = [block for s in body.sections for block in s.blocks]
        tables = [block for block in blocks if isinstance(block, Table)]
        marked = [any(grade == part.text for part in row.cells[-1]) for t in tables for row in t.rows]
        assert marked == [row.publish == "national_only" for row in rows][: len(marked)]
        assert (words in [b.text for b in blocks if isinstance(b, Note)]) == any(marked), official.id
        unconfirmed += sum(marked)
    assert unconfirmed


def test_a_serial_that_a_list_itself_repeats_is_told_to_be_so(demo: PublicView) -> None:
    site = Site(Register(demo), Translations("zh"))
    sic = site.words("msg.sic")
    marked = []
    for official in demo.rows(OfficialList).values():
        rows = demo.where(Recognition, "list", official.id)
        places = Counter((row.section, row.serial) for row in rows if row.serial is not None)
        tables = [b for s in official_list(site, official).sections for b in s.blocks if isinstance(b, Table)]
        for row, shown in zip(rows, (row for table in tables for row in table.rows), strict=False):
            told = any(sic in part.text for cell in shown.cells for part in cell)
            assert told == (places[row.section, row.serial] > 1), row.id
            marked += [row.serial] if told else []
    assert marked == [12, 12]


def test_without_a_remark_a_repeated_serial_is_not_said_to_be_the_lists(demo: PublicView) -> None:
    rows = {i: replace(r, remark="") for i, r in demo.rows(Recognition).items()}
    site = Site(Register(replace(demo, tables={**demo.tables, "recognitions": rows})), Translations("zh"))
    shown = [official_list(site, official) for official in demo.rows(OfficialList).values()]
    assert site.words("msg.sic") not in repr([body.sections for body in shown])


def test_the_slip_of_a_unit_that_only_a_national_list_names_says_so(site: Site) -> None:
    rows = [r for r in site.catalog.rows(Recognition).values() if r.enterprise]
    apart = next(r for r in rows if r.publish == "national_only")
    own = next(r for r in rows if r.publish == "yes")
    for row, expected in ((apart, True), (own, False)):
        slip = history.slip(site, row.name_as_published, "", (), [row])
        assert (site.words("msg.inferred") in [fact.note for fact in slip.facts]) == expected


def test_the_published_file_names_no_area_that_is_not_confirmed(site: Site) -> None:
    text = site.catalog.files["places"].decode("utf-8")
    places = site.catalog.rows(Place)
    areas = {row["id"]: row["area"] for row in csv.DictReader(text.splitlines())}
    assert areas == {i: place.area for i, place in places.items()}
    assert {i for i, area in areas.items() if not area} == {
        i for i, place in places.items() if place.grade != "confirmed"
    }
    assert "" in areas.values()
