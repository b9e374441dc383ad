"""Pages of which there is one: coverage, counting rules, data, about, search, 404; others have modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.register.coverage import in_area
from generator.schema import table_schema
from generator.schema.records import Claim, Indicator, Programme, Scheme, Target
from generator.site.chart import Chart
from generator.site.document import (
    Document,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Prose,
    Row,
    Section,
    StandalonePage,
    Table,
)
from generator.site.filter_panel import Panel
from generator.site.indexes import indexes
from generator.site.pages.chains import chains
from generator.site.pages.changes import changes
from generator.site.pages.chart_pages import chart_index
from generator.site.pages.dictionary import data
from generator.site.pages.exemplars import exemplars
from generator.site.pages.ladder import ladder_pages
from generator.site.pages.overview import overview
from generator.site.pages.reconciliation import reconciliation
from generator.site.pages.supervision import supervision
from generator.site.pages.targets import targets
from generator.site.routes import CATEGORY_PAGES
from generator.site.search import exemplar_pool
from generator.site.sections.counts import rule
from generator.site.sections.ladder_standards import self_check
from generator.site.sections.slots import prose_slot
from generator.site.site import Site


def site_pages(site: Site, charts: Mapping[str, Chart]) -> Iterator[StandalonePage]:
    """Yield (address, template, what makes the body) of every single page but home and the quick answers."""
    yield "coverage/", "page.html", partial(coverage, site)
    yield "method/", "page.html", partial(method, site)
    yield "data/", "page.html", partial(data, site)
    yield "about/", "page.html", partial(about, site)
    yield "guidance/", "page.html", partial(overview, site, partial(addresses, site, charts))
    yield from ladder_pages(site)
    if site.catalog.rows(Indicator):
        yield "self-check/", "page.html", partial(self_check, site)
    if exemplar_pool.is_held(site):
        yield exemplar_pool.ADDRESS, "page.html", partial(exemplars, site)
    if site.catalog.rows(Target):
        yield "targets/", "page.html", partial(targets, site, charts)
    if site.catalog.rows(Claim):
        yield "reconciliation/", "page.html", partial(reconciliation, site)
    if site.register.rounds:
        yield "changes/", "page.html", partial(changes, site)
    if charts:
        yield "charts/", "page.html", partial(chart_index, site, charts)
    if site.register.chains.edges:
        yield "chains/", "page.html", partial(chains, site)
    if site.catalog.rows(Programme):
        yield "supervision/", "page.html", partial(supervision, site)
    yield "search/", "search.html", partial(search, site)
    if site.register.holds("enterprises"):
        yield "check/", "check.html", partial(bulk_check, site)
        yield "compare/", "compare.html", partial(compare, site)
    yield "404.html", "search.html", partial(not_found, site)


def addresses(site: Site, charts: Mapping[str, Chart]) -> set[str]:
    """Return the addresses of all single pages but home, and of all indexes."""
    singles = {address for address, _, _ in site_pages(site, charts)}
    return singles | {index.folder for index in indexes(site)}


def coverage(site: Site) -> Document:
    """Return 收录范围: what is held of each list, which tables are empty, what is kept back."""
    words, catalog = site.words, site.catalog
    until = tuple(
        Fact(
            words.of(s, "name"),
            site.known(site.register.reach(s.id).checked_until or words("ui.checked_never")),
        )
        for s in catalog.rows(Scheme).values()
    )
    sections = [
        Section("checked", words("field.covered_until"), (Facts(until),)),
        Section("lists", words("ui.coverage_lists"), (_held_of_lists(site),)),
    ]
    empty = tuple(
        Row(((Inline(t.title(words.lang)),), (Inline(t.description_zh),)))
        for t in table_schema.tables().values()
        if not catalog.tables[t.name]
    )
    if empty:
        table = Table(site.columns("ui.data_table", "ui.data_description"), empty)
        lead = words("ui.coverage_tables_lead")
        sections.append(Section("empty", words("ui.coverage_tables"), (table,), lead))
    title, lead = words("nav.coverage"), words("ui.coverage_lead")
    sources = site.sources(r.source for r in in_area(catalog, catalog.settings.area))
    return Document(title=title, description=lead, lead=lead, sections=tuple(sections), sources=sources)


def _held_of_lists(site: Site) -> Table:
    """What is held of each list in the city and the areas within it, period by period."""
    words, catalog = site.words, site.catalog
    rows = []
    for row in in_area(catalog, catalog.settings.area):
        held = str(row.names_held or 0)
        cells: tuple[Inlines, ...] = (
            (Inline(words.of(catalog.rows(Scheme)[row.scheme], "name")),),
            (Inline(f"{row.valid_from} — {row.valid_to}"),),
            (Inline(words.category("held", row.additions)),),
            (Inline(words.category("held", row.removals)),),
            (Inline(held if row.official_number is None else f"{held}/{row.official_number}"),),
            site.known(row.note) if row.note else (),
        )
        rows.append(Row(cells))
    names = ("ui.scheme", "ui.period", "ui.additions_held", "ui.removals_held", "ui.names_held", "ui.note")
    return Table(site.columns(*names, numeric=("ui.names_held",)), tuple(rows))


def method(site: Site) -> Document:
    """Return 统计口径: the rules of counting in words, and every count by both axes."""
    words = site.words
    rows = []
    for category in site.register.categories:
        for scheme in site.catalog.where(Scheme, "category", category.id):
            for axis in ("list_year", "published"):
                counted = site.register.tally(category.id, (scheme.level,), site.as_of, axis)
                cells: tuple[Inlines, ...] = (
                    (Inline(words.of(scheme, "name")),),
                    (Inline(words(f"axis.{axis}")),),
                    (Inline(str(counted.count)),),
                    (Inline(str(len(counted.inferred))),),
                    (Inline(rule(site, counted), tone="muted"),),
                )
                rows.append(Row(cells))
    names = ("ui.scheme", "ui.rule", "attribution.confirmed", "attribution.inferred", "ui.note")
    numeric = ("attribution.confirmed", "attribution.inferred")
    table = Table(site.columns(*names, numeric=numeric), tuple(rows))
    keys = ("axis", "status", "overlap", "place", "removed", "reconcile", "absent")
    parts = tuple(
        Section(f"rule-{key}", words(f"method.{key}"), (Note(words(f"method.{key}_text"), "plain"),))
        for key in keys
    )
    title, lead = words("nav.method"), words("ui.method_lead")
    counts = Section("counts", words("nav.statistics"), (table,))
    return Document(title=title, description=lead, lead=lead, sections=(*parts, counts))


def about(site: Site) -> Document:
    """Return 关于本站: the publisher's facts, and what the city writes in docs/about.md."""
    words, settings = site.words, site.catalog.settings
    publisher = settings.publisher
    name = publisher.name_en if words.lang == "en" and publisher.name_en else publisher.name_zh
    facts = [site.fact("footer.organiser", name), site.fact("ui.data_version", settings.version)]
    facts += [
        site.fact(label, value)
        for label, value in (
            ("footer.contact", publisher.telephone),
            ("footer.address", publisher.address),
            ("footer.site_code", publisher.site_code),
        )
        if value
    ]
    if lookup := site.doors["lookup"]:
        facts.append(Fact(words("ui.lookup"), (Inline(lookup, url=lookup),)))
    html = prose_slot(site, "about", "../")
    sections = (Section("text", words("nav.about"), (Prose(html),)),) if html else ()
    description = f"{site.title}：{words('nav.about')}"
    return Document(title=words("nav.about"), description=description, facts=tuple(facts), sections=sections)


