"""The finder of comparable units: the answer of Python, in words, without a score; who is never offered."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict

import pytest
from exemplar_questions import FULL, UNITS, asked, candidates, shown
from paths import DEMO, TESTS
from playwright.sync_api import expect
from watching import Opener, Watch

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.comparable import find, reasons
from generator.register.register import Register
from generator.site.search import exemplar_pool
from generator.site.site import Site

CASES = json.loads((TESTS / "register" / "exemplar_cases.json").read_text("utf-8"))
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
def site(demo: PublicView) -> Site:
    """The demonstration city as its pages show it."""
    return Site(Register(demo), Translations("zh"))


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
        [demo_url + "assets/register/comparable.js", CASES],
    )
    for case, answer in zip(CASES["finds"], found[0], strict=True):
        assert answer["steps"] == case["steps"], case["name"]
        assert answer["order"] == case["order"], case["name"]
        assert {name: answer["reasons"][name] for name in case["reasons"]} == case["reasons"], case["name"]
    assert found[1] == [case["fits"] for case in CASES["fits"]]


@pytest.mark.parametrize("query", QUERIES)
def test_units_stand_in_pythons_order_with_its_reasons(
    demo_url: str, open_page: Opener, site: Site, query: str
) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(f"{demo_url}exemplars/?{query}")
    question, category = asked(site, query)
    units = candidates(site, category)
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
    words = Translations("zh")
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


def test_the_page_counts_what_the_browser_searches(demo_url: str, open_page: Opener, site: Site) -> None:
    page = open_page()
    for category in site.register.selected:
        page.goto(f"{demo_url}exemplars/?category={category.id}&improve=energy")
        page.locator("[data-exemplars-found] h3").first.wait_for()
        row = page.locator(f'#held ~ .table-scroll tr[data-id="{category.id}"] td')
        counts = row.all_inner_texts()[1:]
        text = page.locator("[data-exemplars-found]").inner_text()
        places = ("", "行业已知 ", "规模已知 ", "所在区已知 ", "有案例 ")
        for before, count in zip(places, counts, strict=False):
            assert f"{before}{count} 家" in text, category.id
        assert (f"另有 {counts[5]} 家" in text) == (counts[5] != "0")


def test_who_asked_to_be_left_out_is_never_offered(demo_url: str, open_page: Opener, site: Site) -> None:
    with (DEMO / "data/registry/enterprises.csv").open(encoding="utf-8") as rows:
        out = {row["id"]: row for row in csv.DictReader(rows) if row["comparable"] == "false"}
    listed = {id_ for id_ in out for h in site.register.holdings(id_) if h.status in exemplar_pool.STATUSES}
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
    assert len(shown(page)) == len(candidates(site, "factory")), "every filter has given way"
