"""Everything a site consists of, as a stream: frames and navigation, then pages and files one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from markupsafe import Markup

from generator.artifacts import Artifact, Frame, Page, Rendering
from generator.catalog.catalog import Catalog
from generator.formats.urls import is_link
from generator.i18n.translations import Words
from generator.outputs import calendar, package
from generator.outputs.charts.converter import draw_all
from generator.outputs.charts.downloads import files as chart_files
from generator.outputs.feeds import case_feed, change_feed
from generator.outputs.html import layout
from generator.outputs.html.page_writer import DEEP, RECORD, Painter
from generator.outputs.redirects import redirects
from generator.outputs.search_index import files as search
from generator.parallel import Share
from generator.schema import table_schema
from generator.schema.records import SupervisionEntry
from generator.site import charts, indexes
from generator.site.chart import Chart
from generator.site.document import Single
from generator.site.kinds.registry import KINDS, records_of
from generator.site.navigation import navigation
from generator.site.pages import (
    answers,
    chains,
    changes,
    dictionary,
    guides,
    tombstones,
)
from generator.site.pages.home import home
from generator.site.pages.registry import site_pages
from generator.site.routes import FOLDERS, UNLISTED_FILES
from generator.site.sections import quick_counts
from generator.site.site import Edition

ASSETS = Path(__file__).parents[1] / "browser"


Job = Callable[[], Iterator[Page | Artifact]]
"""A piece of the site: what makes some of its pages and files."""


def render_catalog(catalog: Catalog, *, lang: str = "zh", generator: str, site_url: str = "") -> Rendering:
    """Return the site of a catalog in one language; charts, pages and files are made when asked for."""
    edition = Edition(catalog, Words(lang))
    portal = catalog.portal
    drawn = charts.Charts(edition)
    singles = list(site_pages(edition, drawn))
    frames = _frames(edition, [address for address, _, _ in singles])
    address = site_url or (portal.site_url if is_link(portal.site_url) else "")
    address = address and address.rstrip("/") + "/"  # Pages gives it without, and pages are put behind it
    work = _Work(edition, drawn, singles, {frame.address for frame in frames}, address)
    return Rendering(
        site_name=edition.title,
        language={"zh": "zh", "en": "en"}[lang],
        banner=str(layout.banner(edition)),
        footer=layout.footer(edition),
        noindex=portal.demo,
        site_url=address,
        as_of=str(catalog.as_of),
        frames=frames,
        navigation=navigation(edition, {f.key for f in frames}),
        addresses=_prose_addresses(edition),
        words=layout.theme_words(edition),
        prepare=work.prepare,
        content=work.content,
        manifest=_manifest(edition, generator),
        head=str(Markup().join(layout.feeds(edition))),
        prose_foot=layout.prose_foot(edition),
        hidden=UNLISTED_FILES if catalog.all(SupervisionEntry) else (),
    )


@dataclass(frozen=True)
class _Work:
    """Making the pages and files of a site, when they are asked for."""

    edition: Edition
    drawn: Mapping[str, Chart]
    singles: list[Single]
    taken: set[str]
    """Addresses that have a frame of their own."""
    site_url: str

    @cached_property
    def painter(self) -> Painter:
        return Painter(self.edition, self.drawn)

    def prepare(self) -> None:
        """Work out and draw the charts, compile the templates: all processes need them."""
        draw_all(chart.drawing for chart in self.drawn.values())
        assert self.painter

    def content(self, share: Share) -> Iterator[Page | Artifact]:
        """Yield what the jobs make that `share` picks."""
        for job in share(self._jobs()):
            yield from job()

    def _jobs(self) -> Iterator[Job]:
        yield from _files(self.edition, self.drawn, self.site_url)
        yield from _pages(self.painter, self.singles)
        yield from _guides(self.painter, self.taken)
        yield from _records(self.painter)


def _manifest(edition: Edition, generator: str) -> dict[str, object]:
    """What ``build.json`` says of the input."""
    portal = edition.catalog.portal
    counts = {kind.folder: len(records_of(edition, kind)) for kind in KINDS.values()}
    return {
        "generator": generator,
        "data_version": portal.version,
        "as_of": str(edition.catalog.as_of),
        "axis": portal.axis,
        "counts": {folder: n for folder, n in counts.items() if n},
        "inputs": dict(edition.catalog.inputs),
    }


def _files(edition: Edition, drawn: Mapping[str, Chart], site_url: str) -> Iterator[Job]:
    """Yield what makes the files that need no page, that which takes longest first."""
    yield partial(search.files, edition)
    yield partial(package.files, edition)
    yield _assets
    yield partial(chart_files, edition, drawn)
    yield partial(redirects, edition, site_url=site_url)
    yield partial(changes.files, edition)
    yield partial(chains.files, edition)
    yield partial(change_feed.files, edition, site_url)
    yield partial(case_feed.files, edition, site_url)
    yield partial(calendar.files, edition)


def _prose_addresses(edition: Edition) -> dict[str, str]:
    """Where prose may lead: a record, what is left of one, or the index for what is later than the date."""
    catalog = edition.catalog
    held = {kind.folder for kind in KINDS.values() if records_of(edition, kind)}
    found = {
        i: f"{FOLDERS[t]}/" if t in held else "coverage/" for i, t in catalog.later.items() if t in FOLDERS
    }
    return found | tombstones.withdrawn_addresses(edition) | edition.addresses


def _pages(painter: Painter, singles: list[Single]) -> Iterator[Job]:
    """Yield what makes the pages that are no records, with their files: first what takes longest."""
    edition = painter.edition
    yield partial(_answers, painter)
    yield from (partial(_index, painter, index.make) for index in indexes.indexes(edition))
    yield partial(painter.pages, "home", "", partial(home, edition, painter.drawn), "home.html")
    for address, template, make_body in singles:
        yield partial(painter.pages, address.strip("/"), address, make_body, template)
    yield from (partial(_chart, painter, chart) for chart in painter.drawn.values())
    for table in table_schema.tables().values():
        made = partial(dictionary.table_page, edition, table)
        yield partial(painter.pages, RECORD, f"data/{table.name}/", made)


def _answers(painter: Painter) -> Iterator[Page | Artifact]:
    """Every quick answer and its CSV; one job, as they lead to each other."""
    edition = painter.edition
    every = quick_counts.questions(edition)
    for question in every:
        frame = RECORD if question.token(edition) else "answers"
        found = list(answers.lines(edition, question))
        body = answers.answer(edition, question, found, every)
        yield painter.page(frame, question.address(edition), body)
        yield Artifact(answers.csv_path(edition, question), answers.as_csv(edition, question, found))


def _index(painter: Painter, make: Callable[[], indexes.Index]) -> Iterator[Page | Artifact]:
    """The pages of an index, and all of it as a table."""
    index = make()
    yield from painter.index(index)
    name = index.folder.strip("/")
    yield Artifact(f"{name}/{name}.csv", indexes.as_csv(index))


def _chart(painter: Painter, chart: Chart) -> Iterator[Page | Artifact]:
    yield painter.chart_page(chart)
    yield painter.embedded(chart)


def _guides(painter: Painter, addresses: set[str]) -> Iterator[Job]:
    frames = {1: "guides", 2: RECORD, 3: DEEP}
    for address, make in guides.guide_pages(painter.edition, addresses):
        yield partial(painter.pages, frames[address.count("/")], address, make)


def _records(painter: Painter) -> Iterator[Job]:
    """Yield what makes the page of each record, and of each that is gone."""
    edition = painter.edition
    for kind in KINDS.values():
        for id_, record in records_of(edition, kind).items():
            make = partial(kind.body, edition, record)
            yield partial(painter.pages, RECORD, f"{kind.folder}/{id_}/", make)
    for folder, id_, notice in tombstones.notices(edition):
        yield partial(painter.pages, RECORD, f"{folder}/{id_}/", notice)


def _frames(edition: Edition, singles: list[str]) -> tuple[Frame, ...]:
    own = [*singles, "answers/", guides.INDEX]
    own += [index.folder for index in indexes.indexes(edition)]
    return (
        Frame("home", ""),
        Frame(RECORD, "{token}/{token}/"),
        Frame(DEEP, "{token}/{token}/{token}/"),
        *(Frame(address.strip("/"), address) for address in own),
    )


def _assets() -> Iterator[Artifact]:
    styles = [path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css"))]
    yield Artifact("assets/portal.css", "\n".join(styles).encode())
    for path in sorted(ASSETS.rglob("*.js")):
        yield Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", path.read_bytes())
