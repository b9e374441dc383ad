"""What stands around every page."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model import Catalog
from generator.rendering.edition import Edition
from generator.rendering.surroundings import banner, footer
from generator.rendering.words import Words


def published_by(demo: Catalog, **settings: object) -> Edition:
    """The demonstration city, run by a publisher with other settings."""
    publisher = dataclasses.replace(demo.portal.publisher, **settings)  # type: ignore[arg-type]
    portal = dataclasses.replace(demo.portal, publisher=publisher, demo=False)
    return Edition(dataclasses.replace(demo, portal=portal), Words("zh"))


def filings(edition: Edition) -> Mapping[str, str]:
    """Where the footer leads for each filing, by its number."""
    links = LexborHTMLParser(footer(edition)).css("a[rel=external]")
    return {link.text(): link.attributes["href"] or "" for link in links}


def test_filings_lead_to_where_they_can_be_looked_up(demo: Catalog) -> None:
    edition = published_by(demo, icp="演ICP备00000001号", psb="演公网安备00000002号", site_code="0000000003")
    assert filings(edition) == {
        "演ICP备00000001号": "https://beian.miit.gov.cn/",
        "演公网安备00000002号": "https://beian.mps.gov.cn/",
    }
    assert "0000000003" in footer(edition)
    assert filings(published_by(demo, icp="", psb="", site_code="")) == {}


@pytest.mark.parametrize("official", [True, False])
def test_only_an_authority_is_not_called_independent(demo: Catalog, official: bool) -> None:
    edition = published_by(demo, official=official)
    assert (edition.words("site.banner_independent") in banner(edition)) is not official
