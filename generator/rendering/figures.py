"""Pages of published figures and targets, and what other pages say of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.insight.reconcile import Comparison, reconcile
from generator.records import Claim, Metric, Target
from generator.rendering.edition import Edition
from generator.rendering.view import Body, Column, Inline, Row, Section, Table, Value


def figure(edition: Edition, row: Claim | Target) -> str:
    """Return a published figure as it reads: sign, value, unit."""
    metric = edition.catalog.all(Metric)[row.metric]
    sign = "" if row.operator == "eq" else edition.words.category("operator", row.operator)
    return f"{sign}{row.value}{'' if metric.unit == '%' else ' '}{metric.unit}".replace(" 位", " 位")


def told_on(edition: Edition, row: Claim) -> str:
    """Return the date or period a figure speaks of."""
    if row.period_from and row.period_to:
        if row.period_from.text == row.period_to.text:
            return str(row.period_to)
        return edition.words("ui.at_period", a=row.period_from, b=row.period_to)
    return edition.date(row.as_of or row.period_to)


def targets(edition: Edition) -> Body:
    """Return the targets as the documents put them, with the latest published figure beside each."""
    words, catalog = edition.words, edition.catalog
    rows = []
    for target in catalog.all(Target).values():
        metric = catalog.all(Metric)[target.metric]
        latest = answering_claim(edition, target)
        shown: Value = edition.known("")
        if latest:
            shown = (
                Inline(
                    f"{figure(edition, latest)}（{told_on(edition, latest)}）",
                    to=f"reconciliation/#{latest.id}",
                ),
            )
        cells: tuple[Value, ...] = (
            (Inline(words.of(metric, "name")),),
            (Inline(str(target.year)),),
            (Inline(figure(edition, target)),),
            (Inline(words.category("target", target.commitment)),),
            shown,
            edition.known(target.note) if target.note else (),
            edition.source(target.source),
        )
        rows.append(Row(cells, target.id, anchor=True))
    names = (
        "ui.name",
        "ui.year",
        "ui.target_value",
        "ui.target_words",
        "ui.target_latest",
        "ui.note",
        "field.source",
    )
    table = Table(tuple(Column(words(n), numeric=n == "ui.target_value") for n in names), tuple(rows))
    lead = words("ui.targets_lead")
    section = Section("targets", words("ui.targets"), (table,))
    return Body(title=words("ui.targets"), description=lead, lead=lead, sections=(section,))


def latest_claim(edition: Edition, metric: str, scope: str) -> Claim | None:
    """Return the latest final figure of a metric for an area; a figure of a single list is not one."""
    found = [(when, c) for when, c in _claims(edition, metric, scope) if not c.list]
    return max(found, key=lambda pair: pair[0], default=(None, None))[1]


def answering_claim(edition: Edition, target: Target) -> Claim | None:
    """Return the latest figure that can be held against a target.

    A change over a period answers a target only where its period lies in the target's own: a fall since 2010
    says nothing about one promised for 2021 to 2025.
    """
    metric = edition.catalog.all(Metric)[target.metric]
    if metric.measure != "change":
        return latest_claim(edition, target.metric, target.scope)
    found = [
        (when, c)
        for when, c in _claims(edition, target.metric, target.scope)
        if c.period_from and c.period_to
        if target.base_year is None or c.period_from.first.year > target.base_year
        if target.year is not None and c.period_to.last.year <= target.year
    ]
    return max(found, key=lambda pair: pair[0], default=(None, None))[1]


def _claims(edition: Edition, metric: str, scope: str) -> Iterator[tuple[date, Claim]]:
    for claim in edition.catalog.where(Claim, "metric", metric):
        when = claim.as_of or claim.period_to
        if claim.scope == scope and claim.stage in ("", "final") and when and when.last <= edition.on:
            yield when.last, claim


def reconciliation(edition: Edition) -> Body:
    """Return every published figure beside what the register holds at that date."""
    words = edition.words
    rows = []
    for claim in edition.catalog.all(Claim).values():
        compared = reconcile(edition.catalog, edition.ledger, claim)
        if compared is None:
            continue
        name = f"{edition.area_name(claim.scope)}　{words.of(compared.metric, 'name')}"
        cells: tuple[Value, ...] = (
            (Inline(name), *((Inline(f"“{claim.quote}”", tone="quote"),) if claim.quote else ())),
            (Inline(told_on(edition, claim)),),
            (Inline(figure(edition, claim)),),
            (Inline("—" if compared.held is None else str(compared.held)),),
            (Inline(state(edition, compared), tone=f"status recon-{compared.state}"),),
            (Inline(claim.explained_by),) if claim.explained_by else (),
            edition.source(claim.source),
        )
        rows.append(Row(cells, claim.id, anchor=True))
    names = (
        "ui.official",
        "ui.date",
        "ui.value",
        "ui.register",
        "ui.status",
        "ui.recon_explained",
        "field.source",
    )
    table = Table(
        tuple(Column(words(n), numeric=n in ("ui.value", "ui.register")) for n in names), tuple(rows)
    )
    lead = words("ui.recon_lead")
    section = Section("figures", words("ui.official"), (table,))
    return Body(title=words("nav.reconciliation"), description=lead, lead=lead, sections=(section,))


def state(edition: Edition, compared: Comparison) -> str:
    """Return the outcome of a comparison in words; what is not confirmed is never counted as held."""
    n = compared.inferred if compared.state == "equal_inferred" else compared.held
    return edition.words(f"recon.{compared.state}", n=n, m=compared.claim.value)
