"""Pages of which there is one: coverage, counting rules, data, about, search, 404; others have modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.register.coverage import in_area
from generator.schema import table_schema
from generator.schema.records import Claim, Indicator, Programme, Scheme, Target
from generator.site import prose
from generator.site.chart import Chart
from generator.site.document import (
    Body,
    Fact,
    Facts,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Single,
    Table,
    Value,
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
from generator.site.site import Edition


def site_pages(edition: Edition, charts: Mapping[str, Chart]) -> Iterator[Single]:
    """Yield (address, template, what makes the body) of every single page but home and the quick answers."""
    yield "coverage/", "page.html", partial(coverage, edition)
    yield "method/", "page.html", partial(method, edition)
    yield "data/", "page.html", partial(data, edition)
    yield "about/", "page.html", partial(about, edition)
    yield "guidance/", "page.html", partial(overview, edition, partial(addresses, edition, charts))
    yield from ladder_pages(edition)
    if edition.catalog.all(Indicator):
        yield "self-check/", "page.html", partial(self_check, edition)
    if exemplar_pool.is_held(edition):
        yield exemplar_pool.ADDRESS, "page.html", partial(exemplars, edition)
    if edition.catalog.all(Target):
        yield "targets/", "page.html", partial(targets, edition, charts)
    if edition.catalog.all(Claim):
        yield "reconciliation/", "page.html", partial(reconciliation, edition)
    if edition.rounds:
        yield "changes/", "page.html", partial(changes, edition)
    if charts:
        yield "charts/", "page.html", partial(chart_index, edition, charts)
    if edition.chains.edges:
        yield "chains/", "page.html", partial(chains, edition)
    if edition.catalog.all(Programme):
        yield "supervision/", "page.html", partial(supervision, edition)
    yield "search/", "search.html", partial(search, edition)
    if edition.holds("enterprises"):
        yield "check/", "check.html", partial(bulk_check, edition)
        yield "compare/", "compare.html", partial(compare, edition)
    yield "404.html", "search.html", partial(not_found, edition)


def addresses(edition: Edition, charts: Mapping[str, Chart]) -> set[str]:
    """Return the addresses of all single pages but home, and of all indexes."""
    singles = {address for address, _, _ in site_pages(edition, charts)}
    return singles | {index.folder for index in indexes(edition)}


def coverage(edition: Edition) -> Body:
    """Return 收录范围: what is held of each list, which tables are empty, what is kept back."""
    words, catalog = edition.words, edition.catalog
    until = tuple(
        Fact(
            words.of(s, "name"), edition.known(edition.reach(s.id).checked_until or words("ui.checked_never"))
        )
        for s in catalog.all(Scheme).values()
    )
    sections = [
        Section("checked", words("field.covered_until"), (Facts(until),)),
        Section("lists", words("ui.coverage_lists"), (_held_of_lists(edition),)),
    ]
    empty = tuple(
        Row(((Inline(t.title(words.lang)),), (Inline(t.description_zh),)))
        for t in table_schema.tables().values()
        if not catalog.tables[t.name]
    )
    if empty:
        table = Table(edition.columns("ui.data_table", "ui.data_description"), empty)
        lead = words("ui.coverage_tables_lead")
        sections.append(Section("empty", words("ui.coverage_tables"), (table,), lead))
    title, lead = words("nav.coverage"), words("ui.coverage_lead")
    sources = edition.sources(r.source for r in in_area(catalog, catalog.portal.area))
    return Body(title=title, description=lead, lead=lead, sections=tuple(sections), sources=sources)


def _held_of_lists(edition: Edition) -> Table:
    """What is held of each list in the city and the areas within it, period by period."""
    words, catalog = edition.words, edition.catalog
    rows = []
    for row in in_area(catalog, catalog.portal.area):
        held = str(row.names_held or 0)
        cells: tuple[Value, ...] = (
            (Inline(words.of(catalog.all(Scheme)[row.scheme], "name")),),
            (Inline(f"{row.valid_from} — {row.valid_to}"),),
            (Inline(words.category("held", row.additions)),),
            (Inline(words.category("held", row.removals)),),
            (Inline(held if row.official_number is None else f"{held}/{row.official_number}"),),
            edition.known(row.note) if row.note else (),
        )
        rows.append(Row(cells))
    names = ("ui.scheme", "ui.period", "ui.additions_held", "ui.removals_held", "ui.names_held", "ui.note")
    return Table(edition.columns(*names, numeric=("ui.names_held",)), tuple(rows))


def method(edition: Edition) -> Body:
    """Return 统计口径: the rules of counting in words, and every count by both axes."""
    words = edition.words
    rows = []
    for category in edition.categories:
        for scheme in edition.catalog.where(Scheme, "category", category.id):
            for axis in ("list_year", "published"):
                counted = edition.tally(category.id, (scheme.level,), edition.on, axis)
                cells: tuple[Value, ...] = (
                    (Inline(words.of(scheme, "name")),),
                    (Inline(words(f"axis.{axis}")),),
                    (Inline(str(counted.count)),),
                    (Inline(str(len(counted.inferred))),),
                    (Inline(rule(edition, counted), tone="muted"),),
                )
                rows.append(Row(cells))
    names = ("ui.scheme", "ui.rule", "attribution.confirmed", "attribution.inferred", "ui.note")
    numeric = ("attribution.confirmed", "attribution.inferred")
    table = Table(edition.columns(*names, numeric=numeric), tuple(rows))
    keys = ("axis", "status", "overlap", "place", "removed", "reconcile", "absent")
    parts = tuple(
        Section(f"rule-{key}", words(f"method.{key}"), (Note(words(f"method.{key}_text"), "plain"),))
        for key in keys
    )
    title, lead = words("nav.method"), words("ui.method_lead")
    counts = Section("counts", words("nav.statistics"), (table,))
    return Body(title=title, description=lead, lead=lead, sections=(*parts, counts))


def about(edition: Edition) -> Body:
    """Return 关于本站: the publisher's facts, and what the city writes in docs/about.md."""
    words, portal = edition.words, edition.catalog.portal
    publisher = portal.publisher
    name = publisher.name_en if words.lang == "en" and publisher.name_en else publisher.name_zh
    facts = [edition.fact("footer.organiser", name), edition.fact("ui.data_version", portal.version)]
    facts += [
        edition.fact(label, value)
        for label, value in (
            ("footer.contact", publisher.telephone),
            ("footer.address", publisher.address),
            ("footer.site_code", publisher.site_code),
        )
        if value
    ]
    if lookup := edition.doors["lookup"]:
        facts.append(Fact(words("ui.lookup"), (Inline(lookup, url=lookup),)))
    text = edition.catalog.slots.get("about", "")
    html = prose.to_markup(text, prose.resolver(edition.addresses, "../"))
    sections = (Section("text", words("nav.about"), (Prose(html),)),) if text else ()
    description = f"{edition.title}：{words('nav.about')}"
    return Body(title=words("nav.about"), description=description, facts=tuple(facts), sections=sections)


