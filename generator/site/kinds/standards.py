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
    Body,
    Column,
    Fact,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.routes import CATEGORY_PAGES
from generator.site.sections import history
from generator.site.sections.library_rows import not_held, not_limited, period, records_section, valid
from generator.site.sections.systems import library_crumbs
from generator.site.sections.unit_lists import cut_short, units_section
from generator.site.site import Edition


def standard(edition: Edition, row: Standard) -> Body:
    """Return the page of one version of a standard; indicators of versions are never mixed."""
    words, catalog = edition.words, edition.catalog
    title = f"{row.code}—{row.version} {words.of(row, 'title')}"
    indicators = catalog.where(Indicator, "standard", row.id)
    shown = "".join(part.text for part in period(edition, row.in_force_from, row.in_force_to))
    activities = catalog.where(Activity, "standard", row.id)
    sections = [
        *_versions(edition, row),
        *_indicators(edition, indicators),
        *_products(edition, row),
        *_measured(edition, indicators),
        *records_section(edition, "activities", activities, "nav.activities"),
    ]
    return Body(
        title=title,
        description=f"{title}。{words('ui.in_force')} {shown}",
        kind="standard",
        id=row.id,
        kind_label=words("kind.standard"),
        crumbs=library_crumbs(edition, "nav.standards", "standards"),
        facts=_facts(edition, row),
        sections=tuple(sections),
        sources=edition.sources([row.source, *(x.source for x in indicators)]),
    )


def _facts(edition: Edition, row: Standard) -> tuple[Fact, ...]:
    words = edition.words
    newer = edition.catalog.where(Standard, "replaces", row.id)
    return (
        Fact(words("ui.kind"), (Inline(words.category("standard_kind", row.kind)),)),
        edition.fact("ui.version", row.version),
        Fact(words("ui.in_force"), period(edition, row.in_force_from, row.in_force_to)),
        Fact(words("field.validity"), valid(edition, row)),
        *((edition.linked("ui.replaces", row.replaces),) if row.replaces else ()),
        *(edition.linked("ui.replaced", x.id) for x in newer),
        *_dimensions(edition, row),
        Fact(words("ui.field"), not_limited(edition, row.category, "ui.general")),
        Fact(words("ui.industry"), not_limited(edition, row.industry, "ui.general")),
    )


def _dimensions(edition: Edition, row: Standard) -> tuple[Fact, ...]:
    """What a version is divided into, where no indicators say so, and what its document says of it."""
    words, catalog = edition.words, edition.catalog
    if catalog.where(Indicator, "standard", row.id) or not row.dimensions:
        return ()
    return (
        Fact(words("ui.dimension"), (Inline("、".join(dimensions(catalog, row))),)),
        Fact(words("ui.indicators_held"), not_held(edition)),
    )


def versions(edition: Edition, code: str) -> list[Standard]:
    """Return the versions of a standard, the oldest first."""
    return sorted(edition.catalog.where(Standard, "code", code), key=lambda s: s.version)


def versions_table(edition: Edition, found: list[Standard]) -> Table:
    """Return versions of one standard side by side: a column each, nothing taken across."""
    words, catalog = edition.words, edition.catalog
    columns = [Column(words("ui.version"))]
    rows: dict[str, list[Value]] = {}
    for row in found:
        columns.append(Column(f"{row.code}—{row.version}"))
        indicators = catalog.where(Indicator, "standard", row.id)
        names = "；".join(
            "：".join(part for part in (d, _names(edition, indicators, d)) if part)
            for d in dimensions(catalog, row)
        )
        cells: dict[str, Value] = {
            "ui.name": (edition.link(row.id, words.of(row, "title")),),
            "ui.in_force": period(edition, row.in_force_from, row.in_force_to),
            "field.validity": valid(edition, row),
            "ui.indicators_held": (Inline(str(len(indicators))),) if indicators else not_held(edition),
            "ui.indicators_by_dimension": (Inline(names),) if names else not_held(edition),
        }
        for label, cell in cells.items():
            rows.setdefault(label, [(Inline(words(label)),)]).append(cell)
    return Table(tuple(columns), tuple(Row(tuple(cells)) for cells in rows.values()))


