"""Index pages: the four category lists, and one per kind; complete without JavaScript, in pages of 500."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from generator.formats.csv_writer import csv_text
from generator.schema.records import Category, Scheme
from generator.site.document import Document, Fact, Inline, Note, Row, Section, Table
from generator.site.filter_panel import Panel, panel
from generator.site.kinds.registry import KINDS, Kind, listed, records_of
from generator.site.record_names import in_order
from generator.site.routes import CATEGORY_PAGES, UNIT_FOLDERS
from generator.site.search.attributes import UNITS
from generator.site.sections.as_of import AsOf, as_of
from generator.site.sections.category_rows import unidentified_rows, unit_columns, unit_table, units
from generator.site.sections.counts import counts
from generator.site.sections.systems import guides_to
from generator.site.site import Site

PAGE_ROWS = 500
DATED = (*UNITS, "lists")
"""Folders of the kinds whose index follows a day that is chosen: units that stand on lists, and lists."""
APART = "inferred"
"""Id of the section that holds the rows of a list whose place is not confirmed."""


@dataclass(frozen=True, slots=True)
class Index:
    """One index page before it is cut into pages."""

    folder: str
    body: Document
    table: Table
    """The rows that make the index; what stands apart is in the body's sections."""
    apart: tuple[Table, ...] = ()
    """Tables that the download holds besides."""
    panel: Callable[[], Panel] | None = None
    """Counts its filters, which takes as long as the rows: done where the page is made."""
    asof: AsOf | None = None
    """The control of its date, where its rows follow one."""


class Planned(NamedTuple):
    """An index that will be made."""

    folder: str
    make: Callable[[], Index]


def indexes(site: Site) -> Iterator[Planned]:
    """Yield every index that has something to show, to be made where its pages are: that takes long."""
    taken = set()
    for category in site.register.categories:
        folder = CATEGORY_PAGES.get(category.id)
        if folder:
            taken.add(folder)
            yield Planned(folder, partial(category_index, site, category, folder))
    for kind in KINDS.values():
        if f"{kind.folder}/" not in taken and records_of(site, kind):
            yield Planned(f"{kind.folder}/", partial(kind_index, site, kind))


def kind_index(site: Site, kind: Kind) -> Index:
    """Return the index of one kind of record."""
    words = site.words
    columns = site.columns(*kind.columns, numeric=kind.numeric)
    records = records_of(site, kind)
    ids = in_order(site, kind.folder) if kind.folder in UNITS else listed(site, kind)
    facets = kind.facets or (lambda _site, _record: {})
    rows = tuple(Row(kind.cells(site, records[i]), i, facets=facets(site, records[i])) for i in ids)
    title, lead = words(kind.title), words("ui.counted", n=len(rows))
    guides = guides_to(site, kind.system) if kind.system else ()
    notes = [Section("note", words("ui.note"), (Note(words(kind.note)),))] if kind.note else []
    body = Document(
        title=title,
        description=f"{site.title}：{title}。{lead}",
        lead=lead,
        crumbs=(Inline(words("nav.systems"), to="guidance/"),) if kind.system else (),
        facts=(Fact(words("ui.documents_say"), guides),) if guides else (),
        sections=(*notes, *kind.sections(site)),
    )
    filters = partial(panel, site, kind.folder, ids, kind.columns)
    asof = as_of(site) if kind.folder in DATED else None
    return Index(f"{kind.folder}/", body, Table(columns, rows), panel=filters, asof=asof)


def category_index(site: Site, category: Category, folder: str) -> Index:
    """Return the list of one category: a row per unit, those with unconfirmed place apart."""
    words = site.words
    confirmed, inferred = units(site, category)
    keys = unit_columns(category)
    table = unit_table(site, category, confirmed)
    apart = unit_table(site, category, inferred)
    title = words.of(category, "name")
    sections = [*counts(site, category)]
    if inferred:
        note = Note(words("msg.inferred"))
        sections.append(Section(APART, words("ui.inferred_heading"), (note, apart)))
    unresolved = unidentified_rows(site, category)
    if unresolved:
        sections.append(Section("unresolved", words("ui.unresolved_heading"), (unresolved,)))
    listed = [u for u in confirmed if site.register.standing(u, category.id).spell]
    lead = words("ui.counted", n=f"{len(listed)} {category.unit_zh}")
    if len(confirmed) > len(listed):
        lead += f"；{words('ui.noticed_rows', n=len(confirmed) - len(listed), unit=category.unit_zh)}"
    if inferred:
        lead += f"；{words('ui.inferred_rows', n=len(inferred), unit=category.unit_zh)}"
    if unresolved:
        lead += f"；{words('ui.unresolved_rows', n=len(unresolved.rows))}"
    body = Document(
        title=title,
        description=f"{site.title}：{title}。{lead}",
        lead=f"{lead}。",
        sections=tuple(sections),
        checked=_checked(site, category),
    )
    kind = UNIT_FOLDERS[category.subject]
    ids = [*confirmed, *inferred]
    filters = partial(panel, site, kind, ids, keys, category.id, category.unit_zh)
    return Index(folder, body, table, (apart,) if inferred else (), filters, as_of(site, category.id))


def _checked(site: Site, category: Category) -> str:
    words, parts = site.words, []
    for scheme in site.catalog.where(Scheme, "category", category.id):
        until = site.register.reach(scheme.id).checked_until
        parts.append(f"{words.of(scheme, 'name')} {until or words('ui.checked_never')}")
    return "；".join(parts)


def pages(index: Index) -> list[tuple[str, Document]]:
    """Cut an index into pages of 500 rows: address and body of each."""
    rows = index.table.rows
    count = max(1, -(-len(rows) // PAGE_ROWS))
    found = []
    for number in range(1, count + 1):
        part = replace(index.table, rows=rows[(number - 1) * PAGE_ROWS : number * PAGE_ROWS])
        address = index.folder if number == 1 else f"{index.folder}page/{number}/"
        extra: dict[str, object] = {
            "table": part,
            "number": number,
            "count": count,
            "folder": index.folder,
            "total": len(rows),
            "panel": index.panel() if index.panel and number == 1 else None,
            "asof": index.asof if number == 1 else None,
            "apart": APART,
        }
        sections = index.body.sections if number == 1 else ()
        found.append((address, replace(index.body, sections=sections, extra=extra)))
    return found


def as_csv(index: Index) -> bytes:
    """Return an index as CSV, exactly the rows and columns that it shows, with the id in front."""
    rows = [["id", *(c.title for c in index.table.columns)]]
    for table in (index.table, *index.apart):
        rows += [[row.id, *["".join([i.text for i in cell]) for cell in row.cells]] for row in table.rows]
    return csv_text(rows).encode()
