"""Index pages: the four category lists, and one per kind; complete without JavaScript, in pages of 500."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.csvlines import csv_text
from generator.insight.ledger import LEVELS, subject_of
from generator.insight.totals import Tally, has_begun
from generator.records import Category, Enterprise, OfficialList, Product, Recognition, Scheme
from generator.rendering import history
from generator.rendering.as_of import AsOf, as_of
from generator.rendering.axes import axes
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.index_rows import unit_place
from generator.rendering.kinds import KINDS, Kind, listed, records_of
from generator.rendering.search.attributes import UNITS, grade
from generator.rendering.search.columns import in_order
from generator.rendering.search.panel import Panel, panel
from generator.rendering.systems import guides_to
from generator.rendering.view import Body, Column, Fact, Inline, Note, Row, Section, Table, Value

PAGE_ROWS = 500
APART = "inferred"
"""Id of the section that holds the rows of a list whose place is not confirmed."""
_UNIT_COLUMNS = ("ui.name", "ui.level", "ui.status", "ui.place", "ui.industry", "ui.all_years", "ui.path")


@dataclass(frozen=True, slots=True)
class Index:
    """One index page before it is cut into pages."""

    folder: str
    body: Body
    table: Table
    """The rows that make the index; what stands apart is in the body's sections."""
    apart: tuple[Table, ...] = ()
    """Tables that the download holds besides."""
    panel: Panel | None = None
    """Its filters."""
    asof: AsOf | None = None
    """The control of its date, where its rows follow one."""


def indexes(edition: Edition) -> Iterator[Index]:
    """Yield every index that has something to show."""
    for category in edition.categories:
        folder = CATEGORY_PAGES.get(category.id)
        if folder:
            yield category_index(edition, category, folder)
    taken = set(CATEGORY_PAGES.values())
    for kind in KINDS.values():
        if (
            f"{kind.folder}/" not in taken
            or not any(CATEGORY_PAGES.get(c.id) == f"{kind.folder}/" for c in edition.categories)
        ) and records_of(edition, kind):
            yield kind_index(edition, kind)


def kind_index(edition: Edition, kind: Kind) -> Index:
    """Return the index of one kind of record."""
    words = edition.words
    columns = tuple(Column(words(c), numeric=c in kind.numeric) for c in kind.columns)
    records = records_of(edition, kind)
    ids = in_order(edition, kind.folder) if kind.folder in UNITS else listed(edition, kind)
    facets = kind.facets or (lambda _edition, _record: {})
    rows = tuple(Row(kind.cells(edition, records[i]), i, facets=facets(edition, records[i])) for i in ids)
    title, lead = words(kind.title), words("ui.counted", n=len(rows))
    guides = guides_to(edition, kind.system) if kind.system else ()
    notes = [Section("note", words("ui.note"), (Note(words(kind.note)),))] if kind.note else []
    body = Body(
        title=title,
        description=f"{edition.title}：{title}。{lead}",
        lead=lead,
        crumbs=(Inline(words("nav.systems"), to="guidance/"),) if kind.system else (),
        facts=(Fact(words("ui.documents_say"), guides),) if guides else (),
        sections=(*notes, *kind.sections(edition)),
    )
    filters = panel(edition, kind.folder, ids, kind.columns)
    asof = as_of(edition) if kind.folder in UNITS else None
    return Index(f"{kind.folder}/", body, Table(columns, rows), panel=filters, asof=asof)


def category_index(edition: Edition, category: Category, folder: str) -> Index:
    """Return the list of one category: a row per unit, those with unconfirmed place apart."""
    words = edition.words
    confirmed, inferred = _units(edition, category)
    keys = _unit_columns(category)
    table = _unit_table(edition, category, confirmed)
    apart = _unit_table(edition, category, inferred)
    title = words.of(category, "name")
    sections = [*_levels(edition, category)]
    if inferred:
        note = Note(words("msg.inferred"))
        sections.append(Section(APART, words("ui.inferred_heading"), (note, apart)))
    unresolved = _unresolved(edition, category)
    if unresolved:
        sections.append(Section("unresolved", words("ui.unresolved_heading"), (unresolved,)))
    listed = [u for u in confirmed if edition.standing(u, category.id).spell]
    lead = words("ui.counted", n=f"{len(listed)} {category.unit_zh}")
    if len(confirmed) > len(listed):
        lead += f"；{words('ui.noticed_rows', n=len(confirmed) - len(listed))}"
    if inferred:
        lead += f"；{words('ui.inferred_rows', n=len(inferred))}"
    if unresolved:
        lead += f"；{words('ui.unresolved_rows', n=len(unresolved.rows))}"
    body = Body(
        title=title,
        description=f"{edition.title}：{title}。{lead}",
        lead=f"{lead}。",
        sections=tuple(sections),
        checked=_checked(edition, category),
    )
    kind = {"enterprise": "enterprises", "park": "parks", "product": "products"}[category.subject]
    filters = panel(edition, kind, [*confirmed, *inferred], keys, category.id, category.unit_zh)
    return Index(folder, body, table, (apart,) if inferred else (), filters, as_of(edition, category.id))


def _units(edition: Edition, category: Category) -> tuple[list[str], list[str]]:
    found = {
        s.subject for s in edition.ledger.spells if s.scheme.category == category.id and s.begun(edition.on)
    }
    found |= {
        n.subject
        for n in edition.ledger.notices
        if n.scheme.category == category.id and edition.standing(n.subject, category.id).notice
    }
    found.discard("")
    ordered = sorted(found, key=lambda u: (_rank(edition, u, category), edition.alphabetical(u), u))
    apart = {u for u in ordered if grade(edition, u) == "inferred"}
    return [u for u in ordered if u not in apart], [u for u in ordered if u in apart]


