"""Pages of standards: one version a page, its versions side by side, its indicators, what is listed by it."""

from __future__ import annotations

from generator.register.levels import dimensions
from generator.schema.records import (
    Activity,
    Enterprise,
    Indicator,
    Measurement,
    Park,
    Product,
    Standard,
)
from generator.site.document import (
    MAX_ROWS,
    Column,
    Document,
    Fact,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.routes import CATEGORY_PAGES
from generator.site.sections import history
from generator.site.sections.library_rows import not_held, not_limited, period, records_section, valid
from generator.site.sections.systems import library_crumbs
from generator.site.sections.unit_lists import cut_short, units_section
from generator.site.site import Site


def standard(site: Site, row: Standard) -> Document:
    """Return the page of one version of a standard; indicators of versions are never mixed."""
    words, catalog = site.words, site.catalog
    title = f"{row.code}—{row.version} {words.of(row, 'title')}"
    indicators = catalog.where(Indicator, "standard", row.id)
    shown = "".join(part.text for part in period(site, row.in_force_from, row.in_force_to))
    activities = catalog.where(Activity, "standard", row.id)
    sections = [
        *_versions(site, row),
        *_indicators(site, indicators),
        *_products(site, row),
        *_measured(site, indicators),
        *records_section(site, "activities", activities, "nav.activities"),
    ]
    return Document(
        title=title,
        description=f"{title}。{words('ui.in_force')} {shown}",
        kind="standard",
        id=row.id,
        kind_label=words("kind.standard"),
        crumbs=library_crumbs(site, "nav.standards", "standards"),
        facts=_facts(site, row),
        sections=tuple(sections),
        sources=site.sources([row.source, *(x.source for x in indicators)]),
    )


def _facts(site: Site, row: Standard) -> tuple[Fact, ...]:
    words = site.words
    newer = site.catalog.where(Standard, "replaces", row.id)
    return (
        Fact(words("ui.kind"), (Inline(words.category("standard_kind", row.kind)),)),
        site.fact("ui.version", row.version),
        Fact(words("ui.in_force"), period(site, row.in_force_from, row.in_force_to)),
        Fact(words("field.validity"), valid(site, row)),
        *((site.linked("ui.replaces", row.replaces),) if row.replaces else ()),
        *(site.linked("ui.replaced", x.id) for x in newer),
        *_dimensions(site, row),
        Fact(words("ui.field"), not_limited(site, row.category, "ui.general")),
        Fact(words("ui.industry"), not_limited(site, row.industry, "ui.general")),
    )


def _dimensions(site: Site, row: Standard) -> tuple[Fact, ...]:
    """What a version is divided into, where no indicators say so, and what its document says of it."""
    words, catalog = site.words, site.catalog
    if catalog.where(Indicator, "standard", row.id) or not row.dimensions:
        return ()
    return (
        Fact(words("ui.dimension"), (Inline("、".join(dimensions(catalog, row))),)),
        Fact(words("ui.indicators_held"), not_held(site)),
    )


def versions(site: Site, code: str) -> list[Standard]:
    """Return the versions of a standard, the oldest first."""
    return sorted(site.catalog.where(Standard, "code", code), key=lambda s: s.version)


def versions_table(site: Site, found: list[Standard]) -> Table:
    """Return versions of one standard side by side: a column each, nothing taken across."""
    words, catalog = site.words, site.catalog
    columns = [Column(words("ui.version"))]
    rows: dict[str, list[Inlines]] = {}
    for row in found:
        columns.append(Column(f"{row.code}—{row.version}"))
        indicators = catalog.where(Indicator, "standard", row.id)
        names = "；".join(
            "：".join(part for part in (d, _names(site, indicators, d)) if part)
            for d in dimensions(catalog, row)
        )
        cells: dict[str, Inlines] = {
            "ui.name": (site.link(row.id, words.of(row, "title")),),
            "ui.in_force": period(site, row.in_force_from, row.in_force_to),
            "field.validity": valid(site, row),
            "ui.indicators_held": (Inline(str(len(indicators))),) if indicators else not_held(site),
            "ui.indicators_by_dimension": (Inline(names),) if names else not_held(site),
        }
        for label, cell in cells.items():
            rows.setdefault(label, [(Inline(words(label)),)]).append(cell)
    return Table(tuple(columns), tuple(Row(tuple(cells)) for cells in rows.values()))


def _names(site: Site, indicators: tuple[Indicator, ...], dimension: str) -> str:
    return "、".join(site.words.of(x, "name") for x in indicators if x.dimension == dimension)


def _versions(site: Site, row: Standard) -> list[Section]:
    found = versions(site, row.code)
    if len(found) < 2:
        return []
    words = site.words
    return [
        Section(
            "versions",
            words("ui.versions_of"),
            (versions_table(site, found), Note(words("msg.versions"))),
        )
    ]


def _indicators(site: Site, indicators: tuple[Indicator, ...]) -> list[Section]:
    if not indicators:
        return []
    words = site.words
    names = (
        "ui.dimension",
        "ui.indicators_of",
        "ui.unit",
        "ui.formula",
        "ui.direction",
        "ui.benchmark",
        "ui.leading",
    )
    columns = site.columns(*names, numeric=("ui.benchmark", "ui.leading"))
    table = Table(columns, tuple(_indicator(site, x) for x in indicators))
    return [Section("indicators", words("ui.indicators_of"), (table,), words("ui.indicators_lead"))]


def _indicator(site: Site, row: Indicator) -> Row:
    words = site.words
    name = [Inline(words.of(row, "name"))]
    if not row.checked:
        name.append(Inline(words("ui.unverified"), tone="status status-unverified"))
    cells: tuple[Inlines, ...] = (
        (Inline(row.dimension),),
        name,
        site.known(words("ui.dimensionless") if row.unit == "1" else row.unit),
        site.known(row.formula),
        (Inline(words.category("direction", row.direction)),),
        site.known(row.benchmark),
        site.known(row.leading),
    )
    return Row(cells, row.id, anchor=True)


def _products(site: Site, row: Standard) -> list[Section]:
    """Products that were listed by this version."""
    words = site.words
    found = site.catalog.where(Product, "standard", row.id)
    if not found:
        return []
    rows = tuple(
        Row(
            ((site.link(p.id, site.full_name(p.id)),), (site.link(p.enterprise),),
             history.status_value(site, p.id)), p.id,
        )
        for p in found[:MAX_ROWS]
    )  # fmt: skip
    columns = site.columns("ui.product", "ui.enterprise", "ui.status")
    table = Table(columns, rows)
    return [Section("products", words("ui.products_by"), (*cut_short(site, len(found)), table))]


def _measured(site: Site, indicators: tuple[Indicator, ...]) -> list[Section]:
    """Units of which a value by one of its indicators was published, in alphabetical order."""
    catalog = site.catalog
    subjects = {m.subject for x in indicators for m in catalog.where(Measurement, "indicator", x.id)}
    ordered = sorted(subjects, key=lambda i: (site.alphabetical(i), i))
    rows = [row for i in ordered if (row := catalog.row(Enterprise, i) or catalog.row(Park, i))]
    return units_section(site, rows, "ui.units_measured")


def versions_sections(site: Site) -> list[Section]:
    """Return, for the index, every standard of which several versions are held, side by side."""
    words = site.words
    codes = dict.fromkeys(s.code for s in site.catalog.rows(Standard).values())
    several = [found for code in codes if len(found := versions(site, code)) > 1]
    return [
        Section(
            f"versions-{found[0].id}",
            words("ui.versions_of_code", code=found[0].code),
            (versions_table(site, found), Note(words("msg.versions"))),
        )
        for found in several
    ]


def fields_section(site: Site) -> list[Section]:
    """Return, for the index, the standards by the field they are for, with the way to its list."""
    words, catalog = site.words, site.catalog
    rows = []
    for category in site.register.categories:
        found = catalog.where(Standard, "category", category.id)
        if found:
            links: list[Inline] = []
            for row in found:
                links += [Inline("、")] if links else []
                links.append(site.link(row.id, f"{row.code}—{row.version}"))
            name = Inline(words.of(category, "name"), to=CATEGORY_PAGES.get(category.id))
            rows.append(Row(((name,), links)))
    if not rows:
        return []
    columns = site.columns("ui.field", "nav.standards")
    return [Section("fields", words("ui.by_field"), (Table(columns, tuple(rows)),))]
