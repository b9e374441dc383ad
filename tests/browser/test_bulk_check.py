"""The bulk check: what is found, by what, what is only near, what is taken away; and that nothing is sent."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.schema.records import Enterprise, Product, UnitName
from generator.site.site import Site

SUMMARY = "[data-bulk-summary]"


def _check(page: Page, url: str, text: str) -> list[dict[str, Any]]:
    page.goto(url + "check/")
    page.locator("#bulk-names").fill(text)
    page.locator(".bulk [type=submit]").click()
    return _told(page)


def _told(page: Page) -> list[dict[str, Any]]:
    """The rows of the answer."""
    page.locator("[data-bulk-results] table").wait_for()
    script = """rows => rows.map((row) => ({ state: row.dataset.state, id: row.dataset.id,
      cells: [...row.cells].map((cell) => cell.textContent) }))"""
    found: list[dict[str, Any]] = page.locator("[data-bulk-results] tbody tr").evaluate_all(script)
    return found


def test_names_codes_and_former_names_are_found(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    firms = demo.rows(Enterprise)
    coded = next(row for row in firms.values() if row.uscc)
    former = next(n for n in demo.rows(UnitName).values() if n.kind == "former" and n.unit in firms)
    plain = firms["ent-001"]
    lines = [coded.uscc.lower(), plain.name_zh.replace("（", "("), former.name_zh, "完全没有的单位甲乙丙"]
    rows = _check(open_page(), demo_url, "\n".join(lines))
    assert [(row["state"], row["id"]) for row in rows[:3]] == [
        ("code", coded.id), ("name", plain.id), ("other", former.unit),
    ]  # fmt: skip
    assert (rows[3]["state"], rows[3]["id"]) == ("none", None)


def test_near_names_are_offered_and_not_counted(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    name = demo.rows(Enterprise)["ent-001"].name_zh
    rows = _check(page, demo_url, name.replace("纺织", "纺纱"))
    assert rows[0]["state"] == "near"
    assert name in rows[0]["cells"][7]
    assert rows[0]["cells"][2] == ""
    expect(page.locator(SUMMARY)).to_contain_text("查到 0 项")


def test_standing_document_and_coverage_stand_beside_what_is_found(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    row = _check(page, demo_url, "演示青禾纺织有限公司")[0]
    assert "国家级绿色工厂" in row["cells"][4]
    assert "名单" in row["cells"][5]
    assert row["cells"][6]
    expect(page.locator("[data-bulk-results]")).to_contain_text("未查到不等于未列入")
    assert page.locator("[data-bulk-results] .coverage li").count() > 3


def test_a_firm_is_not_said_to_be_on_no_list_where_its_products_are(
    changzhou: PublicView, changzhou_url: str, open_page: Opener
) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    made = Counter(p.enterprise for p in changzhou.rows(Product).values() if site.register.holdings(p.id))
    firms = sorted(made, key=lambda unit: (bool(site.register.holdings(unit)), unit))[:2]
    assert [bool(site.register.holdings(unit)) for unit in firms] == [False, True], "one of either sort"
    names = [changzhou.rows(Enterprise)[unit].name_zh for unit in firms]
    alone, both = _check(open_page(), changzhou_url, "\n".join(names))
    told = [site.words("bulk.products", n=made[unit]) for unit in firms]
    assert alone["cells"][4] == told[0]
    assert both["cells"][4].endswith(f"；{told[1]}")


def test_cells_of_a_spreadsheet_are_understood(demo_url: str, open_page: Opener) -> None:
    pasted = (
        '序号\t单位\t代码\n1\t"演示青禾纺织有限公司"\t91990100MA101B21QH\r\n2\t演示青禾纺織有限公司\t\n\n'
    )
    rows = _check(open_page(), demo_url, pasted)
    assert [row["state"] for row in rows][1:] == ["code", "name"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_file_is_read_as_excel_writes_it(
    encoding: str, demo_url: str, open_page: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "suppliers.csv"
    file.write_bytes("单位名称\n演示青禾纺织有限公司\n".encode(encoding))
    page = open_page()
    page.goto(demo_url + "check/")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator('[data-bulk-results] tr[data-state="name"]')).to_have_count(1)


def test_result_is_taken_as_csv_and_for_excel(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    _check(page, demo_url, "=演示青禾纺织有限公司\n没有的甲乙丙丁")
    files = {}
    for form in ("csv", "excel"):
        with page.expect_download() as download:
            page.locator(f'[data-bulk-results] [data-take="{form}"]').click()
        files[form] = Path(download.value.path()).read_bytes()
    exact = list(csv.reader(io.StringIO(files["csv"].decode("utf-8"))))
    assert len(exact) == 3
    assert exact[1][0] == "=演示青禾纺织有限公司"
    assert Translations("zh")("bulk.absent") in exact[2][-1]
    assert files["excel"].startswith(b"\xef\xbb\xbf'") or files["excel"].startswith(b"\xef\xbb\xbf")
    guarded = list(csv.reader(io.StringIO(files["excel"].decode("utf-8-sig"))))
    assert guarded[1][0] == "'=演示青禾纺织有限公司"


def test_five_thousand_at_most_and_nothing_is_sent(
    demo: PublicView, demo_url: str, open_page: Opener, tmp_path: Path
) -> None:
    page = open_page()
    asked: list[tuple[str, str, str | None]] = []
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    names = [row.name_zh for row in demo.rows(Enterprise).values()]
    file = tmp_path / "names.txt"
    file.write_text("\n".join([*names, *(f"查无此厂第{n}号" for n in range(5000))]), "utf-8")
    page.goto(demo_url + "check/")
    page.locator("input[type=file]").set_input_files(file)
    rows = _told(page)
    assert len(rows) == 5000
    expect(page.locator(SUMMARY)).to_contain_text("只核对了前 5000 项")
    assert sum(row["state"] == "name" for row in rows) == len(names)
    page.evaluate("() => new Promise((resume) => setTimeout(resume, 300))")
    assert {method for method, _, _ in asked} == {"GET"}
    assert not any(data for _, _, data in asked)
    assert all(urlsplit(url).query == "" for _, url, _ in asked)
    assert not any(name in unquote(url) for _, url, _ in asked for name in names)
    assert urlsplit(page.url).query == ""
    kept = page.evaluate("document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    assert not any(name in kept for name in names)
