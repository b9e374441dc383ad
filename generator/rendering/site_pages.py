"""Pages of which there is one: coverage, counting rules, data, figures, supervision, about, search, 404."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import schema
from generator.insight.coverage import in_area
from generator.insight.reconcile import Comparison, reconcile
from generator.records import Claim, Metric, Programme, Scheme, SupervisionEntry, Target
from generator.rendering import downloads, prose
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.indexes import rule
from generator.rendering.search import kinds_searched
from generator.rendering.view import (
    Block,
    Body,
    Column,
    Fact,
    Facts,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Table,
    Value,
)
from generator.urls import is_link


def site_pages(edition: Edition) -> Iterator[tuple[str, str, Body]]:
    """Yield (address, template, body) of every single page but the home page."""
    yield "coverage/", "page.html", coverage(edition)
    yield "method/", "page.html", method(edition)
    yield "data/", "page.html", data(edition)
    yield "about/", "page.html", about(edition)
    if edition.catalog.all(Target):
        yield "targets/", "page.html", targets(edition)
    if edition.catalog.all(Claim):
        yield "reconciliation/", "page.html", reconciliation(edition)
    if edition.catalog.all(Programme):
        yield "supervision/", "page.html", supervision(edition)
    yield "search/", "search.html", search(edition)
    yield "404.html", "search.html", not_found(edition)


def coverage(edition: Edition) -> Body:
    """Return 收录范围: what is held of each list, which tables are empty, what is kept back."""
    words, catalog = edition.words, edition.catalog
    rows = []
    for row in in_area(catalog, catalog.portal.area):
        scheme = catalog.all(Scheme)[row.scheme]
        count = (
            f"{row.names_held}/{row.official_number}"
            if row.official_number is not None
            else str(row.names_held or 0)
        )
        cells: tuple[Value, ...] = (
            (Inline(words.of(scheme, "name")),),
            (Inline(f"{row.valid_from} — {row.valid_to}"),),
            (Inline(words.category("held", row.additions)),),
            (Inline(words.category("held", row.removals)),),
            (Inline(count),),
            edition.known(row.note) if row.note else (),
        )
        rows.append(Row(cells))
    names = ("ui.scheme", "ui.period", "ui.additions_held", "ui.removals_held", "ui.names_held", "ui.note")
    lists = Table(tuple(Column(words(n), numeric=n == "ui.names_held") for n in names), tuple(rows))
    until = tuple(
        Fact(
            words.of(s, "name"), edition.known(edition.reach(s.id).checked_until or words("ui.checked_never"))
        )
        for s in catalog.all(Scheme).values()
    )
    empty = tuple(
        Row(((Inline(t.title(words.lang)),), (Inline(t.description_zh),)))
        for t in schema.tables().values()
        if not catalog.tables[t.name]
    )
    sections = [
        Section("checked", words("field.covered_until"), (Facts(until),)),
        Section("lists", words("ui.coverage_lists"), (lists,)),
    ]
    if empty:
        table = Table((Column(words("ui.data_table")), Column(words("ui.data_description"))), empty)
        sections.append(
            Section("empty", words("ui.coverage_tables"), (table,), words("ui.coverage_tables_lead"))
        )
    title = words("nav.coverage")
    lead = words("ui.coverage_lead")
    sources = edition.sources(r.source for r in in_area(catalog, catalog.portal.area))
    return Body(title=title, description=lead, lead=lead, sections=tuple(sections), sources=sources)


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
    table = Table(tuple(Column(words(n), numeric=n in numeric) for n in names), tuple(rows))
    keys = ("axis", "status", "overlap", "place", "removed", "reconcile", "absent")
    parts = tuple(
        Section(f"rule-{key}", words(f"method.{key}"), (Note(words(f"method.{key}_text"), "plain"),))
        for key in keys
    )
    title, lead = words("nav.method"), words("ui.method_lead")
    counts = Section("counts", words("nav.statistics"), (table,))
    return Body(title=title, description=lead, lead=lead, sections=(*parts, counts))


def data(edition: Edition) -> Body:
    """Return 数据字典与下载: every table and field from the schemas, row counts, licence, version."""
    words, catalog = edition.words, edition.catalog
    licences = {
        x.get("title") or x.get("name", ""): x.get("path", "") for p in catalog.packages for x in p.licenses
    }
    facts = (
        edition.fact("ui.data_version", catalog.portal.version),
        edition.fact("field.as_of", edition.on),
        Fact(
            words("ui.data_licence"),
            tuple(Inline(t, url=u if is_link(u) else "") for t, u in licences.items()),
        ),
        Fact(words("ui.data_file"), (Inline("datapackage.json", to=f"{downloads.FOLDER}/datapackage.json"),)),
    )
    rows = tuple(
        Row(
            (
                (Inline(t.title(words.lang), to=f"data/#{t.name}"),),
                (Inline(f"{t.name}.csv", to=f"{downloads.FOLDER}/{t.name}.csv"),),
                (Inline(str(len(catalog.tables[t.name]))),),
                (Inline(t.description_zh),),
            )
        )
        for t in schema.tables().values()
    )
    names = ("ui.data_table", "ui.data_file", "ui.data_rows", "ui.data_description")
    overview = Table(tuple(Column(words(n), numeric=n == "ui.data_rows") for n in names), rows)
    sections = [Section("tables", words("ui.data_table"), (overview,))]
    sections += [
        Section(t.name, f"{t.title(words.lang)}　{t.name}", (_dictionary(edition, t),), t.description_zh)
        for t in schema.tables().values()
    ]
    lead = words("ui.data_lead")
    return Body(
        title=words("ui.data_title_page"), description=lead, lead=lead, facts=facts, sections=tuple(sections)
    )


def _dictionary(edition: Edition, table: schema.TableSchema) -> Table:
    words = edition.words
    rows = []
    for f in table.fields:
        told = [f.description_zh]
        if f.references:
            targets = "、".join(f.references) if f.references != schema.ANY else "*"
            told.append(words("ui.data_refs", t=targets))
        if f.categories:
            values = "、".join(f"{v}（{words.category(f.labels, v)}）" for v in f.categories)
            told.append(f"{words('ui.data_values')}：{values}")
        if f.internal:
            told.append(words("ui.data_internal"))
        cells = (
            (Inline(f.name, tone="code"),),
            (Inline(f.title(words.lang)),),
            (Inline(f.format or f.type, tone="code"),),
            (Inline(words("ui.yes") if f.required else ""),),
            (Inline("　".join(told)),),
        )
        rows.append(Row(cells))
    names = ("ui.data_field", "ui.data_title", "ui.data_type", "ui.data_required", "ui.data_description")
    return Table(tuple(Column(words(n)) for n in names), tuple(rows))


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
    text = edition.catalog.slots.get("about", "")
    html = prose.to_markup(text, resolver(edition, "../"))
    sections = (Section("text", words("nav.about"), (Prose(html),)),) if text else ()
    description = f"{edition.title}：{words('nav.about')}"
    return Body(title=words("nav.about"), description=description, facts=tuple(facts), sections=sections)


def resolver(edition: Edition, root: str) -> prose.Resolve:
    """Return what resolves links in a city's prose: `record:<id>` and plain web addresses."""

    def resolve(target: str) -> str | None:
        if target.startswith("record:"):
            address = edition.addresses.get(target.removeprefix("record:"))
            return None if address is None else f"{root}{address}"
        return target if is_link(target) else None

    return resolve


