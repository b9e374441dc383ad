"""Counts of any day in Chromium: the shared case files, and every level of the demonstration city."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from counting import prepare
from paths import TESTS
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.ledger import LEVELS
from generator.register.register import Register
from generator.register.totals import Tally
from generator.site.site import Site
from tests.register.small import catalog as small_catalog

CASES = sorted((TESTS / "register" / "tallies").glob("*.json"))
COMPARISONS = sorted((TESTS / "register" / "comparisons").glob("*.json"))
DAYS = [date(year, *day) for year in range(2017, 2026) for day in ((1, 20), (6, 30), (12, 31))]
_COUNT = """async (asked) => {
  const { day } = await import("../assets/dates.js");
  const { hasBegun, tally } = await import("../assets/register/totals.js");
  const { manifest, register } = window.known;
  return asked.map(({ category, on, ...rest }) => {
    const place = manifest.categories.findIndex(([id]) => id === category);
    const question = { category: place, on: day(on), ...rest };
    return { ...tally(register, question), begun: hasBegun(register, question) };
  });
}"""
_COMPARE = """async (asked) => {
  const { compare } = await import("../assets/register/reconcile.js");
  const place = window.known.manifest.categories.findIndex(([id]) => id === "factory");
  return asked.map(({ level, on, axis, operator, value }) =>
    compare(window.known, place, level, { day: on, operator, value, axis: "" }, { axis }).state);
}"""
Told = dict[str, Any]


def _named(answer: Told, units: list[str]) -> Told:
    """An answer of the browser as the case files have it."""
    return {
        "units": sorted(units[unit] for unit in answer["units"]),
        "inferred": sorted(units[unit] for unit in answer["inferred"]),
        **{name: answer[name] for name in ("unresolved", "undated", "removed")},
        "removals_published": answer["removalsPublished"],
        "removals_held": answer["removalsHeld"],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_day_counts_what_the_case_says(path: Any, demo_url: str, open_page: Opener) -> None:
    case = json.loads(path.read_text("utf-8"))
    page = open_page()
    page.goto(demo_url + "about/")
    order = prepare(page, Site(Register(small_catalog(**case["rows"])), Translations("zh")))
    asked = [{k: v for k, v in one.items() if k not in ("tally", "begun")} for one in case["asked"]]
    for question, answer in zip(case["asked"], page.evaluate(_COUNT, asked), strict=True):
        folder = "enterprises" if question["category"] != "product" or "counted" in question else "products"
        assert _named(answer, order[folder]) == question["tally"], question
        assert answer["begun"] is question["begun"], question


@pytest.mark.parametrize("path", COMPARISONS, ids=lambda path: path.stem)
def test_a_figure_of_a_day_compares_as_the_case_says(path: Any, demo_url: str, open_page: Opener) -> None:
    case = json.loads(path.read_text("utf-8"))
    page = open_page()
    page.goto(demo_url + "about/")
    prepare(page, Site(Register(small_catalog(**case["rows"])), Translations("zh")))
    assert page.evaluate(_COMPARE, case["asked"]) == [one["state"] for one in case["asked"]]


def _told(counted: Tally) -> Told:
    return {
        "units": sorted(counted.units),
        "inferred": sorted(counted.inferred),
        "unresolved": counted.unresolved,
        "undated": counted.undated,
        "removed": counted.removed,
        "removals_published": counted.removals_published,
        "removals_held": counted.removals_held_by_name,
    }


def test_every_level_counts_the_same_on_many_days(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    site = Site(Register(demo), Translations("zh"))
    page = open_page()
    page.goto(demo_url + "about/")
    order = prepare(page, site)
    folders = {"enterprise": "enterprises", "park": "parks", "product": "products"}
    asked = [
        {"category": c.id, "levels": levels, "on": on.isoformat(), "axis": axis, "counted": counted}
        for c in site.register.categories
        for levels in (*((level,) for level in LEVELS), LEVELS[1:])
        for on in DAYS
        for axis in ("published", "list_year")
        for counted in (("subject", "enterprise") if c.subject == "product" else ("subject",))
    ]
    answers = page.evaluate(_COUNT, asked)
    subject = {c.id: folders[c.subject] for c in site.register.categories}
    for question, answer in zip(asked, answers, strict=True):
        counted = site.register.tally(
            question["category"],
            question["levels"],
            date.fromisoformat(question["on"]),
            question["axis"],
            counted=question["counted"],
        )
        folder = "enterprises" if question["counted"] == "enterprise" else subject[question["category"]]
        assert _named(answer, order[folder]) == _told(counted), question
    assert sum(len(answer["units"]) for answer in answers) > 1000
