"""The page 数据比对: every published figure beside what the register holds by name at that date."""

from __future__ import annotations

from collections import Counter

from generator.register.reconcile import Comparison, State, is_final
from generator.site.document import Body, Choice, Inline, Row, Section, Table, Value
from generator.site.sections.figures import figure, state, told_on
from generator.site.site import Edition

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


def reconciliation(edition: Edition) -> Body:
    """Return every published figure, its row to be found by its id, to be narrowed by outcome."""
    words = edition.words
    compared = edition.compared.values()
    counts = Counter(c.state for c in compared)
    columns = edition.columns(*_COLUMNS, numeric=("ui.value", "ui.register"))
    table = Table(columns, tuple(_row(edition, c) for c in compared))
    options = tuple((s, f"{words(f'recon_state.{s}')} {counts[s]}") for s in STATES if counts[s])
    choice = Choice("state", words("ui.recon_filter"), words("ui.all_n", n=len(compared)), options)
    lead = words("ui.recon_lead")
    section = Section("figures", words("ui.official"), (choice, table), words("ui.recon_method"))
    return Body(title=words("nav.reconciliation"), description=lead, lead=lead, sections=(section,))


def _row(edition: Edition, compared: Comparison) -> Row:
    words, claim = edition.words, compared.claim
    name = f"{edition.area_name(claim.scope)}　{words.of(compared.metric, 'name')}"
    stage = "" if is_final(claim) else words.category("stage", claim.stage)
    cells: tuple[Value, ...] = (
        (Inline(name), *((Inline(f"“{claim.quote}”", tone="quote"),) if claim.quote else ())),
        (Inline(told_on(edition, claim)), *((Inline(f"　{stage}", tone="muted"),) if stage else ())),
        (Inline(figure(edition, claim)),),
        _held(edition, compared),
        (Inline(state(edition, compared), tone=f"status recon-{compared.state}"),),
        (Inline(claim.explained_by),) if claim.explained_by else (),
        edition.source(claim.source),
    )
    return Row(cells, claim.id, anchor=True, state=compared.state)


def _held(edition: Edition, compared: Comparison) -> Value:
    """What the register holds: the number compared with, and by either axis where the two differ."""
    words = edition.words
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
