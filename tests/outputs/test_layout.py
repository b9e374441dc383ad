"""What stands around every page."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.html.layout import banner, footer
from generator.register.register import Register
from generator.site.site import Site


def published_by(demo: PublicView, **settings: object) -> Site:
    """The demonstration city, run by a publisher with other settings."""
    publisher = dataclasses.replace(demo.settings.publisher, **settings)  # type: ignore[arg-type]
    portal = dataclasses.replace(demo.settings, publisher=publisher, demo=False)
    return Site(Register(dataclasses.replace(demo, settings=portal)), Translations("zh"))


def filings(site: Site) -> Mapping[str, str]:
    """Where the footer leads for each filing, by its number."""
    links = LexborHTMLParser(footer(site)).css("a[rel=external]")
    return {link.text(): link.attributes["href"] or "" for link in links}


def test_filings_lead_to_where_they_can_be_looked_up(demo: PublicView) -> None:
    site = published_by(demo, icp="演ICP备00000001号", psb="演公网安备00000002号", site_code="0000000003")
    assert filings(site) == {
        "演ICP备00000001号": "https://beian.miit.gov.cn/",
        "演公网安备00000002号": "https://beian.mps.gov.cn/",
    }
    assert "0000000003" in footer(site)
    assert filings(published_by(demo, icp="", psb="", site_code="")) == {}


@pytest.mark.parametrize("official", [True, False])
def test_only_an_authority_is_not_called_independent(demo: PublicView, official: bool) -> None:
    site = published_by(demo, official=official)
    assert (site.words("site.banner_independent") in banner(site)) is not official


MARKS = {"organ_mark": "https://example.org/mark", "report_site": "https://example.org/fault"}
STATEMENTS = {"copyright": "https://example.org/copyright", "privacy": "https://example.org/privacy"}


def led_to(site: Site) -> dict[str, str]:
    """What a footer leads to elsewhere, by its words, without the filings."""
    numbers = {site.catalog.settings.publisher.icp, site.catalog.settings.publisher.psb}
    return {text: address for text, address in filings(site).items() if text not in numbers}


def test_only_an_authority_leads_to_the_marks_of_a_government_site(demo: PublicView) -> None:
    words = Translations("zh")
    marked = {words(f"footer.{name}"): address for name, address in MARKS.items()}
    stated = {words(f"footer.{name}"): address for name, address in STATEMENTS.items()}
    given = {**MARKS, **STATEMENTS}
    assert led_to(published_by(demo, official=True, **given)) == {**stated, **marked}
    assert led_to(published_by(demo, official=False, **given)) == stated
    assert led_to(published_by(demo, official=True)) == {}
    assert led_to(published_by(demo, official=True, privacy="javascript:alert(1)")) == {}


def test_the_footer_says_only_what_the_settings_say(demo: PublicView) -> None:
    words = Translations("zh")
    told = footer(published_by(demo, maintainer="演示市信息中心", ipv6=True))
    assert f"{words('footer.maintainer')}：演示市信息中心" in told
    assert words("footer.ipv6") in told
    silent = footer(published_by(demo, maintainer="", ipv6=False))
    assert words("footer.maintainer") not in silent
    assert words("footer.ipv6") not in silent
