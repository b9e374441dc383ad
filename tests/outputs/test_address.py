"""Where a site stands: every address that is made from it has one stroke between the two."""

from __future__ import annotations

import pytest
from made import site_output_of

from generator.catalog.catalog import Catalog


@pytest.mark.parametrize("given", ["https://example.org/register", "https://example.org/register/"])
def test_an_address_ends_with_a_stroke(demo: Catalog, given: str) -> None:
    assert site_output_of(demo, site_url=given).site_url == "https://example.org/register/"


def test_a_site_that_names_none_has_none(demo: Catalog) -> None:
    assert site_output_of(demo).site_url == ""
