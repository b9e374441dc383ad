"""Pages of case studies: the facts of the front matter beside the prose, payback and ratios computed."""

from __future__ import annotations

from generator.model import Case, CaseMetric
from generator.rendering import prose, technology_pages
from generator.rendering.edition import Edition
from generator.rendering.view import (
    Block,
    Body,
    Column,
    Fact,
    Inline,
    Note,
    Prose,
    Row,
    Section,
    Table,
    Value,
)


def case(edition: Edition, row: Case) -> Body:
    """Return the page of a case."""
    words = edition.words
    sections = [
        *_figures(edition, row),
        Section(
            "text",
            words("ui.case_text"),
            (Prose(prose.to_markup(row.body, prose.resolver(edition.addresses, "../../"))),),
        ),
        *technology_pages.of_case(edition, row),
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
    )


def _facts(edition: Edition, row: Case) -> tuple[Fact, ...]:
    words = edition.words
    unit: Value = (Inline(row.unit_name),)
    note = "" if row.subject else words("ui.unit_not_held")
    if row.subject:
        unit = (edition.link(row.subject, row.unit_name),)
    investment = (
        amount(edition, row.investment_operator, str(row.investment)) if row.investment is not None else ""
    )
    measures = "；".join(f"{words.category('measure_kind', m.kind)}：{m.what}" for m in row.measures)
    payback = row.payback_years
    shown = str(payback) if payback is not None else ""
    return (
        Fact(words("ui.slip_unit"), unit, note),
        edition.linked("ui.area", row.area),
        edition.linked("ui.industry", row.industry),
        edition.fact("ui.measures_of", measures),
        edition.fact("ui.investment", investment),
        Fact(
            words("ui.payback"),
            (Inline(shown),) if shown else (Inline(words("ui.not_computable"), tone="unknown"),),
            words("ui.payback_note"),
        ),
        edition.fact("ui.limits", row.limits),
        edition.fact("ui.applies_to", row.applies_to),
        edition.fact("field.published", row.published),
    )


def amount(edition: Edition, operator: str, value: str) -> str:
    """Return a number with its operator in words: 超过 600."""
    return value if operator == "eq" else f"{edition.words.category('operator', operator)} {value}"


def _figures(edition: Edition, row: Case) -> list[Section]:
    words = edition.words
    if not row.metrics:
        return []
    names = ("ui.name", "ui.value", "ui.unit", "ui.baseline", "ui.method_field", "ui.basis", "field.source")
    table = Table(
        tuple(Column(words(n), numeric=n == "ui.value") for n in names),
        tuple(_metric(edition, m) for m in row.metrics),
    )
    blocks: list[Block] = [table]
    if any(m.claimed for m in row.metrics):
        blocks.append(Note(words("ui.case_claimed_note")))
    return [Section("figures", words("ui.case_figures"), tuple(blocks))]


def _metric(edition: Edition, metric: CaseMetric) -> Row:
    words = edition.words
    baseline = str(metric.baseline_year or "")
    if metric.baseline_value is not None:
        baseline += f"（{metric.baseline_value}）"
    name = [Inline(metric.name)]
    if metric.claimed:
        name.append(Inline(words("ui.claimed"), tone="status status-unverified"))
    cells: tuple[Value, ...] = (
        name,
        (Inline(amount(edition, metric.operator, f"{metric.value:,}")),),
        (Inline(metric.unit),),
        edition.known(baseline),
        edition.known(metric.method),
        (Inline(words.category("basis", metric.basis)),),
        edition.source(metric.source) if metric.source else edition.known(""),
    )
    return Row(cells)
