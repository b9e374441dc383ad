"""Where a site stands: every address that is made from it has one stroke between the two."""

from __future__ import annotations

import pytest
from made import site_output_of

from generator.catalog.public_view import PublicView


@pytest.mark.parametrize("given", ["https://example.org/register", "https://example.org/register/"])
def test_an_address_ends_with_a_stroke(demo: PublicView, given: str) -> None:
    assert site_output_of(demo, site_url=given).site_url == "https://example.org/register/"


def test_a_site_that_names_none_has_none(demo: PublicView) -> None:
    assert site_output_of(demo).site_url == ""
