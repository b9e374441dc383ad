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
    Document,
    Fact,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.sections.unit_lists import cut_short
from generator.site.site import Site


def official_list(site: Site, row: OfficialList) -> Document:
    """Return the page of an official list."""
    words = site.words
    rows = site.catalog.where(Recognition, "list", row.id)
    title = words.of(row, "title")
    return Document(
        title=title,
        description=f"{title}：{_held(site, row, len(rows))}",
        kind="list",
        id=row.id,
        kind_label=words("kind.list"),
        crumbs=(Inline(words("nav.lists"), to="lists/"),),
        facts=_facts(site, row, len(rows)),
        sections=tuple(_sections(site, row, rows)),
        sources=site.sources([row.source]),
    )


def _facts(site: Site, row: OfficialList, held: int) -> tuple[Fact, ...]:
    words, catalog = site.words, site.catalog
    scheme = catalog.rows(Scheme)[row.scheme]
    year = str(row.list_year or "")
    if year and not row.list_year_printed:
        year += words("ui.list_year_derived")
    return (
        Fact(words("ui.scheme"), (Inline(words.of(scheme, "name")),)),
        Fact(words("ui.list_kind"), (Inline(words.category("list_kind", row.kind)),)),
        Fact(words("ui.stage"), (Inline(words.category("stage", row.stage)),)),
        site.fact("field.list_year", year),
        *((site.fact("field.batch", row.batch),) if row.batch else ()),
        site.fact("field.doc_no", row.number),
        site.fact("field.published", row.published),
        *((site.fact("field.dated", row.dated),) if row.dated else ()),
        site.fact("ui.authority", scheme.authority),
        _official_count(site, row),
        Fact(words("ui.rows_held_field"), (Inline(_held(site, row, held)),), row.explained_by),
        *((site.linked("ui.follows", row.follows),) if row.follows else ()),
        *(site.linked("ui.followed_by", x.id) for x in catalog.where(OfficialList, "follows", row.id)),
    )


def _sections(site: Site, row: OfficialList, rows: tuple[Recognition, ...]) -> Iterable[Section]:
    words = site.words
    blocks: list[Block] = [Note(words("msg.publicity"))] if row.stage == "publicity" else []
    blocks += [Note(words("msg.removed"))] if row.kind == "removals" else []
    blocks += [Note(words("msg.inferred"))] if any(map(_is_unconfirmed, rows)) else []
    blocks += [*cut_short(site, len(rows)), *_rows(site, rows)]
    if blocks:
        yield Section("rows", words("ui.rows_of"), tuple(blocks))
    if not rows:
        yield Section("missing", words("ui.rows_of"), (Note(words("ui.rows_none")),))


def _official_count(site: Site, row: OfficialList) -> Fact:
    scope = f"（{site.area_name(row.count_scope)}）" if row.count_scope else ""
    shown = f"{row.official_count}{scope}" if row.official_count is not None else ""
    return site.fact("ui.official_count", shown)


def _held(site: Site, row: OfficialList, held: int) -> str:
    words = site.words
    if row.official_count is None:
        return words("ui.rows_unknown", n=held)
    key = (
        "ui.rows_complete"
        if row.rows_held == "complete" and held == row.official_count
        else "ui.rows_partial"
    )
    return words(key, m=row.official_count, n=held)


def _rows(site: Site, rows: Iterable[Recognition]) -> Iterable[Table]:
    catalog = site.catalog
    rows = list(rows)
    repeated = _repeated(rows)
    rows = rows[:MAX_ROWS]
    sectioned = any(row.section for row in rows)
    found = []
    for row in rows:
        product = catalog.row(Product, row.product)
        name: Inlines = (site.link(subject_of(row), row.name_as_published),)
        if product:
            name = (
                site.link(product.enterprise, row.name_as_published),
                Inline("　"),
                site.link(product.id),
            )
        cells: tuple[Inlines, ...] = (
            *(((Inline(row.section),),) if sectioned else ()),
            _serial(site, row, row.id in repeated),
            name,
            (site.link(row.evaluator),) if row.evaluator else (),
            (
                site.status(row_status(catalog, site.register.ledger, row, site.as_of)),
                *_mark(site, row),
            ),
        )
        found.append(Row(cells, subject_of(row)))
    if found:
        names = [*(["field.section"] if sectioned else []), "field.serial"]
        names += ["field.name_as_published", "ui.evaluator", "ui.status"]
        yield Table(site.columns(*names, numeric=("field.serial",)), tuple(found))


def _serial(site: Site, row: Recognition, repeated: bool) -> Inlines:
    """Return a row's serial as printed; of one that the list itself repeats it says so."""
    if row.serial is None:
        return ()
    sic = (Inline(f"（{site.words('msg.sic')}）", tone="muted"),) if repeated else ()
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


def _mark(site: Site, row: Recognition) -> tuple[Inline, ...]:
    if not _is_unconfirmed(row):
        return ()
    return (Inline(" "), Inline(site.words("attribution.inferred"), tone="status status-inferred"))
