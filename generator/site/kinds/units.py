"""Pages of the units that lists name: enterprises, parks, products."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema.records import (
    Category,
    Enterprise,
    OfficialList,
    Park,
    Product,
    Recognition,
    Source,
)
from generator.site.document import Block, Body, Fact, Inline, Note, Section, Timeline, Value
from generator.site.search import exemplar_pool
from generator.site.search.facets import COMPARED
from generator.site.sections import chains, connections, history, sectors
from generator.site.sections.faq import questions
from generator.site.site import Edition


def enterprise(edition: Edition, row: Enterprise) -> Body:
    """Return the page of an enterprise."""
    words = edition.words
    rows = edition.rows_of(row.id)
    facts = (
        edition.fact("field.uscc", row.uscc),
        Fact(words("ui.unit_kind"), (Inline(words.category("unit_kind", row.kind)),)),
        *((edition.linked("ui.parent", row.parent),) if row.parent else ()),
        Fact(words("field.size"), (Inline(words.category("size", row.size)),)),
        _industry(edition, row, rows),
        *sectors.facts_of(edition, row.id),
        place_fact(edition, row.id, rows),
        *((edition.fact("ui.ownership", row.ownership),) if row.ownership else ()),
        *(_website(edition, row.website)),
    )
    held = history.standings(edition, row.id)
    sections = [
        *_history(edition, held, rows, words.of(row, "name")),
        *connections.products(edition, row.id),
        *connections.names(edition, row.id, row.name_zh),
        *connections.relations(edition, row.id),
        *chains.of_unit(edition, row.id),
        *connections.practices(edition, row.id),
        *connections.cases(edition, row.id),
        *connections.more(edition, row.id),
        *questions(edition, row.id),
    ]
    return _unit_page(edition, "enterprise", row, facts, sections, rows, held)


def park(edition: Edition, row: Park) -> Body:
    """Return the page of a park."""
    words = edition.words
    rows = edition.rows_of(row.id)
    facts = (
        edition.fact("ui.park_type", row.type),
        edition.linked("ui.area", row.area),
        edition.fact("ui.managing_body", row.managing_body),
        place_fact(edition, row.id, rows),
        *(_website(edition, row.website)),
    )
    held = history.standings(edition, row.id)
    sections = [
        *_history(edition, held, rows, words.of(row, "name")),
        *connections.names(edition, row.id, row.name_zh),
        *connections.relations(edition, row.id),
        *connections.cases(edition, row.id),
        *connections.more(edition, row.id),
    ]
    return _unit_page(edition, "park", row, facts, sections, rows, held)


def product(edition: Edition, row: Product) -> Body:
    """Return the page of a product."""
    words = edition.words
    rows = edition.rows_of(row.id)
    standard: Value = edition.known(row.standard_as_published)
    if row.standard:
        standard = (edition.link(row.standard, row.standard_as_published),)
    facts = (
        edition.fact("ui.model", row.model),
        edition.linked("ui.enterprise", row.enterprise),
        edition.fact("ui.product_kind", row.kind_zh),
        Fact(words("ui.standard"), standard),
        *((edition.fact("ui.highlight", row.highlight),) if row.highlight else ()),
        place_fact(edition, row.id, rows),
    )
    maker = edition.unit_name(row.enterprise)
    held = history.standings(edition, row.id)
    sections = [
        *_history(edition, held, rows, maker),
        *connections.cases(edition, row.id),
        *connections.more(edition, row.id),
    ]
    return _unit_page(edition, "product", row, facts, sections, rows, held)


def _unit_page(
    edition: Edition,
    kind: str,
    row: Enterprise | Park | Product,
    facts: tuple[Fact, ...],
    sections: list[Section],
    rows: list[Recognition],
    held: history.Standings,
) -> Body:
    words = edition.words
    name = edition.full_name(row.id)
    status = history.status_runs(edition, held)
    told = "".join(part.text for part in status)
    uscc, industry = (row.uscc, row.industry_source) if isinstance(row, Enterprise) else ("", "")
    checked = history.checked_until(edition, held)
    lists = [edition.catalog.all(OfficialList)[r.list].source for r in rows]
    own = [row.source, *(r.source for r in rows), *lists, industry]
    place = edition.place(row.id)
    return Body(
        title=name,
        description=f"{name}：{told}。{words('field.as_of')} {edition.on}。",
        kind=kind,
        id=row.id,
        kind_label=words(f"kind.{kind}"),
        status=status,
        crumbs=(Inline(words(f"nav.{kind}s"), to=f"{kind}s/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([*own, *([place.source] if place else [])]),
        checked=checked,
        slip=history.slip(edition, name, uscc, held, rows) if rows else None,
        compared=f"{kind}s" if f"{kind}s" in COMPARED else "",
        alike=exemplar_pool.address_for(edition, row) if isinstance(row, Enterprise) else "",
    )


def _industry(edition: Edition, row: Enterprise, rows: list[Recognition]) -> Fact:
    if row.industry:
        words, source = edition.words, edition.catalog.get(Source, row.industry_source)
        value = [edition.link(row.industry)]
        if source and source.kind == "own":
            value.append(
                Inline(f"（{words('group_basis.own')}）", to=edition.addresses[source.id], tone="muted")
            )
        return Fact(words("ui.industry"), tuple(value))
    printed = row.industry_label or next(
        (r.industry_as_published for r in rows if r.industry_as_published), ""
    )
    return edition.fact("ui.industry_label", printed)


def _website(edition: Edition, url: str) -> Iterable[Fact]:
    if url:
        yield Fact(edition.words("ui.website"), (Inline(url, url=url),))


def place_fact(edition: Edition, unit: str, rows: list[Recognition]) -> Fact:
    """Return where a unit is, with the grade of that knowledge and what it rests on."""
    words = edition.words
    place = edition.place(unit)
    national_only = any(r.publish == "national_only" for r in rows)
    if place is None or place.grade != "confirmed":
        if place is None and not national_only:
            return edition.fact("ui.place", "")
        regions = "、".join(dict.fromkeys(r.region_as_published for r in rows if r.region_as_published))
        shown = f"{regions}（{words('ui.place_region')}）" if regions else words("ui.unknown")
        grade = Inline(words("attribution.inferred"), tone="status status-inferred")
        return Fact(words("ui.place"), (Inline(shown), grade), words("msg.inferred"))
    grade = Inline(words("attribution.confirmed"), tone="status status-confirmed")
    basis = f"{words('ui.place_basis')}：{place.basis}" if place.basis else ""
    return Fact(words("ui.place"), (edition.link(place.area), grade), basis)


def _history(
    edition: Edition, held: history.Standings, rows: list[Recognition], name: str
) -> Iterable[Section]:
    words = edition.words
    if not rows:
        return
    blocks: list[Block] = [Timeline(history.moments(edition, rows, name))]
    for _category, at in held:
        if at.status in ("listed_unverified", "publicity_open"):
            until = str(at.checked_until) if at.checked_until else words("ui.checked_never")
            blocks.append(Note(words("msg.status_limit", date=until)))
            break
    closed = [c for c, at in held if at.spell and c.valid_to]
    blocks += [Note(words("ui.category_closed_note", d=c.valid_to)) for c in closed if _is_over(edition, c)]
    yield Section("history", words("ui.timeline"), tuple(blocks), words("ui.timeline_lead"))


def _is_over(edition: Edition, category: Category) -> bool:
    return category.valid_to is not None and category.valid_to.last < edition.on
