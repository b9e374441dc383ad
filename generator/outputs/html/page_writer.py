"""From bodies to pages: templates filled with a body and what every page has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from generator.artifacts import Artifact, Page
from generator.outputs.charts.converter import draw
from generator.outputs.html.templating import template
from generator.site import indexes
from generator.site.chart import Chart
from generator.site.charts import by_page
from generator.site.document import Document, Inlines
from generator.site.pages.chart_pages import chart_page
from generator.site.site import Site

TEMPLATES = ("page.html", "home.html", "search.html", "check.html", "compare.html", "embed.html")
"""Templates of whole pages."""


RECORD, DEEP = "record", "deep"
"""Frames of the pages that are not in the navigation: two folders down, as records are, and three."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart as the template prints it."""

    id: str
    title: str
    svg: Markup
    note: str
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    unit: str
    sources: tuple[Inlines, ...]
    open: bool
    """Whether its table is shown at once: on its own page."""
    follows: str
    """How it is worked out anew for another date; empty where it stays."""


class PageWriter:
    """Turns bodies into pages."""

    def __init__(self, site: Site, drawn: Mapping[str, Chart]) -> None:
        self.site = site
        self.drawn = drawn
        self.shown = by_page(drawn)
        self._standing = cache(partial(_standing, site))

    def page(
        self, frame: str, address: str, body: Document, template_name: str = "page.html", csv: str = ""
    ) -> Page:
        """Return a page: its body put into its template."""
        site, words = self.site, self.site.words
        depth = address.count("/")
        root = "../" * depth or "./"
        cite = words(
            "ui.cite_text",
            site=site.title,
            title=body.title,
            version=site.catalog.settings.version,
            as_of=site.as_of,
        )
        own = address.startswith("charts/")
        shown = [self.chart(c, open=own) for c in body.charts or self.shown.get(address, ())]
        html = template(template_name, words).render(
            body=body,
            root=root,
            words=words,
            site=site,
            cite=cite,
            csv=csv or body.csv,
            charts=shown,
            is_index="table" in body.extra,
            asof=body.extra.get("asof"),
            apart=body.extra.get("apart", ""),
            **self._standing(root),
        )
        return Page(frame, address, body.title, body.description[:200], html, body.indexed)

    def pages(
        self, frame: str, address: str, make: Callable[[], Document], template_name: str = "page.html"
    ) -> Iterator[Page]:
        """Yield the one page of a body that is made now."""
        yield self.page(frame, address, make(), template_name)

    def chart(self, chart: Chart, *, open: bool = False) -> ChartView:
        """Return a chart as the template prints it."""
        return ChartView(
            chart.id,
            chart.title,
            Markup(draw(chart.drawing).svg),
            chart.note,
            chart.header(),
            chart.table(),
            chart.drawing.unit,
            self.site.sources(chart.sources),
            open,
            chart.follows,
        )

    def chart_page(self, chart: Chart) -> Page:
        """Return the page of one chart."""
        return self.page(RECORD, chart.address, chart_page(self.site, chart))

    def embedded(self, chart: Chart) -> Artifact:
        """Return the bare page of one chart, for a frame on another site."""
        html = template("embed.html", self.site.words).render(
            item=self.chart(chart), root="../../../", words=self.site.words, site=self.site
        )
        return Artifact(f"{chart.address}embed/index.html", html.strip().encode())

    def index(self, index: indexes.Index) -> Iterator[Page]:
        """Yield the pages of an index."""
        key = index.folder.strip("/")
        for number, (address, body) in enumerate(indexes.pages(index), 1):
            frame = key if number == 1 else DEEP
            yield self.page(frame, address, body, csv=f"{key}/{key}.csv")


def _standing(site: Site, root: str) -> Mapping[str, Markup]:
    """Return what is the same on every page with the same way to the root, by its name in the template."""
    made: Any = template("standing.html", site.words).module
    words = site.words
    return {
        "doors": made.doors(root, words, site),
        "slip_opening": made.slip_opening(site),
        "slip_closing": made.slip_closing(site),
    }
