"""Everything a site consists of, as a stream: frames and navigation, then pages and files one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from markupsafe import Markup

from generator.artifacts import Artifact, Frame, Page, SiteOutput
from generator.catalog.catalog import Catalog
from generator.formats.urls import is_link
from generator.i18n.translations import Translations
from generator.outputs import calendar, package
from generator.outputs.charts.converter import draw_all
from generator.outputs.charts.downloads import files as chart_files
from generator.outputs.feeds import case_feed, change_feed
from generator.outputs.html import layout
from generator.outputs.html.page_writer import DEEP, RECORD, PageWriter
from generator.outputs.redirects import redirects
from generator.outputs.search_index import files as search
from generator.parallel import Shard
from generator.register.register import Register
from generator.schema import table_schema
from generator.schema.records import SupervisionEntry
from generator.site import charts, indexes
from generator.site.chart import Chart
from generator.site.document import StandalonePage
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
from generator.site.site import Site

ASSETS = Path(__file__).parents[1] / "browser"


Job = Callable[[], Iterator[Page | Artifact]]
"""A piece of the site: what makes some of its pages and files."""


def render_catalog(catalog: Catalog, *, lang: str = "zh", generator: str, site_url: str = "") -> SiteOutput:
    """Return the site of a catalog in one language; charts, pages and files are made when asked for."""
    site = Site(Register(catalog), Translations(lang))
    settings = catalog.settings
    drawn = charts.Charts(site)
    singles = list(site_pages(site, drawn))
    frames = _frames(site, [address for address, _, _ in singles])
    address = site_url or (settings.site_url if is_link(settings.site_url) else "")
    address = address and address.rstrip("/") + "/"  # Pages gives it without, and pages are put behind it
    work = _Work(site, drawn, singles, {frame.address for frame in frames}, address)
    return SiteOutput(
        site_name=site.title,
        language={"zh": "zh", "en": "en"}[lang],
        banner=str(layout.banner(site)),
        footer=layout.footer(site),
        noindex=settings.demo,
        site_url=address,
        as_of=str(catalog.as_of),
        frames=frames,
        navigation=navigation(site, {f.key for f in frames}),
        addresses=_prose_addresses(site),
        words=layout.theme_words(site),
        prepare=work.prepare,
        content=work.content,
        manifest=_manifest(site, generator),
        head=str(Markup().join(layout.feeds(site))),
        prose_foot=layout.prose_foot(site),
        hidden=UNLISTED_FILES if catalog.all(SupervisionEntry) else (),
    )


@dataclass(frozen=True)
class _Work:
    """Making the pages and files of a site, when they are asked for."""

    site: Site
    drawn: Mapping[str, Chart]
    singles: list[StandalonePage]
    taken: set[str]
    """Addresses that have a frame of their own."""
    site_url: str

    @cached_property
    def painter(self) -> PageWriter:
        return PageWriter(self.site, self.drawn)

    def prepare(self) -> None:
        """Work out and draw the charts, compile the templates: all processes need them."""
        draw_all(chart.drawing for chart in self.drawn.values())
        assert self.painter

    def content(self, shard: Shard) -> Iterator[Page | Artifact]:
        """Yield what the jobs make that `shard` picks."""
        for job in shard(self._jobs()):
            yield from job()

    def _jobs(self) -> Iterator[Job]:
        yield from _files(self.site, self.drawn, self.site_url)
        yield from _pages(self.painter, self.singles)
        yield from _guides(self.painter, self.taken)
        yield from _records(self.painter)


def _manifest(site: Site, generator: str) -> dict[str, object]:
    """What ``build.json`` says of the input."""
    settings = site.catalog.settings
    counts = {kind.folder: len(records_of(site, kind)) for kind in KINDS.values()}
    return {
        "generator": generator,
        "data_version": settings.version,
        "as_of": str(site.as_of),
        "axis": settings.axis,
        "counts": {folder: n for folder, n in counts.items() if n},
        "inputs": dict(site.catalog.inputs),
    }


def _files(site: Site, drawn: Mapping[str, Chart], site_url: str) -> Iterator[Job]:
    """Yield what makes the files that need no page, that which takes longest first."""
    yield partial(search.files, site)
    yield partial(package.files, site)
    yield _assets
    yield partial(chart_files, site, drawn)
    yield partial(redirects, site, site_url=site_url)
    yield partial(changes.files, site)
    yield partial(chains.files, site)
    yield partial(change_feed.files, site, site_url)
    yield partial(case_feed.files, site, site_url)
    yield partial(calendar.files, site)


def _prose_addresses(site: Site) -> dict[str, str]:
    """Where prose may lead: a record, what is left of one, or the index for what is later than the date."""
    catalog = site.catalog
    held = {kind.folder for kind in KINDS.values() if records_of(site, kind)}
    found = {
        i: f"{FOLDERS[t]}/" if t in held else "coverage/" for i, t in catalog.later.items() if t in FOLDERS
    }
    return found | tombstones.withdrawn_addresses(site) | site.addresses


def _pages(painter: PageWriter, singles: list[StandalonePage]) -> Iterator[Job]:
    """Yield what makes the pages that are no records, with their files: first what takes longest."""
    site = painter.site
    yield partial(_answers, painter)
    yield from (partial(_index, painter, index.make) for index in indexes.indexes(site))
    yield partial(painter.pages, "home", "", partial(home, site, painter.drawn), "home.html")
    for address, template, make_body in singles:
        yield partial(painter.pages, address.strip("/"), address, make_body, template)
    yield from (partial(_chart, painter, chart) for chart in painter.drawn.values())
    for table in table_schema.tables().values():
        made = partial(dictionary.table_page, site, table)
        yield partial(painter.pages, RECORD, f"data/{table.name}/", made)


def _answers(painter: PageWriter) -> Iterator[Page | Artifact]:
    """Every quick answer and its CSV; one job, as they lead to each other."""
    site = painter.site
    every = quick_counts.questions(site)
    for question in every:
        frame = RECORD if question.token(site) else "answers"
        found = list(answers.lines(site, question))
        body = answers.answer(site, question, found, every)
        yield painter.page(frame, question.address(site), body)
        yield Artifact(answers.csv_path(site, question), answers.as_csv(site, question, found))


def _index(painter: PageWriter, make: Callable[[], indexes.Index]) -> Iterator[Page | Artifact]:
    """The pages of an index, and all of it as a table."""
    index = make()
    yield from painter.index(index)
    name = index.folder.strip("/")
    yield Artifact(f"{name}/{name}.csv", indexes.as_csv(index))


def _chart(painter: PageWriter, chart: Chart) -> Iterator[Page | Artifact]:
    yield painter.chart_page(chart)
    yield painter.embedded(chart)


def _guides(painter: PageWriter, addresses: set[str]) -> Iterator[Job]:
    frames = {1: "guides", 2: RECORD, 3: DEEP}
    for address, make in guides.guide_pages(painter.site, addresses):
        yield partial(painter.pages, frames[address.count("/")], address, make)


def _records(painter: PageWriter) -> Iterator[Job]:
    """Yield what makes the page of each record, and of each that is gone."""
    site = painter.site
    for kind in KINDS.values():
        for id_, record in records_of(site, kind).items():
            make = partial(kind.body, site, record)
            yield partial(painter.pages, RECORD, f"{kind.folder}/{id_}/", make)
    for folder, id_, notice in tombstones.notices(site):
        yield partial(painter.pages, RECORD, f"{folder}/{id_}/", notice)


def _frames(site: Site, singles: list[str]) -> tuple[Frame, ...]:
    own = [*singles, "answers/", guides.INDEX]
    own += [index.folder for index in indexes.indexes(site)]
    return (
        Frame("home", ""),
        Frame(RECORD, "{token}/{token}/"),
        Frame(DEEP, "{token}/{token}/{token}/"),
        *(Frame(address.strip("/"), address) for address in own),
    )


def _assets() -> Iterator[Artifact]:
    styles = [path.read_text("utf-8") for path in sorted(ASSETS.glob("styles/*.css"))]
    yield Artifact("assets/portal.css", "\n".join(styles).encode())
    for path in sorted(ASSETS.rglob("*.js")):
        yield Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", path.read_bytes())
