"""Charts, changes and answers in a browser: drawn anew, saved, embedded, compared, narrowed, copied."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route
from watching import Opener, Watch, barriers, sideways

POLICY = "default-src 'self'; img-src 'self' data: blob:; script-src 'self'; style-src 'self' 'unsafe-inline'"
"""No inline script and no evaluation: what a careful host allows."""
TRANSFER = 150 * 1024
"""Bytes, gzipped, of a page with three charts before anything is asked for."""


def strict(page: Page) -> None:
    """Serve a chart's pages under a policy that lets no script be evaluated."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route("**/charts/**", answer)


def test_a_chart_is_drawn_anew_and_follows_the_page(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    strict(page)
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "charts/growth-factory/embed/", wait_until="networkidle")
    assert not [url for url in watch.requested if url.endswith(("vega.js", "charts/charts.js"))]
    page.click("[data-chart-live]")
    page.locator(".chart-drawing .vega-embed svg, .chart-drawing.vega-embed svg").wait_for()
    assert "vega.js" in "".join(watch.requested)
    page.locator(".chart-drawing .mark-rect path[fill*='--chart-1']").last.hover()
    tip = page.locator("#vg-tooltip-element.visible")
    tip.wait_for()
    assert "21" in tip.inner_text()
    assert watch.findings == []


def test_a_chart_is_saved_as_png(changzhou_url: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page()
    page.goto(changzhou_url + "charts/growth-factory/")
    with page.expect_download() as download:
        page.click("[data-chart-png]")
    kept = tmp_path / "chart.png"
    download.value.save_as(kept)
    data = kept.read_bytes()
    assert download.value.suggested_filename == "growth-factory.png"
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") >= 700


@pytest.mark.parametrize("width", [360, 1440])
def test_an_embedded_chart_is_sound(demo_url: str, open_page: Opener, width: int) -> None:
    page = open_page(width=width)
    watch = Watch(page, demo_url)
    page.goto(demo_url + "charts/growth-factory/embed/", wait_until="networkidle")
    assert [*watch.findings, *sideways(page), *barriers(page)] == []
    assert page.locator(".banner-demo").is_visible()
    assert page.locator(".embed-site a").get_attribute("target") == "_top"


def test_charts_are_legible_on_a_phone(changzhou_url: str, changzhou_site: Path, open_page: Opener) -> None:
    page = open_page(width=360)
    paths = sorted((changzhou_site / "charts").glob("*.svg"))
    assert len(paths) > 20
    for path in paths:
        page.goto(f"{changzhou_url}charts/{path.stem}/")
        smallest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll(".chart-drawing text")]
                 .map((t) => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a))"""
        )
        assert smallest >= 11, path.stem


def test_a_page_with_three_charts_is_light(
    changzhou_url: str, changzhou_site: Path, open_page: Opener
) -> None:
    page = open_page()
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + "factories/", wait_until="networkidle")
    assert page.locator("[data-chart]").count() == 3
    paths = {urlsplit(url).path.lstrip("/") or "index.html" for url in watch.requested}
    files = [changzhou_site / (p + "index.html" if p.endswith("/") else p) for p in paths]
    assert sum(len(gzip.compress(f.read_bytes())) for f in files) <= TRANSFER


def test_two_dates_are_compared(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "changes/")
    page.select_option("[name=from]", index=5)
    page.select_option("[name=to]", index=0)
    page.click(".difference button")
    told = page.locator("[data-difference-told]")
    told.locator("table").wait_for()
    rows = told.locator("tr").count()
    counts = [int(n) for n in told.locator("p").first.inner_text().split("：")[1].split() if n.isdigit()]
    assert rows == sum(counts) > 5
    page.select_option("[name=from]", index=0)
    page.click(".difference button")
    told.locator("table").wait_for(state="detached")
    assert watch.findings == []


def test_figures_are_narrowed_without_a_script(changzhou_url: str, open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(changzhou_url + "reconciliation/")
    everything = page.locator("tr[data-state]").count()
    page.check("input[value=incomplete]")
    shown = page.locator("tr[data-state]:visible")
    assert 0 < shown.count() < everything
    assert {shown.nth(n).get_attribute("data-state") for n in range(shown.count())} == {"incomplete"}
    page.check("input[name=state] >> nth=0")
    assert page.locator("tr[data-state]:visible").count() == everything


def test_a_figure_of_the_home_page_leads_to_its_row(changzhou_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(changzhou_url)
    page.locator(".headline a.status").first.click()
    page.locator("tr:target").wait_for()
    assert page.locator("tr:target").get_attribute("data-id") == "claim-16"


def test_the_words_to_quote_are_copied_with_their_footnotes(changzhou_url: str, open_page: Opener) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(changzhou_url + "answers/")
    page.click("[data-copy]")
    page.locator("[data-copy][data-done]").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "[1]" in text.splitlines()[0]
    assert text.splitlines()[1].startswith("[1]")
