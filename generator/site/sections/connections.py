"""Sections about what belongs to a unit: names, relations, products, practices, plants, measurements."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import (
    ChainPractice,
    Indicator,
    Measurement,
    Plant,
    Product,
    SupervisionEntry,
    SupplyLink,
    Technology,
    UnitName,
    UnitRelation,
)
from generator.site.document import Fact, Facts, Inline, Inlines, Row, Section, Table
from generator.site.sections import history
from generator.site.site import Site


def names(site: Site, unit: str, current: str) -> Iterable[Section]:
    """Yield what the unit was called and when."""
    words = site.words
    names = site.catalog.where(UnitName, "unit", unit)
    if not names:
        return
    rows = [Row(((Inline(current),), (Inline(words("ui.current_name")),), site.known(""), (Inline("—"),)))]
    for name in names:
        period = "—".join(str(x or "") for x in (name.valid_from, name.valid_to))
        cells: tuple[Inlines, ...] = (
            (Inline(name.name_zh),),
            (Inline(words.category("name_kind", name.kind)),),
            site.known(period.strip("—")),
            site.source(name.source),
        )
        rows.append(Row(cells))
    columns = site.columns("ui.name", "ui.kind", "ui.period", "field.source")
    yield Section("names", words("ui.names"), (Table(columns, tuple(rows)),))


def relations(site: Site, unit: str) -> Iterable[Section]:
    """Yield mergers, splits, successions, and supply links that one of both published."""
    words, catalog = site.words, site.catalog
    found = [*catalog.where(UnitRelation, "from_unit", unit), *catalog.where(UnitRelation, "to_unit", unit)]
    links = [*catalog.where(SupplyLink, "from_unit", unit), *catalog.where(SupplyLink, "to_unit", unit)]
    facts = [
        Fact(
            str(r.date or words("ui.unknown")),
            (
                site.link(r.from_unit),
                Inline(f" {words.category('relation', r.kind)} "),
                site.link(r.to_unit),
                Inline("　"),
                *site.source(r.source),
            ),
        )
        for r in found
    ]
    if facts:
        yield Section("relations", words("ui.relations_of"), (Facts(tuple(facts)),))
    supply = tuple(
        Row(
            (
                (site.link(x.from_unit),),
                (site.link(x.to_unit),),
                site.known(x.item),
                site.source(x.source),
            )
        )
        for x in links
    )
    if supply:
        names = ("ui.supplier", "ui.buyer", "ui.product", "field.source")
        columns = site.columns(*names)
        yield Section("supply", words("ui.links_of"), (Table(columns, supply),))


def products(site: Site, unit: str) -> Iterable[Section]:
    """Yield the listed products of an enterprise."""
    words = site.words
    products = site.catalog.where(Product, "enterprise", unit)
    rows = tuple(
        Row(
            (
                (site.link(p.id),),
                site.known(p.model),
                site.known(p.kind_zh),
                history.status_value(site, p.id),
            ),
            p.id,
        )
        for p in products
    )
    if rows:
        columns = site.columns("ui.product", "ui.model", "ui.product_kind", "ui.status")
        yield Section("products", words("ui.products_of"), (Table(columns, rows),))


def practices(site: Site, unit: str) -> Iterable[Section]:
    """Yield what an enterprise does in the five systems of a green supply chain."""
    words = site.words
    rows = tuple(
        Row(
            (
                (Inline(words.category("chain_system", p.system)),),
                (Inline(words.of(p, "practice")),),
                site.known(p.metric_zh),
                site.source(p.source),
            )
        )
        for p in site.catalog.where(ChainPractice, "enterprise", unit)
    )
    if rows:
        columns = site.columns("ui.kind", "ui.measures_of", "ui.effect", "field.source")
        yield Section("practices", words("ui.practices_of"), (Table(columns, rows),))


def cases(site: Site, unit: str) -> Iterable[Section]:
    """Yield the case studies about a unit."""
    words = site.words
    found = [c for c in site.catalog.cases.values() if c.subject == unit]
    if found:
        facts = tuple(Fact(str(c.published), (site.link(c.id),)) for c in found)
        yield Section("cases", words("ui.cases_of"), (Facts(facts),))


def more(site: Site, unit: str) -> Iterable[Section]:
    """Plants, measurements, technologies used and published supervision entries."""
    words, catalog = site.words, site.catalog
    sites = tuple(
        Row(((Inline(s.name_zh),), site.known(s.address), site.source(s.source)))
        for s in catalog.where(Plant, "enterprise", unit)
    )
    if sites:
        columns = site.columns("ui.name", "footer.address", "field.source")
        yield Section("sites", words("ui.sites_of"), (Table(columns, sites),))
    yield from _measurements(site, unit)
    used = tuple(
        Fact(words.category("technology_kind", t.kind), (site.link(t.id),))
        for t in catalog.where(Technology, "enterprise", unit)
    )
    if used:
        yield Section("technologies", words("ui.technologies_of"), (Facts(used),))
    yield from _supervised(site, unit)


def _supervised(site: Site, unit: str) -> Iterable[Section]:
    """That there are published entries, and where: what they say stands on a page that is kept out of search
    engines, as this one is not."""
    words = site.words
    entries = site.catalog.where(SupervisionEntry, "subject", unit)
    if entries:
        link = Inline(words("ui.entries_link"), to=f"supervision/#{entries[0].id}")
        block = Facts((Fact(words("nav.supervision"), (link,)),))
        yield Section("supervision", words("ui.entries_of"), (block,))


def _measurements(site: Site, unit: str) -> Iterable[Section]:
    words, catalog = site.words, site.catalog
    rows = []
    for m in catalog.where(Measurement, "subject", unit):
        indicator = catalog.row(Indicator, m.indicator)
        if indicator is None:
            continue
        cells: tuple[Inlines, ...] = (
            (Inline(words.of(indicator, "name")),),
            (site.link(indicator.standard),),
            (Inline(str(m.year)),),
            (Inline(f"{m.value}"),),
            (Inline(m.unit),),
            (Inline(words.category("basis", m.basis)),),
            site.source(m.source),
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
        columns = site.columns(*names, numeric=("ui.year", "ui.value"))
        yield Section("measurements", words("ui.measurements_of"), (Table(columns, tuple(rows)),))
