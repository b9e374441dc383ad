"""Charts of another day in Chromium: drawn, used again, taken, beside those that a build of then makes."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from asof_charts import SHOWN, charts, go, unnamed
from cities import DEMO_CITY
from playwright.sync_api import Locator, expect
from watching import Opener, Watch

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.charts.converter import draw
from generator.register.register import Register
from generator.site.chart import Chart
from generator.site.charts import all_charts
from generator.site.site import Site


def test_a_chart_of_another_day_is_drawn_and_can_be_taken(
    demo_url: str, open_page: Opener, tmp_path: Path
) -> None:
    on, axis = date(2023, 6, 30), "published"
    page = open_page()
    watch = Watch(page, demo_url)
    page.goto(demo_url + "factories/", wait_until="networkidle")
    assert not [url for url in watch.requested if url.endswith("vega.js")]
    go(page, demo_url + "factories/", on, "published")
    figure = page.locator('[data-chart="growth-factory"]')
    figure.locator("[data-chart-svg][download]").wait_for()
    assert figure.locator(".chart-drawing svg .mark-symbol path").count() >= 6
    assert figure.locator("[data-chart-live]").is_disabled()
    chart = charts(DEMO_CITY, on, "published")["growth-factory"]
    name = f"growth-factory-as-of-{on}-by-{axis}"
    taken: dict[str, bytes] = {}
    for kind in ("csv", "json", "svg", "png"):
        with page.expect_download() as download:
            figure.locator(f"[data-chart-{kind}]").click()
        assert download.value.suggested_filename == f"{name}.{kind}"
        download.value.save_as(tmp_path / kind)
        taken[kind] = (tmp_path / kind).read_bytes()
    rows = list(csv.reader(io.StringIO(taken["csv"].decode())))
    assert [tuple(row) for row in rows] == [chart.header(), *chart.table()]
    spec, wanted = json.loads(taken["json"]), json.loads(draw(chart.drawing).spec)
    assert unnamed(spec) == unnamed(wanted)
    svg = taken["svg"].decode()
    assert chart.title.replace(" ", "") in re.sub(r"<[^>]*>|\s", "", svg)
    assert f"截至 {on}" in svg
    assert "演示数据" in svg
    assert "var(" not in svg
    assert taken["png"].startswith(b"\x89PNG")
    assert watch.findings == []


_DOWN = """(svg) => {
  const at = (text) => text.getBoundingClientRect();
  return [...svg.querySelectorAll("text")]
    .sort((a, b) => at(a).top - at(b).top || at(a).left - at(b).left)
    .map((text) => text.textContent);
}"""
"""The words of a drawing from above down, those of one line from the left."""


def _same_as(figure: Locator, wanted: Chart) -> None:
    """Hold a chart that was drawn anew to one made by the build: words, values, specification, drawing."""
    figure.locator("[data-chart-svg][download]").wait_for()
    shown = figure.evaluate(SHOWN)
    assert (shown["title"], shown["note"]) == (wanted.title, wanted.note)
    assert [tuple(row) for row in shown["rows"]] == wanted.table()
    with figure.page.expect_download() as download:
        figure.locator("[data-chart-json]").click()
    spec = json.loads(download.value.path().read_text("utf-8"))
    assert unnamed(spec) == unnamed(json.loads(draw(wanted.drawing).spec))
    places = [row[0] for row in wanted.table()]
    drawn = figure.locator(".chart-drawing svg").evaluate(_DOWN)
    assert [text for text in drawn if text in places] == places, "in the order of the table"


@pytest.mark.parametrize(
    ("address", "on"),
    [
        ("parks/", date(2019, 6, 30)),
        ("parks/", date(2020, 6, 30)),
        ("products/", date(2020, 6, 30)),
        ("supply-chains/", date(2022, 12, 31)),
    ],
)
def test_a_drawing_of_few_is_that_of_a_build_of_that_day(
    address: str, on: date, demo_url: str, open_page: Opener
) -> None:
    page = open_page()
    go(page, demo_url + address, on, "published")
    wanted = charts(DEMO_CITY, on, "published")
    figures = page.locator("[data-chart]").all()
    drawn = [wanted[id_] for figure in figures if (id_ := figure.get_attribute("data-chart")) in wanted]
    assert drawn
    for chart in drawn:
        _same_as(page.locator(f'[data-chart="{chart.id}"]'), chart)


@pytest.mark.parametrize("on", [date(2019, 9, 1), date(2021, 6, 30)])
def test_kinds_of_products_follow_with_their_drawing(on: date, demo_url: str, open_page: Opener) -> None:
    page = open_page()
    wanted = charts(DEMO_CITY, on, "published")["kinds-product"]
    assert wanted.table() != charts(DEMO_CITY, date(2025, 6, 30), "published")["kinds-product"].table()
    go(page, demo_url + "products/", on, "published")
    _same_as(page.locator('[data-chart="kinds-product"]'), wanted)


def test_names_held_follow_with_their_drawing(
    changzhou: PublicView, changzhou_url: str, open_page: Opener
) -> None:
    own = all_charts(Site(Register(changzhou), Translations("zh")))["names-product-national"]
    on = date(2021, 12, 31)
    portal = replace(changzhou.settings, axis="list_year")
    wanted = all_charts(Site(Register(replace(changzhou, as_of=on, settings=portal)), Translations("zh")))[
        own.id
    ]
    assert "12" in own.title
    assert "12" not in wanted.title, "the period of that number was not over"
    page = open_page()
    go(page, changzhou_url + "products/", on, "list_year")
    figure = page.locator(f'[data-chart="{own.id}"]')
    _same_as(figure, wanted)
    page.locator("[data-asof-on]").fill("2020-11-30")
    expect(figure.locator("[data-chart-on]")).to_contain_text("2020-11-30")
    assert (figure.locator("tbody tr").count(), figure.locator(".chart-drawing svg").count()) == (0, 0)


def test_a_view_is_used_again_while_its_shape_stays(demo_url: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(demo_url + "factories/?on=2024-12-31")
    figure = page.locator('[data-chart="growth-factory"]')
    figure.locator("[data-chart-svg][download]").wait_for()
    page.evaluate("window.first = document.querySelector('[data-chart=growth-factory] .chart-drawing svg')")
    page.fill("[data-asof-on]", "2023-12-31")
    figure.locator("[data-chart-on]").filter(has_text="2023-12-31").wait_for()
    figure.locator("[data-chart-svg][download*='2023-12-31']").wait_for()
    assert page.evaluate("first === document.querySelector('[data-chart=growth-factory] .chart-drawing svg')")
