"""Pages of what units are measured by and may be given: standards, policies and their incentives."""

from __future__ import annotations

from generator.records import Incentive, Indicator, Policy, Standard
from generator.rendering.edition import Edition
from generator.rendering.view import Body, Column, Fact, Inline, Row, Section, Table, Value


def standard(edition: Edition, row: Standard) -> Body:
    """Return the page of one version of a standard; indicators of versions are never mixed."""
    words, catalog = edition.words, edition.catalog
    title = f"{row.code}—{row.version} {words.of(row, 'title')}"
    period = f"{edition.date(row.in_force_from)} — {row.in_force_to or ''}".rstrip(" —")
    newer = catalog.where(Standard, "replaces", row.id)
    facts = (
        Fact(words("ui.kind"), (Inline(words.category("standard_kind", row.kind)),)),
        edition.fact("ui.version", row.version),
        edition.fact("ui.in_force", period),
        *((edition.linked("ui.replaces", row.replaces),) if row.replaces else ()),
        *(edition.linked("ui.replaced", x.id) for x in newer),
        *((edition.fact("ui.category", edition.name(row.category)),) if row.category else ()),
        *((edition.linked("ui.industry", row.industry),) if row.industry else ()),
    )
    indicators = catalog.where(Indicator, "standard", row.id)
    sections = []
    if indicators:
        names = ("ui.dimension", "ui.indicators_of", "ui.unit", "ui.direction", "ui.benchmark", "ui.leading")
        rows = tuple(_indicator(edition, x) for x in indicators)
        table = Table(tuple(Column(words(n)) for n in names), rows)
        sections.append(Section("indicators", words("ui.indicators_of"), (table,)))
    return Body(
        title=title,
        description=f"{title}。{words('ui.in_force')} {period}",
        kind="standard",
        id=row.id,
        kind_label=words("kind.standard"),
        crumbs=(Inline(words("nav.standards"), to="standards/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source, *(x.source for x in indicators)]),
    )


def _indicator(edition: Edition, row: Indicator) -> Row:
    words = edition.words
    name = [Inline(words.of(row, "name"))]
    if not row.checked:
        name.append(Inline(words("ui.unverified"), tone="status status-unverified"))
    cells: tuple[Value, ...] = (
        (Inline(row.dimension),),
        name,
        edition.known(row.unit),
        (Inline(words.category("direction", row.direction)),),
        edition.known(row.benchmark),
        edition.known(row.leading),
    )
    return Row(cells)


def policy(edition: Edition, row: Policy) -> Body:
    """Return the page of a policy, with its incentives."""
    words = edition.words
    title = words.of(row, "title")
    facts = (
        edition.fact("field.issuer", row.issuer),
        Fact(words("ui.level"), (Inline(words.category("level", row.level)),)),
        edition.fact("field.doc_no", row.number),
        edition.fact("field.published", row.published),
        edition.fact("ui.in_force", row.effective),
        Fact(words("field.validity"), (Inline(words.category("validity", row.validity)),)),
        *((edition.fact("ui.summary", row.summary_zh),) if row.summary_zh else ()),
    )
    incentives = edition.catalog.where(Incentive, "policy", row.id)
    sections = []
    if incentives:
        names = ("ui.name", "ui.nature", "ui.category", "ui.level", "ui.amount", "ui.condition")
        table = Table(
            tuple(Column(words(n)) for n in names), tuple(_incentive(edition, x) for x in incentives)
        )
        sections.append(Section("incentives", words("ui.incentives_of"), (table,)))
    return Body(
        title=title,
        description=row.summary_zh or title,
        kind="policy",
        id=row.id,
        kind_label=words("kind.policy"),
        crumbs=(Inline(words("nav.policies"), to="policies/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source, *(x.source for x in incentives)]),
    )


def _incentive(edition: Edition, row: Incentive) -> Row:
    words = edition.words
    amount = (
        Inline(str(row.amount))
        if row.amount is not None
        else Inline(words("msg.amount_not_stated"), tone="unknown")
    )
    cells: tuple[Value, ...] = (
        (Inline(words.of(row, "title")),),
        (Inline(words.category("nature", row.nature)),),
        (Inline(edition.name(row.category)),) if row.category else (),
        (Inline(words.category("level", row.level)),) if row.level else (),
        (amount,),
        edition.known(row.condition),
    )
    return Row(cells)
