"""The search finds what its definition says, all of it and nothing else, in Chromium on the real columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
import reference
from columns_alone import columns_served
from playwright.sync_api import Page
from watching import Opener

from benchmarks.national import FACTS, ROWS, write_national
from generator.catalog.public_view import PublicView
from generator.checks.validate import validate

SEED = 20220115
SAMPLE = 500
BATCH = 2000
_ASK = """async ([queries, ids]) => {
  // The engine alone, without the counts of facets: fifteen thousand queries in a few seconds.
  const { folded } = await import("./assets/search/search.js");
  const { column, codes, manifest } = await import("./assets/search/store.js");
  const { rankAll, looksLikeCode, NONE } = await import("./assets/search/match.js");
  const firms = await column("enterprises");
  const { letters } = await manifest();
  const place = new Map(ids.map((id, at) => [id, at]));
  const answers = [];
  for (const query of queries) {
    const words = await folded(query, [firms]);
    if (words.some((word) => looksLikeCode(word, letters))) firms.setCodes(await codes());
    const found = [];
    const ranks = rankAll(firms, words);
    ranks.forEach((rank, record) => rank !== NONE && found.push(place.get(firms.ids[record])));
    answers.push(found.sort((a, b) => a - b));
  }
  return answers;
}"""
_PORTAL = """(queries) => Promise.all(queries.map(async (query) => {
  const { total, ids } = await portal.search(query, { kind: "enterprise" });
  return total === ids.length ? ids.sort() : "total differs from the number of ids";
}))"""

Columns = Callable[[PublicView], str]


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Columns]:
    """A function that serves the search's files of a catalog, and nothing else; gives their address."""
    with ExitStack() as serving:
        yield lambda catalog: serving.enter_context(
            columns_served(catalog, tmp_path_factory.mktemp("columns"))
        )


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> PublicView:
    """The national register, 3,688 enterprises."""
    if not (FACTS / ROWS).is_file():
        pytest.skip(f"NOT TESTED on the national lists: {ROWS} is not beside the repository")
    folder = tmp_path_factory.mktemp("national")
    write_national(folder)
    catalog = validate(folder / "data", folder / "docs").catalog
    assert catalog is not None
    return catalog


def _wrong(page: Page, firms: list[reference.Firm], asked: list[str]) -> dict[str, object]:
    """Queries whose answer is not what it must be, with both."""
    ids = [firm.id for firm in firms]
    wrong: dict[str, object] = {}
    for start in range(0, len(asked), BATCH):
        batch = asked[start : start + BATCH]
        for query, found in zip(batch, page.evaluate(_ASK, [batch, ids]), strict=True):
            wanted = reference.found(firms, query)
            if [ids[at] for at in found] != wanted:
                wrong[query] = ([ids[at] for at in found], wanted)
    return wrong


@pytest.mark.parametrize("city", ["changzhou", "demo"])
def test_every_part_of_every_name_is_found(
    city: str, columns: Columns, open_page: Opener, request: pytest.FixtureRequest
) -> None:
    catalog = request.getfixturevalue(city)
    page = open_page()
    page.goto(columns(catalog))
    firms = reference.firms(catalog)
    asked = sorted(set(reference.queries(firms)))
    assert len(asked) > 1000
    assert _wrong(page, firms, asked) == {}


def test_national_names_are_found(national: PublicView, columns: Columns, open_page: Opener) -> None:
    page = open_page()
    page.goto(columns(national))
    firms = reference.firms(national)
    asked = sorted(set(reference.queries(reference.sample(firms, SAMPLE, SEED))))
    assert len(asked) > 10_000
    assert _wrong(page, firms, asked) == {}


def test_search_of_the_page_says_the_same(demo: PublicView, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "about/")
    firms = reference.firms(demo)
    asked = sorted(set(reference.queries(firms[::9])))[::7]
    asked += ["青禾 有限", "有限 青禾", "ＱＩＮＧＨＥ", "青禾（", "慶", "紡織"]
    answers = page.evaluate(_PORTAL, asked)
    assert {q: a for q, a in zip(asked, answers, strict=True) if a != sorted(reference.found(firms, q))} == {}