def _lists(edition: Edition) -> tuple[Inline, ...]:
    words = edition.words
    links = [
        Inline(words.of(c, "name"), to=CATEGORY_PAGES[c.id])
        for c in edition.categories
        if c.id in CATEGORY_PAGES
    ]
    kinds = (("enterprises", "nav.enterprises"), ("lists", "nav.lists"))
    held = (Inline(words(label), to=f"{kind}/") for kind, label in kinds if edition.holds(kind))
    return (*links, *held)


def search(edition: Edition) -> Body:
    """Return the search page."""
    words = edition.words
    columns = ("ui.name", "find.kind", "find.details")
    extra: dict[str, object] = {"lists": _lists(edition), "panel": Panel("", "", (), columns)}
    return Body(
        title=words("nav.search"),
        description=words("ui.search_hint"),
        doors=False,
        indexed=False,
        extra=extra,
    )


def bulk_check(edition: Edition) -> Body:
    """Return 批量核对, the page where a list of names or codes is looked up at once."""
    title, lead = edition.words("nav.bulk_check"), edition.words("bulk.lead")
    return Body(title=title, description=lead, lead=lead, doors=False)


def compare(edition: Edition) -> Body:
    """Return 对比, the page where up to four records stand side by side."""
    title, lead = edition.words("action.compare"), edition.words("compare.lead")
    return Body(title=title, description=lead, lead=lead, doors=False, indexed=False)


def not_found(edition: Edition) -> Body:
    """Return the page shown where there is none, with the search box."""
    words = edition.words
    extra: dict[str, object] = {"lists": _lists(edition)}
    title, lead = words("ui.not_found_title"), words("ui.not_found_lead")
    return Body(title=title, description=lead, lead=lead, doors=False, indexed=False, extra=extra)
