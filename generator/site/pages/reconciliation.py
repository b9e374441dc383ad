"""The page 数据比对: every published figure beside what the register holds by name at that date."""

from __future__ import annotations

from collections import Counter

from generator.register.reconcile import Comparison, State, is_final
from generator.site.document import Document, Inline, Inlines, Row, RowFilter, Section, Table
from generator.site.sections.figures import figure, state, told_on
from generator.site.site import Site

STATES: tuple[State, ...] = ("equal", "equal_inferred", "incomplete", "different", "not_comparable")
_COLUMNS = (
    "ui.official",
    "ui.date",
    "ui.value",
    "ui.register",
    "ui.status",
    "ui.recon_explained",
    "field.source",
)


def reconciliation(site: Site) -> Document:
    """Return every published figure, its row to be found by its id, to be narrowed by outcome."""
    words = site.words
    compared = site.register.compared.values()
    counts = Counter(c.state for c in compared)
    columns = site.columns(*_COLUMNS, numeric=("ui.value", "ui.register"))
    table = Table(columns, tuple(_row(site, c) for c in compared))
    options = tuple((s, f"{words(f'recon_state.{s}')} {counts[s]}") for s in STATES if counts[s])
    choice = RowFilter("state", words("ui.recon_filter"), words("ui.all_n", n=len(compared)), options)
    lead = words("ui.recon_lead")
    section = Section("figures", words("ui.official"), (choice, table), words("ui.recon_method"))
    return Document(title=words("nav.reconciliation"), description=lead, lead=lead, sections=(section,))


def _row(site: Site, compared: Comparison) -> Row:
    words, claim = site.words, compared.claim
    name = f"{site.area_name(claim.scope)}　{words.of(compared.metric, 'name')}"
    stage = "" if is_final(claim) else words.category("stage", claim.stage)
    cells: tuple[Inlines, ...] = (
        (Inline(name), *((Inline(f"“{claim.quote}”", tone="quote"),) if claim.quote else ())),
        (Inline(told_on(site, claim)), *((Inline(f"　{stage}", tone="muted"),) if stage else ())),
        (Inline(figure(site, claim)),),
        _held(site, compared),
        (Inline(state(site, compared), tone=f"status recon-{compared.state}"),),
        (Inline(claim.explained_by),) if claim.explained_by else (),
        site.source(claim.source),
    )
    return Row(cells, claim.id, anchor=True, state=compared.state)


def _held(site: Site, compared: Comparison) -> Inlines:
    """What the register holds: the number compared with, and by either axis where the two differ."""
    words = site.words
    if compared.held is None:
        return (Inline("—"),)
    parts = [Inline(str(compared.held))]
    if compared.inferred:
        parts.append(Inline(words("ui.and_inferred", n=compared.inferred), tone="quote"))
    if len({counts for _, counts in compared.by_axis}) > 1:
        parts += [
            Inline(
                words(f"ui.on_{axis}", n=counts.rows, m=counts.rows + counts.inferred),
                tone="quote",
            )
            for axis, counts in compared.by_axis
        ]
    return tuple(parts)
