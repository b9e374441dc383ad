"""Sections about what belongs to a unit: names, relations, products, practices, plants, measurements."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import (
    ChainPractice,
    Indicator,
    Measurement,
    Product,
    Site,
    SupervisionEntry,
    SupplyLink,
    Technology,
    UnitName,
    UnitRelation,
)
from generator.site.document import Fact, Facts, Inline, Row, Section, Table, Value
from generator.site.sections import history
from generator.site.site import Edition


def names(edition: Edition, unit: str, current: str) -> Iterable[Section]:
    """Yield what the unit was called and when."""
    words = edition.words
    names = edition.catalog.where(UnitName, "unit", unit)
    if not names:
        return
    rows = [Row(((Inline(current),), (Inline(words("ui.current_name")),), edition.known(""), (Inline("—"),)))]
    for name in names:
        period = "—".join(str(x or "") for x in (name.valid_from, name.valid_to))
        cells: tuple[Value, ...] = (
            (Inline(name.name_zh),),
            (Inline(words.category("name_kind", name.kind)),),
            edition.known(period.strip("—")),
            edition.source(name.source),
        )
        rows.append(Row(cells))
    columns = edition.columns("ui.name", "ui.kind", "ui.period", "field.source")
    yield Section("names", words("ui.names"), (Table(columns, tuple(rows)),))


def relations(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield mergers, splits, successions, and supply links that one of both published."""
    words, catalog = edition.words, edition.catalog
    found = [*catalog.where(UnitRelation, "from_unit", unit), *catalog.where(UnitRelation, "to_unit", unit)]
    links = [*catalog.where(SupplyLink, "from_unit", unit), *catalog.where(SupplyLink, "to_unit", unit)]
    facts = [
        Fact(
            str(r.date or words("ui.unknown")),
            (
                edition.link(r.from_unit),
                Inline(f" {words.category('relation', r.kind)} "),
                edition.link(r.to_unit),
                Inline("　"),
                *edition.source(r.source),
            ),
        )
        for r in found
    ]
    if facts:
        yield Section("relations", words("ui.relations_of"), (Facts(tuple(facts)),))
    supply = tuple(
        Row(
            (
                (edition.link(x.from_unit),),
                (edition.link(x.to_unit),),
                edition.known(x.item),
                edition.source(x.source),
            )
        )
        for x in links
    )
    if supply:
        names = ("ui.supplier", "ui.buyer", "ui.product", "field.source")
        columns = edition.columns(*names)
        yield Section("supply", words("ui.links_of"), (Table(columns, supply),))


def products(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield the listed products of an enterprise."""
    words = edition.words
    products = edition.catalog.where(Product, "enterprise", unit)
    rows = tuple(
        Row(
            (
                (edition.link(p.id),),
                edition.known(p.model),
                edition.known(p.kind_zh),
                history.status_value(edition, p.id),
            ),
            p.id,
        )
        for p in products
    )
    if rows:
        columns = edition.columns("ui.product", "ui.model", "ui.product_kind", "ui.status")
        yield Section("products", words("ui.products_of"), (Table(columns, rows),))


def practices(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield what an enterprise does in the five systems of a green supply chain."""
    words = edition.words
    rows = tuple(
        Row(
            (
                (Inline(words.category("chain_system", p.system)),),
                (Inline(words.of(p, "practice")),),
                edition.known(p.metric_zh),
                edition.source(p.source),
            )
        )
        for p in edition.catalog.where(ChainPractice, "enterprise", unit)
    )
    if rows:
        columns = edition.columns("ui.kind", "ui.measures_of", "ui.effect", "field.source")
        yield Section("practices", words("ui.practices_of"), (Table(columns, rows),))


def cases(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield the case studies about a unit."""
    words = edition.words
    found = [c for c in edition.catalog.cases.values() if c.subject == unit]
    if found:
        facts = tuple(Fact(str(c.published), (edition.link(c.id),)) for c in found)
        yield Section("cases", words("ui.cases_of"), (Facts(facts),))


def more(edition: Edition, unit: str) -> Iterable[Section]:
    """Plants, measurements, technologies used and published supervision entries."""
    words, catalog = edition.words, edition.catalog
    sites = tuple(
        Row(((Inline(s.name_zh),), edition.known(s.address), edition.source(s.source)))
        for s in catalog.where(Site, "enterprise", unit)
    )
    if sites:
        columns = edition.columns("ui.name", "footer.address", "field.source")
        yield Section("sites", words("ui.sites_of"), (Table(columns, sites),))
    yield from _measurements(edition, unit)
    used = tuple(
        Fact(words.category("technology_kind", t.kind), (edition.link(t.id),))
        for t in catalog.where(Technology, "enterprise", unit)
    )
    if used:
        yield Section("technologies", words("ui.technologies_of"), (Facts(used),))
    yield from _supervised(edition, unit)


def _supervised(edition: Edition, unit: str) -> Iterable[Section]:
    """That there are published entries, and where: what they say stands on a page that is kept out of search
    engines, as this one is not."""
    words = edition.words
    entries = edition.catalog.where(SupervisionEntry, "subject", unit)
    if entries:
        link = Inline(words("ui.entries_link"), to=f"supervision/#{entries[0].id}")
        block = Facts((Fact(words("nav.supervision"), (link,)),))
        yield Section("supervision", words("ui.entries_of"), (block,))


def _measurements(edition: Edition, unit: str) -> Iterable[Section]:
    words, catalog = edition.words, edition.catalog
    rows = []
    for m in catalog.where(Measurement, "subject", unit):
        indicator = catalog.get(Indicator, m.indicator)
        if indicator is None:
            continue
        cells: tuple[Value, ...] = (
            (Inline(words.of(indicator, "name")),),
            (edition.link(indicator.standard),),
            (Inline(str(m.year)),),
            (Inline(f"{m.value}"),),
            (Inline(m.unit),),
            (Inline(words.category("basis", m.basis)),),
            edition.source(m.source),
        )
        rows.append(Row(cells))
    if rows:
        names = (
            "ui.indicators_of",
            "ui.standard",
            "ui.year",
            "ui.value",
            "ui.unit",
            "ui.basis",
            "field.source",
        )
        columns = edition.columns(*names, numeric=("ui.year", "ui.value"))
        yield Section("measurements", words("ui.measurements_of"), (Table(columns, tuple(rows)),))
