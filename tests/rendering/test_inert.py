"""Hostile text in any shown field is text in the page: no element, script or handler comes of it."""

from __future__ import annotations

import dataclasses

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model import Catalog
from generator.records import Enterprise, Record
from generator.rendering.stream import render_catalog

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'{{7*7}}]]></script>\u202e"


@pytest.fixture(scope="module")
def hostile_pages(demo: Catalog) -> dict[str, str]:
    """The body of every page of a city whose firms all have the hostile name, checks off."""
    rows: dict[str, Record] = {
        i: dataclasses.replace(row, name_zh=HOSTILE + i, ownership=HOSTILE)
        for i, row in demo.all(Enterprise).items()
    }
    catalog = dataclasses.replace(demo, tables={**demo.tables, "enterprises": rows}, _index={})
    return {p.address: p.body for p in render_catalog(catalog, generator="test").pages(0, 1)}


def test_the_name_is_shown_as_text(hostile_pages: dict[str, str]) -> None:
    tree = LexborHTMLParser(hostile_pages["enterprises/ent-001/"])
    heading = tree.css_first("h1")
    assert heading is not None
    assert "<script>alert(1)</script>" in heading.text()
    assert "{{7*7}}" in heading.text()


def test_no_page_has_an_element_or_handler_of_it(hostile_pages: dict[str, str]) -> None:
    for address, body in hostile_pages.items():
        tree = LexborHTMLParser(body)
        assert tree.css("img[src=x]") == [], address
        assert [s for s in tree.css("script") if "alert(1)" in s.text()] == [], address
        assert tree.css("[onerror]") == [], address
