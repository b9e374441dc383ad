"""Case studies as they are shown: figures with what they rest on, facets, pictures, the feed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from xml.etree import ElementTree

import made
import pytest
from made import site_output_of
from selectolax.lexbor import LexborHTMLParser

from generator.artifacts import Page, SiteOutput
from generator.catalog.cases import Case
from generator.catalog.public_view import PublicView
from generator.register import case_figures
from generator.site.sections.case_facets import FACETS

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def rendered(catalog: PublicView, site_url: str = "") -> SiteOutput:
    return site_output_of(catalog, site_url=site_url)


def pages(rendering: SiteOutput) -> Iterator[Page]:
    return (page for page in made.pages(rendering) if page.address.startswith("cases/"))


@pytest.fixture(scope="module")
def demo_pages(demo: PublicView) -> dict[str, LexborHTMLParser]:
    """Every page of the demonstration city's cases, by address."""
    return {page.address: LexborHTMLParser(page.body) for page in pages(rendered(demo))}


def test_the_demonstration_has_eight_complete_cases(demo: PublicView) -> None:
    assert len(demo.cases) >= 8
    for case in demo.cases.values():
        assert case.subject
        assert case.investment is not None
        assert case.limits
        assert case.applies_to
        assert [m for m in case.metrics if not m.claimed], case.id
    assert sum(case_figures.payback(c) is not None for c in demo.cases.values()) >= 6


def test_every_figure_without_baseline_or_method_is_marked_and_no_other(
    demo: PublicView, demo_pages: dict[str, LexborHTMLParser]
) -> None:
    for case in demo.cases.values():
        rows = demo_pages[f"cases/{case.id}/"].css("section:has(#figures) tbody tr")
        marked = [row.css_first("td .status-unverified") is not None for row in rows]
        assert marked == [m.claimed for m in case.metrics], case.id


def test_a_payback_is_shown_as_computed_or_said_not_to_be(
    demo: PublicView, demo_pages: dict[str, LexborHTMLParser]
) -> None:
    shown = demo_pages["cases/"].css(".index tbody tr")
    assert len(shown) == len(demo.cases)
    for row in shown:
        case = demo.cases[row.attributes["data-id"] or ""]
        found = case_figures.payback(case)
        cell = row.css("td")[-1].text()
        assert str(found.years) in cell if found else row.css("td")[-1].css_first(".unknown") is not None


def test_row_and_card_carry_the_same_facets_and_every_case_has_both(
    demo: PublicView, demo_pages: dict[str, LexborHTMLParser]
) -> None:
    index = demo_pages["cases/"]

    def facets(selector: str) -> dict[str, tuple[str | None, ...]]:
        nodes = [node.attributes for node in index.css(selector)]
        return {a["data-id"] or "": tuple(a.get(f"data-{name}") for name in FACETS) for a in nodes}

    assert facets(".index tbody tr") == facets(".record-cards li")
    assert set(facets(".record-cards li")) == set(demo.cases)
    for id_, values in facets(".record-cards li").items():
        case = demo.cases[id_]
        assert values[1] == " ".join(dict.fromkeys(m.kind for m in case.measures))
        assert values[3] == case_figures.investment_band(case)
        assert values[5] in ("municipal", "provincial", "national", "none")


def test_every_case_is_reached_by_every_facet_without_a_script(
    demo: PublicView, demo_pages: dict[str, LexborHTMLParser]
) -> None:
    groups = demo_pages["cases/"].css("section:has(#ways) .facts")
    assert len(groups) == 6
    for group in (groups[0], groups[1], groups[3], groups[4], groups[5]):
        linked = {a.attributes["href"] for a in group.css("a")}
        assert linked == {f"../cases/{id_}/" for id_ in demo.cases}


def test_pictures_are_copied_and_shown_at_their_size(
    demo: PublicView, demo_pages: dict[str, LexborHTMLParser]
) -> None:
    shown = {
        (address, node.attributes["src"], node.attributes["width"], node.attributes["height"])
        for address, page in demo_pages.items()
        for node in page.css("article img")
    }
    files = {a.path: a.data for a in made.files(rendered(demo)) if a.path.endswith(".png")}
    expected = {(f"cases/{c.id}/", p) for c in demo.cases.values() for p in c.pictures}
    assert expected
    assert shown == {(at, f"../../{p.address}", str(p.width), str(p.height)) for at, p in expected}
    assert files == {p.address: p.data for _, p in expected}


def _with_body(demo: PublicView, body: str) -> PublicView:
    id_, case = next((i, c) for i, c in demo.cases.items() if c.pictures)
    changed: Case = dataclasses.replace(case, body=body)
    return dataclasses.replace(demo, cases={**demo.cases, id_: changed})


@pytest.mark.parametrize("target", ["https://example.org/a.png", "other.png", "data:image/png,x", "../a.png"])
def test_of_any_other_image_only_the_words_are_left(demo: PublicView, target: str) -> None:
    catalog = _with_body(demo, f"![Words of it]({target})")
    body = "".join(page.body for page in pages(rendered(catalog)))
    assert "<img" not in body
    assert "Words of it" in body


@pytest.mark.parametrize("site_url", ["", "https://example.org/register/"])
def test_the_feed_leads_to_every_case_newest_first(demo: PublicView, site_url: str) -> None:
    (data,) = [a.data for a in made.files(rendered(demo, site_url)) if a.path == "cases/feed.xml"]
    root = ElementTree.fromstring(data)
    entries = root.findall("a:entry", ATOM)
    dates = [e.findtext("a:updated", "", ATOM)[:10] for e in entries]
    assert dates == sorted(dates, reverse=True)
    assert root.findtext("a:updated", "", ATOM)[:10] == dates[0]
    links = {link.attrib["href"] for e in entries for link in e.findall("a:link", ATOM)}
    assert links == {f"{site_url or '../'}cases/{id_}/" for id_ in demo.cases}
    own = [link.attrib["href"] for link in root.findall("a:link[@rel='self']", ATOM)]
    assert own == ([f"{site_url}cases/feed.xml"] if site_url else [])


def test_identifiers_of_the_feed_do_not_depend_on_the_address(demo: PublicView) -> None:
    feeds = []
    for site_url in ("", "https://example.org/", ""):
        (data,) = [a.data for a in made.files(rendered(demo, site_url)) if a.path == "cases/feed.xml"]
        feeds.append(data)
    first, other = (ElementTree.fromstring(data) for data in feeds[:2])
    assert [e.text for e in first.iter("{http://www.w3.org/2005/Atom}id")] == [
        e.text for e in other.iter("{http://www.w3.org/2005/Atom}id")
    ]
    assert feeds[0] == feeds[2]


def test_what_a_feed_reader_takes_for_markup_is_escaped(demo: PublicView) -> None:
    id_, case = next(iter(demo.cases.items()))
    changed = dataclasses.replace(case, unit_name="<img src=x onerror=alert(1)>")
    catalog = dataclasses.replace(demo, cases={**demo.cases, id_: changed})
    (data,) = [a.data for a in made.files(rendered(catalog)) if a.path == "cases/feed.xml"]
    summaries = [
        e.text or "" for e in ElementTree.fromstring(data).iter("{http://www.w3.org/2005/Atom}summary")
    ]
    assert any("&lt;img" in text for text in summaries)
    assert not any("<img" in text for text in summaries)