def _names(edition: Edition, indicators: tuple[Indicator, ...], dimension: str) -> str:
    return "、".join(edition.words.of(x, "name") for x in indicators if x.dimension == dimension)


def _versions(edition: Edition, row: Standard) -> list[Section]:
    found = versions(edition, row.code)
    if len(found) < 2:
        return []
    words = edition.words
    return [
        Section(
            "versions",
            words("ui.versions_of"),
            (versions_table(edition, found), Note(words("msg.versions"))),
        )
    ]


def _indicators(edition: Edition, indicators: tuple[Indicator, ...]) -> list[Section]:
    if not indicators:
        return []
    words = edition.words
    names = (
        "ui.dimension",
        "ui.indicators_of",
        "ui.unit",
        "ui.formula",
        "ui.direction",
        "ui.benchmark",
        "ui.leading",
    )
    columns = edition.columns(*names, numeric=("ui.benchmark", "ui.leading"))
    table = Table(columns, tuple(_indicator(edition, x) for x in indicators))
    return [Section("indicators", words("ui.indicators_of"), (table,), words("ui.indicators_lead"))]


def _indicator(edition: Edition, row: Indicator) -> Row:
    words = edition.words
    name = [Inline(words.of(row, "name"))]
    if not row.checked:
        name.append(Inline(words("ui.unverified"), tone="status status-unverified"))
    cells: tuple[Value, ...] = (
        (Inline(row.dimension),),
        name,
        edition.known(words("ui.dimensionless") if row.unit == "1" else row.unit),
        edition.known(row.formula),
        (Inline(words.category("direction", row.direction)),),
        edition.known(row.benchmark),
        edition.known(row.leading),
    )
    return Row(cells, row.id, anchor=True)


def _products(edition: Edition, row: Standard) -> list[Section]:
    """Products that were listed by this version."""
    words = edition.words
    found = edition.catalog.where(Product, "standard", row.id)
    if not found:
        return []
    rows = tuple(
        Row(
            ((edition.link(p.id, edition.full_name(p.id)),), (edition.link(p.enterprise),),
             history.status_value(edition, p.id)), p.id,
        )
        for p in found[:MAX_ROWS]
    )  # fmt: skip
    columns = edition.columns("ui.product", "ui.enterprise", "ui.status")
    table = Table(columns, rows)
    return [Section("products", words("ui.products_by"), (*cut_short(edition, len(found)), table))]


def _measured(edition: Edition, indicators: tuple[Indicator, ...]) -> list[Section]:
    """Units of which a value by one of its indicators was published, in alphabetical order."""
    catalog = edition.catalog
    subjects = {m.subject for x in indicators for m in catalog.where(Measurement, "indicator", x.id)}
    ordered = sorted(subjects, key=lambda i: (edition.alphabetical(i), i))
    rows = [row for i in ordered if (row := catalog.get(Enterprise, i) or catalog.get(Park, i))]
    return units_section(edition, rows, "ui.units_measured")


def versions_sections(edition: Edition) -> list[Section]:
    """Return, for the index, every standard of which several versions are held, side by side."""
    words = edition.words
    codes = dict.fromkeys(s.code for s in edition.catalog.all(Standard).values())
    several = [found for code in codes if len(found := versions(edition, code)) > 1]
    return [
        Section(
            f"versions-{found[0].id}",
            words("ui.versions_of_code", code=found[0].code),
            (versions_table(edition, found), Note(words("msg.versions"))),
        )
        for found in several
    ]


def fields_section(edition: Edition) -> list[Section]:
    """Return, for the index, the standards by the field they are for, with the way to its list."""
    words, catalog = edition.words, edition.catalog
    rows = []
    for category in edition.categories:
        found = catalog.where(Standard, "category", category.id)
        if found:
            links: list[Inline] = []
            for row in found:
                links += [Inline("、")] if links else []
                links.append(edition.link(row.id, f"{row.code}—{row.version}"))
            name = Inline(words.of(category, "name"), to=CATEGORY_PAGES.get(category.id))
            rows.append(Row(((name,), links)))
    if not rows:
        return []
    columns = edition.columns("ui.field", "nav.standards")
    return [Section("fields", words("ui.by_field"), (Table(columns, tuple(rows)),))]
