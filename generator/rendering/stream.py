"""Everything a site consists of, as a stream: frames and navigation, then pages and files one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from generator import schema
from generator.artifacts import Artifact, Frame, Page, Rendering
from generator.model import Catalog
from generator.records import SupervisionEntry
from generator.rendering import (
    answers,
    asked,
    calendar_files,
    case_files,
    chains_page,
    changes_page,
    charts,
    dictionary,
    downloads,
    feed,
    gone,
    guide_pages,
    indexes,
    surroundings,
)
from generator.rendering.charts.chart import Chart
from generator.rendering.charts.downloads import files as chart_files
from generator.rendering.drawing.converter import draw_all
from generator.rendering.edition import FOLDERS, Edition
from generator.rendering.home import home
from generator.rendering.kinds import KINDS, records_of
from generator.rendering.navigation import navigation
from generator.rendering.painter import Painter
from generator.rendering.search import files as search
from generator.rendering.site_pages import site_pages
from generator.rendering.view import Body, Single
from generator.rendering.words import Words
from generator.urls import is_link

ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class _Site:
    """What the pages and files of a site are made of."""

    edition: Edition
    drawn: dict[str, Chart]
    singles: list[Single]
    found: list[indexes.Index]
    guides: list[guide_pages.MakePage]
    every: list[asked.Question]
    """What the quick answers answer, the first on the page itself."""
    site_url: str

    def pages(self, part: int, parts: int) -> Iterator[Page]:
        """Yield one part of the pages (Rendering.pages)."""
        for number, make in enumerate(_jobs(self)):
            if number % parts == part:
                yield from make()

    def artifacts(self, part: int, parts: int) -> Iterator[Artifact]:
        """Yield one part of the files (Rendering.artifacts)."""
        for make in _makers(self)[part::parts]:
            yield from make()


def render_catalog(catalog: Catalog, *, lang: str = "zh", generator: str, site_url: str = "") -> Rendering:
    """Return the site of a catalog in one language; pages and files are made when asked for."""
    edition = Edition(catalog, Words(lang))
    portal = catalog.portal
    found = list(indexes.indexes(edition))
    drawn = charts.all_charts(edition)
    every = asked.questions(edition)
    singles = list(site_pages(edition, drawn, every))
    frames = (*_frames(edition, found, [address for address, _, _ in singles]), *guide_pages.FRAMES)
    guides = list(guide_pages.guide_pages(edition, {frame.address for frame in frames}))
    address = site_url or (portal.site_url if is_link(portal.site_url) else "")
    address = address and address.rstrip("/") + "/"  # Pages gives it without, and pages are put behind it
    site = _Site(edition, drawn, singles, found, guides, every, address)
    return Rendering(
        site_name=edition.title,
        language={"zh": "zh", "en": "en"}[lang],
        banner=str(surroundings.banner(edition)),
        footer=surroundings.footer(edition),
        noindex=portal.demo,
        site_url=address,
        as_of=str(catalog.as_of),
        frames=frames,
        navigation=navigation(edition, {f.key for f in frames}),
        addresses=_prose_addresses(edition),
        words=surroundings.theme_words(edition),
        prepare=lambda: draw_all(chart.drawing for chart in drawn.values()),
        pages=site.pages,
        artifacts=site.artifacts,
        manifest=_manifest(edition, generator),
        head=str(Markup().join(surroundings.feeds(edition))),
        prose_foot=surroundings.prose_foot(edition),
        hidden=downloads.HIDDEN if catalog.all(SupervisionEntry) else (),
    )


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


def _makers(site: _Site) -> list[Callable[[], Iterator[Artifact]]]:
    """What makes the files, group by group, so that any part of them can be made anywhere."""
    edition, address = site.edition, site.site_url
    return [
        partial(search.files, edition),  # takes as long as all others together
        partial(downloads.files, edition),
        _assets,
        partial(_of_charts, edition, site.drawn),
        partial(gone.redirects, edition, site_url=address),
        partial(_of_pages, edition, address, site.every),
        partial(case_files.files, edition, address),
        partial(_lists, site.found),
        partial(calendar_files.files, edition),
    ]


def _lists(found: list[indexes.Index]) -> Iterator[Artifact]:
    """Every index as a table."""
    for index in found:
        name = index.folder.strip("/")
        yield Artifact(f"{name}/{name}.csv", indexes.as_csv(index))


def _of_charts(edition: Edition, drawn: dict[str, Chart]) -> Iterator[Artifact]:
    painter = Painter(edition, drawn)
    yield from chart_files(edition, drawn)
    yield from (painter.embedded(chart) for chart in drawn.values())


def _of_pages(edition: Edition, site_url: str, every: list[asked.Question]) -> Iterator[Artifact]:
    """Files that single pages offer."""
    yield from changes_page.files(edition)
    yield from feed.files(edition, site_url)
    for question in every:
        yield Artifact(answers.csv_path(edition, question), answers.as_csv(edition, question))
    if edition.chains.edges:
        yield Artifact(chains_page.CSV, chains_page.as_csv(edition))


def _prose_addresses(edition: Edition) -> dict[str, str]:
    """Where prose may lead: a record, what is left of one, or the index for what is later than the date."""
    catalog = edition.catalog
    held = {kind.folder for kind in KINDS.values() if records_of(edition, kind)}
    found = {
        i: f"{FOLDERS[t]}/" if t in held else "coverage/" for i, t in catalog.later.items() if t in FOLDERS
    }
    return found | gone.withdrawn_addresses(edition) | edition.addresses


def _jobs(site: _Site) -> Iterator[Callable[[], Iterator[Page]]]:
    """Yield what makes the pages, piece by piece, so that any part of them can be made anywhere."""
    edition, drawn = site.edition, site.drawn
    painter = Painter(edition, drawn)
    yield lambda: iter([painter.page("home", "", home(edition, drawn), "home.html")])
    for address, template, make in site.singles:
        yield partial(painter.pages, address.strip("/"), address, make, template)
    for index in site.found:
        yield partial(painter.index, index)
    for frame, address, body_of in site.guides:
        yield partial(painter.pages, frame, address, body_of)
    yield from (partial(painter.chart_page, chart) for chart in drawn.values())
    for question in site.every[1:]:
        made = partial(answers.answer, edition, question, site.every)
        yield partial(painter.pages, "answers-record", question.address(edition), made)
    for table in schema.tables().values():
        made = partial(dictionary.table_page, edition, table)
        yield partial(painter.pages, "data-record", f"data/{table.name}/", made)
    for kind in KINDS.values():
        for id_, record in records_of(edition, kind).items():
            make = partial(kind.body, edition, record)
            yield partial(painter.pages, f"{kind.folder}-record", f"{kind.folder}/{id_}/", make)
    for folder, id_, body in gone.notices(edition):
        yield partial(painter.pages, f"{folder}-record", f"{folder}/{id_}/", partial(_made, body))


def _made(body: Body) -> Body:
    return body


def _frames(edition: Edition, found: list[indexes.Index], singles: list[str]) -> tuple[Frame, ...]:
    frames = [Frame("home", "")]
    frames += [Frame(address.strip("/"), address) for address in singles]
    for index in found:
        key = index.folder.strip("/")
        frames.append(Frame(key, index.folder))
        if len(index.table.rows) > indexes.PAGE_ROWS:
            frames.append(Frame(f"{key}-page", f"{index.folder}page/{{token}}/"))
    frames += [Frame(f"{folder}-record", f"{folder}/{{token}}/") for folder in ("charts", "answers", "data")]
    noticed = gone.folders(edition)
    for kind in KINDS.values():
        if records_of(edition, kind) or kind.folder in noticed:
            frames.append(Frame(f"{kind.folder}-record", f"{kind.folder}/{{token}}/"))
    return tuple(frames)


def _assets() -> Iterator[Artifact]:
    styles = [path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css"))]
    yield Artifact("assets/portal.css", "\n".join(styles).encode())
    for path in sorted(ASSETS.rglob("*.js")):
        yield Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", path.read_bytes())
