"""The page 关联图谱, and the part of a unit's page that shows what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from generator.artifacts import Artifact
from generator.csvlines import csv_text
from generator.insight.chains import Edge, Relation
from generator.records import ChainPractice, Enterprise
from generator.rendering.chain_drawing import Knot, draw
from generator.rendering.edition import Edition
from generator.rendering.view import (
    MAX_ROWS,
    Block,
    Body,
    Column,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Table,
    Value,
)

SYSTEMS = ("purchasing", "production", "marketing", "recycling", "logistics")
_RELATIONS: tuple[Relation, ...] = ("supplies", "in", "makes")
CSV = "chains/chains.csv"
_MOST_DRAWN = 24
_MOST_LINES = 16
_KINDS = {"parks": 0, "enterprises": 1, "products": 2}
_COLUMNS = ("ui.relation", "ui.chain_from", "ui.chain_to", "ui.note", "field.source")


def chains(edition: Edition) -> Body:
    """Return every chain: demonstrators with their five systems, the chains drawn, relations as tables."""
    words = edition.words
    found = sorted(edition.chains.components(), key=lambda edges: (-_weight(edition, edges), edges[0].start))
    sections = [
        Section("systems", words("ui.five_systems"), _systems(edition), words("ui.five_systems_lead"))
    ]
    for edges in found[:_MOST_DRAWN]:
        middle = _middle(edition, edges)
        drawing = Prose(_drawn(edition, edges, middle))
        sections.append(
            Section(f"chain-{middle}", edition.full_name(middle), (drawing, _twin(edition, edges)))
        )
    rest = [edge for edges in found[_MOST_DRAWN:] for edge in edges]
    if rest:
        cut = (Note(words("ui.first_rows", n=MAX_ROWS, m=len(rest))),) if len(rest) > MAX_ROWS else ()
        sections.append(
            Section("others", words("ui.chains_others"), (_table(edition, rest[:MAX_ROWS]), *cut))
        )
    lead = words("ui.chains_lead")
    return Body(title=words("nav.relations"), description=lead, lead=lead, sections=tuple(sections), csv=CSV)


def of_unit(edition: Edition, unit: str) -> Iterable[Section]:
    """Yield what belongs to one unit: its own relations drawn, and the same as a table."""
    edges = edition.chains.by_unit.get(unit, ())
    if not edges:
        return
    words = edition.words
    blocks = (Prose(_drawn(edition, edges, unit)), _twin(edition, edges[:MAX_ROWS]))
    yield Section("chain", words("ui.chain_of"), blocks, words("ui.chain_of_lead"))


def files(edition: Edition) -> Iterator[Artifact]:
    """Yield every relation as CSV, by ids and names; nothing where there is none."""
    if not edition.chains.edges:
        return
    words = edition.words
    rows = [("relation", "from", "from_name", "to", "to_name", "item", "published_by", "source")]
    for e in edition.chains.edges:
        names = edition.full_name(e.start), edition.full_name(e.end)
        told = words(f"chain.{e.relation}")
        rows.append((told, e.start, names[0], e.end, names[1], e.item, e.published_by, e.source))
    yield Artifact(CSV, csv_text(rows).encode())


def _weight(edition: Edition, edges: Sequence[Edge]) -> int:
    """How much a chain has to show: supplies between firms and demonstrators before numbers of products."""
    units = {u for e in edges for u in (e.start, e.end)}
    demonstrators = sum(1 for u in units if _leads(edition, u))
    return 100 * demonstrators + 10 * sum(e.relation != "makes" for e in edges) + len(edges)


def _leads(edition: Edition, unit: str) -> bool:
    return "supply-chain" in edition.named.get(unit, ())


def _middle(edition: Edition, edges: Sequence[Edge]) -> str:
    """The unit a chain is called by: a demonstrator if there is one, else the one with most relations."""
    units = dict.fromkeys(u for e in edges for u in (e.start, e.end))
    firms = edition.catalog.all(Enterprise)
    return max(units, key=lambda u: (_leads(edition, u), u in firms, len(edition.chains.by_unit[u]), u))


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


def _systems(edition: Edition) -> tuple[Block, ...]:
    """What each demonstrator does in the five systems; where nothing was found, that is said."""
    words, catalog = edition.words, edition.catalog
    units = dict.fromkeys(p.enterprise for p in catalog.all(ChainPractice).values())
    units |= {u: None for u in catalog.all(Enterprise) if _leads(edition, u)}
    if not units:
        return (Note(words("ui.no_demonstrators")),)
    columns = (Column(words("ui.enterprise")), *(Column(words(f"chain_system.{s}")) for s in SYSTEMS))
    rows = []
    for unit in units:
        practices = catalog.where(ChainPractice, "enterprise", unit)
        told = (tuple(_practices(edition, practices, system)) for system in SYSTEMS)
        rows.append(Row((_unit(edition, unit), *told), unit))
    return (Table(columns, tuple(rows)),)


def _practices(edition: Edition, practices: Iterable[ChainPractice], system: str) -> Iterator[Inline]:
    found = [p for p in practices if p.system == system]
    for number, practice in enumerate(found):
        told = edition.words.of(practice, "practice")
        effect = f"（{practice.metric_zh}）" if practice.metric_zh else ""
        yield Inline(f"{'；' if number else ''}{told}{effect}")
    if not found:
        yield Inline(edition.words("ui.unknown"), tone="unknown")
