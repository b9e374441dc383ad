"""Everything a site consists of, as a stream: frames and navigation, then pages and files one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.artifacts import Artifact, Frame, NavItem, Page, Rendering
from generator.model import Catalog
from generator.records import Redirect, Tombstone, Withdrawal
from generator.rendering import charts, downloads, indexes, search
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.home import home
from generator.rendering.kinds import KINDS, Kind, records_of
from generator.rendering.site_pages import site_pages
from generator.rendering.templating import environment, render
from generator.rendering.view import Body, Fact, Facts, Inline, Note, Section, Value
from generator.rendering.words import Words

ASSETS = Path(__file__).parent / "assets"
_SINGLE = ("coverage", "method", "data", "about", "search")


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


def render_catalog(catalog: Catalog, *, lang: str = "zh", generator: str, site_url: str = "") -> Rendering:
    """Return the site of a catalog in one language; pages and files are made when asked for."""
    edition = Edition(catalog, Words(lang))
    portal = catalog.portal
    found = list(indexes.indexes(edition))
    singles = list(site_pages(edition))
    drawn = charts.all_charts(edition)
    frames = _frames(edition, found, [address for address, _, _ in singles])
    publisher = (
        portal.publisher.name_en if lang == "en" and portal.publisher.name_en else portal.publisher.name_zh
    )
    counts = {kind.folder: len(records_of(edition, kind)) for kind in KINDS.values()}

    def pages() -> Iterator[Page]:
        painter = _Painter(edition, drawn)
        yield painter.page("home", "", home(edition, drawn), "home.html")
        for address, template, body in singles:
            yield painter.page(address.strip("/"), address, body, template)
        for index in found:
            yield from painter.index(index)
        for kind in KINDS.values():
            for id_, record in records_of(edition, kind).items():
                body = kind.body(edition, record)
                yield painter.page(kind.folder + "-record", f"{kind.folder}/{id_}/", body)
        yield from painter.gone(counts)

    def artifacts() -> Iterator[Artifact]:
        yield from _assets(edition)
        yield from downloads.files(edition)
        yield from charts.files(drawn)
        yield from search.columns(edition)
        for index in found:
            name = index.folder.strip("/")
            yield Artifact(f"{name}/{name}.csv", indexes.as_csv(index))

    return Rendering(
        site_name=edition.title,
        language={"zh": "zh", "en": "en"}[lang],
        banner=str(_banner(edition)),
        footer=str(
            render("footer.html", edition=edition, words=edition.words, portal=portal, publisher=publisher)
        ),
        noindex=portal.demo,
        site_url=site_url or portal.site_url,
        as_of=str(catalog.as_of),
        frames=frames,
        navigation=_navigation(edition, {f.key for f in frames}),
        addresses=edition.addresses,
        words=_theme_words(edition),
        pages=pages,
        artifacts=artifacts,
        manifest={
            "generator": generator,
            "data_version": portal.version,
            "as_of": str(catalog.as_of),
            "axis": portal.axis,
            "counts": {folder: n for folder, n in counts.items() if n},
            "inputs": dict(catalog.inputs),
        },
    )


def _theme_words(edition: Edition) -> dict[str, str]:
    """The words that the shell itself shows."""
    names = ("search.label", "search.placeholder", "theme.system", "theme.light", "theme.dark")
    return {name: edition.words(f"shell.{name}") for name in names}


def _frames(edition: Edition, found: list[indexes.Index], singles: list[str]) -> tuple[Frame, ...]:
    frames = [Frame("home", "")]
    frames += [Frame(address.strip("/"), address) for address in singles]
    for index in found:
        key = index.folder.strip("/")
        frames.append(Frame(key, index.folder))
        if len(index.table.rows) > indexes.PAGE_ROWS:
            frames.append(Frame(f"{key}-page", f"{index.folder}page/{{token}}/"))
    gone = _gone_folders(edition)
    for kind in KINDS.values():
        if records_of(edition, kind) or kind.folder in gone:
            frames.append(Frame(f"{kind.folder}-record", f"{kind.folder}/{{token}}/"))
    return tuple(frames)


def _gone_folders(edition: Edition) -> set[str]:
    catalog = edition.catalog
    kinds = {row.kind for row in catalog.all(Tombstone).values()} | set(catalog.withdrawn.values())
    return kinds & set(KINDS)


def _navigation(edition: Edition, frames: set[str]) -> tuple[NavItem, ...]:
    words = edition.words

    def item(key: str, label: str = "") -> tuple[NavItem, ...]:
        return (NavItem(words(label or KINDS[key].title), frame=key),) if key in frames else ()

    def section(label: str, *children: tuple[NavItem, ...], prose: str = "") -> tuple[NavItem, ...]:
        flat = tuple(c for group in children for c in group)
        return (NavItem(words(label), prose=prose, children=flat),) if flat or prose else ()

    lists = tuple(
        NavItem(words.of(c, "name"), frame=CATEGORY_PAGES[c.id].strip("/"))
        for c in edition.categories
        if CATEGORY_PAGES.get(c.id, "").strip("/") in frames
    )
    return (
        NavItem(words("nav.home"), frame="home"),
        *section(
            "nav.register",
            lists,
            item("enterprises"),
            item("lists"),
            item("areas"),
            item("industries"),
            item("evaluators"),
        ),
        *section(
            "nav.statistics", item("targets", "nav.targets"), item("reconciliation", "nav.reconciliation")
        ),
        *section(
            "nav.guidance",
            item("cases"),
            item("standards"),
            item("policies"),
            item("technologies"),
            item("institutions"),
            item("finance"),
            prose="guidance",
        ),
        *section("nav.supervision", item("supervision", "nav.supervision")),
        *section(
            "nav.open_data",
            item("data", "ui.data_title_page"),
            item("coverage", "nav.coverage"),
            item("method", "nav.method"),
            item("sources"),
        ),
        NavItem(words("nav.about"), frame="about"),
    )


def _banner(edition: Edition) -> Markup:
    """Every page says whose site it is, unless the publisher is the authority itself."""
    words, portal = edition.words, edition.catalog.portal
    lines = []
    if portal.demo:
        lines.append(Markup('<strong class="banner-demo">{}</strong>').format(words("site.banner_demo")))
    if not portal.publisher.official:
        lines.append(Markup("<span>{}</span>").format(words("site.banner_independent")))
    return Markup("　").join(lines)


class _Painter:
    """Turns bodies into pages."""

    def __init__(self, edition: Edition, drawn: dict[str, charts.Chart]) -> None:
        self.edition = edition
        self.drawn = drawn
        self.templates = {n: environment().get_template(n) for n in ("page.html", "home.html", "search.html")}

    def page(self, frame: str, address: str, body: Body, template: str = "page.html", csv: str = "") -> Page:
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

    def chart(self, chart: charts.Chart) -> DrawnChart:
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

    def gone(self, counts: dict[str, int]) -> Iterator[Page]:
        """Pages of what is no longer there: tombstones, withdrawn rows, redirects."""
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


def _assets(edition: Edition) -> Iterator[Artifact]:
    styles = [path.read_text("utf-8") for path in sorted(ASSETS.glob("*.css"))]
    yield Artifact("assets/portal.css", "\n".join(styles).encode())
    for path in sorted(ASSETS.glob("*.js")):
        yield Artifact(f"assets/{path.name}", path.read_bytes())
    yield Artifact("assets/words.json", _browser_words(edition))


def _browser_words(edition: Edition) -> bytes:
    import json

    words = edition.words
    keys = ("ui.search_results", "ui.search_none", "msg.not_found")
    given: dict[str, object] = {key: words(key) for key in keys}
    given["searched"] = search.kinds_searched(edition)
    return json.dumps(given, ensure_ascii=False, sort_keys=True).encode()
