"""Pages of those who help: evaluators, institutions and platforms, financial products, activities.

Nobody is ranked: lists stand in alphabetical order and say that they recommend no one.
"""

from __future__ import annotations

from generator.i18n.translations import alphabetical
from generator.register.subjects import subject_of
from generator.schema.records import (
    Activity,
    Evaluator,
    EvaluatorAlias,
    FinanceProduct,
    Incentive,
    Institution,
    Recognition,
    Technology,
)
from generator.site.document import (
    MAX_ROWS,
    Body,
    Fact,
    Facts,
    Inline,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.sections.library_rows import records_section
from generator.site.sections.systems import library_crumbs
from generator.site.sections.unit_lists import cut_short, stays
from generator.site.site import Edition


def evaluator(edition: Edition, row: Evaluator) -> Body:
    """Return the page of a third-party evaluator, with the units it evaluated in alphabetical order."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    aliases = catalog.where(EvaluatorAlias, "evaluator", row.id)
    facts = (
        edition.fact("field.uscc", row.uscc),
        *((Fact(words("ui.aliases"), (Inline("、".join(a.name_zh for a in aliases)),)),) if aliases else ()),
    )
    sections = _evaluated(edition, row)
    offered = catalog.where(Institution, "evaluator", row.id)
    sections += records_section(edition, "institutions", offered, "nav.institutions")
    return Body(
        title=name,
        description=f"{name}：{words('ui.evaluated')}",
        kind="evaluator",
        id=row.id,
        kind_label=words("kind.evaluator"),
        crumbs=(Inline(words("nav.evaluators"), to="evaluators/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source, *(a.source for a in aliases)]),
    )


def _evaluated(edition: Edition, row: Evaluator) -> list[Section]:
    words = edition.words
    rows = _rows_of(edition, row.id)
    if not rows:
        return []
    found = tuple(
        Row(((edition.link(subject_of(r), r.name_as_published),), (edition.link(r.list),)), subject_of(r))
        for r in rows[:MAX_ROWS]
    )
    table = Table(edition.columns("field.name_as_published", "ui.list"), found)
    notes = (stays(edition), Note(words("msg.evaluator")))
    return [Section("units", words("ui.evaluated"), (*cut_short(edition, len(rows)), table, *notes))]


def _rows_of(edition: Edition, evaluator: str) -> list[Recognition]:
    """Rows of lists that name an evaluator, in alphabetical order of the names printed."""
    catalog = edition.catalog
    rows = catalog.where(Recognition, "evaluator", evaluator)
    past = [r for r in rows if r.list in edition.past_lists]
    return sorted(past, key=lambda r: alphabetical(r.name_as_published))


def institution(edition: Edition, row: Institution) -> Body:
    """Return the page of a service institution or platform."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    technologies = catalog.where(Technology, "institution", row.id)
    products = catalog.where(FinanceProduct, "institution", row.id)
    activities = catalog.where(Activity, "institution", row.id)
    sections = [
        *records_section(edition, "technologies", technologies, "ui.technologies_of"),
        *records_section(edition, "finance", products, "ui.finance_of"),
        *records_section(edition, "activities", activities, "nav.activities"),
    ]
    if products:
        sections.append(_caution(edition))
    return Body(
        title=name,
        description=f"{name}：{words.category('institution_kind', row.kind)}",
        kind="institution",
        id=row.id,
        kind_label=words("kind.institution"),
        crumbs=library_crumbs(edition, "nav.institutions", "institutions"),
        facts=_institution_facts(edition, row),
        sections=tuple(sections),
        sources=edition.sources([row.source]),
    )


def _institution_facts(edition: Edition, row: Institution) -> tuple[Fact, ...]:
    words = edition.words
    facts = [
        Fact(words("ui.kind"), (Inline(words.category("institution_kind", row.kind)),)),
        edition.fact("ui.services", row.services),
        edition.fact("ui.serves", row.industries),
        edition.linked("ui.area", row.area),
    ]
    if row.evaluator:
        count = len(_rows_of(edition, row.evaluator))
        shown = (edition.link(row.evaluator), Inline(f"　{words('ui.evaluated_rows', n=count)}"))
        facts.append(Fact(words("kind.evaluator"), shown, words("msg.evaluator")))
    if row.website:
        facts.append(Fact(words("ui.website"), (Inline(row.website, url=row.website),)))
    return tuple(facts)


def _caution(edition: Edition) -> Section:
    return Section("caution", edition.words("ui.note"), (Note(edition.words("msg.finance")),))


def finance(edition: Edition, row: FinanceProduct) -> Body:
    """Return the page of a financial product, with the caution that it is no offer."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    credits = catalog.where(Incentive, "nature", "credit")
    facts = (
        edition.linked("ui.provider", row.institution),
        Fact(words("ui.kind"), (Inline(words.category("finance_kind", row.kind)),)),
        Fact(words("ui.audience"), (Inline(words.category("audience", row.audience)),)),
        edition.fact("ui.terms", row.terms),
    )
    told = records_section(edition, "incentives", credits, "ui.credit_told", "ui.credit_told_lead")
    return Body(
        title=name,
        description=f"{name}。{words('msg.finance')}",
        kind="finance",
        id=row.id,
        kind_label=words("kind.finance"),
        crumbs=library_crumbs(edition, "nav.finance", "finance"),
        facts=facts,
        sections=(_caution(edition), *told),
        sources=edition.sources([row.source]),
    )


def activity(edition: Edition, row: Activity) -> Body:
    """Return the page of an activity: coaching, training, matching or publicity."""
    words = edition.words
    title = words.of(row, "title")
    ahead = row.date is not None and row.date.first > edition.on
    when = Fact(words("ui.date"), edition.known(row.date), words("ui.ahead") if ahead else "")
    facts = (
        Fact(words("ui.kind"), (Inline(words.category("activity", row.kind)),)),
        when,
        edition.fact("ui.audience", row.audience),
        edition.linked("ui.held_by", row.institution),
        *((edition.linked("ui.standard", row.standard),) if row.standard else ()),
    )
    return Body(
        title=title,
        description=f"{title}：{words.category('activity', row.kind)}",
        kind="activity",
        id=row.id,
        kind_label=words("kind.activity"),
        crumbs=library_crumbs(edition, "nav.activities", "activities"),
        facts=facts,
        sources=edition.sources([row.source]),
    )


def evaluators_section(edition: Edition) -> list[Section]:
    """Return, for the index of institutions, where the evaluators that lists print are to be found."""
    if not edition.holds("evaluators"):
        return []
    words = edition.words
    count = len(edition.catalog.all(Evaluator))
    link = Inline(words("ui.counted", n=count), to="evaluators/")
    block = Facts((Fact(words("nav.evaluators"), (link,), words("msg.evaluator")),))
    return [Section("evaluators", words("nav.evaluators"), (block,))]
