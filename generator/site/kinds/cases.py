"""Pages of case studies: the facts of the front matter beside the prose; payback and changes are computed."""

from __future__ import annotations

from generator.catalog.catalog import Case, CaseMetric
from generator.site import prose
from generator.site.document import (
    Block,
    Body,
    Fact,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.search import exemplar_pool
from generator.site.sections import history, technologies
from generator.site.sections.case_values import _change, _claimed, investment, payback
from generator.site.sections.figures import amount
from generator.site.site import Edition


def case(edition: Edition, row: Case) -> Body:
    """Return the page of a case, laid out for one sheet of paper."""
    words = edition.words
    resolve = prose.resolver(edition.addresses, "../../", row.pictures)
    sections = [
        *_figures(edition, row),
        Section("text", words("ui.case_text"), (Prose(prose.to_markup(row.body, resolve, row.pictures)),)),
        *technologies.of_case(edition, row),
    ]
    return Body(
        title=row.title,
        description=f"{row.title}：{'、'.join(m.what for m in row.measures)}",
        kind="case",
        id=row.id,
        kind_label=words("kind.case"),
        crumbs=(Inline(words("nav.cases"), to="cases/"),),
        facts=_facts(edition, row),
        sections=tuple(sections),
        sources=edition.sources([*row.sources, *(m.source for m in row.metrics)]),
        compared="cases",
        sheet=True,
        alike=_alike(edition, row),
    )


def _alike(edition: Edition, row: Case) -> str:
    """The address that looks for units of the case's industry that did the first thing it tells of."""
    improve = row.measures[0].kind if row.measures else ""
    return (
        exemplar_pool.address(industry=row.industry, improve=improve)
        if exemplar_pool.is_held(edition)
        else ""
    )


def _facts(edition: Edition, row: Case) -> tuple[Fact, ...]:
    words = edition.words
    unit: Value = (Inline(row.unit_name),)
    note = "" if row.subject else words("ui.unit_not_held")
    if row.subject:
        unit = (edition.link(row.subject, row.unit_name),)
    measures = "；".join(f"{words.category('measure_kind', m.kind)}：{m.what}" for m in row.measures)
    standing = (Fact(words("ui.status"), history.status_value(edition, row.subject)),) if row.subject else ()
    return (
        Fact(words("ui.slip_unit"), unit, note),
        *standing,
        edition.linked("ui.area", row.area),
        edition.linked("ui.industry", row.industry),
        edition.fact("ui.measures_of", measures),
        Fact(words("ui.investment"), investment(edition, row)),
        Fact(words("ui.payback"), payback(edition, row), words("ui.payback_note")),
        edition.fact("ui.limits", row.limits),
        edition.fact("ui.applies_to", row.applies_to),
        edition.fact("field.published", row.published),
    )


def _figures(edition: Edition, row: Case) -> list[Section]:
    words = edition.words
    if not row.metrics:
        return []
    names = (
        "ui.name",
        "ui.value",
        "ui.unit",
        "ui.baseline_year",
        "ui.baseline",
        "ui.against_baseline",
        "ui.method_field",
        "ui.basis",
        "field.source",
    )
    numeric = ("ui.value", "ui.baseline_year", "ui.baseline", "ui.against_baseline")
    table = Table(
        edition.columns(*names, numeric=numeric),
        tuple(_metric(edition, m) for m in row.metrics),
    )
    blocks: list[Block] = [table]
    if any(m.claimed for m in row.metrics):
        blocks.append(Note(words("ui.case_claimed_note")))
    return [Section("figures", words("ui.case_figures"), tuple(blocks))]


def _metric(edition: Edition, metric: CaseMetric) -> Row:
    words = edition.words
    cells: tuple[Value, ...] = (
        (Inline(metric.name), *_claimed(edition, metric)),
        (Inline(amount(edition, metric.operator, f"{metric.value:,}")),),
        (Inline(metric.unit),),
        edition.known(metric.baseline_year),
        edition.known("" if metric.baseline_value is None else f"{metric.baseline_value:,}"),
        _change(edition, metric),
        edition.known(metric.method),
        (Inline(words.category("basis", metric.basis)),),
        edition.source(metric.source) if metric.source else edition.known(""),
    )
    return Row(cells)
