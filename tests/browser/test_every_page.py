"""Every kind of page of both cities, at 360 and 1440 px, light and dark: sound, and open to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from addresses import DENSE, MOVED, of_every_kind
from playwright.sync_api import Page
from serving import served
from watching import Opener, Watch, barriers, faint, sideways

CITIES = ("changzhou", "demo")


@pytest.fixture(params=CITIES)
def city(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A built site and the address it is served at."""
    return request.getfixturevalue(f"{request.param}_site"), request.getfixturevalue(f"{request.param}_url")


@pytest.mark.parametrize("half", [0, 1])
def test_page_is_sound(city: tuple[Path, str], demo_site: Path, open_page: Opener, half: int) -> None:
    """Every kind of page, light at 1440 px and dark at 360 px, its width looked at in others as well.

    Windows of 1280 px at 400 % and of 1440 px at 200 % are as wide as 320 and 720 px. A page is loaded once
    and then made narrow and dark; the dense ones are loaded anew for it, as on a phone.

    Axe takes longest. It sees each kind of page once, of the city that has them all; in dark, where only
    colours differ, and with its own reckoning of contrast, the dense ones of both cities, at both widths.
    """
    site, url = city
    wide, narrow = open_page(width=1440, scheme="light"), open_page(width=360, scheme="dark")
    watches = Watch(wide, url), Watch(narrow, url)
    wrong = {}
    seen_elsewhere = set() if site == demo_site else set(of_every_kind(demo_site))
    for kind, address in list(of_every_kind(site).items())[half::2]:
        if kind in DENSE:
            found = [
                *_dense(wide, url + address, 1440, (360, 320, 720)),
                *_dense(narrow, url + address, 360, (1440,)),
            ]
        else:
            found = _plain(wide, url + address, axe=kind not in seen_elsewhere)
        for watch in watches:
            found += watch.findings
            watch.findings.clear()
        if found:
            wrong[address] = found
    assert not wrong


def _load(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    if "#" in address:
        page.goto("about:blank")  # else it is not loaded after one that differs only there
    page.goto(address)
    if "?" in address:
        page.wait_for_load_state("networkidle")


def _narrowed(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    return sideways(page)


def _dense(page: Page, address: str, width: int, others: tuple[int, ...]) -> list[str]:
    """What is wrong with a page loaded at a width, then shown at others: axe looks at the first two."""
    _load(page, address, width)
    found = [*sideways(page), *faint(page), *barriers(page)]
    for number, other in enumerate(others):
        found += _narrowed(page, other)
        found += barriers(page) if number == 0 else []
    return found


def _make_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector(
        'body[data-md-color-scheme="slate"]', state="attached"
    )  # the theme's script follows


def _plain(page: Page, address: str, *, axe: bool) -> list[str]:
    """What is wrong with a page loaded wide and light, then shown narrow, then dark."""
    page.emulate_media(color_scheme="light")
    _load(page, address, 1440)
    found = [*sideways(page), *faint(page)]
    found += barriers(page, contrast=False, chrome=False) if axe else []
    for width in (720, 320, 360):
        found += _narrowed(page, width)
    _make_dark(page)
    return [*found, *sideways(page), *faint(page)]


def test_a_page_made_dark_has_the_colours_of_one_loaded_dark(demo_url: str, open_page: Opener) -> None:
    colours = """() => ["body", "h1", ".md-header", "table.data td"].map((selector) => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(selector));
      return [color, backgroundColor];
    })"""
    made, loaded = open_page(scheme="light"), open_page(scheme="dark")
    for page in (made, loaded):
        page.goto(demo_url + "factories/")
    light = made.evaluate(colours)
    _make_dark(made)
    assert made.evaluate(colours) == loaded.evaluate(colours) != light


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
