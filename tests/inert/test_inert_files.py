"""With the checks off, hostile text changes nothing that acts, in any file of the site."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hostile import text_fields
from inert_reading import Reading
from payloads import OURS, RUN, naughty
from selectolax.lexbor import LexborHTMLParser
from walking import read, read_site

from generator.catalog.public_view import PublicView
from generator.schema import table_schema

Site = dict[str, Reading]


def test_every_class_of_payload_stands_in_every_text_field(hostile_city: PublicView) -> None:
    for table in table_schema.tables().values():
        rows = list(hostile_city.tables[table.name].values())
        for field in text_fields(table):
            text = "\n".join(str(getattr(row, field.name)) for row in rows)
            if field.format != "url":
                missing = [name for name, texts in OURS.items() if not any(one in text for one in texts)]
                assert not missing, (table.name, field.name)


def test_every_naughty_string_stands_in_the_published_tables(hostile_site: Path) -> None:
    cells = set()
    for path in (hostile_site / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells |= {cell for row in csv.reader(file) for cell in row}
    assert [text for text in naughty() if text not in cells] == []


def test_the_site_has_the_same_files(found: Site, clean: Site) -> None:
    assert found.keys() == clean.keys()


def test_every_file_is_of_a_known_type_and_well_formed(found: Site) -> None:
    assert {path: reading.wrong for path, reading in found.items() if reading.wrong} == {}


def test_what_acts_is_what_acts_on_the_clean_site(found: Site, clean: Site) -> None:
    odd = {
        path: sorted(reading.acts ^ clean[path].acts)
        for path, reading in found.items()
        if reading.acts != clean[path].acts
    }
    assert odd == {}


def test_no_address_elsewhere_is_added(found: Site, clean: Site) -> None:
    added = {path: reading.followed - clean[path].followed for path, reading in found.items()}
    assert {path: links for path, links in added.items() if links} == {}


def test_no_element_attribute_or_class_is_added(found: Site, clean: Site, changzhou_site: Path) -> None:
    def words(site: Site) -> set[tuple[str, ...]]:
        return set().union(*(reading.words for reading in site.values()))

    # The theme's table of contents, which the prose of the demonstration is too short to have.
    assert words(found) - words(clean) - words(read_site(changzhou_site)) == set()


def test_no_code_or_style_is_made_of_data(found: Site, clean: Site) -> None:
    assert {path: r.fixed for path, r in found.items()} == {path: r.fixed for path, r in clean.items()}


def test_the_hostile_text_is_shown(hostile_site: Path) -> None:
    """Else all of the above would hold of a site that shows nothing."""
    for page in ("enterprises/ent-001", "products/prod-001", "enterprises", "about", "guidance/ladder"):
        body = LexborHTMLParser((hostile_site / page / "index.html").read_bytes()).body
        assert body is not None
        assert RUN in body.text(), page


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.html", "<p onclick=x>"),
        ("x.html", "<script>x</script>"),
        ("x.html", '<a href="java\nscript:x">x</a>'),
        ("x.html", '<a href="//x.invalid">x</a>'),
        ("x.html", '<img src="//x.invalid/x.png">'),
        ("x.html", '<img src="x">'),
        ("x.html", "<p style='x'>"),
        ("x.html", "<style>x</style>"),
        ("x.html", "<iframe srcdoc=x>"),
        ("x.html", "<meta http-equiv=refresh content='0;url=//x.invalid'>"),
        ("x.html", "<svg><foreignObject></foreignObject></svg>"),
        ("x.html", "<div class=prose><video></video></div>"),
    ],
)
def test_the_reading_sees_what_acts(name: str, text: str) -> None:
    assert read(name, text.encode()).acts


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.html", '<script type="application/ld+json">{"a": "<b>"}</script>'),
        ("x.html", '<script type="application/ld+json">{</script>'),
        ("x.json", "{'a': 1}"),
        ("x.json", '{"a": NaN}'),
        ("x.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
        ("x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
        ("x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:x"/></svg>'),
        ("x.svg", '<svg xmlns="http://www.w3.org/2000/svg" style="fill:url(//x)"/>'),
        ("x.svg", "<svg>\x01</svg>"),
        ("x.atom", '<feed><title type="html">&lt;script&gt;x&lt;/script&gt;</title></feed>'),
        ("x.xml", '<feed><link href="javascript:x"/></feed>'),
        ("x.xml", "<!DOCTYPE x><x/>"),
        ("x.csv", "a,b\n1\n"),
        ("x.csv", "\ufeffa,b\n=1,2\n"),
        ("x.csv", "\ufeffa,b\n＝1,2\n"),
        ("x.ics", "BEGIN:VCALENDAR\r\nSUMMARY:x\r\nATTACH:file\r\n"),
        ("x.ics", "SUMMARY:x\nfree text\n"),
        ("x.png", "GIF"),
        ("x.exe", "MZ"),
        ("noending", ""),
    ],
)
def test_the_reading_sees_what_is_wrong(name: str, text: str) -> None:
    assert read(name, text.encode()).wrong


def test_the_reading_lets_plain_files_pass() -> None:
    for name, text in (
        ("x.csv", "\ufeffa,b\n-1.5,+2\n'=1,x\n"),
        ("x.csv", "a\n=1\n"),
        ("x.json", '{"a": "</script>"}'),
        ("x.xml", '<feed><link href="https://x.invalid/"/></feed>'),
        ("x.ics", "BEGIN:VCALENDAR\r\nSUMMARY:=1\r\n"),
    ):
        assert not read(name, text.encode()).wrong, name
