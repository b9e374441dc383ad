"""Pages of what the register rests on: official lists and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator import schema
from generator.insight.ledger import subject_of
from generator.insight.standing import row_status
from generator.records import (
    Claim,
    Metric,
    OfficialList,
    Product,
    Recognition,
    Scheme,
    Source,
    Target,
)
from generator.rendering.edition import Edition
from generator.rendering.view import (
    MAX_ROWS,
    Body,
    Column,
    Fact,
    Facts,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)


def official_list(edition: Edition, row: OfficialList) -> Body:
    """Return the page of an official list."""
    words, catalog = edition.words, edition.catalog
    scheme = catalog.all(Scheme)[row.scheme]
    rows = catalog.where(Recognition, "list", row.id)
    title = words.of(row, "title")
    year = str(row.list_year or "")
    if year and not row.list_year_printed:
        year += words("ui.list_year_derived")
    facts = (
        Fact(words("ui.scheme"), (Inline(words.of(scheme, "name")),)),
        Fact(words("ui.list_kind"), (Inline(words.category("list_kind", row.kind)),)),
        Fact(words("ui.stage"), (Inline(words.category("stage", row.stage)),)),
        edition.fact("field.list_year", year),
        *((edition.fact("field.batch", row.batch),) if row.batch else ()),
        edition.fact("field.doc_no", row.number),
        edition.fact("field.published", row.published),
        *((edition.fact("field.dated", row.dated),) if row.dated else ()),
        edition.fact("ui.authority", scheme.authority),
        _official_count(edition, row),
        Fact(words("ui.rows_held_field"), (Inline(_held(edition, row, len(rows))),), row.explained_by),
        *((edition.linked("ui.follows", row.follows),) if row.follows else ()),
        *(edition.linked("ui.followed_by", x.id) for x in catalog.where(OfficialList, "follows", row.id)),
    )
    notes = [Note(words("msg.publicity"))] if row.stage == "publicity" else []
    notes += [Note(words("msg.removed"))] if row.kind == "removals" else []
    notes += cut_short(edition, len(rows))
    sections = (
        [Section("rows", words("ui.rows_of"), (*notes, *_rows(edition, rows)))] if rows or notes else []
    )
    if not rows:
        sections.append(Section("missing", words("ui.rows_of"), (Note(words("ui.rows_none")),)))
    return Body(
        title=title,
        description=f"{title}：{_held(edition, row, len(rows))}",
        kind="list",
        id=row.id,
        kind_label=words("kind.list"),
        crumbs=(Inline(words("nav.lists"), to="lists/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source]),
    )


def cut_short(edition: Edition, rows: int) -> list[Note]:
    """Return the note that a page prints the first rows only, none where it prints them all."""
    return [Note(edition.words("ui.first_rows", n=MAX_ROWS, m=rows))] if rows > MAX_ROWS else []


def _official_count(edition: Edition, row: OfficialList) -> Fact:
    scope = f"（{edition.area_name(row.count_scope)}）" if row.count_scope else ""
    shown = f"{row.official_count}{scope}" if row.official_count is not None else ""
    return edition.fact("ui.official_count", shown)


def _held(edition: Edition, row: OfficialList, held: int) -> str:
    words = edition.words
    if row.official_count is None:
        return words("ui.rows_unknown", n=held)
    key = (
        "ui.rows_complete"
        if row.rows_held == "complete" and held == row.official_count
        else "ui.rows_partial"
    )
    return words(key, m=row.official_count, n=held)


def _rows(edition: Edition, rows: Iterable[Recognition]) -> Iterable[Table]:
    words, catalog = edition.words, edition.catalog
    rows = list(rows)[:MAX_ROWS]
    sectioned = any(row.section for row in rows)
    found = []
    for row in rows:
        product = catalog.get(Product, row.product)
        name: Value = (edition.link(subject_of(row), row.name_as_published),)
        if product:
            name = (
                edition.link(product.enterprise, row.name_as_published),
                Inline("　"),
                edition.link(product.id),
            )
        cells: tuple[Value, ...] = (
            *(((Inline(row.section),),) if sectioned else ()),
            (Inline(str(row.serial)),) if row.serial is not None else (),
            name,
            (edition.link(row.evaluator),) if row.evaluator else (),
            (edition.status(row_status(catalog, edition.ledger, row, edition.on)),),
        )
        found.append(Row(cells, subject_of(row)))
    if found:
        names = [*(["field.section"] if sectioned else []), "field.serial"]
        names += ["field.name_as_published", "ui.evaluator", "ui.status"]
        yield Table(tuple(Column(words(n), numeric=n == "field.serial") for n in names), tuple(found))


def source(edition: Edition, row: Source) -> Body:
    """Return the page of a document, with everything that rests on it."""
    words = edition.words
    title = words.of(row, "title")
    facts = (
        edition.fact("field.issuer", row.issuer),
        edition.fact("field.doc_no", row.number),
        edition.fact("field.dated", row.dated),
        edition.fact("field.published", row.published),
        Fact(words("field.openness"), (Inline(words.category("openness", row.openness)),)),
        Fact(words("ui.kind"), (Inline(words.category("source_kind", row.kind)),)),
        Fact(words("action.original"), (Inline(row.url, url=row.url),) if row.url else edition.known("")),
        edition.fact("ui.retrieved", row.retrieved),
        *((edition.fact("ui.note", row.note),) if row.note else ()),
    )
    sections = [*_listed_in(edition, row), *_figures(edition, row), *_dependents(edition, row)]
    return Body(
        title=title,
        description="，".join(x for x in (row.issuer, row.number, title) if x),
        kind="source",
        id=row.id,
        kind_label=words("kind.source"),
        crumbs=(Inline(words("nav.sources"), to="sources/"),),
        facts=facts,
        sections=tuple(sections),
    )


def _listed_in(edition: Edition, row: Source) -> Iterable[Section]:
    lists = edition.catalog.where(OfficialList, "source", row.id)
    if lists:
        facts = tuple(Fact(edition.date(x.published), (edition.link(x.id),)) for x in lists)
        yield Section("lists", edition.words("ui.lists_of"), (Facts(facts),))


def _figures(edition: Edition, row: Source) -> Iterable[Section]:
    catalog = edition.catalog
    told: list[Claim | Target] = [
        *catalog.where(Claim, "source", row.id),
        *catalog.where(Target, "source", row.id),
    ]
    facts = []
    for item in told:
        metric = catalog.get(Metric, item.metric)
        if metric is None:
            continue
        sign = edition.words.category("operator", item.operator) if item.operator != "eq" else ""
        shown = f"{sign}{item.value}{metric.unit}"
        value = Inline(f"{edition.area_name(item.scope)}　{shown}")
        facts.append(Fact(edition.words.of(metric, "name"), (value,), item.quote))
    if facts:
        yield Section("figures", edition.words("ui.official"), (Facts(tuple(facts)),))


def _dependents(edition: Edition, row: Source) -> Iterable[Section]:
    counts: Counter[str] = Counter()
    for table in schema.tables().values():
        for f in table.fields:
            if f.references == ("sources",):
                found = edition.catalog.tables[table.name].values()
                counts[table.title(edition.words.lang)] += sum(getattr(r, f.name) == row.id for r in found)
    facts = tuple(Fact(title, (Inline(str(n)),)) for title, n in counts.items() if n)
    if facts:
        yield Section("dependents", edition.words("ui.documents_of"), (Facts(facts),))
