"""Quick answers of days without a page, in Chromium: all they say beside generator/site/pages/answers.py."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from answer_page import shown, wanted
from columns_alone import columns_served
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.site.sections import quick_counts
from generator.site.site import Site

CITIES = ["changzhou", "demo"]
_WORKED_OUT = """async (questions) => {
  const { read } = await import("../assets/as_of/counting.js");
  const { answers } = await import("../assets/search/store.js");
  const { csv } = await import("../assets/csv.js");
  const own = await import("../assets/quick_counts/quick_counts.js");
  const found = await read(({ categories }) => [...categories.keys()]);
  const known = { ...found, answering: await answers() };
  return questions.map(([area, on]) => {
    const asked = { area, on };
    const lines = own.lines(known, asked);
    return {
      title: own.title(known, asked),
      rule: (lines.length ? "" : own.nothing(known, asked)) + own.rule(known, asked),
      apart: lines.map(({ apart }) => apart),
      prose: lines.length ? own.prose(known, asked, lines) : [],
      annex: own.annex(known, lines).map(({ label, units }) => [label, units]),
      sources: own.notes(lines),
      csv: csv(own.table(known, asked, lines)),
    };
  });
}"""


def _questions(site: Site) -> Iterator[quick_counts.QuickCount]:
    """Every area on days of every kind: between, at and around publications, and made-up ones."""
    chance = random.Random(7)
    city = site.catalog.settings.area
    starts = sorted({s.start["published"] for s in site.register.ledger.spells if s.start["published"]})
    ends = sorted({s.end["published"] for s in site.register.ledger.spells if s.end["published"]})
    days = {starts[0] - timedelta(days=1), starts[0], site.as_of, date(2021, 12, 31)}
    days |= {day + timedelta(days=by) for day in chance.sample([*starts, *ends], 5) for by in (-1, 0)}
    days |= {date(2015, 1, 1) + timedelta(days=chance.randrange(3800)) for _ in range(8)}
    areas = dict.fromkeys(q.area for q in quick_counts.questions(site))
    for day in sorted(day for day in days if day <= site.as_of):
        for area in areas:
            if area == city or quick_counts.is_there(site, area, day):
                yield quick_counts.QuickCount(day, area)


@pytest.mark.parametrize("name", CITIES)
def test_the_browser_says_what_a_page_of_that_day_would(
    name: str, request: pytest.FixtureRequest, open_page: Opener
) -> None:
    site = Site(Register(request.getfixturevalue(name)), Translations("zh"))
    page = open_page()
    page.goto(request.getfixturevalue(f"{name}_url") + "answers/")
    questions = list(_questions(site))
    given = [[q.area, int(f"{q.on:%Y%m%d}")] for q in questions]
    told = 0
    for question, answer in zip(questions, page.evaluate(_WORKED_OUT, given), strict=True):
        assert answer == wanted(site, question), question
        told += len(answer["prose"])
    assert len(questions) > 50
    assert told > 50
    assert any(q.area != site.catalog.settings.area for q in questions)


def test_a_kind_of_which_nothing_is_held_counts_none(
    demo: PublicView, tmp_path: Path, open_page: Opener
) -> None:
    tables = {**demo.tables, "parks": {}}
    rows = {i: r for i, r in demo.tables["recognitions"].items() if not getattr(r, "park", "")}
    without = replace(demo, tables={**tables, "recognitions": rows})
    site = Site(Register(without), Translations("zh"))
    question = quick_counts.QuickCount(date(2023, 5, 4), demo.settings.area)
    (tmp_path / "x").mkdir()
    with columns_served(without, tmp_path) as url:
        page = open_page()
        (tmp_path / "x" / "index.html").write_bytes((tmp_path / "index.html").read_bytes())
        page.goto(url + "x/")
        (answer,) = page.evaluate(_WORKED_OUT, [[question.area, 20230504]])
    assert answer == wanted(site, question)
    assert ",国家级绿色工业园区,3 个,2022-12-31,src-bulletin,published,0,," in answer["csv"], (
        "published, not held"
    )


@pytest.mark.parametrize("name", CITIES)
def test_a_day_with_a_page_looks_the_same_when_it_is_worked_out(
    name: str, request: pytest.FixtureRequest, open_page: Opener
) -> None:
    site = Site(Register(request.getfixturevalue(name)), Translations("zh"))
    url = request.getfixturevalue(f"{name}_url")
    page = open_page()
    every = quick_counts.questions(site)
    some = [every[2], next(q for q in every if q.area != every[0].area), every[-1], every[len(every) // 2]]
    for question in some:
        page.goto(url + question.address(site))
        built = shown(page)
        page.goto(url + "answers/")
        page.evaluate(
            """async ([area, on]) => {
              const { read } = await import("../assets/as_of/counting.js");
              const { answers } = await import("../assets/search/store.js");
              const { show } = await import("../assets/quick_counts/render.js");
              const found = await read(({ categories }) => [...categories.keys()]);
              show({ ...found, answering: await answers() }, { area, on }, "x.csv");
            }""",
            [question.area, int(f"{question.on:%Y%m%d}")],
        )
        assert shown(page) == built, question
