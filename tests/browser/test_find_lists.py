"""Lists and the results page: facets, chips, range of years, order, address, selection, keys and touch."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import served
from watching import Opener, Watch

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.schema.records import Indicator, Policy
from generator.site.guides.texts import guides
from generator.site.site import Site

NATIONAL = '[data-facet="level"] [data-value="national"]'
ROWS = "[data-results] tr[data-id]"


def _total(page: Page) -> int:
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)


def _ids(page: Page) -> list[str]:
    while page.locator("button[data-more]").count():
        page.locator("button[data-more]").click()
    return [str(row.get_attribute("data-id")) for row in page.locator(ROWS).all()]


def _national(demo: PublicView) -> set[str]:
    """Units whose national level the page must show, worked out by the register itself."""
    site = Site(Register(demo), Translations("zh"))
    held = {unit: site.register.holding(unit, "factory") for unit in demo.tables["enterprises"]}
    return {unit for unit, holding in held.items() if holding and holding.level == "national"}


def test_a_value_filters_the_whole_list(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    before = int(page.locator(NATIONAL).get_attribute("data-count") or 0)
    page.locator(NATIONAL).click()
    page.wait_for_url("**/factories/?level=national")
    expect(page.locator("[data-chip]")).to_have_count(1)
    assert set(_ids(page)) == _national(demo)
    assert _total(page) == len(_national(demo)) == before
    expect(page.locator(f"{NATIONAL} input")).to_be_checked()


def test_filters_and_the_page_without_them_agree(demo_url: str, open_page: Opener) -> None:
    """The counts that the page came with are those that the browser works out."""
    page = open_page()
    for folder in ("factories/", "enterprises/", "products/", "parks/", "lists/", "policies/", "cases/"):
        page.goto(demo_url + folder)
        script = "all => Object.fromEntries(all.map(e => [e.closest('[data-facet]').dataset.facet + ':' "
        script += "+ e.dataset.value, [e.dataset.count, e.querySelector('span').textContent]]))"
        came = page.locator("[data-facet] label[data-value]").evaluate_all(script)
        rows = [str(r.get_attribute("data-id")) for r in page.locator(ROWS).all()]
        total = _total(page)
        page.goto(demo_url + folder + "?sort=name")
        page.locator("table.results").wait_for()
        made = page.locator("[data-facet] label[data-value]").evaluate_all(script)
        assert came, folder
        assert {key: made[key] for key in came} == came, folder
        assert sorted(rows) == sorted(_ids(page)), folder
        assert total == _total(page) == len(rows), folder


def test_rows_made_by_the_browser_are_those_of_the_page(demo_url: str, open_page: Opener) -> None:
    """Words, links, statuses, dates and numbers, element by element; what is highlighted apart."""
    page = open_page()
    script = """rows => Object.fromEntries(rows.map((row) => [row.dataset.id, [...row.cells].map((cell) => {
      const copy = cell.cloneNode(true);
      copy.querySelectorAll("[data-compare-add]").forEach((button) => button.remove());
      copy.querySelectorAll("a").forEach((link, at) => {
        link.setAttribute("href", cell.querySelectorAll("a")[at].href);
      });
      const names = (e) => [...e.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(" ");
      const told = (node) => node.nodeName === "#text" ? node.data.trim()
        : `<${node.nodeName} ${names(node)}>${[...node.childNodes].map(told).join("")}`;
      return told(copy);
    })]))"""
    folders = ("factories/", "products/", "parks/", "enterprises/", "lists/", "standards/", "cases/")
    for folder in (*folders, "policies/", "sources/", "incentives/", "sectors/", "activities/"):
        page.goto(demo_url + folder)
        came = page.locator(ROWS).evaluate_all(script)
        page.goto(demo_url + folder + "?sort=name")
        page.locator("table.results").wait_for()
        _ids(page)
        made = page.locator(ROWS).evaluate_all(script)
        assert came, folder
        assert made == came, folder


def test_chips_take_back_and_the_back_button_goes_back(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?level=national,provincial&size=large")
    expect(page.locator("[data-chip]")).to_have_count(3)
    both = _total(page)
    page.locator('[data-chip="level:provincial"]').click()
    page.wait_for_url("**/factories/?level=national&size=large")
    expect(page.locator("[data-chip]")).to_have_count(2)
    assert 0 < _total(page) < both
    page.go_back()
    expect(page.locator("[data-chip]")).to_have_count(3)
    assert _total(page) == both
    page.locator("[data-clear]").click()
    expect(page.locator("[data-chip]")).to_have_count(0)
    assert page.url == demo_url + "factories/"
    expect(page.locator("#inferred")).to_be_visible()


def test_counts_ignore_their_own_group(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    provincial = '[data-facet="level"] [data-value="provincial"]'
    before = page.locator(provincial).get_attribute("data-count")
    page.goto(demo_url + "factories/?level=national")
    expect(page.locator("[data-chip]")).to_have_count(1)
    assert page.locator(provincial).get_attribute("data-count") == before
    status = page.locator('[data-facet="status"] label[data-value]')
    counts = status.evaluate_all("all => all.map(e => Number(e.dataset.count))")
    assert sum(counts) == _total(page)


def test_range_of_years(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    page.locator("[data-from]").fill("2021")
    page.locator("[data-to]").fill("2022")
    page.locator("[data-to]").press("Tab")
    page.wait_for_url("**/factories/?from=2021&to=2022")
    expect(page.locator('[data-chip="years"]')).to_be_visible()
    cells = page.locator(f"{ROWS} td:nth-child(6)").all_inner_texts()
    assert cells
    assert all({"2021", "2022"} & set(cell.split("、")) for cell in cells)


def test_order_and_cards(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    page.locator("[data-sort]").select_option("year")
    page.wait_for_url("**/factories/?sort=year")
    cells = page.locator(f"{ROWS} td:nth-child(6)").all_inner_texts()
    latest = [max([int(y) for y in cell.split("、") if y.isdigit()], default=0) for cell in cells]
    assert latest == sorted(latest, reverse=True)
    page.locator('[data-view="cards"]').click()
    page.wait_for_url("**/factories/?sort=year&view=cards")
    display = page.locator(f"{ROWS} td").first.evaluate("e => getComputedStyle(e).display")
    assert display == "block"


def test_nothing_found_names_the_filter_to_drop_and_what_is_held(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?level=national&q=不存在的名称")
    drop = page.locator("[data-drop]")
    expect(drop).to_have_count(1)
    expect(drop).to_have_attribute("data-drop", "q")
    expect(page.locator("[data-results]")).to_contain_text("未查到不等于未列入")
    assert page.locator("[data-results] .coverage li").count() == 3, "the three levels of factories, no more"
    drop.click()
    page.wait_for_url("**/factories/?level=national")
    expect(page.locator(ROWS).first).to_be_visible()


def test_results_page_filters_by_kind_and_keeps_its_counts(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "search/?q=演示")
    firms, lists = (f'[data-facet="kind"] [data-value="{kind}"]' for kind in ("enterprises", "lists"))
    page.locator(firms).wait_for()
    count, other = (
        page.locator(firms).get_attribute("data-count"),
        page.locator(lists).get_attribute("data-count"),
    )
    page.locator(firms).click()
    page.wait_for_url("**/search/?q=*&kind=enterprises")
    expect(page.locator("[data-total]")).to_have_attribute("data-total", str(count))
    assert page.locator(lists).get_attribute("data-count") == other
    assert {row.get_attribute("data-kind") for row in page.locator(ROWS).all()} == {"enterprises"}


def test_results_follow_what_is_typed(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "search/")
    page.locator("#page-search").fill("青禾")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(f"{ROWS} mark").first).to_have_text("青禾")


def _prose(demo: PublicView) -> dict[str, tuple[str, str]]:
    """By kind of prose: words that stand in the text of one page, and its address."""
    case = next(iter(demo.cases.values()))
    policy = next(row for row in demo.rows(Policy).values() if row.summary_zh)
    indicator = next(iter(demo.rows(Indicator).values()))
    guide = guides("zh")[0]
    return {
        "guide": (guide.lead, f"/guides/{guide.name}/"),
        "case": (case.limits[:6], f"/cases/{case.id}/"),
        "policy": (policy.summary_zh, f"/policies/{policy.id}/"),
        "standard": (indicator.name_zh, f"/standards/{indicator.standard}/"),
    }


@pytest.mark.parametrize("kind", ["guide", "case", "policy", "standard"])
def test_prose_is_found_and_shown_apart(
    demo: PublicView, demo_url: str, open_page: Opener, kind: str
) -> None:
    words, address = _prose(demo)[kind]
    page = open_page()
    page.goto(f"{demo_url}search/?q={words}")
    found = page.locator(f'[data-prose] li:has(a[href$="{address}"])')
    expect(found.locator("mark").first).to_have_text(words)
    id_ = address.split("/")[-2]
    assert id_ not in _ids(page) if page.locator(ROWS).count() else True


def test_explanations_of_codes_come_after_all_other_prose(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{demo_url}search/?q=名称")
    page.locator("[data-prose] a").first.wait_for()
    found = page.locator("[data-prose] a").evaluate_all("all => all.map((a) => a.pathname)")
    codes = [("/codes/" in path) for path in found]
    assert True in codes
    assert False in codes
    assert codes == sorted(codes)


def _downloaded(page: Page, form: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f'[data-take="{form}"]').click()
    return Path(download.value.path()).read_bytes()


def test_selection_is_taken_as_csv_exact_and_for_excel(
    demo_url: str, demo_site: Path, open_page: Opener
) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?level=national")
    expect(page.locator("[data-chip]")).to_have_count(1)
    exact = list(csv.reader(io.StringIO(_downloaded(page, "csv").decode("utf-8"))))
    with (demo_site / "factories/factories.csv").open(encoding="utf-8", newline="") as file:
        whole = {row[0]: row for row in csv.reader(file)}
    assert exact[0] == whole["id"]
    assert {row[0] for row in exact[1:]} == set(_ids(page))
    assert all(whole[row[0]] == row for row in exact), "the same words as the download of the whole list"
    excel = _downloaded(page, "excel")
    assert excel.startswith(b"\xef\xbb\xbf")
    assert [row[0] for row in csv.reader(io.StringIO(excel.decode("utf-8-sig")))] == [row[0] for row in exact]


def test_excel_is_guarded_against_formulas(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "about/")
    script = """async () => {
      const { csv } = await import("../assets/csv.js");
      const rows = [["=1+1", "+8", "-x", "@a", "＝1", "\\t=1", 'a"b', "c,d", "e\\nf", "青"]];
      return [csv(rows), csv(rows, { guarded: true })];
    }"""
    exact, guarded = page.evaluate(script)
    assert next(csv.reader(io.StringIO(exact, newline=""))) == [
        "=1+1", "+8", "-x", "@a", "＝1", "\t=1", 'a"b', "c,d", "e\nf", "青",
    ]  # fmt: skip
    cells = next(csv.reader(io.StringIO(guarded.removeprefix("\ufeff"), newline="")))
    assert cells == ["'=1+1", "'+8", "'-x", "'@a", "'＝1", "'\t=1", 'a"b', "c,d", "e\nf", "青"]


def test_link_is_copied(demo_url: str, open_page: Opener) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(demo_url + "factories/?level=national")
    expect(page.locator("[data-chip]")).to_have_count(1)
    page.locator('[data-take="link"]').click()
    page.wait_for_function(
        "navigator.clipboard.readText().then((t) => t.endsWith('factories/?level=national'))"
    )


def test_filters_are_reached_by_keyboard(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    page.locator("[data-find-query]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/factories/?level=national")
    expect(page.locator(f"{NATIONAL} input")).to_be_focused()
    page.keyboard.press("Space")
    page.wait_for_url("**/factories/")
    expect(page.locator("[data-chip]")).to_have_count(0)


def test_filters_do_not_hide_the_rows_of_a_phone(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=360, has_touch=True)
    page.goto(demo_url + "factories/")
    expect(page.locator(NATIONAL)).to_be_hidden()
    page.locator(".filters summary").tap()
    page.locator(NATIONAL).tap()
    page.wait_for_url("**/factories/?level=national")


@pytest.mark.parametrize("address", ["factories/", "search/"])
def test_unread_files_are_said(demo_site: Path, open_page: Opener, address: str) -> None:
    page = open_page()
    page.route("**/search/manifest.json", lambda route: route.abort())
    with served(demo_site) as url:
        page.goto(url + address + "?q=青禾")
        expect(page.locator("[data-total]")).to_contain_text("没有读到")


def test_filters_below_a_path_load_nothing_twice(demo_site: Path, open_page: Opener) -> None:
    page = open_page()
    with served(demo_site, "/x") as url:
        watch = Watch(page, url)
        page.goto(url + "factories/?level=national")
        expect(page.locator("[data-chip]")).to_have_count(1)
        page.locator('[data-chip="level:national"]').click()
        expect(page.locator("[data-chip]")).to_have_count(0)
        data = [path for path in watch.requested if path.endswith(".json")]
        assert len(data) == len(set(data)) == 2, "the manifest and the columns of enterprises"
        assert watch.findings == []
