"""The order of what a search finds, on a made-up city: the search itself, and the box that suggests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from columns_alone import columns_served
from paths import TESTS
from playwright.sync_api import expect
from watching import Opener

from tests.register.small import catalog as small_catalog

GIVEN = json.loads((TESTS / "browser" / "ranking_cases.json").read_text("utf-8"))
_ASKED = "(query) => portal.search(query).then(({ ids }) => ids)"


@pytest.fixture(scope="module")
def made_up_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page with the search box over the made-up city."""
    with columns_served(small_catalog(**GIVEN["rows"]), tmp_path_factory.mktemp("ranking")) as url:
        yield url


@pytest.mark.parametrize("case", GIVEN["cases"], ids=lambda case: case["query"])
def test_records_stand_in_the_order_of_the_case(
    case: dict[str, Any], made_up_url: str, open_page: Opener
) -> None:
    page = open_page()
    page.goto(made_up_url)
    assert page.evaluate(_ASKED, case["query"]) == case["ids"], case["about"]
    page.keyboard.press("/")
    page.keyboard.type(case["query"])
    expect(page.locator("[role=option]").first).to_have_attribute("data-id", case["ids"][0])
