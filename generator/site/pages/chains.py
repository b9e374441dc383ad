"""The page 关联图谱, and the part of a unit's page that shows what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.register.chains import Edge
from generator.schema.records import ChainPractice, Enterprise
from generator.site.document import (
    MAX_ROWS,
    Block,
    Column,
    Document,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Table,
)
from generator.site.sections.chains import (
    _drawn,
    _leads,
    _table,
    _twin,
    _unit,
)
from generator.site.site import Site

SYSTEMS = ("purchasing", "production", "marketing", "recycling", "logistics")
CSV = "chains/chains.csv"
_MOST_DRAWN = 24


def chains(site: Site) -> Document:
    """Return every chain: demonstrators with their five systems, the chains drawn, relations as tables."""
    words = site.words
    found = sorted(
        site.register.chains.components(), key=lambda edges: (-_weight(site, edges), edges[0].start)
    )
    sections = [Section("systems", words("ui.five_systems"), _systems(site), words("ui.five_systems_lead"))]
    for edges in found[:_MOST_DRAWN]:
        middle = _middle(site, edges)
        drawing = Prose(_drawn(site, edges, middle))
        sections.append(Section(f"chain-{middle}", site.full_name(middle), (drawing, _twin(site, edges))))
    rest = [edge for edges in found[_MOST_DRAWN:] for edge in edges]
    if rest:
        cut = (Note(words("ui.first_rows", n=MAX_ROWS, m=len(rest))),) if len(rest) > MAX_ROWS else ()
        sections.append(Section("others", words("ui.chains_others"), (_table(site, rest[:MAX_ROWS]), *cut)))
    lead = words("ui.chains_lead")
    return Document(
        title=words("nav.relations"), description=lead, lead=lead, sections=tuple(sections), csv=CSV
    )


def _weight(site: Site, edges: Sequence[Edge]) -> int:
    """How much a chain has to show: supplies between firms and demonstrators before numbers of products."""
    units = {u for e in edges for u in (e.start, e.end)}
    demonstrators = sum(1 for u in units if _leads(site, u))
    return 100 * demonstrators + 10 * sum(e.relation != "makes" for e in edges) + len(edges)


def _middle(site: Site, edges: Sequence[Edge]) -> str:
    """The unit a chain is called by: a demonstrator if there is one, else the one with most relations."""
    units = dict.fromkeys(u for e in edges for u in (e.start, e.end))
    firms = site.catalog.rows(Enterprise)
    return max(units, key=lambda u: (_leads(site, u), u in firms, len(site.register.chains.by_unit[u]), u))


def _systems(site: Site) -> tuple[Block, ...]:
    """What each demonstrator does in the five systems; where nothing was found, that is said."""
    words, catalog = site.words, site.catalog
    units = dict.fromkeys(p.enterprise for p in catalog.rows(ChainPractice).values())
    units |= {u: None for u in catalog.rows(Enterprise) if _leads(site, u)}
    if not units:
        return (Note(words("ui.no_demonstrators")),)
    columns = (Column(words("ui.enterprise")), *(Column(words(f"chain_system.{s}")) for s in SYSTEMS))
    rows = []
    for unit in units:
        practices = catalog.where(ChainPractice, "enterprise", unit)
        told = (tuple(_practices(site, practices, system)) for system in SYSTEMS)
        rows.append(Row((_unit(site, unit), *told), unit))
    return (Table(columns, tuple(rows)),)


def _practices(site: Site, practices: Iterable[ChainPractice], system: str) -> Iterator[Inline]:
    found = [p for p in practices if p.system == system]
    for number, practice in enumerate(found):
        told = site.words.of(practice, "practice")
        effect = f"（{practice.metric_zh}）" if practice.metric_zh else ""
        yield Inline(f"{'；' if number else ''}{told}{effect}")
    if not found:
        yield Inline(site.words("ui.unknown"), tone="unknown")
