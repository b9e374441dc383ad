"""Supervision by disclosure: what is public is shown until its day, counts without small cells, nothing else.

Where the program decides what may be seen is tested in tests/package; here the pages and files are looked at.
"""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import made
import pytest
from cities import CHANGZHOU, DEMO_CITY, City
from made import site_output_of
from selectolax.lexbor import LexborHTMLParser

from generator import parallel
from generator.checks.validate import validate

PAGE = "supervision/"
WITHDRAWN = {"entry-0046", "entry-0047"}
"""Entries of the demonstration city that were withdrawn; the table of withdrawals names them and no more."""


def tree(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def rows(page: LexborHTMLParser, section: str) -> list[list[str]]:
    """Return the cells of the tables below a heading."""
    heading = page.css_first(f"#{section}")
    assert heading is not None
    assert heading.parent is not None
    return [[td.text(strip=True) for td in tr.css("td")] for tr in heading.parent.css("tbody tr")]


def table(city: City, name: str) -> list[dict[str, str]]:
    with (city.data / "supervision" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entries() -> list[dict[str, str]]:
    return table(DEMO_CITY, "entries")


def shown_on(day: str) -> set[str]:
    """Ids of the entries that may be seen on a day, worked out from the file alone."""
    return {
        e["id"]
        for e in entries()
        if e["disclosure"] == "public" and e["id"] not in WITHDRAWN
        if (e["public_from"] or day) <= day <= (e["public_until"] or day)
    }


def test_changzhou_tells_every_programme_and_no_entry_it_does_not_hold(changzhou_site: Path) -> None:
    page = tree(changzhou_site, PAGE)
    named = {p["id"]: p["name_zh"] for p in table(CHANGZHOU, "programmes")}
    assert {"节能监察", "能耗强度目标", "能源审计"} <= set(named.values()), "what the letter names"
    told = [tr.attributes["id"] for tr in page.css("tr[id]") if tr.attributes["id"] in named]
    assert sorted(map(str, told)) == sorted(named)
    held = {e["id"] for e in table(CHANGZHOU, "entries") if e["disclosure"] == "public"}
    assert len(rows(page, "entries")) <= len(held)
    with (changzhou_site / "data" / "entries.csv").open(encoding="utf-8", newline="") as file:
        assert {e["id"] for e in csv.DictReader(file)} <= held


def test_the_aims_of_changzhou_keep_the_words_of_commitment(changzhou_site: Path) -> None:
    found = {(row[2], row[3]): row[4] for row in rows(tree(changzhou_site, PAGE), "aims")}
    assert "确保" in found["2021—2025", "14.5%"]
    assert "上级下达" in found["2016—2020", "18%"]
    assert ("2021", "3.8%") in found
    assert ("2010—2021", "41.1%") in found


def test_the_demonstration_shows_what_is_public_and_nothing_past_its_day(demo_site: Path) -> None:
    page = tree(demo_site, PAGE)
    heading = page.css_first("#entries")
    assert heading is not None
    assert heading.parent is not None
    shown = {tr.attributes["id"] for tr in heading.parent.css("tbody tr")}
    assert shown == shown_on("2025-06-30")
    assert len(shown) > 8
    assert {e["id"] for e in entries()} - shown, "something is kept back"


def test_units_stand_in_the_order_of_their_names_within_a_programme(demo_site: Path) -> None:
    found = rows(tree(demo_site, PAGE), "entries")
    programmes = [row[1] for row in found]
    assert programmes == sorted(programmes, key=programmes.index), "a programme's entries stand together"
    for programme in set(programmes):
        names = [row[0].encode("gb18030") for row in found if row[1] == programme]
        assert names == sorted(names), programme


def test_counts_are_told_and_small_ones_are_not(demo_site: Path) -> None:
    found = {(row[0], row[1], row[2]): row[3] for row in rows(tree(demo_site, PAGE), "aggregate")}
    assert found["企业资源集约利用评价", "2023", "A档"] == "6"
    assert found["企业资源集约利用评价", "2023", "其他结果"] == "少于 3"
    assert {value for value in found.values() if value.isdigit() and int(value) < 3} == set()
    assert "C档" not in (demo_site / PAGE / "index.html").read_text("utf-8")


def test_an_aggregate_row_is_in_no_file(demo_site: Path) -> None:
    held = [e["id"] for e in entries() if e["disclosure"] == "aggregate"]
    assert len(held) > 20
    texts = [p.read_bytes() for p in demo_site.rglob("*") if p.is_file()]
    assert [id_ for id_ in held if any(id_.encode() in text for text in texts)] == []


@pytest.mark.parametrize("city", ["changzhou_site", "demo_site"])
def test_search_engines_are_asked_to_stay_away(request: pytest.FixtureRequest, city: str) -> None:
    site: Path = request.getfixturevalue(city)
    robots = tree(site, PAGE).css_first('meta[name="robots"]')
    assert robots is not None
    assert robots.attributes["content"] == "noindex"
    assert "<loc>./supervision/" not in (site / "sitemap.xml").read_text("utf-8")


def test_its_charts_are_kept_from_search_engines_too(demo_site: Path) -> None:
    pages = sorted((demo_site / "charts").glob("supervision-*/**/index.html"))
    assert pages
    for path in pages:
        assert 'name="robots" content="noindex"' in path.read_text("utf-8"), path
    assert "charts/supervision-" not in (demo_site / "sitemap.xml").read_text("utf-8")


def test_the_page_of_a_unit_says_where_and_not_what(demo_site: Path) -> None:
    page = tree(demo_site, "enterprises/ent-026/")
    heading = page.css_first("#supervision")
    assert heading is not None
    assert heading.parent is not None
    links = [a.attributes["href"] for a in heading.parent.css("a")]
    assert links == ["../../supervision/#entry-0001"]
    assert "符合能耗限额标准" not in page.css_first("article").text()  # type: ignore[union-attr]


@pytest.mark.parametrize("day", ["2025-12-31", "2026-01-01", "2026-07-05"])
def test_an_entry_leaves_every_file_after_its_last_day(
    day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "process_count", lambda: 1)
    shutil.copytree(DEMO_CITY.data, tmp_path / "data")
    settings = tmp_path / "data" / "portal.yaml"
    settings.write_text(settings.read_text("utf-8").replace("as_of: 2025-06-30", f"as_of: {day}"), "utf-8")
    catalog = validate(tmp_path / "data", DEMO_CITY.docs).catalog
    assert catalog is not None
    assert catalog.as_of == date.fromisoformat(day)
    rendering = site_output_of(catalog)
    assert rendering.hidden == ("data/entries.csv",)
    texts = [page.body.encode() for page in made.pages(rendering)]
    texts += [artifact.data for artifact in made.files(rendering)]
    public = {e["id"] for e in entries() if e["disclosure"] == "public"} - WITHDRAWN
    assert {id_ for id_ in public if any(id_.encode() in text for text in texts)} == shown_on(day)
