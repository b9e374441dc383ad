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
from generator.site.document import Block, Document, Fact, Inline, Inlines, Note, Section, Timeline
from generator.site.search import exemplar_pool
from generator.site.search.facets import COMPARED
from generator.site.sections import chains, connections, history, sectors
from generator.site.sections.faq import questions
from generator.site.site import Site


def enterprise(site: Site, row: Enterprise) -> Document:
    """Return the page of an enterprise."""
    words = site.words
    rows = site.register.units.rows_of(row.id)
    facts = (
        site.fact("field.uscc", row.uscc),
        Fact(words("ui.unit_kind"), (Inline(words.category("unit_kind", row.kind)),)),
        *((site.linked("ui.parent", row.parent),) if row.parent else ()),
        Fact(words("field.size"), (Inline(words.category("size", row.size)),)),
        _industry(site, row, rows),
        *sectors.facts_of(site, row.id),
        place_fact(site, row.id, rows),
        *((site.fact("ui.ownership", row.ownership),) if row.ownership else ()),
        *(_website(site, row.website)),
    )
    held = history.standings(site, row.id)
    sections = [
        *_history(site, held, rows, words.of(row, "name")),
        *connections.products(site, row.id),
        *connections.names(site, row.id, row.name_zh),
        *connections.relations(site, row.id),
        *chains.of_unit(site, row.id),
        *connections.practices(site, row.id),
        *connections.cases(site, row.id),
        *connections.more(site, row.id),
        *questions(site, row.id),
    ]
    return _unit_page(site, "enterprise", row, facts, sections, rows, held)


def park(site: Site, row: Park) -> Document:
    """Return the page of a park."""
    words = site.words
    rows = site.register.units.rows_of(row.id)
    facts = (
        site.fact("ui.park_type", row.type),
        site.linked("ui.area", row.area),
        site.fact("ui.managing_body", row.managing_body),
        place_fact(site, row.id, rows),
        *(_website(site, row.website)),
    )
    held = history.standings(site, row.id)
    sections = [
        *_history(site, held, rows, words.of(row, "name")),
        *connections.names(site, row.id, row.name_zh),
        *connections.relations(site, row.id),
        *connections.cases(site, row.id),
        *connections.more(site, row.id),
    ]
    return _unit_page(site, "park", row, facts, sections, rows, held)


def product(site: Site, row: Product) -> Document:
    """Return the page of a product."""
    words = site.words
    rows = site.register.units.rows_of(row.id)
    standard: Inlines = site.known(row.standard_as_published)
    if row.standard:
        standard = (site.link(row.standard, row.standard_as_published),)
    facts = (
        site.fact("ui.model", row.model),
        site.linked("ui.enterprise", row.enterprise),
        site.fact("ui.product_kind", row.kind_zh),
        Fact(words("ui.standard"), standard),
        *((site.fact("ui.highlight", row.highlight),) if row.highlight else ()),
        place_fact(site, row.id, rows),
    )
    maker = site.unit_name(row.enterprise)
    held = history.standings(site, row.id)
    sections = [
        *_history(site, held, rows, maker),
        *connections.cases(site, row.id),
        *connections.more(site, row.id),
    ]
    return _unit_page(site, "product", row, facts, sections, rows, held)


def _unit_page(
    site: Site,
    kind: str,
    row: Enterprise | Park | Product,
    facts: tuple[Fact, ...],
    sections: list[Section],
    rows: list[Recognition],
    held: history.Standings,
) -> Document:
    words = site.words
    name = site.full_name(row.id)
    status = history.status_runs(site, held)
    told = "".join(part.text for part in status)
    uscc, industry = (row.uscc, row.industry_source) if isinstance(row, Enterprise) else ("", "")
    checked = history.checked_until(site, held)
    lists = [site.catalog.rows(OfficialList)[r.list].source for r in rows]
    own = [row.source, *(r.source for r in rows), *lists, industry]
    place = site.register.units.place(row.id)
    return Document(
        title=name,
        description=f"{name}：{told}。{words('field.as_of')} {site.as_of}。",
        kind=kind,
        id=row.id,
        kind_label=words(f"kind.{kind}"),
        status=status,
        crumbs=(Inline(words(f"nav.{kind}s"), to=f"{kind}s/"),),
        facts=facts,
        sections=tuple(sections),
        sources=site.sources([*own, *([place.source] if place else [])]),
        checked=checked,
        slip=history.slip(site, name, uscc, held, rows) if rows else None,
        compared=f"{kind}s" if f"{kind}s" in COMPARED else "",
        alike=exemplar_pool.address_for(site, row) if isinstance(row, Enterprise) else "",
    )


def _industry(site: Site, row: Enterprise, rows: list[Recognition]) -> Fact:
    if row.industry:
        words, source = site.words, site.catalog.row(Source, row.industry_source)
        value = [site.link(row.industry)]
        if source and source.kind == "own":
            value.append(
                Inline(f"（{words('group_basis.own')}）", to=site.addresses[source.id], tone="muted")
            )
        return Fact(words("ui.industry"), tuple(value))
    printed = row.industry_label or next(
        (r.industry_as_published for r in rows if r.industry_as_published), ""
    )
    return site.fact("ui.industry_label", printed)


def _website(site: Site, url: str) -> Iterable[Fact]:
    if url:
        yield Fact(site.words("ui.website"), (Inline(url, url=url),))


def place_fact(site: Site, unit: str, rows: list[Recognition]) -> Fact:
    """Return where a unit is, with the grade of that knowledge and what it rests on."""
    words = site.words
    place = site.register.units.place(unit)
    national_only = any(r.publish == "national_only" for r in rows)
    if place is None or place.grade != "confirmed":
        if place is None and not national_only:
            return site.fact("ui.place", "")
        regions = "、".join(dict.fromkeys(r.region_as_published for r in rows if r.region_as_published))
        shown = f"{regions}（{words('ui.place_region')}）" if regions else words("ui.unknown")
        grade = Inline(words("attribution.inferred"), tone="status status-inferred")
        return Fact(words("ui.place"), (Inline(shown), grade), words("msg.inferred"))
    grade = Inline(words("attribution.confirmed"), tone="status status-confirmed")
    basis = f"{words('ui.place_basis')}：{place.basis}" if place.basis else ""
    return Fact(words("ui.place"), (site.link(place.area), grade), basis)


def _history(site: Site, held: history.Standings, rows: list[Recognition], name: str) -> Iterable[Section]:
    words = site.words
    if not rows:
        return
    blocks: list[Block] = [Timeline(history.moments(site, rows, name))]
    for _category, at in held:
        if at.status in ("listed_unverified", "publicity_open"):
            until = str(at.checked_until) if at.checked_until else words("ui.checked_never")
            blocks.append(Note(words("msg.status_limit", date=until)))
            break
    closed = [c for c, at in held if at.spell and c.valid_to]
    blocks += [Note(words("ui.category_closed_note", d=c.valid_to)) for c in closed if _is_over(site, c)]
    yield Section("history", words("ui.timeline"), tuple(blocks), words("ui.timeline_lead"))


def _is_over(site: Site, category: Category) -> bool:
    return category.valid_to is not None and category.valid_to.last < site.as_of
