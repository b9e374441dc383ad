"""The page of comparable units in use: addresses, keys, links, what is not held, paper, no script."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from exemplar_questions import FULL, UNITS, shown
from playwright.sync_api import Route, expect
from watching import Opener, Watch, barriers, sideways


def test_an_address_is_enough_and_follows_the_form(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{demo_url}exemplars/?industry=no-such&improve=energy&level=%3Cb%3E")
    page.locator(UNITS).first.wait_for()
    assert page.locator("#finder-industry").input_value() == ""
    before = shown(page)
    page.select_option("#finder-industry", "ind-c34")
    page.select_option("#finder-level", "provincial")
    page.locator(".finder [type=submit]").click()
    page.wait_for_url("**/exemplars/?industry=ind-c34&level=provincial&improve=energy")
    expect(page.locator(UNITS).first.locator('[data-reason="industry"]')).to_have_count(1)
    after = shown(page)
    assert after != before
    page.reload()
    assert shown(page) == after
    assert page.locator("#finder-industry").input_value() == "ind-c34"
    page.go_back()
    expect(page.locator("#finder-industry")).to_have_value("")
    assert shown(page) == before
    page.locator(".finder [type=reset]").click()
    page.wait_for_url("**/exemplars/")
    expect(page.locator(UNITS)).to_have_count(0)
    page.locator(".finder [type=submit]").click()
    expect(page.locator("[data-exemplars-told]")).to_have_text("请至少选一项条件。")


def test_it_works_by_keyboard(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=360)
    page.goto(demo_url + "exemplars/", wait_until="networkidle")
    page.focus("#finder-industry")
    page.keyboard.press("End")
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(UNITS).first.wait_for()
    assert "industry=" in page.url
    expect(page.locator("#units")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(UNITS).first.locator("h4 a")).to_be_focused()
    assert barriers(page) == []
    assert sideways(page) == []


def test_nothing_is_read_before_something_is_asked(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "exemplars/", wait_until="networkidle")
    assert not [url for url in watch.requested if url.endswith(".json")]
    page.select_option("#finder-improve", "water")
    page.locator(".finder [type=submit]").click()
    page.locator(UNITS).first.wait_for()
    read = {urlsplit(url).path.split("/")[-1].split(".")[0] for url in watch.requested if ".json" in url}
    assert read == {"manifest", "enterprises", "exemplars"}
    assert watch.findings == []


def test_what_cannot_be_read_is_said(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.route("**/search/exemplars.*", lambda route: route.abort())
    page.goto(demo_url + "exemplars/?improve=water")
    expect(page.locator("[data-exemplars-told]")).to_contain_text("没有读到")


def test_without_a_script_it_leads_on_by_links(demo_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + "exemplars/?improve=water")
    expect(page.locator(".finder")).to_be_hidden()
    expect(page.locator("#held ~ .table-scroll")).to_be_visible()
    ways = page.locator("section:has(> #ways) a")
    folders = {str(a.get_attribute("href")).split("/")[1] for a in ways.all()}
    assert folders == {"industries", "areas", "cases", "ladder"}
    ways.first.click()
    expect(page.locator('article[data-kind="industry"]')).to_be_visible()


def test_an_enterprise_looks_for_others_like_itself(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "enterprises/ent-001/")
    page.locator('.actions a[href*="exemplars/"]').click()
    page.locator(UNITS).first.wait_for()
    given = parse_qs(urlsplit(page.url).query)
    assert given == {
        "category": ["factory"],
        "industry": ["ind-c17"],
        "size": ["large"],
        "area": ["area-jiachen"],
        "level": ["national"],
        "unit": ["ent-001"],
    }
    expect(page.locator("[data-exemplars-found]")).to_contain_text("演示青禾纺织有限公司")
    assert "ent-001" not in shown(page)


def test_cases_and_the_ladder_lead_to_it(demo_url: str, demo_site: Path, open_page: Opener) -> None:
    page = open_page()
    for address, query in (
        ("cases/", ""),
        ("cases/case-dye-bath-reuse/", "?industry=ind-c17&improve=water"),
        ("ladder/", ""),
        ("ladder/supply-chain/", "?category=supply-chain"),
    ):
        page.goto(demo_url + address)
        links = page.locator('article a[href*="exemplars/"]')
        assert [str(a.get_attribute("href")).partition("exemplars/")[2] for a in links.all()] == [query]


def test_the_next_step_and_what_fits_come_with_the_answer(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{demo_url}exemplars/?{FULL}")
    expect(page.locator("#next")).to_contain_text("省级绿色工厂")
    found = page.locator("[data-exemplars-found]")
    for end in ("ladder/factory/#steps", "ladder/factory/#calendar"):
        expect(found.locator(f'a[href$="{end}"]')).to_have_count(1)
    fitting = {
        library: page.locator(f'[data-library="{library}"] a').evaluate_all(
            "all => all.map((a) => a.href.split('/').at(-2))"
        )
        for library in ("policies", "incentives", "institutions", "technologies", "finance")
    }
    assert set(fitting["policies"]) == {"pol-001", "pol-002", "pol-003", "pol-005"}, (
        "neither expired nor for others"
    )
    assert set(fitting["incentives"]) == {"inc-0002", "inc-0004"}, "for the level aimed at, or for any"
    assert set(fitting["technologies"]) == {"tech-0001", "tech-0008"}, "water, for textiles or for all"
    assert "inst-003" in fitting["institutions"]
    assert "inst-001" not in fitting["institutions"], "it names other industries"
    assert "fin-0003" not in fitting["finance"], "for parks alone"
    page.goto(f"{demo_url}exemplars/?level=national")
    expect(page.locator("#next + p")).to_contain_text("最高一级")


def test_what_is_not_held_is_said(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url + "exemplars/?level=none&size=large")
    for library in ("institutions", "technologies", "finance"):
        expect(page.locator(f"#{library} + .unknown")).to_contain_text("未收录不等于没有")
    expect(page.locator("[data-exemplars-found]")).to_contain_text("规模已知 0 家")
    expect(page.locator("[data-step=size]")).to_have_count(1)


def test_an_answer_is_printed_with_its_question(demo_url: str, open_page: Opener) -> None:
    page = open_page(width=718)
    page.goto(f"{demo_url}exemplars/?{FULL}")
    page.locator(UNITS).first.wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".finder")).to_be_hidden()
    expect(page.locator("[data-exemplars-found]")).to_contain_text("企业规模：中型")
    expect(page.locator("[data-exemplars-found] > p").first).to_be_visible()
    width = page.locator("[data-exemplars-found]").evaluate("e => e.getBoundingClientRect().right")
    assert width <= page.evaluate("document.documentElement.clientWidth") + 1


def test_what_was_chosen_before_the_finder_was_at_work_is_kept(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    waiting: list[Route] = []
    page.route("**/assets/exemplars/page.js", lambda route: waiting.append(route))
    page.goto(demo_url + "exemplars/", wait_until="domcontentloaded")
    page.select_option("#finder-improve", "water")
    assert waiting
    with page.expect_response("**/assets/exemplars/page.js"):
        page.unroute("**/assets/exemplars/page.js")  # lets go what it held
    page.wait_for_load_state("networkidle")
    page.locator(".finder [type=submit]").click()
    page.locator(UNITS).first.wait_for()
    assert page.url.endswith("exemplars/?improve=water")