def _lists(site: Site) -> tuple[Inline, ...]:
    words = site.words
    links = [
        Inline(words.of(c, "name"), to=CATEGORY_PAGES[c.id])
        for c in site.register.categories
        if c.id in CATEGORY_PAGES
    ]
    kinds = (("enterprises", "nav.enterprises"), ("lists", "nav.lists"))
    held = (Inline(words(label), to=f"{kind}/") for kind, label in kinds if site.register.holds(kind))
    return (*links, *held)


def search(site: Site) -> Document:
    """Return the search page."""
    words = site.words
    columns = ("ui.name", "find.kind", "find.details")
    extra: dict[str, object] = {"lists": _lists(site), "panel": Panel("", "", (), columns)}
    return Document(
        title=words("nav.search"),
        description=words("ui.search_hint"),
        doors=False,
        indexed=False,
        extra=extra,
    )


def bulk_check(site: Site) -> Document:
    """Return 批量核对, the page where a list of names or codes is looked up at once."""
    title, lead = site.words("nav.bulk_check"), site.words("bulk.lead")
    return Document(title=title, description=lead, lead=lead, doors=False)


def compare(site: Site) -> Document:
    """Return 对比, the page where up to four records stand side by side."""
    title, lead = site.words("action.compare"), site.words("compare.lead")
    return Document(title=title, description=lead, lead=lead, doors=False, indexed=False)


def not_found(site: Site) -> Document:
    """Return the page shown where there is none, with the search box."""
    words = site.words
    extra: dict[str, object] = {"lists": _lists(site)}
    title, lead = words("ui.not_found_title"), words("ui.not_found_lead")
    return Document(title=title, description=lead, lead=lead, doors=False, indexed=False, extra=extra)
