"""Charts on another day in a browser: the page of that day, what a chart says, what a build of then makes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from cities import City
from playwright.sync_api import Page

from generator.checks.validate import validate
from generator.i18n.translations import Translations
from generator.register.ledger import Axis
from generator.register.register import Register
from generator.site.chart import Chart
from generator.site.charts import all_charts
from generator.site.site import Site

SHOWN = """(figure) => ({
  title: figure.querySelector("figcaption").textContent,
  note: figure.querySelector(".chart-note").textContent,
  head: [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent),
  rows: [...figure.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
})"""


@cache
def edition_of(city: City, on: date, axis: Axis) -> Site:
    """What `portal build --as-of` shows, with the axis chosen as the city's own."""
    catalog = validate(city.data, city.docs, as_of=on).catalog
    assert catalog is not None
    return Site(Register(replace(catalog, settings=replace(catalog.settings, axis=axis))), Translations("zh"))


def go(page: Page, url: str, on: date, axis: str) -> None:
    """Open a page of which a day and an axis are chosen, and wait until it follows."""
    page.goto(f"{url}?on={on}&axis={axis}")
    charts = page.locator("[data-chart-on]")
    for number in range(charts.count()):
        charts.nth(number).filter(has_text=str(on)).wait_for()
    if not charts.count():
        page.locator("#counts ~ * tbody").filter(has_text=str(on)).wait_for()


@cache
def charts(city: City, on: date, axis: Axis) -> dict[str, Chart]:
    return all_charts(edition_of(city, on, axis))


def unnamed(spec: dict[str, Any]) -> Any:
    """A specification without the names that Altair makes up from its content."""
    return json.loads(re.sub(r"view_[0-9a-f]+_", "view_", json.dumps(spec)))
