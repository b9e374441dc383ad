"""Relations of a chain as a drawing and as a table, for the page of chains and for units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from generator.register.chains import Edge, Relation
from generator.site.document import (
    MAX_ROWS,
    Inline,
    Inlines,
    Prose,
    Row,
    Section,
    Table,
)
from generator.site.sections.chain_drawing import Node, draw
from generator.site.site import Site

_RELATIONS: tuple[Relation, ...] = ("supplies", "in", "makes")


_MOST_LINES = 16


_KINDS = {"parks": 0, "enterprises": 1, "products": 2}


_COLUMNS = ("ui.relation", "ui.chain_from", "ui.chain_to", "ui.note", "field.source")


def of_unit(site: Site, unit: str) -> Iterable[Section]:
    """Yield what belongs to one unit: its own relations drawn, and the same as a table."""
    edges = site.register.chains.by_unit.get(unit, ())
    if not edges:
        return
    words = site.words
    blocks = (Prose(_drawn(site, edges, unit)), _twin(site, edges[:MAX_ROWS]))
    yield Section("chain", words("ui.chain_of"), blocks, words("ui.chain_of_lead"))


def _leads(site: Site, unit: str) -> bool:
    return "supply-chain" in site.register.named.get(unit, ())


def _drawn(site: Site, edges: Sequence[Edge], middle: str) -> Markup:
    units = dict.fromkeys([middle, *(u for e in edges for u in (e.start, e.end))])
    knots = [_knot(site, unit, middle) for unit in _ordered(site, units, middle)[:_MOST_LINES]]
    legend = {r: site.words(f"chain.{r}") for r in _RELATIONS}
    return draw(knots, edges, legend)


def _ordered(site: Site, units: Iterable[str], middle: str) -> list[str]:
    """Parks, then firms, then products; the unit in the middle before others of its kind."""
    place = {u: (_KINDS[site.catalog.table_of(u)], u != middle) for u in units}
    return sorted(place, key=lambda u: place[u])


def _knot(site: Site, unit: str, middle: str) -> Node:
    return Node(unit, site.full_name(unit), unit == middle or _leads(site, unit))


def _table(site: Site, edges: Sequence[Edge]) -> Table:
    words = site.words
    rows = []
    for edge in edges:
        note: Inlines = ()
        if edge.relation == "supplies":
            by = words("ui.published_by", name=site.name(edge.published_by))
            note = (Inline(f"{edge.item}　" if edge.item else ""), Inline(by, tone="muted"))
        cells: tuple[Inlines, ...] = (
            (Inline(words(f"chain.{edge.relation}")),),
            _unit(site, edge.start),
            (site.link(edge.end, site.full_name(edge.end)),),
            note,
            site.source(edge.source),
        )
        rows.append(Row(cells))
    return Table(site.columns(*_COLUMNS), tuple(rows))


def _twin(site: Site, edges: Sequence[Edge]) -> Table:
    """The table beside a drawing that shows the same relations."""
    return replace(_table(site, edges), twin_of=site.words("ui.chart_table"))


def _unit(site: Site, unit: str) -> Inlines:
    """A link to a unit, marked where its place is not confirmed."""
    place = site.register.units.place(unit)
    if place is None or place.grade == "confirmed":
        return (site.link(unit),)
    tag = Inline(site.words("attribution.inferred"), tone="status status-inferred")
    return (site.link(unit), tag)
