"""Pages of case studies: the facts of the front matter beside the prose; payback and changes are computed."""

from __future__ import annotations

from generator.catalog.cases import Case, CaseMetric
from generator.formats.markdown import to_markup
from generator.site.document import (
    Block,
    Document,
    Fact,
    Inline,
    Inlines,
    Note,
    Prose,
    Row,
    Section,
    Table,
)
from generator.site.search import exemplar_pool
from generator.site.sections import history, technologies
from generator.site.sections.case_values import _change, _claimed, investment, payback
from generator.site.sections.figures import amount
from generator.site.site import Site


def case(site: Site, row: Case) -> Document:
    """Return the page of a case, laid out for one sheet of paper."""
    words = site.words
    text = to_markup(row.body, *site.link_targets.of_case(row.pictures, "../../"))
    sections = [
        *_figures(site, row),
        Section("text", words("ui.case_text"), (Prose(text),)),
        *technologies.of_case(site, row),
    ]
    return Document(
        title=row.title,
        description=f"{row.title}：{'、'.join(m.what for m in row.measures)}",
        kind="case",
        id=row.id,
        kind_label=words("kind.case"),
        crumbs=(Inline(words("nav.cases"), to="cases/"),),
        facts=_facts(site, row),
        sections=tuple(sections),
        sources=site.sources([*row.sources, *(m.source for m in row.metrics)]),
        compared="cases",
        sheet=True,
        alike=_alike(site, row),
    )


def _alike(site: Site, row: Case) -> str:
    """The address that looks for units of the case's industry that did the first thing it tells of."""
    improve = row.measures[0].kind if row.measures else ""
    return (
        exemplar_pool.address(industry=row.industry, improve=improve) if exemplar_pool.is_held(site) else ""
    )


def _facts(site: Site, row: Case) -> tuple[Fact, ...]:
    words = site.words
    unit: Inlines = (Inline(row.unit_name),)
    note = "" if row.subject else words("ui.unit_not_held")
    if row.subject:
        unit = (site.link(row.subject, row.unit_name),)
    measures = "；".join(f"{words.category('measure_kind', m.kind)}：{m.what}" for m in row.measures)
    standing = (Fact(words("ui.status"), history.status_value(site, row.subject)),) if row.subject else ()
    return (
        Fact(words("ui.slip_unit"), unit, note),
        *standing,
        site.linked("ui.area", row.area),
        site.linked("ui.industry", row.industry),
        site.fact("ui.measures_of", measures),
        Fact(words("ui.investment"), investment(site, row)),
        Fact(words("ui.payback"), payback(site, row), words("ui.payback_note")),
        site.fact("ui.limits", row.limits),
        site.fact("ui.applies_to", row.applies_to),
        site.fact("field.published", row.published),
    )


def _figures(site: Site, row: Case) -> list[Section]:
    words = site.words
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
        site.columns(*names, numeric=numeric),
        tuple(_metric(site, m) for m in row.metrics),
    )
    blocks: list[Block] = [table]
    if any(m.claimed for m in row.metrics):
        blocks.append(Note(words("ui.case_claimed_note")))
    return [Section("figures", words("ui.case_figures"), tuple(blocks))]


def _metric(site: Site, metric: CaseMetric) -> Row:
    words = site.words
    cells: tuple[Inlines, ...] = (
        (Inline(metric.name), *_claimed(site, metric)),
        (Inline(amount(site, metric.operator, f"{metric.value:,}")),),
        (Inline(metric.unit),),
        site.known(metric.baseline_year),
        site.known("" if metric.baseline_value is None else f"{metric.baseline_value:,}"),
        _change(site, metric),
        site.known(metric.method),
        (Inline(words.category("basis", metric.basis)),),
        site.source(metric.source) if metric.source else site.known(""),
    )
    return Row(cells)