def figure(edition: Edition, row: Claim | Target) -> str:
    """Return a published figure as it reads: sign, value, unit."""
    metric = edition.catalog.all(Metric)[row.metric]
    sign = "" if row.operator == "eq" else edition.words.category("operator", row.operator)
    return f"{sign}{row.value}{'' if metric.unit == '%' else ' '}{metric.unit}".replace(" 位", " 位")


def told_on(edition: Edition, row: Claim) -> str:
    """Return the date or period a figure speaks of."""
    if row.period_from and row.period_to:
        if row.period_from.text == row.period_to.text:
            return str(row.period_to)
        return edition.words("ui.at_period", a=row.period_from, b=row.period_to)
    return edition.date(row.as_of or row.period_to)


def targets(edition: Edition) -> Body:
    """Return the targets as the documents put them, with the latest published figure beside each."""
    words, catalog = edition.words, edition.catalog
    rows = []
    for target in catalog.all(Target).values():
        metric = catalog.all(Metric)[target.metric]
        latest = answering_claim(edition, target)
        shown: Value = edition.known("")
        if latest:
            shown = (
                Inline(
                    f"{figure(edition, latest)}（{told_on(edition, latest)}）",
                    to=f"reconciliation/#{latest.id}",
                ),
            )
        cells: tuple[Value, ...] = (
            (Inline(words.of(metric, "name")),),
            (Inline(str(target.year)),),
            (Inline(figure(edition, target)),),
            (Inline(words.category("target", target.commitment)),),
            shown,
            edition.known(target.note) if target.note else (),
            edition.source(target.source),
        )
        rows.append(Row(cells, target.id, anchor=True))
    names = (
        "ui.name",
        "ui.year",
        "ui.target_value",
        "ui.target_words",
        "ui.target_latest",
        "ui.note",
        "field.source",
    )
    table = Table(tuple(Column(words(n), numeric=n == "ui.target_value") for n in names), tuple(rows))
    lead = words("ui.targets_lead")
    section = Section("targets", words("ui.targets"), (table,))
    return Body(title=words("ui.targets"), description=lead, lead=lead, sections=(section,))


def latest_claim(edition: Edition, metric: str, scope: str) -> Claim | None:
    """Return the latest final figure of a metric for an area; a figure of a single list is not one."""
    found = [(when, c) for when, c in _claims(edition, metric, scope) if not c.list]
    return max(found, key=lambda pair: pair[0], default=(None, None))[1]


