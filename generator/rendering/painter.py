"""From bodies to pages: templates filled with a body and what every page has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.artifacts import Page
from generator.rendering import charts, indexes
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.templating import environment
from generator.rendering.view import Body, Value

TEMPLATES = ("page.html", "home.html", "search.html", "check.html", "compare.html")
"""Templates of whole pages."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as the template prints it."""

    id: str
    title: str
    svg: Markup
    note: str
    axis: str
    series: tuple[str, ...]
    rows: list[tuple[str, ...]]
    sources: tuple[Value, ...]


class Painter:
    """Turns bodies into pages."""

    def __init__(self, edition: Edition, drawn: dict[str, charts.Chart]) -> None:
        self.edition = edition
        self.drawn = drawn
        self.templates = {n: environment().get_template(n) for n in TEMPLATES}

    def page(self, frame: str, address: str, body: Body, template: str = "page.html", csv: str = "") -> Page:
        """Return a page: its body put into its template."""
        edition, words = self.edition, self.edition.words
        depth = address.count("/")
        root = "../" * depth or "./"
        cite = words(
            "ui.cite_text",
            site=edition.title,
            title=body.title,
            version=edition.catalog.portal.version,
            as_of=edition.on,
        )
        shown = [self.chart(c) for c in body.extra.get("charts", ())]  # type: ignore[attr-defined]
        html = self.templates[template].render(
            body=body, root=root, words=words, edition=edition, cite=cite, csv=csv, charts=shown
        )
        return Page(frame, address, body.title, body.description[:200], html, body.indexed)

    def pages(
        self, frame: str, address: str, make: Callable[[], Body], template: str = "page.html"
    ) -> Iterator[Page]:
        """Yield the one page of a body that is made now."""
        yield self.page(frame, address, make(), template)

    def chart(self, chart: charts.Chart) -> DrawnChart:
        """Return a chart as the template prints it."""
        return DrawnChart(
            chart.id,
            chart.title,
            Markup(chart.picture().svg),
            chart.note,
            chart.axis,
            chart.series,
            chart.table(),
            self.edition.sources(chart.sources),
        )

    def index(self, index: indexes.Index) -> Iterator[Page]:
        """Yield the pages of an index; the first of a category carries its charts."""
        key = index.folder.strip("/")
        category = next(
            (c for c in self.edition.categories if CATEGORY_PAGES.get(c.id) == index.folder), None
        )
        for number, (address, body) in enumerate(indexes.pages(index), 1):
            if number == 1 and category is not None:
                suffix = f"-{category.id}"
                body.extra["charts"] = tuple(c for c in self.drawn.values() if c.id.endswith(suffix))
            frame = key if number == 1 else f"{key}-page"
            yield self.page(frame, address, body, csv=f"{key}/{key}.csv")
