"""The libraries: complete lists without a script, honest about what is not stated, linked from both ends."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City
from selectolax.lexbor import LexborHTMLParser

from generator.i18n.translations import Translations

WORDS = Translations("zh")
FOLDERS = ("standards", "policies", "incentives", "technologies", "institutions", "finance", "activities")
TABLES = {"standards": "reference"}
"""Package of each folder's table; that of the others is the library."""


def tree(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def table(city: City, folder: str) -> list[dict[str, str]]:
    path = city.data / TABLES.get(folder, "library") / f"{folder}.csv"
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def links(site: Path, address: str) -> set[str]:
    """Addresses of the records that the body of a page leads to."""
    page = site / address
    found = (a.attributes["href"] or "" for a in tree(site, address).css("article a"))
    leads = ((page / link.partition("#")[0]).resolve() for link in found if not link.startswith("http"))
    root = site.resolve()
    return {path.relative_to(root).as_posix() for path in leads if path.is_relative_to(root)}


def cells(site: Path, folder: str) -> dict[str, dict[str, str]]:
    """Return the rows of an index by id: text of each cell by its column."""
    rows = tree(site, folder).css("[data-results] tbody tr")
    return {
        str(tr.attributes["data-id"]): {
            str(td.attributes["data-label"]): td.text().strip() for td in tr.css("td")
        }
        for tr in rows
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_has_a_row_a_page_and_a_line_of_the_download(demo_site: Path, folder: str) -> None:
    ids = {row["id"] for row in table(DEMO_CITY, folder)}
    assert len(ids) >= 4
    assert set(cells(demo_site, folder)) == ids
    assert {p.parent.name for p in (demo_site / folder).glob("*/index.html")} == ids
    text = (demo_site / folder / f"{folder}.csv").read_text("utf-8")
    assert {row["id"] for row in csv.DictReader(io.StringIO(text))} == ids


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_table_without_rows_has_no_page(changzhou_site: Path, folder: str) -> None:
    held = bool(table(CHANGZHOU, folder))
    assert (changzhou_site / folder / "index.html").is_file() == held


def test_an_amount_is_told_or_said_to_be_not_stated(demo_site: Path, changzhou_site: Path) -> None:
    for site, city in ((demo_site, DEMO_CITY), (changzhou_site, CHANGZHOU)):
        shown = cells(site, "incentives")
        for row in table(city, "incentives"):
            assert shown[row["id"]][WORDS["ui.amount"]] == (row["amount"] or WORDS["msg.amount_not_stated"])


def test_a_policy_that_is_not_yet_in_force_does_not_read_as_in_force(demo_site: Path) -> None:
    shown = cells(demo_site, "policies")
    states = {"pol-006": "not_yet", "pol-003": "in_force", "pol-004": "expired", "pol-005": "unknown"}
    for policy, state in states.items():
        assert shown[policy][WORDS["field.validity"]] == WORDS[f"validity.{state}"], policy
    assert shown["pol-003"][WORDS["ui.in_force"]] == "2022-05-01 — 2027-04-30"


def test_versions_stand_side_by_side_and_their_indicators_apart(demo_site: Path) -> None:
    page = tree(demo_site, "standards/std-1001-2025")
    heads = [th.text() for th in page.css("#versions ~ div th")]
    assert heads == [WORDS["ui.version"], "演标 1001—2018", "演标 1001—2025"]
    names = {tr.attributes["data-id"] for tr in page.css("#indicators ~ div tbody tr")}
    assert names == {"idc-006", "idc-007", "idc-008", "idc-009", "idc-010"}
    first = page.css_first('[data-id="idc-006"]')
    assert first is not None
    assert "综合能耗 ÷ 合格产品产量" in first.text()
    assert "kgce/t" in first.text()


def test_evaluators_stand_in_alphabetical_order_with_their_caution(demo_site: Path) -> None:
    for folder in ("evaluators", "institutions"):
        names = [row[WORDS["ui.name"]].encode("gb18030") for row in cells(demo_site, folder).values()]
        assert names == sorted(names)
        assert WORDS["msg.evaluator"] in tree(demo_site, folder).css_first("article").text()  # type: ignore[union-attr]
    assert WORDS["msg.evaluator"] in tree(demo_site, "institutions/inst-008").css_first("article").text()  # type: ignore[union-attr]


def test_finance_says_that_it_offers_nothing(demo_site: Path) -> None:
    for address in ("finance", "finance/fin-0001", "institutions/inst-005"):
        text = tree(demo_site, address).css_first("article").text()  # type: ignore[union-attr]
        assert WORDS["msg.finance"] in text, address


PAIRS = (
    ("standards/std-1001-2025", "activities/act-0002"),
    ("standards/std-1001-2018", "enterprises/ent-001"),
    ("standards/std-2002-2017", "products/prod-001"),
    ("standards/std-2002-2017", "industries/ind-c17"),
    ("policies/pol-003", "incentives/inc-0001"),
    ("policies/pol-004", "industries/ind-c17"),
    ("technologies/tech-0001", "enterprises/ent-001"),
    ("technologies/tech-0001", "cases/case-dye-bath-reuse"),
    ("technologies/tech-0001", "institutions/inst-003"),
    ("technologies/tech-0001", "industries/ind-c17"),
    ("technologies/tech-0001", "cases/case-park-steam"),
    ("institutions/inst-005", "finance/fin-0001"),
    ("institutions/inst-008", "evaluators/eva-001"),
    ("institutions/inst-001", "activities/act-0002"),
    ("sectors/g-textile", "enterprises/ent-001"),
    ("sectors/g-textile", "industries/ind-c17"),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_belongs_together_is_linked_from_both_ends(demo_site: Path, one: str, other: str) -> None:
    assert other in links(demo_site, one)
    assert one in links(demo_site, other)


def test_a_sector_shows_all_that_the_letter_asks_for(demo_site: Path) -> None:
    page = tree(demo_site, "sectors/g-textile")
    headings = {h.attributes["id"] for h in page.css("article h2")}
    assert headings >= {"units", "growth", "cases", "standards", "technologies", "policies"}
    assert "ent-040" not in (demo_site / "sectors/g-textile/index.html").read_text("utf-8")
    assert "enterprises/ent-040" in links(demo_site, "sectors/g-light"), "by the label that a list prints"


def test_every_priority_industry_of_the_letter_has_a_page(changzhou_site: Path) -> None:
    shown = [row[WORDS["ui.name"]] for row in cells(changzhou_site, "sectors").values()]
    eight = ["纺织服装", "化工", "建材", "钢铁", "有色金属加工", "机械", "家电", "高端装备制造业"]
    assert shown[:8] == eight
    assert set(shown[8:]) == {f"{n}（供应链工作）" for n in ("机械", "纺织服装", "建材", "汽车", "电子")}
    unmapped = tree(changzhou_site, "sectors/high-end-equipment")
    assert unmapped.css_first(".facts .unknown") is not None
    for row in cells(changzhou_site, "sectors"):
        assert tree(changzhou_site, f"sectors/{row}").css_first("#missing") is not None, row
