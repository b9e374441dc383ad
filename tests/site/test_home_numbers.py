"""Every number on the home page against the CSV files, by home_figures.py, which has no code of the site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City, settings
from home_figures import Figures, last
from selectolax.lexbor import LexborHTMLParser, LexborNode

LEVELS = {"国家级": "national", "省级": "provincial", "市级": "municipal"}
PAGES = {"factory": "factories", "park": "parks", "product": "products", "supply-chain": "supply-chains"}
CITIES: dict[str, City] = {"changzhou": CHANGZHOU, "demo": DEMO_CITY}


@pytest.fixture(params=CITIES)
def city(request: pytest.FixtureRequest) -> tuple[Figures, LexborHTMLParser]:
    """What the CSV files give, and the home page."""
    given = CITIES[request.param]
    told = settings(given)
    site: Path = request.getfixturevalue(f"{request.param}_site")
    page = LexborHTMLParser((site / "index.html").read_bytes())
    return Figures(given.data, told["area"], told["as_of"], told["axis"]), page


def numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)]


def text_of(node: LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    return found.text() if found else ""


def test_headlines(city: tuple[Figures, LexborHTMLParser]) -> None:
    figures, page = city
    wanted = []
    for category, folder in PAGES.items():
        levels = {s["level"] for s in figures.tables["schemes"] if s["category"] == category}
        for level in LEVELS.values():
            claim = figures.latest(category, level) if level in levels else None
            if claim:
                yes, inferred, unknown = figures.held(category, level, last(claim["as_of"]))
                held = [yes + unknown, *filter(None, (unknown, inferred))]
                wanted.append((f"./{folder}/", numbers(claim["value"]), claim["as_of"], held))
            elif level in levels and (yes := figures.held(category, level, figures.as_of)[0]):
                wanted.append((f"./{folder}/", [yes], figures.as_of.isoformat(), []))
    shown = [
        (
            item.css_first("h3 a").attributes["href"],
            numbers(text_of(item, ".number")),
            text_of(item, ".figure-date").split()[-1],
            numbers(text_of(item, ".figure-held").partition("名录不全")[0].partition("数量相符")[0]),
        )
        for item in page.css(".headline")
    ]
    assert len(shown) >= 4
    assert shown == wanted


def test_states_tell_the_same_numbers(city: tuple[Figures, LexborHTMLParser]) -> None:
    figures, page = city
    items = page.css(".headline:has(.recon-incomplete)")
    assert items
    for item in items:
        state = item.css_first(".recon-incomplete")
        claim = figures.by_id[(state.attributes["href"] or "").partition("#")[2]]
        assert numbers(state.text()) == [numbers(text_of(item, ".figure-held"))[0], int(claim["value"])]


def test_targets(city: tuple[Figures, LexborHTMLParser]) -> None:
    figures, page = city
    rows = page.css("#targets + .table-scroll tbody tr")
    assert len(rows) == len(figures.tables["targets"])
    for row in rows:
        cells = row.css("td")
        target = figures.by_id[(cells[0].css_first("a").attributes["href"] or "").partition("#")[2]]
        year, _, value = cells[1].text().partition("年：")
        assert (year, re.findall(r"[\d.]+", value)) == (target["year"], [target["value"]])
        link = cells[2].css_first("a")
        if link:
            claim = figures.by_id[(link.attributes["href"] or "").partition("#")[2]]
            told = (claim["period_from"], claim["period_to"]) if claim["period_from"] else (claim["as_of"],)
            assert re.findall(r"[\d.-]+", link.text()) == [claim["value"], *dict.fromkeys(told)]


def test_latest_lists(city: tuple[Figures, LexborHTMLParser]) -> None:
    figures, page = city
    dates = sorted((r["published"] for r in figures.tables["lists"] if r["published"]), reverse=True)
    dates = [d for d in dates if last(d) <= figures.as_of]
    assert [t.text() for t in page.css(".latest time")] == dates[:6]


def test_charts(city: tuple[Figures, LexborHTMLParser]) -> None:
    figures, page = city
    tables = {t.attributes["data-chart-table"]: t for t in page.css("[data-chart-table]")}
    assert set(tables) == {"growth-factory", "national-lists-factory"}
    growth = rows_of(tables["growth-factory"])
    for name, column in growth.items():
        if name in LEVELS:
            until = max(int(year) for year, value in column.items() if value)
            counted = figures.growth("factory", LEVELS[name], until)
            assert {y: v for y, v in column.items() if v} == {str(y): str(yes) for y, yes, _ in counted}
        else:
            counted = figures.growth("factory", "national", int(max(column)))
            assert column == {str(y): str(inferred) for y, _, inferred in counted}
    (scheme,) = (
        s["id"] for s in figures.tables["schemes"] if (s["category"], s["level"]) == ("factory", "national")
    )
    official = figures.official(scheme)
    added, removed = rows_of(tables["national-lists-factory"]).values()
    assert added == {str(y): "" if n is None else str(n) for y, (n, _) in official.items()}
    assert removed == {str(y): "" if n is None else str(-n) for y, (_, n) in official.items()}


def rows_of(table: LexborNode) -> dict[str, dict[str, str]]:
    """The columns of a chart's table by title, each by place."""
    titles = [cell.text() for cell in table.css("thead th")]
    rows = [[cell.text() for cell in row.css("th, td")] for row in table.css("tbody tr")]
    return {title: {row[0]: row[at] for row in rows} for at, title in enumerate(titles) if at}


def test_the_script_reads_dates_as_the_model_says() -> None:
    assert (last("2024"), last("2024-02"), last("2024-12")) == (
        date(2024, 12, 31), date(2024, 2, 29), date(2024, 12, 31)
    )  # fmt: skip
