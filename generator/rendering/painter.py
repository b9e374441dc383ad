"""From bodies to pages: templates filled with a body and what every page has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.artifacts import Page
from generator.records import Redirect, Tombstone, Withdrawal
from generator.rendering import charts, indexes
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.kinds import KINDS, Kind, records_of
from generator.rendering.templating import environment
from generator.rendering.view import Body, Fact, Facts, Inline, Note, Section, Value


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
        self.templates = {n: environment().get_template(n) for n in ("page.html", "home.html", "search.html")}

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

    def gone(self) -> Iterator[Page]:
        """Yield the pages of what is no longer there: tombstones, withdrawn rows, redirects."""
        edition, words = self.edition, self.edition.words
        catalog = edition.catalog
        for row in catalog.all(Tombstone).values():
            if row.kind in KINDS and row.date.first <= edition.on:
                replaced = (edition.linked("ui.replaced_by", row.replaced_by),) if row.replaced_by else ()
                facts = (edition.fact("ui.date", row.date), edition.fact("ui.reason", row.reason), *replaced)
                yield self._notice(KINDS[row.kind], row.id, words("ui.tombstone_lead"), facts)
        for gone in catalog.all(Withdrawal).values():
            folder = catalog.withdrawn.get(gone.row, "")
            if folder in KINDS:
                facts = (
                    edition.fact("ui.date", gone.date),
                    Fact(words("ui.withdrawn_ground"), (Inline(words.category("ground", gone.ground)),)),
                )
                yield self._notice(KINDS[folder], gone.row, words("ui.withdrawn_lead"), facts)
        for moved in catalog.all(Redirect).values():
            target = edition.addresses.get(moved.to_id)
            if target:
                folder = target.split("/", 1)[0]
                facts = (Fact(words("ui.replaced_by"), (edition.link(moved.to_id),)),)
                yield self._notice(KINDS[folder], moved.from_id, words("ui.redirect_lead"), facts)

    def _notice(self, kind: Kind, id_: str, lead: str, facts: tuple[Fact, ...]) -> Page:
        words = self.edition.words
        section = Section("gone", words("ui.note"), (Note(lead), Facts(facts)))
        crumbs = (Inline(words(kind.title), to=f"{kind.folder}/"),) if records_of(self.edition, kind) else ()
        body = Body(words("status.withdrawn_page"), lead, crumbs=crumbs, sections=(section,), indexed=False)
        return self.page(f"{kind.folder}-record", f"{kind.folder}/{id_}/", body)
