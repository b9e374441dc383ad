"""Pages of official lists: what a list is, how much of it is held, and its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.register.standing import row_status
from generator.register.subjects import subject_of
from generator.schema.records import OfficialList, Product, Recognition, Scheme
from generator.site.document import (
    MAX_ROWS,
    Block,
    Body,
    Fact,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.sections.unit_lists import cut_short
from generator.site.site import Edition


def official_list(edition: Edition, row: OfficialList) -> Body:
    """Return the page of an official list."""
    words = edition.words
    rows = edition.catalog.where(Recognition, "list", row.id)
    title = words.of(row, "title")
    return Body(
        title=title,
        description=f"{title}：{_held(edition, row, len(rows))}",
        kind="list",
        id=row.id,
        kind_label=words("kind.list"),
        crumbs=(Inline(words("nav.lists"), to="lists/"),),
        facts=_facts(edition, row, len(rows)),
        sections=tuple(_sections(edition, row, rows)),
        sources=edition.sources([row.source]),
    )


def _facts(edition: Edition, row: OfficialList, held: int) -> tuple[Fact, ...]:
    words, catalog = edition.words, edition.catalog
    scheme = catalog.all(Scheme)[row.scheme]
    year = str(row.list_year or "")
    if year and not row.list_year_printed:
        year += words("ui.list_year_derived")
    return (
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
        Fact(words("ui.rows_held_field"), (Inline(_held(edition, row, held)),), row.explained_by),
        *((edition.linked("ui.follows", row.follows),) if row.follows else ()),
        *(edition.linked("ui.followed_by", x.id) for x in catalog.where(OfficialList, "follows", row.id)),
    )


def _sections(edition: Edition, row: OfficialList, rows: tuple[Recognition, ...]) -> Iterable[Section]:
    words = edition.words
    blocks: list[Block] = [Note(words("msg.publicity"))] if row.stage == "publicity" else []
    blocks += [Note(words("msg.removed"))] if row.kind == "removals" else []
    blocks += [Note(words("msg.inferred"))] if any(map(_is_unconfirmed, rows)) else []
    blocks += [*cut_short(edition, len(rows)), *_rows(edition, rows)]
    if blocks:
        yield Section("rows", words("ui.rows_of"), tuple(blocks))
    if not rows:
        yield Section("missing", words("ui.rows_of"), (Note(words("ui.rows_none")),))


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
    catalog = edition.catalog
    rows = list(rows)
    repeated = _repeated(rows)
    rows = rows[:MAX_ROWS]
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
            _serial(edition, row, row.id in repeated),
            name,
            (edition.link(row.evaluator),) if row.evaluator else (),
            (edition.status(row_status(catalog, edition.ledger, row, edition.on)), *_mark(edition, row)),
        )
        found.append(Row(cells, subject_of(row)))
    if found:
        names = [*(["field.section"] if sectioned else []), "field.serial"]
        names += ["field.name_as_published", "ui.evaluator", "ui.status"]
        yield Table(edition.columns(*names, numeric=("field.serial",)), tuple(found))


def _serial(edition: Edition, row: Recognition, repeated: bool) -> Value:
    """Return a row's serial as printed; of one that the list itself repeats it says so."""
    if row.serial is None:
        return ()
    sic = (Inline(f"（{edition.words('msg.sic')}）", tone="muted"),) if repeated else ()
    return (Inline(str(row.serial)), *sic)


def _repeated(rows: Iterable[Recognition]) -> frozenset[str]:
    """Return the rows whose serial their section of the list repeats, which a remark of one confirms."""
    by_serial: defaultdict[tuple[str, int], list[Recognition]] = defaultdict(list)
    for row in rows:
        if row.serial is not None:
            by_serial[row.section, row.serial].append(row)
    several = (same for same in by_serial.values() if len(same) > 1 and any(row.remark for row in same))
    return frozenset(row.id for same in several for row in same)


def _is_unconfirmed(row: Recognition) -> bool:
    """Tell whether the list names the province only, so that the row may not pass for one of the city's."""
    return row.publish == "national_only"


def _mark(edition: Edition, row: Recognition) -> tuple[Inline, ...]:
    if not _is_unconfirmed(row):
        return ()
    return (Inline(" "), Inline(edition.words("attribution.inferred"), tone="status status-inferred"))