def answering_claim(edition: Edition, target: Target) -> Claim | None:
    """Return the latest figure that can be held against a target.

    A change over a period answers a target only where its period lies in the target's own: a fall since 2010
    says nothing about one promised for 2021 to 2025.
    """
    metric = edition.catalog.all(Metric)[target.metric]
    if metric.measure != "change":
        return latest_claim(edition, target.metric, target.scope)
    found = [
        (when, c)
        for when, c in _claims(edition, target.metric, target.scope)
        if c.period_from and c.period_to
        if target.base_year is None or c.period_from.first.year > target.base_year
        if target.year is not None and c.period_to.last.year <= target.year
    ]
    return max(found, key=lambda pair: pair[0], default=(None, None))[1]


def _claims(edition: Edition, metric: str, scope: str) -> Iterator[tuple[date, Claim]]:
    for claim in edition.catalog.where(Claim, "metric", metric):
        when = claim.as_of or claim.period_to
        if claim.scope == scope and claim.stage in ("", "final") and when and when.last <= edition.on:
            yield when.last, claim


def reconciliation(edition: Edition) -> Body:
    """Return every published figure beside what the register holds at that date."""
    words = edition.words
    rows = []
    for claim in edition.catalog.all(Claim).values():
        compared = reconcile(edition.catalog, edition.ledger, claim)
        if compared is None:
            continue
        name = f"{edition.area_name(claim.scope)}　{words.of(compared.metric, 'name')}"
        cells: tuple[Value, ...] = (
            (Inline(name), *((Inline(f"“{claim.quote}”", tone="quote"),) if claim.quote else ())),
            (Inline(told_on(edition, claim)),),
            (Inline(figure(edition, claim)),),
            (Inline("—" if compared.held is None else str(compared.held)),),
            (Inline(state(edition, compared), tone=f"status recon-{compared.state}"),),
            (Inline(claim.explained_by),) if claim.explained_by else (),
            edition.source(claim.source),
        )
        rows.append(Row(cells, claim.id, anchor=True))
    names = (
        "ui.official",
        "ui.date",
        "ui.value",
        "ui.register",
        "ui.status",
        "ui.recon_explained",
        "field.source",
    )
    table = Table(
        tuple(Column(words(n), numeric=n in ("ui.value", "ui.register")) for n in names), tuple(rows)
    )
    lead = words("ui.recon_lead")
    section = Section("figures", words("ui.official"), (table,))
    return Body(title=words("nav.reconciliation"), description=lead, lead=lead, sections=(section,))


def state(edition: Edition, compared: Comparison) -> str:
    """Return the outcome of a comparison in words; what is not confirmed is never counted as held."""
    n = compared.inferred if compared.state == "equal_inferred" else compared.held
    return edition.words(f"recon.{compared.state}", n=n, m=compared.claim.value)


def supervision(edition: Edition) -> Body:
    """Return 节能监管: the programmes and what was published; never a ranking, never indexed."""
    words, catalog = edition.words, edition.catalog
    rows = tuple(
        Row(
            (
                (Inline(words.of(p, "name")),),
                (Inline(words.category("programme", p.kind)),),
                edition.known(p.description_zh),
                edition.source(p.source),
            )
        )
        for p in catalog.all(Programme).values()
    )
    names = ("ui.name", "ui.kind", "ui.data_description", "field.source")
    blocks: list[Block] = [Table(tuple(Column(words(n)) for n in names), rows)]
    entries = catalog.all(SupervisionEntry)
    blocks.append(Note(words("msg.supervision") if entries else words("ui.supervision_none")))
    facts = tuple(
        Fact(
            str(e.year), (edition.link(e.subject) if e.subject else Inline(e.project), Inline(f"　{e.state}"))
        )
        for e in sorted(entries.values(), key=lambda e: (edition.name(e.subject), e.id))
    )
    sections = [Section("programmes", words("nav.supervision"), tuple(blocks))]
    if facts:
        sections.append(Section("entries", words("ui.entries_of"), (Facts(facts),)))
    lead = words("ui.supervision_lead")
    title = words("nav.supervision")
    return Body(title=title, description=lead, lead=lead, sections=tuple(sections), indexed=False)


def _lists(edition: Edition) -> tuple[Inline, ...]:
    words = edition.words
    links = [
        Inline(words.of(c, "name"), to=CATEGORY_PAGES[c.id])
        for c in edition.categories
        if c.id in CATEGORY_PAGES
    ]
    return (
        *links,
        Inline(words("nav.enterprises"), to="enterprises/"),
        Inline(words("nav.lists"), to="lists/"),
    )


def search(edition: Edition) -> Body:
    """Return the search page."""
    words = edition.words
    extra: dict[str, object] = {"lists": _lists(edition), "searched": kinds_searched(edition)}
    return Body(
        title=words("nav.search"),
        description=words("ui.search_hint"),
        doors=False,
        indexed=False,
        extra=extra,
    )


def not_found(edition: Edition) -> Body:
    """Return the page shown where there is none, with the search box."""
    words = edition.words
    extra: dict[str, object] = {"lists": _lists(edition), "searched": kinds_searched(edition)}
    title, lead = words("ui.not_found_title"), words("ui.not_found_lead")
    return Body(title=title, description=lead, lead=lead, doors=False, indexed=False, extra=extra)
