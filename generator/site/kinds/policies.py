"""Pages of policies and of their incentives: what is offered, to whom, how much, and since when it holds."""

from __future__ import annotations

from generator.schema.records import Incentive, Policy
from generator.site.document import Body, Fact, Inline, Note, Section
from generator.site.sections.library_rows import amount, not_limited, period, records_section, valid
from generator.site.sections.systems import library_crumbs
from generator.site.site import Edition


def policy(edition: Edition, row: Policy) -> Body:
    """Return the page of a policy, with its incentives."""
    words = edition.words
    title = words.of(row, "title")
    incentives = edition.catalog.where(Incentive, "policy", row.id)
    return Body(
        title=title,
        description=row.summary_zh or title,
        kind="policy",
        id=row.id,
        kind_label=words("kind.policy"),
        crumbs=library_crumbs(edition, "nav.policies", "policies"),
        facts=_facts(edition, row),
        sections=tuple(records_section(edition, "incentives", incentives, "ui.incentives_of")),
        sources=edition.sources([row.source, *(x.source for x in incentives)]),
    )


def _facts(edition: Edition, row: Policy) -> tuple[Fact, ...]:
    words = edition.words
    return (
        edition.fact("field.issuer", row.issuer),
        Fact(words("ui.level"), (Inline(words.category("level", row.level)),)),
        edition.fact("field.doc_no", row.number),
        edition.fact("field.published", row.published),
        Fact(words("ui.in_force"), period(edition, row.effective, row.valid_to)),
        Fact(words("field.validity"), valid(edition, row)),
        Fact(words("ui.category"), not_limited(edition, row.category, "ui.not_limited")),
        Fact(words("ui.industry"), not_limited(edition, row.industry, "ui.not_limited")),
        *((edition.fact("ui.summary", row.summary_zh),) if row.summary_zh else ()),
    )


def incentive(edition: Edition, row: Incentive) -> Body:
    """Return the page of an incentive; what its document does not state is said to be not stated."""
    words = edition.words
    title = words.of(row, "title")
    source = edition.catalog.all(Policy)[row.policy]
    level = (Inline(words.category("level", row.level)),) if row.level else None
    facts = (
        Fact(words("ui.nature"), (Inline(words.category("nature", row.nature)),)),
        Fact(words("ui.amount"), amount(edition, row)),
        Fact(words("ui.category"), not_limited(edition, row.category, "ui.not_limited")),
        Fact(words("ui.title_level"), level or not_limited(edition, "", "ui.not_limited")),
        edition.fact("ui.condition", row.condition),
        edition.linked("kind.policy", row.policy),
        Fact(words("ui.in_force"), period(edition, source.effective, source.valid_to)),
        Fact(words("field.validity"), valid(edition, source)),
    )
    return Body(
        title=title,
        description=f"{title}：{words.category('nature', row.nature)}。{row.condition}",
        kind="incentive",
        id=row.id,
        kind_label=words("kind.incentive"),
        crumbs=library_crumbs(edition, "nav.incentives", "incentives"),
        facts=facts,
        sections=(Section("caution", words("ui.note"), (Note(words("msg.incentive")),)),),
        sources=edition.sources([row.source, source.source]),
    )
