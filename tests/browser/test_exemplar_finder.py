"""The finder of comparable units: the answer of Python, in words, without a score; who is never offered."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from paths import DEMO, TESTS
from playwright.sync_api import Page, Route, expect
from watching import Opener, Watch, barriers, sideways

from generator.insight.exemplars import Asked, Candidate, find, reasons
from generator.model import Catalog
from generator.rendering.edition import Edition
from generator.rendering.exemplars import file, pool
from generator.rendering.words import Words, alphabetical

CASES = json.loads((TESTS / "insight" / "exemplar_cases.json").read_text("utf-8"))
UNITS = "[data-exemplars-found] .record-cards > li"
FULL = "industry=ind-c17&size=medium&area=area-jiachen&level=municipal&improve=water"
QUERIES = (
    FULL,
    "industry=ind-c384&level=provincial",
    "industry=printed:工艺美术",
    "industry=ind-c42&size=micro&area=area-zone&level=none&improve=management",
    "category=supply-chain&level=none&improve=circular",
    "category=zero-carbon-factory&level=provincial&size=large",
    "industry=ind-c&level=national&area=area-dingwei",
    "improve=energy",
)


@pytest.fixture(scope="module")
def edition(demo: Catalog) -> Edition:
    """The demonstration city as its pages show it."""
    return Edition(demo, Words("zh"))


def candidates(edition: Edition, category: str) -> dict[str, Candidate]:
    """Who may be offered, by id, in alphabetical order; read from the catalog and not from the columns."""
    lines, cases = file.lines(edition), pool.cases_of(edition)
    made = {}
    rows = pool.pool(edition, category)
    for row in sorted(rows, key=lambda row: (alphabetical(f"{row.name_zh} "), row.id)):
        held = edition.holding(row.id, category)
        assert held is not None
        place = edition.place(row.id)
        made[row.id] = Candidate(
            industry=tuple(lines.get(pool.known(edition, row, "industry"), ())),
            measures=tuple(m.kind for case in cases.get(row.id, ()) for m in case.measures),
            level=held.level,
            size=row.size,
            areas=tuple(
                a for a, units in edition.units_by_area.items()
                if row.id in units and a != "area-city" and edition.catalog.tables["areas"][a]
            ) if place else (),
            apart=pool.is_apart(edition, row.id),
        )  # fmt: skip
    return made


def asked(edition: Edition, query: str) -> tuple[Asked, str]:
    given = {name: values[0] for name, values in parse_qs(query).items()}
    category = given.pop("category", "factory")
    line = file.lines(edition)[given.pop("industry")] if "industry" in given else ()
    return Asked(industry=tuple(line), rungs=tuple(pool.rungs(edition, category)), **given), category


def shown(page: Page) -> list[str]:
    """The ids of all units found, those behind the button for more too."""
    page.locator("[data-exemplars-found] h3").first.wait_for()
    more = page.locator("[data-exemplars-found] > button")
    while more.count():
        more.click()
    return [str(one.get_attribute("data-id")) for one in page.locator(UNITS).all()]


def test_the_browser_finds_as_python_does(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "exemplars/")
    found = page.evaluate(
        """async ([url, { finds, fits: limited }]) => {
          const { find, fits, reasons } = await import(url);
          const levels = ["municipal", "provincial", "national"];
          const open = { industry: [], improve: "", level: "", size: "", area: "", rungs: levels };
          const unknown = { industry: [], measures: [], level: "", size: "", areas: [], apart: false };
          const free = { category: "", levels: [], industries: [], measure: "" };
          const question = (given) => ({ ...open, ...given });
          const unit = (given) => ({ ...unknown, ...given });
          const limits = (given) => ({ ...free, ...given });
          return [
            finds.map(({ asked, candidates }) => {
              const units = candidates.map(unit);
              const { steps, order } = find(question(asked), units);
              const told = units.map((one) => [one.name, reasons(question(asked), one)]);
              return { steps, order: order.map((n) => units[n].name), reasons: Object.fromEntries(told) };
            }),
            limited.map((one) => fits(limits(one.limits), question(one.asked), one.category)),
          ];
        }""",
        [demo_url + "assets/exemplars/score.js", CASES],
    )
    for case, answer in zip(CASES["finds"], found[0], strict=True):
        assert answer["steps"] == case["steps"], case["name"]
        assert answer["order"] == case["order"], case["name"]
        assert {name: answer["reasons"][name] for name in case["reasons"]} == case["reasons"], case["name"]
    assert found[1] == [case["fits"] for case in CASES["fits"]]


@pytest.mark.parametrize("query", QUERIES)
def test_units_stand_in_pythons_order_with_its_reasons(
    demo_url: str, open_page: Opener, edition: Edition, query: str
) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(f"{demo_url}exemplars/?{query}")
    question, category = asked(edition, query)
    units = candidates(edition, category)
    ids, answer = list(units), find(question, list(units.values()))
    assert shown(page) == [ids[n] for n in answer.order]
    steps = page.locator("[data-step]").evaluate_all("all => all.map((e) => [e.dataset.step, e.textContent])")
    assert [step for step, _ in steps] == [step.criterion for step in answer.steps[1:]]
    for (_, text), step in zip(steps, answer.steps[1:], strict=True):
        assert f"{step.found} 家" in text, asdict(step)
    for n in answer.order:
        told = page.locator(f'{UNITS}[data-id="{ids[n]}"] [data-reason]')
        assert told.evaluate_all("all => all.map((e) => e.dataset.reason)") == [
            reason for reason, _ in reasons(question, units[ids[n]])
        ]
    assert watch.findings == []


def test_an_answer_says_what_was_searched_and_shows_no_score(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(f"{demo_url}exemplars/?{FULL}")
    found = page.locator("[data-exemplars-found]")
    first = page.locator(UNITS).first
    expect(first).to_have_attribute("data-id", "ent-001")
    words = Words("zh")
    expect(first).to_contain_text(words["measure_kind.water"])
    expect(first).to_contain_text("−29.0%")
    expect(first).to_contain_text(words["claimed.verified"])
    searched = found.locator("[data-searched]")
    expect(searched).to_have_attribute("data-searched", "81")
    expect(searched.locator("+ p")).to_contain_text("2025-06-30")  # how far each list was checked
    expect(found.locator("[data-searched] ~ .record-cards")).to_be_visible()
    expect(found.locator("[data-step]")).to_have_count(5)
    expect(page.locator(UNITS)).to_have_count(6)
    told = page.locator("[data-exemplars-told]").inner_text()
    assert re.findall(r"[0-9]+", told)[-2:] == ["5", "6"], "how often filters gave way, how many were found"
    expect(found.locator("meter, progress, [data-score]")).to_have_count(0)
    expect(page.locator("article.portal")).to_contain_text(words["msg.exemplar"])


def test_the_page_counts_what_the_browser_searches(
    demo_url: str, open_page: Opener, edition: Edition
) -> None:
    page = open_page()
    for category in pool.categories(edition):
        page.goto(f"{demo_url}exemplars/?category={category.id}&improve=energy")
        page.locator("[data-exemplars-found] h3").first.wait_for()
        row = page.locator(f'#held ~ .table-scroll tr[data-id="{category.id}"] td')
        counts = row.all_inner_texts()[1:]
        text = page.locator("[data-exemplars-found]").inner_text()
        places = ("", "行业已知 ", "规模已知 ", "所在区已知 ", "有案例 ")
        for before, count in zip(places, counts, strict=False):
            assert f"{before}{count} 家" in text, category.id
        assert (f"另有 {counts[5]} 家" in text) == (counts[5] != "0")


def test_who_asked_to_be_left_out_is_never_offered(
    demo_url: str, open_page: Opener, edition: Edition
) -> None:
    with (DEMO / "data/registry/enterprises.csv").open(encoding="utf-8") as rows:
        out = {row["id"]: row for row in csv.DictReader(rows) if row["comparable"] == "false"}
    listed = {id_ for id_ in out for h in edition.holdings(id_) if h.status in pool.STATUSES}
    assert len(listed) >= 2, "some of them would be offered had they not asked"
    page = open_page()
    for id_, row in out.items():
        for query in (f"industry={row['industry']}", f"industry=ind-c42&improve=water&size={row['size']}"):
            page.goto(f"{demo_url}exemplars/?{query}")
            assert not set(out) & set(shown(page)), (id_, query)
        page.goto(f"{demo_url}enterprises/{id_}/")
        expect(page.locator("h1")).to_have_text(row["name_zh"])
        assert "参照单位的" not in page.locator("article.portal").inner_text()
    page.goto(f"{demo_url}exemplars/?industry=printed:工艺美术&size=micro&improve=water&level=none")
    assert len(shown(page)) == len(candidates(edition, "factory")), "every filter has given way"


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
    page.goto(demo_url + "exemplars/")
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
    with page.expect_response("**/assets/exemplars/page.js"):
        for route in waiting:
            route.continue_()
    page.wait_for_load_state("networkidle")
    page.locator(".finder [type=submit]").click()
    page.locator(UNITS).first.wait_for()
    assert page.url.endswith("exemplars/?improve=water")
