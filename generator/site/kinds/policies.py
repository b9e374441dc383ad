"""Pages of policies and of their incentives: what is offered, to whom, how much, and since when it holds."""

from __future__ import annotations

from generator.schema.records import Incentive, Policy
from generator.site.document import Document, Fact, Inline, Note, Section
from generator.site.sections.library_rows import amount, not_limited, period, records_section, valid
from generator.site.sections.systems import library_crumbs
from generator.site.site import Site


def policy(site: Site, row: Policy) -> Document:
    """Return the page of a policy, with its incentives."""
    words = site.words
    title = words.of(row, "title")
    incentives = site.catalog.where(Incentive, "policy", row.id)
    return Document(
        title=title,
        description=row.summary_zh or title,
        kind="policy",
        id=row.id,
        kind_label=words("kind.policy"),
        crumbs=library_crumbs(site, "nav.policies", "policies"),
        facts=_facts(site, row),
        sections=tuple(records_section(site, "incentives", incentives, "ui.incentives_of")),
        sources=site.sources([row.source, *(x.source for x in incentives)]),
    )


def _facts(site: Site, row: Policy) -> tuple[Fact, ...]:
    words = site.words
    return (
        site.fact("field.issuer", row.issuer),
        Fact(words("ui.level"), (Inline(words.category("level", row.level)),)),
        site.fact("field.doc_no", row.number),
        site.fact("field.published", row.published),
        Fact(words("ui.in_force"), period(site, row.effective, row.valid_to)),
        Fact(words("field.validity"), valid(site, row)),
        Fact(words("ui.category"), not_limited(site, row.category, "ui.not_limited")),
        Fact(words("ui.industry"), not_limited(site, row.industry, "ui.not_limited")),
        *((site.fact("ui.summary", row.summary_zh),) if row.summary_zh else ()),
    )


def incentive(site: Site, row: Incentive) -> Document:
    """Return the page of an incentive; what its document does not state is said to be not stated."""
    words = site.words
    title = words.of(row, "title")
    source = site.catalog.rows(Policy)[row.policy]
    level = (Inline(words.category("level", row.level)),) if row.level else None
    facts = (
        Fact(words("ui.nature"), (Inline(words.category("nature", row.nature)),)),
        Fact(words("ui.amount"), amount(site, row)),
        Fact(words("ui.category"), not_limited(site, row.category, "ui.not_limited")),
        Fact(words("ui.title_level"), level or not_limited(site, "", "ui.not_limited")),
        site.fact("ui.condition", row.condition),
        site.linked("kind.policy", row.policy),
        Fact(words("ui.in_force"), period(site, source.effective, source.valid_to)),
        Fact(words("field.validity"), valid(site, source)),
    )
    return Document(
        title=title,
        description=f"{title}：{words.category('nature', row.nature)}。{row.condition}",
        kind="incentive",
        id=row.id,
        kind_label=words("kind.incentive"),
        crumbs=library_crumbs(site, "nav.incentives", "incentives"),
        facts=facts,
        sections=(Section("caution", words("ui.note"), (Note(words("msg.incentive")),)),),
        sources=site.sources([row.source, source.source]),
    )