def _rank(edition: Edition, unit: str, category: Category) -> int:
    level = edition.standing(unit, category.id).level
    return -LEVELS.index(level) if level else 1


def _unit_columns(category: Category) -> tuple[str, ...]:
    columns = list(_UNIT_COLUMNS)
    if category.subject == "product":
        columns[0:1] = ["ui.product", "ui.model", "ui.enterprise"]
        columns.remove("ui.industry")
    elif category.subject == "park":
        columns.remove("ui.industry")
    return tuple(columns)


def _unit_table(edition: Edition, category: Category, units: list[str]) -> Table:
    rows = tuple(_unit_row(edition, category, unit) for unit in units)
    return Table(tuple(Column(edition.words(c)) for c in _unit_columns(category)), rows)


def _unit_row(edition: Edition, category: Category, unit: str) -> Row:
    words, catalog = edition.words, edition.catalog
    at = edition.standing(unit, category.id)
    held = edition.holding(unit, category.id)
    years = held.years if held else ()
    cells: list[Value] = [(edition.link(unit),)]
    product = catalog.get(Product, unit)
    if product:
        cells += [edition.known(product.model), (edition.link(product.enterprise),)]
    cells += [
        (Inline(words.category("level", at.level)),),
        (edition.status(at.status),),
        unit_place(edition, unit),
    ]
    enterprise = catalog.get(Enterprise, unit)
    if category.subject == "enterprise":
        printed = enterprise.industry_label if enterprise else ""
        has_code = enterprise is not None and enterprise.industry
        cells.append(
            (edition.link(enterprise.industry),) if enterprise and has_code else edition.known(printed)
        )
    cells.append(edition.known("、".join(map(str, years))))
    cells.append(edition.known("→".join(words.category("level", x) for x in at.path)))
    return Row(tuple(cells), unit)


def _levels(edition: Edition, category: Category) -> Iterator[Section]:
    """How many at each level, with the rule of counting."""
    words = edition.words
    rows = []
    for level in reversed(LEVELS):
        if not any(s.level == level for s in edition.catalog.where(Scheme, "category", category.id)):
            continue
        counted = edition.tally(category.id, (level,), edition.on, edition.axis)
        begun = has_begun(edition.catalog, counted.question)
        numbers = (counted.count, len(counted.inferred), counted.unresolved)
        told = rule(edition, counted) if begun else words("onday.before_first", on=edition.on)
        cells: tuple[Value, ...] = (
            (Inline(words.category("level", level)),),
            *((Inline(str(n) if begun else "—"),) for n in numbers),
            (Inline(told, tone="muted"),),
        )
        rows.append(Row(cells, facets={"level": (level,)}))
    if rows:
        names = ("ui.level", "attribution.confirmed", "attribution.inferred", "status.unresolved", "ui.rule")
        numeric = ("attribution.confirmed", "attribution.inferred", "status.unresolved")
        columns = tuple(Column(words(n), numeric=n in numeric) for n in names)
        yield Section(
            "counts",
            words("nav.statistics"),
            (Table(columns, tuple(rows)), axes(edition, (category,))),
            first=True,
        )


def rule(edition: Edition, counted: Tally) -> str:
    """Return in words by which rule a count was made and what it leaves out."""
    words = edition.words
    question = counted.question
    if counted.removals_held_by_name:
        removals = words("ui.rule_removed_all")
    elif counted.removals_published or counted.removed:
        removals = words("ui.rule_removed_some", m=counted.removals_published, n=counted.removed)
    else:
        removals = words("ui.rule_removed_unknown")
    undated = words("ui.rule_undated", n=counted.undated) if counted.undated else ""
    return words(
        "ui.rule_text",
        axis=words(f"axis.{question.axis}"),
        on=question.on,
        inferred=len(counted.inferred),
        unresolved=counted.unresolved,
        undated=undated,
        removals=removals,
    )


def _unresolved(edition: Edition, category: Category) -> Table | None:
    words, catalog = edition.words, edition.catalog
    rows = []
    for row in catalog.all(Recognition).values():
        scheme = catalog.all(Scheme)[catalog.all(OfficialList)[row.list].scheme]
        if (
            not subject_of(row)
            and scheme.category == category.id
            and history.is_past(catalog, row.list, edition.on)
        ):
            cells = (
                (Inline(row.name_as_published),),
                (edition.link(row.list),),
                (edition.status("unresolved"),),
            )
            rows.append(Row(cells, facets={"list": (row.list,)}))
    columns = tuple(Column(words(c)) for c in ("field.name_as_published", "ui.list", "ui.status"))
    return Table(columns, tuple(rows)) if rows else None


def _checked(edition: Edition, category: Category) -> str:
    words, parts = edition.words, []
    for scheme in edition.catalog.where(Scheme, "category", category.id):
        until = edition.reach(scheme.id).checked_until
        parts.append(f"{words.of(scheme, 'name')} {until or words('ui.checked_never')}")
    return "；".join(parts)


def pages(index: Index) -> list[tuple[str, Body]]:
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
            "panel": index.panel,
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
        rows += [[row.id, *("".join(i.text for i in cell) for cell in row.cells)] for row in table.rows]
    return csv_text(rows).encode()
