"""节能监管: programmes, what was published of them, counts where names may not be told, aims of energy.

Never a ranking, no list in the order of a result, and search engines are asked to stay away.
"""

from __future__ import annotations

from generator.catalog.public_view import SupervisionCount
from generator.formats.dates import PartialDate
from generator.schema.records import Claim, Metric, Programme, SupervisionEntry, Target
from generator.site.document import (
    Block,
    Document,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.sections.figures import figure, told_on
from generator.site.sections.system_counts import SUPERVISING, is_aim
from generator.site.sections.systems import guides_to
from generator.site.site import Site


def supervision(site: Site) -> Document:
    """Return the page of supervision."""
    words = site.words
    programmes = site.catalog.rows(Programme).values()
    supervising = [p for p in programmes if p.kind in SUPERVISING]
    others = [p for p in programmes if p.kind not in SUPERVISING]
    sections = [
        *_programmes(site, "supervision", supervising),
        *_programmes(site, "programmes", others),
        *_entries(site),
        *_counts(site),
        *_aims(site),
    ]
    lead = words("ui.supervision_lead")
    return Document(
        title=words("nav.supervision"),
        description=lead,
        lead=lead,
        crumbs=(Inline(words("nav.systems"), to="guidance/"),),
        sections=tuple(sections),
        sources=site.sources(p.source for p in programmes),
        indexed=False,
    )


def _programmes(site: Site, system: str, rows: list[Programme]) -> list[Section]:
    """What the documents say is done, in the order of the data; the sources only where they differ."""
    if not rows:
        return []
    words = site.words
    several = len({p.source for p in rows}) > 1
    found = tuple(
        Row(
            (
                _named(site, p),
                site.known(p.description_zh),
                *((site.source(p.source),) if several else ()),
            ),
            p.id,
            anchor=True,
        )
        for p in rows
    )
    names = ("ui.name", "ui.documents_say", *(("field.source",) if several else ()))
    blocks: list[Block] = [Table(site.columns(*names), found)]
    guides = guides_to(site, system)
    if guides:
        blocks.append(Facts((Fact(words("ui.more"), guides),)))
    title = words(f"system.{system}")
    return [Section(f"system-{system}", title, tuple(blocks), words(f"system_text.{system}"))]


def _named(site: Site, programme: Programme) -> Inlines:
    """Its name, and what kind of programme it is where the name does not say so."""
    words = site.words
    name, kind = words.of(programme, "name"), words.category("programme", programme.kind)
    return (Inline(name), *((Inline(f"　{kind}", tone="muted"),) if kind not in name else ()))


def _entries(site: Site) -> list[Section]:
    """Published entries, programme by programme; in each by the unit's name, then by year."""
    words, catalog = site.words, site.catalog
    rows = [
        _entry(site, e)
        for programme in catalog.rows(Programme)
        for e in sorted(
            catalog.where(SupervisionEntry, "programme", programme),
            key=lambda e: (site.alphabetical(e.subject or e.project), e.year, e.id),
        )
    ]
    names = ("ui.entry_subject", "ui.programme", "ui.year", "ui.entry_result", "ui.public_until")
    columns = site.columns(*names, "ui.entry_basis")
    blocks: list[Block] = [Table(columns, tuple(rows))] if rows else []
    blocks.append(Note(words("msg.supervision") if rows else words("ui.supervision_none")))
    return [Section("entries", words("ui.entries_of"), tuple(blocks), words("ui.entries_lead"))]


def _entry(site: Site, row: SupervisionEntry) -> Row:
    subject: list[Inline] = [site.link(row.subject)] if row.subject else []
    if row.project:
        subject.append(Inline(f"　{row.project}" if subject else row.project))
    told = "：".join(x for x in (row.state, row.result) if x)
    cells: tuple[Inlines, ...] = (
        subject or site.known(""),
        (Inline(site.name(row.programme)),),
        (Inline(str(row.year)),),
        (Inline(told),),
        _until(site, row.public_until),
        site.source(row.basis_document),
    )
    return Row(cells, row.id, anchor=True)


def _until(site: Site, when: PartialDate | None) -> Inlines:
    return (Inline(str(when) if when else site.words("ui.public_until_none")),)


def _counts(site: Site) -> list[Section]:
    """Counts of what may be told in aggregate only."""
    words = site.words
    counts = site.catalog.supervised
    if not counts:
        return []
    rows = tuple(_count(site, c) for c in counts)
    names = ("ui.programme", "ui.year", "ui.entry_result", "ui.count")
    columns = site.columns(*names, numeric=("ui.count",))
    blocks = (Table(columns, rows), Note(words("msg.suppressed")))
    return [Section("aggregate", words("ui.aggregate"), blocks, words("ui.aggregate_lead"))]


def _count(site: Site, count: SupervisionCount) -> Row:
    words = site.words
    suppressed = Inline(words("ui.suppressed"), tone="unknown")
    cells: tuple[Inlines, ...] = (
        (Inline(site.name(count.programme), to=f"supervision/#{count.programme}"),),
        (Inline(str(count.year)),),
        (Inline(count.result or words("ui.other_results")),),
        (suppressed if count.count is None else Inline(str(count.count)),),
    )
    return Row(cells)


def _aims(site: Site) -> list[Section]:
    """Targets for energy and resources of the whole area, and the figures published of them."""
    words, catalog = site.words, site.catalog
    metrics = catalog.rows(Metric)
    targets = [t for t in catalog.rows(Target).values() if is_aim(metrics[t.metric])]
    claims = [c for c in catalog.rows(Claim).values() if is_aim(metrics[c.metric])]
    rows = [_aim(site, t, f"targets/#{t.id}", _span(site, t), _promised(site, t)) for t in targets]
    rows += [_aim(site, c, f"reconciliation/#{c.id}", told_on(site, c), words("ui.official")) for c in claims]
    if not rows:
        return []
    names = ("ui.name", "ui.area", "ui.period", "ui.value", "ui.nature")
    columns = site.columns(*names, numeric=("ui.value",))
    return [
        Section("aims", words("ui.energy_aims"), (Table(columns, tuple(rows)),), words("ui.energy_aims_lead"))
    ]


def _aim(site: Site, row: Claim | Target, to: str, when: str, nature: str) -> Row:
    name = site.words.of(site.catalog.rows(Metric)[row.metric], "name")
    cells: tuple[Inlines, ...] = (
        (Inline(name, to=to),),
        (Inline(site.area_name(row.scope)),),
        (Inline(when),),
        (Inline(figure(site, row)),),
        (Inline(nature),),
    )
    return Row(cells)


def _promised(site: Site, target: Target) -> str:
    return f"{site.words('ui.targets')}（{site.words.category('target', target.commitment)}）"


def _span(site: Site, target: Target) -> str:
    """The years a target is for: those after its base year up to its own."""
    if target.base_year is None or target.year is None:
        return str(target.year or site.words("ui.unknown"))
    return site.words("ui.at_period", a=target.base_year + 1, b=target.year)
