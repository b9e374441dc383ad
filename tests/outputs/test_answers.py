"""Quick answers: the published figure, the names by both rules, the words to quote; the feed of changes."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations, alphabetical
from generator.outputs.feeds import change_feed
from generator.register.ledger import AXES
from generator.register.register import Register
from generator.register.totals import CountQuery, tally
from generator.schema.records import OfficialList, Record
from generator.site.document import Copy, Facts, Note, Table
from generator.site.pages import answers, changes
from generator.site.sections import quick_counts
from generator.site.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def site(changzhou: PublicView) -> Site:
    """Changzhou in Chinese."""
    return Site(Register(changzhou), Translations("zh"))


def question(site: Site, area: str = "changzhou", on: date | None = None) -> quick_counts.QuickCount:
    return quick_counts.QuickCount(on or site.as_of, area)


def test_the_city_has_a_page_for_its_date_its_areas_and_every_year_end(site: Site) -> None:
    found = [q.address(site) for q in quick_counts.questions(site)]
    assert found[0] == "answers/"
    assert {"answers/wujin/", "answers/2021-12-31/", "answers/2017-12-31/"} <= set(found)
    assert "answers/wujin-2021-12-31/" in found
    assert len(set(found)) == len(found)
    assert len(found) < 80


@pytest.mark.parametrize("city", ["changzhou", "demo"])
def test_an_area_has_the_days_for_which_something_is_held(city: str, request: pytest.FixtureRequest) -> None:
    site = Site(Register(request.getfixturevalue(city)), Translations("zh"))
    found = quick_counts.questions(site)
    city_days = [q.on for q in found if q.area == site.catalog.settings.area]
    assert len(city_days) >= 8
    areas = {q.area for q in found} - {site.catalog.settings.area}
    for area in areas:
        have = {q.on for q in found if q.area == area}
        for day in city_days:
            if day != site.as_of:
                empty = not list(answers.lines(site, quick_counts.QuickCount(day, area)))
                assert (day in have) != empty, (area, day)


def test_an_area_that_was_dissolved_has_the_days_on_which_it_was_one(demo: PublicView) -> None:
    site = Site(Register(demo), Translations("zh"))
    days = {q.on for q in quick_counts.questions(site) if q.area == "area-gengxu"}
    assert all(day < date(2019, 12, 31) for day in days)


def test_a_unit_counts_where_it_lay_on_the_day(demo: PublicView) -> None:
    site = Site(Register(demo), Translations("zh"))
    checked = 0
    for q in quick_counts.questions(site):
        if q.area == demo.settings.area:
            continue
        for line in answers.lines(site, q):
            for axis, count in zip(AXES, line.held, strict=True):
                rule = CountQuery(line.category.id, (line.scheme.level,), q.on, axis, q.area)
                units = tally(demo, site.register.ledger, rule).units
                assert count == len(units), q
                assert axis != site.register.axis or sorted(line.units) == sorted(units), q
                checked += count
    assert checked > 100


def links_of(facts: Facts) -> list[str]:
    return [run.to for fact in facts.facts for run in fact.value if run.to is not None]


def test_every_answer_leads_to_every_other(site: Site) -> None:
    every = quick_counts.questions(site)
    here = next(q for q in every if q.token(site) == "wujin-2021-12-31")
    chooser, facts = quick_counts.ways(site, every, here)
    offered = [(area, day) for area, _, days in chooser.areas for day in days.split(" ")]
    assert [pair for pair in offered if pair[1]] == [(q.area, str(q.on)) for q in every]
    assert (chooser.area, str(chooser.on), chooser.last) == ("wujin", "2021-12-31", site.as_of)
    assert links_of(facts) == [q.address(site) for q in every if q.area == "wujin" and q != here]
    _, facts = quick_counts.ways(site, every, every[0])
    assert links_of(facts) == [q.address(site) for q in every[1:]], "without a script by way of the first"


def test_names_stand_in_their_own_order(site: Site) -> None:
    named = [site.name(u) for line in answers.lines(site, question(site)) for u in line.units[:9]]
    assert len(named) > 20
    for line in answers.lines(site, question(site)):
        names = [alphabetical(site.name(unit)) for unit in line.units]
        assert names == sorted(names), line.scheme.id


def test_where_nothing_is_held_or_published_the_page_says_so(site: Site) -> None:
    early = question(site, on=date(2009, 5, 4))
    body = answers.answer(site, early, [*answers.lines(site, early)], quick_counts.questions(site))
    (told,) = (b for b in body.sections[0].blocks if isinstance(b, Note))
    assert told.text.startswith(site.words("answers.nothing", area=site.city, on=early.on))
    assert not [b for b in body.sections[0].blocks if isinstance(b, Table)]
    assert "2009-05-04" in told.text


def test_both_rules_are_told_and_differ_where_a_list_came_late(site: Site) -> None:
    lines = {line.scheme.id: line for line in answers.lines(site, question(site, on=date(2021, 12, 31)))}
    by_year, published = lines["factory-national"].held
    assert (by_year, published, lines["factory-national"].apart) == (21, 17, 6)
    claim = lines["factory-national"].claim
    assert claim is not None
    assert (claim.id, claim.value) == ("claim-01", 27)


def test_an_area_counts_confirmed_units_within_it(site: Site, changzhou: PublicView) -> None:
    for area in ("wujin", "jintan", "cz-jingkai"):
        for line in answers.lines(site, question(site, area)):
            rule = CountQuery(line.category.id, (line.scheme.level,), site.as_of, "list_year", area)
            assert sorted(line.units) == sorted(tally(changzhou, site.register.ledger, rule).units)
            assert line.held[0] == len(line.units)
            assert line.claim is None, "a figure of the city is not one of its districts"


def test_every_document_quoted_has_its_footnote(site: Site) -> None:
    found = list(answers.lines(site, question(site)))
    body = answers.answer(site, question(site), found, quick_counts.questions(site))
    (copy,) = (b for s in body.sections for b in s.blocks if isinstance(b, Copy))
    paragraph, *notes = copy.paragraphs
    table = next(b for b in body.sections[0].blocks if isinstance(b, Table))
    assert len(table.rows) == 6
    for number, note in enumerate(notes, 1):
        assert f"[{number}]" in paragraph
        assert note.startswith(f"[{number}] ")
    assert f"[{len(notes) + 1}]" not in paragraph


def test_the_csv_holds_the_counts_and_as_many_names(site: Site) -> None:
    data = answers.as_csv(site, question(site), answers.lines(site, question(site)))
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    names = Counter(r["scheme"] for r in rows if r["name"])
    counts = {r["scheme"]: int(r["held"]) for r in rows if r["held"] and r["axis"] == "list_year"}
    assert names == {scheme: n for scheme, n in counts.items() if n}


def test_a_page_of_lists_without_a_day_leads_to_no_feed(site: Site) -> None:
    def sections(of: Site) -> set[str]:
        return {s.id for s in changes.changes(of).sections}

    lists = site.catalog.rows(OfficialList)
    undated: dict[str, Record] = {i: replace(x, published=None, dated=None) for i, x in lists.items()}
    tables = {**site.catalog.tables, "lists": undated, "events": {}}
    without = Site(Register(replace(site.catalog, tables=tables)), Translations("zh"))
    assert list(change_feed.files(without, "")) == []
    assert without.register.rounds
    assert sections(without) == {"undated"}
    assert {"years", "feed"} <= sections(site)


def test_the_feed_takes_its_dates_from_the_data(site: Site) -> None:
    (artifact,) = change_feed.files(site, "https://example.org/x/")
    (again,) = change_feed.files(site, "https://example.org/x/")
    assert artifact == again
    root = ET.fromstring(artifact.data)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == sum(1 for r in site.register.rounds if r.on)
    updated = [e.findtext(f"{ATOM}updated") or "" for e in entries]
    assert updated == sorted(updated, reverse=True)
    assert root.findtext(f"{ATOM}updated") == updated[0] == "2026-03-11T00:00:00+00:00"
    ids = [e.findtext(f"{ATOM}id") or "" for e in entries]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith("urn:uuid:") for i in ids)
    links = [link.attrib["href"] for e in entries for link in e.findall(f"{ATOM}link")]
    assert all(link.startswith("https://example.org/x/changes/#") for link in links)


def test_a_removal_never_stands_without_what_it_means(demo: PublicView) -> None:
    city = Site(Register(demo), Translations("zh"))
    body = changes.changes(city)
    seen = 0
    for section in body.sections:
        rows = [row for b in section.blocks if isinstance(b, Table) for row in b.rows]
        removals = [row for row in rows if row.cells[0][0].text == city.words("change.removed")]
        if removals:
            notes = [b.text for b in section.blocks if isinstance(b, Note)]
            assert city.words("msg.removed") in notes, section.id
            assert all(row.cells[-1][0].text for row in removals), "a reason, or that none is printed"
            seen += len(removals)
    assert seen >= 10
