"""Holdings and facet counts in Chromium: shared case files, every unit on many days, 200 random filters."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from paths import TESTS
from playwright.sync_api import Page
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.search_index.files import kinds_searched
from generator.register.holdings import Holding, holding
from generator.register.ledger import is_out
from generator.register.register import Register
from generator.register.standing import standing
from generator.schema.records import OfficialList
from generator.site.filter_panel import values_of
from generator.site.kinds.registry import KINDS, records_of
from generator.site.search import events
from generator.site.search.attributes import ATTRIBUTES, UNITS
from generator.site.site import Site
from tests.register.small import catalog as small_catalog

CASES = sorted((TESTS / "register" / "holdings").glob("*.json"))
SEED = 36132
_HOLDINGS = """async ({ file, manifest, asked }) => {
  const { day } = await import("../assets/dates.js");
  const { Ledger } = await import("../assets/register/standing.js");
  const { flatten } = await import("../assets/register/holdings.js");
  const ledger = new Ledger(file, manifest);
  const values = ({ values, sets, of, at }, entry) => sets[of[at[entry]]].map((value) => values[value]);
  return asked.map(({ on, axis }) => {
    const when = { on: day(on), axis: axis ?? "published" };
    const { owners, groups, gone } = flatten(ledger, file.rows.length, when);
    const told = file.rows.map(() => []);
    owners.forEach((unit, entry) => {
      const held = Object.entries(groups).map(([name, group]) => [name, values(group, entry)]);
      if (held.some(([, own]) => own.length)) told[unit].push(Object.fromEntries(held));
    });
    const left = ({ status: [own] }) => own === "removed" || own === "succeeded";
    told.forEach((held, unit) => {
      if (Boolean(gone[unit]) !== (held.length > 0 && held.every(left))) throw new Error(`gone: ${unit}`);
    });
    return told;
  });
}"""
Values = dict[str, list[str]]


def _values(held: dict[str, Any]) -> Values:
    """A holding of a case file as the browser tells it."""
    lists = {"path": ["-".join(held["path"])] if held["path"] else [], "stage": list(held["stages"])}
    years = {"list_year": [str(year) for year in held["years"]], "evaluator": list(held["evaluators"])}
    return {**{n: [held[n]] for n in ("category", "level", "status")}, **lists, **years}


def _sorted(holdings: list[Values]) -> list[Values]:
    return [{name: sorted(values) for name, values in held.items()} for held in holdings]


def _asked(page: Page, site: Site, units: list[str], asked: list[dict[str, str]]) -> Any:
    manifest = {
        "categories": events.categories(site),
        "schemes": events.schemes(site),
        "lists": events.lists(site),
    }
    given = {"file": events.events(site, units), "manifest": manifest, "asked": asked}
    return page.evaluate(_HOLDINGS, given)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_units_hold_what_the_case_says(path: Path, demo_url: str, open_page: Opener) -> None:
    case = json.loads(path.read_text("utf-8"))
    rows = case["rows"]
    rows["evaluators"] = [{"id": "v", "name_zh": "v"}]
    site = Site(Register(small_catalog(**rows)), Translations("zh"))
    units = [row["id"] for row in rows["enterprises"]]
    page = open_page()
    page.goto(demo_url + "about/")
    answers = _asked(page, site, units, case["asked"])
    for question, answer in zip(case["asked"], answers, strict=True):
        wanted = _sorted([_values(h) for h in question["holdings"]])
        assert _sorted(answer[units.index(question["unit"])]) == wanted, question


def test_every_unit_holds_the_same_on_many_days(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    site = Site(Register(demo), Translations("zh"))
    units = [unit for folder in UNITS for unit in demo.tables[folder]]
    days = [date(year, month, 15) for year in range(2016, 2026) for month in (1, 7)]
    page = open_page()
    page.goto(demo_url + "about/")
    answers = _asked(page, site, units, [{"on": day.isoformat()} for day in days])
    for day, answer in zip(days, answers, strict=True):
        for unit, held in zip(units, answer, strict=True):
            wanted = [_on(site, unit, c.id, day) for c in site.register.categories]
            told = [_values(asdict(h)) for h in wanted if h]
            assert _sorted(held) == _sorted(told), (unit, day)


def _on(site: Site, unit: str, category: str, day: date) -> Holding | None:
    at = standing(site.catalog, site.register.ledger, unit, category, day)
    return holding(site.register.ledger, unit, category, day, at)


Record = tuple[str, str, list[dict[str, set[str]]]]
"""Kind, id, and the entries of a record: what it has of each facet."""


def _records(site: Site) -> list[Record]:
    found: list[Record] = []
    for folder in kinds_searched(site):
        for id_, row in records_of(site, KINDS[folder]).items():
            own = {f: set(read(site, row)) for f, read in ATTRIBUTES.get(folder, {}).items()}
            entries = [own]
            if folder in UNITS:
                facets = ("category", "level", "status", "stage", "path", "list_year", "evaluator")
                held = site.register.holdings(id_)
                entries = [own | {f: set(values_of(h, f)) for f in facets} for h in held] or [own]
            found.append((folder, id_, entries))
    return found


def _chosen(dice: random.Random, records: list[Record]) -> dict[str, list[str]]:
    """A random choice of one to three facets, a value of each from one record, so that something is found."""
    every = [e for _, _, entries in records for e in entries]
    entry = dice.choice([e for e in every if e])
    held = sorted(f for f in entry if entry[f])
    facets = dice.sample(held, k=min(3, len(held)))
    known = {f: sorted({v for e in every for v in e.get(f, ())}) for f in facets}
    chosen = {f: {dice.choice(sorted(entry[f])), *dice.sample(known[f], k=dice.randrange(2))} for f in facets}
    return {f: sorted(values) for f, values in chosen.items()}


def _passes(entry: dict[str, set[str]], chosen: dict[str, list[str]], but: str = "") -> bool:
    return all(not entry.get(f, set()).isdisjoint(values) for f, values in chosen.items() if f != but)


def _counted(
    records: list[Record], chosen: dict[str, list[str]]
) -> tuple[list[str], dict[str, dict[str, int]]]:
    ids = [id_ for _, id_, entries in records if any(_passes(e, chosen) for e in entries)]
    counts: dict[str, Counter[str]] = {}
    for kind, id_, entries in records:
        if id_ in ids:
            counts.setdefault("kind", Counter())[kind] += 1
        for facet in {f for e in entries for f in e}:
            held = [e[facet] for e in entries if facet in e and _passes(e, chosen, facet)]
            missing = [f for f in chosen if not any(f in e for e in entries)]
            if not missing:
                counts.setdefault(facet, Counter()).update(set().union(*held))
    return sorted(ids), {facet: dict(c) for facet, c in counts.items() if c}


def test_counts_of_random_filters(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    records = _records(Site(Register(demo), Translations("zh")))
    dice = random.Random(SEED)
    asked = [_chosen(dice, records) for _ in range(200)]
    page = open_page()
    page.goto(demo_url + "about/")
    answers = page.evaluate("(all) => Promise.all(all.map((chosen) => portal.search('', chosen)))", asked)
    assert sum(bool(answer["total"]) for answer in answers) > 150
    for chosen, answer in zip(asked, answers, strict=True):
        ids, counts = _counted(records, chosen)
        assert sorted(answer["ids"]) == ids, chosen
        assert answer["total"] == len(ids)
        assert {f: c for f, c in answer["facets"].items() if c} == counts, chosen


def test_a_list_without_publication_counts_from_the_same_day_as_in_python(
    demo_url: str, open_page: Opener
) -> None:
    stages = ("final", "publicity", "recommended")
    given = [
        {"id": f"{stage}-{year}", "scheme": "m", "kind": "additions", "stage": stage, "list_year": year}
        for stage in stages
        for year in (2020, None)
    ]
    site = Site(Register(small_catalog(lists=given)), Translations("zh"))
    page = open_page()
    page.goto(demo_url + "about/")
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 30), date(2020, 12, 31)]
    script = """async ([lists, days]) => {
      const { startOf } = await import("../assets/register/standing.js");
      const starts = lists.map((list) => startOf(list, { axis: "published" }));
      return days.map((day) => starts.map((start) => start <= day));
    }"""
    numbers = [int(f"{day:%Y%m%d}") for day in days]
    shown = page.evaluate(script, [events.lists(site), numbers])
    lists = site.catalog.rows(OfficialList).values()
    assert shown == [[is_out(official, day) for official in lists] for day in days]
    assert [sum(row) for row in shown] == [3, 5, 5, 6]


def test_where_no_list_has_a_year_nothing_is_said_of_a_first_day(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "about/")
    script = """async () => {
      const { nothingFound } = await import("../assets/lists/nothing_found.js");
      const words = { "asof.nothing_yet_list_year": "first {first}", "find.nothing": "none" };
      const lists = [["x", 0, "additions", "final", 0, "2021-01-10", ""]];
      const register = { coverage: [], lists, schemes: [["m", "factory"]] };
      const manifest = { words: { ...words, "nav.coverage": "" }, ...register };
      const dated = { when: { on: 20220101, axis: "list_year" }, told: "" };
      const asked = { known: { manifest }, state: { values: {} }, found: [], dated, without: {} };
      return nothingFound(asked, () => {}).map((part) => part.textContent).join("|");
    }"""
    assert "none" in page.evaluate(script).split("|")


@pytest.mark.parametrize(
    ("folder", "facet"),
    [
        ("standards", "industry"),
        ("policies", "category"),
        ("policies", "industry"),
        ("incentives", "category"),
        ("incentives", "level"),
        ("technologies", "industry"),
    ],
)
def test_what_is_for_all_stands_beside_what_is_limited(
    folder: str, facet: str, demo: PublicView, demo_url: str, open_page: Opener
) -> None:
    """No record of a library is lost to a facet: an empty column is a value of its own."""
    limits = {id_: getattr(row, facet) for id_, row in demo.tables[folder].items()}
    counts = Counter(limit or "any" for limit in limits.values())
    limited = next(limit for limit in limits.values() if limit)
    assert counts["any"], "the demonstration city has a record that is for all"
    page = open_page()
    page.goto(demo_url + folder + "/")
    values = page.locator(f'[data-facet="{facet}"] label[data-value]')
    told = values.evaluate_all("all => all.map((e) => [e.dataset.value, Number(e.dataset.count)])")
    assert dict(told) == counts
    assert told[-1][0] == "any", "after all values that limit"
    page.goto(f"{demo_url}{folder}/?{facet}={limited},any")
    page.locator(f'[data-chip="{facet}:any"]').wait_for()
    rows = page.locator("[data-results] tr[data-id]").evaluate_all("all => all.map((e) => e.dataset.id)")
    assert set(rows) == {id_ for id_, limit in limits.items() if limit in ("", limited)}
    told = values.evaluate_all("all => all.map((e) => [e.dataset.value, Number(e.dataset.count)])")
    assert dict(told) == counts, "a facet's counts leave out its own choice"
    assert told[-1][0] == "any"
