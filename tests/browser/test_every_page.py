"""Every kind of page of both cities, at 360 and 1440 px, light and dark: sound, and open to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from addresses import DENSE, MOVED, of_every_kind
from serving import served
from watching import Opener, Watch, barriers, faint, sideways

CITIES = ("changzhou", "demo")


@pytest.fixture(params=CITIES)
def city(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A built site and the address it is served at."""
    return request.getfixturevalue(f"{request.param}_site"), request.getfixturevalue(f"{request.param}_url")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
def test_page_is_sound(
    city: tuple[Path, str], demo_site: Path, open_page: Opener, scheme: str, width: int
) -> None:
    """Loaded at one width, looked at in others; every text against its ground.

    Windows of 1280 px at 400 % and of 1440 px at 200 % are as wide as 320 and 720 px.

    Axe takes longest. It sees each kind of page once, of the city that has them all; in dark, where only
    colours differ, and with its own reckoning of contrast, the dense ones of both cities, at both widths.
    """
    site, url = city
    page = open_page(width=width, scheme=scheme)
    watch = Watch(page, url)
    wrong = {}
    seen_elsewhere = set() if site == demo_site else set(of_every_kind(demo_site))
    for kind, address in of_every_kind(site).items():
        watch.findings.clear()
        page.set_viewport_size({"width": width, "height": 900})
        if "#" in address:
            page.goto("about:blank")  # else it is not loaded after one that differs only there
        page.goto(url + address)
        page.wait_for_load_state("networkidle") if "?" in address else None
        dense = kind in DENSE
        found = [*sideways(page), *faint(page)]
        if dense or (scheme == "light" and kind not in seen_elsewhere):
            found += barriers(page, contrast=dense, chrome=dense)
        for other in (1800 - width, *((320, 720) if scheme == "light" else ())):
            page.set_viewport_size({"width": other, "height": 900})
            found += sideways(page)
            found += barriers(page) if dense and other == 1800 - width else []
        found += watch.findings
        if found:
            wrong[address] = found
    assert not wrong


def test_what_is_faint_is_seen(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/")
    assert faint(page) == []
    page.add_style_tag(content="h1 { color: #999 !important } .page-head .lead { opacity: 0.4 !important }")
    seen = faint(page)
    assert len(seen) == 2
    assert any("<h1" in one for one in seen)
    assert any("lead" in one for one in seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(demo_url: str, open_page: Opener, scheme: str) -> None:
    page = open_page(scheme=scheme)
    page.goto(demo_url + "factories/")
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const focused = document.activeElement;
              // A switch that is not drawn shows its focus on its label, a search field on its frame.
              return [focused, focused.parentElement, focused.nextElementSibling].some((e) => {
                if (!e) return false;
                const { outlineStyle, outlineWidth } = getComputedStyle(e);
                return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
              });
            }"""
        )
        if not seen:
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert not unseen


def test_forced_colours_keep_what_colour_says(demo_url: str, open_page: Opener, demo_site: Path) -> None:
    page = open_page(forced_colors="active")
    page.goto(demo_url + of_every_kind(demo_site)["enterprises/*"])
    border = page.locator(".standing .status").first.evaluate("e => getComputedStyle(e).borderTopStyle")
    assert border in ("solid", "dashed")
    dot = page.locator(".timeline .moment").first.evaluate(
        "e => getComputedStyle(e, '::after').borderTopWidth"
    )
    assert dot == "2px"


def test_site_works_below_a_path(demo_site: Path, open_page: Opener) -> None:
    with served(demo_site, "/x") as url:
        page = open_page()
        watch = Watch(page, url)
        page.goto(url)
        page.fill("#home-search", "有限公司")
        page.press("#home-search", "Enter")
        page.locator(".results a").first.click()
        page.locator("article[data-kind]").wait_for()
        assert page.url.startswith(url)
        page.locator(".crumbs a").first.click()
        page.wait_for_url(url)
        assert watch.findings == []


@pytest.mark.parametrize("scripts", [True, False])
def test_changed_id_leads_on_below_a_path(demo_site: Path, open_page: Opener, scripts: bool) -> None:
    old, new = MOVED
    with served(demo_site, "/x") as url:
        page = open_page(java_script_enabled=scripts)
        page.goto(url + old, wait_until="commit")
        page.wait_for_url(url + new)
        page.locator("article[data-kind]").wait_for()


def test_unknown_address_shows_a_way_on(demo_site: Path, open_page: Opener) -> None:
    with served(demo_site, "/x") as url:
        page = open_page()
        answer = page.goto(url + "enterprises/no-such-unit/at/all/")
        assert answer is not None
        assert answer.status == 404
        page.locator(".list-links a").first.click()
        page.locator("table.data").first.wait_for()
        assert page.url.startswith(url + "factories/")
