"""Relations of a chain as a drawing and as a table, for the page of chains and for units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from generator.register.chains import Edge, Relation
from generator.site.document import (
    MAX_ROWS,
    Inline,
    Prose,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.sections.chain_drawing import Knot, draw
from generator.site.site import Edition

_RELATIONS: tuple[Relation, ...] = ("supplies", "in", "makes")


_MOST_LINES = 16


_KINDS = {"parks": 0, "enterprises": 1, "products": 2}


_COLUMNS = ("ui.relation", "ui.chain_from", "ui.chain_to", "ui.note", "field.source")


def of_unit(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield what belongs to one unit: its own relations drawn, and the same as a table."""
    edges = edition.chains.by_unit.get(unit, ())
    if not edges:
        return
    words = edition.words
    blocks = (Prose(_drawn(edition, edges, unit)), _twin(edition, edges[:MAX_ROWS]))
    yield Section("chain", words("ui.chain_of"), blocks, words("ui.chain_of_lead"))


def _leads(edition: Edition, unit: str) -> bool:
    return "supply-chain" in edition.named.get(unit, ())


def _drawn(edition: Edition, edges: Sequence[Edge], middle: str) -> Markup:
    units = dict.fromkeys([middle, *(u for e in edges for u in (e.start, e.end))])
    knots = [_knot(edition, unit, middle) for unit in _ordered(edition, units, middle)[:_MOST_LINES]]
    legend = {r: edition.words(f"chain.{r}") for r in _RELATIONS}
    return draw(knots, edges, legend)


def _ordered(edition: Edition, units: Iterable[str], middle: str) -> list[str]:
    """Parks, then firms, then products; the unit in the middle before others of its kind."""
    place = {u: (_KINDS[edition.catalog.table_of(u)], u != middle) for u in units}
    return sorted(place, key=lambda u: place[u])


def _knot(edition: Edition, unit: str, middle: str) -> Knot:
    return Knot(unit, edition.full_name(unit), unit == middle or _leads(edition, unit))


def _table(edition: Edition, edges: Sequence[Edge]) -> Table:
    words = edition.words
    rows = []
    for edge in edges:
        note: Value = ()
        if edge.relation == "supplies":
            by = words("ui.published_by", name=edition.name(edge.published_by))
            note = (Inline(f"{edge.item}　" if edge.item else ""), Inline(by, tone="muted"))
        cells: tuple[Value, ...] = (
            (Inline(words(f"chain.{edge.relation}")),),
            _unit(edition, edge.start),
            (edition.link(edge.end, edition.full_name(edge.end)),),
            note,
            edition.source(edge.source),
        )
        rows.append(Row(cells))
    return Table(edition.columns(*_COLUMNS), tuple(rows))


def _twin(edition: Edition, edges: Sequence[Edge]) -> Table:
    """The table beside a drawing that shows the same relations."""
    return replace(_table(edition, edges), twin_of=edition.words("ui.chart_table"))


def _unit(edition: Edition, unit: str) -> Value:
    """A link to a unit, marked where its place is not confirmed."""
    place = edition.place(unit)
    if place is None or place.grade == "confirmed":
        return (edition.link(unit),)
    tag = Inline(edition.words("attribution.inferred"), tone="status status-inferred")
    return (edition.link(unit), tag)
