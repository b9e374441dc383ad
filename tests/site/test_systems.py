"""Every system of the letter has its place and says what is missing; no menu entry leads to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.i18n.translations import Translations

WORDS = Translations("zh")
LETTER = (
    "parks", "factories", "supply-chains", "products", "services", "finance", "incentives", "cases",
    "supervision", "programmes", "participation",
)  # fmt: skip
"""The systems that 常工信复〔2022〕第52号 describes, in its order."""
LISTS = {"parks": "parks", "factories": "factories", "supply-chains": "supply-chains", "products": "products"}


def tree(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def contents(site: Path, system: str) -> dict[str, LexborNode]:
    """Return what the overview says of each kind of content of a system."""
    heading = tree(site, "guidance").css_first(f"#system-{system}")
    assert heading is not None, system
    section = heading.parent
    assert section is not None
    return {
        fact.css_first("dt").text(): fact.css_first("dd")  # type: ignore[union-attr]
        for fact in section.css(".fact")
    }


def missing(node: LexborNode) -> bool:
    return node.css_first(".unknown") is not None


@pytest.mark.parametrize("city", ["changzhou_site", "demo_site"])
def test_the_overview_walks_the_letter(request: pytest.FixtureRequest, city: str) -> None:
    site: Path = request.getfixturevalue(city)
    headings = [h.attributes["id"] for h in tree(site, "guidance").css("article section > h2")]
    assert headings[: len(LETTER)] == [f"system-{system}" for system in LETTER]


@pytest.mark.parametrize("system", LETTER)
def test_what_changzhou_has_is_linked_and_what_it_lacks_is_said(changzhou_site: Path, system: str) -> None:
    found = contents(changzhou_site, system)
    held = {name: node for name, node in found.items() if not missing(node)}
    assert held, "the city's own words at least"
    for name, node in held.items():
        link = node.css_first("a")
        assert link is not None, name
        page = changzhou_site / "guidance" / (link.attributes["href"] or "")
        assert (page / "index.html").is_file(), name
    text = tree(changzhou_site, "guidance").css_first("#missing")
    assert text is not None


@pytest.mark.parametrize("system", LETTER)
def test_the_demonstration_lacks_nothing(demo_site: Path, system: str) -> None:
    assert [name for name, node in contents(demo_site, system).items() if missing(node)] == []


def test_the_letter_s_gaps_are_told_of_changzhou(changzhou_site: Path) -> None:
    gaps = {s: [n for n, node in contents(changzhou_site, s).items() if missing(node)] for s in LETTER}
    assert WORDS["content.technologies"] in gaps["services"]
    assert WORDS["content.finance"] in gaps["finance"]
    assert WORDS["content.entries"] in gaps["supervision"]


@pytest.mark.parametrize("system", LISTS)
def test_the_overview_counts_as_the_list_does(changzhou_site: Path, system: str) -> None:
    first = next(iter(contents(changzhou_site, system).values()))
    link = first.css_first("a")
    lead = tree(changzhou_site, LISTS[system]).css_first(".lead")
    assert link is not None
    assert lead is not None
    number = link.text().split()[-1]
    assert f" {number} " in lead.text()


@pytest.mark.parametrize("city", ["changzhou_site", "demo_site"])
def test_no_section_of_the_menu_says_one_thing_twice_or_leads_to_nothing(
    request: pytest.FixtureRequest, city: str
) -> None:
    site: Path = request.getfixturevalue(city)
    sections = tree(site, "guidance").css(".portal-menu > ul > li")
    assert len(sections) > 4
    for section in sections:
        entries = [(a.text(), a.attributes["href"] or "") for a in section.css("a")]
        titles = [title for title, _ in entries]
        assert len(titles) == len(set(titles)), titles
        for title, link in entries:
            page = LexborHTMLParser((site / "guidance" / link / "index.html").read_bytes())
            body = page.css_first("main") or page.body
            assert body is not None
            assert body.css("td, dd, p, li"), title
            assert WORDS["ui.list_empty"] not in body.text(), title


def test_prose_stands_in_the_letter_s_order_and_all_of_it(changzhou_site: Path) -> None:
    links = [a.attributes["href"] or "" for a in tree(changzhou_site, "guidance").css(".portal-menu a")]
    prose = [link.strip("/") for link in links if not link.startswith(".")]
    files = {path.parent.name for path in (changzhou_site / "guidance").glob("*/index.html")}
    assert sorted(prose) == sorted(files)
    names = {"cases": "case-studies"}
    own = [names.get(s, s) for s in LETTER]
    assert [name for name in prose if name not in ("supervision", "programmes")] == [
        name for name in own if name not in ("supervision", "programmes")
    ]
