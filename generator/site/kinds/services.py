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
    Document,
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
from generator.site.site import Site


def evaluator(site: Site, row: Evaluator) -> Document:
    """Return the page of a third-party evaluator, with the units it evaluated in alphabetical order."""
    words, catalog = site.words, site.catalog
    name = words.of(row, "name")
    aliases = catalog.where(EvaluatorAlias, "evaluator", row.id)
    facts = (
        site.fact("field.uscc", row.uscc),
        *((Fact(words("ui.aliases"), (Inline("、".join(a.name_zh for a in aliases)),)),) if aliases else ()),
    )
    sections = _evaluated(site, row)
    offered = catalog.where(Institution, "evaluator", row.id)
    sections += records_section(site, "institutions", offered, "nav.institutions")
    return Document(
        title=name,
        description=f"{name}：{words('ui.evaluated')}",
        kind="evaluator",
        id=row.id,
        kind_label=words("kind.evaluator"),
        crumbs=(Inline(words("nav.evaluators"), to="evaluators/"),),
        facts=facts,
        sections=tuple(sections),
        sources=site.sources([row.source, *(a.source for a in aliases)]),
    )


def _evaluated(site: Site, row: Evaluator) -> list[Section]:
    words = site.words
    rows = _rows_of(site, row.id)
    if not rows:
        return []
    found = tuple(
        Row(((site.link(subject_of(r), r.name_as_published),), (site.link(r.list),)), subject_of(r))
        for r in rows[:MAX_ROWS]
    )
    table = Table(site.columns("field.name_as_published", "ui.list"), found)
    notes = (stays(site), Note(words("msg.evaluator")))
    return [Section("units", words("ui.evaluated"), (*cut_short(site, len(rows)), table, *notes))]


def _rows_of(site: Site, evaluator: str) -> list[Recognition]:
    """Rows of lists that name an evaluator, in alphabetical order of the names printed."""
    catalog = site.catalog
    rows = catalog.where(Recognition, "evaluator", evaluator)
    past = [r for r in rows if r.list in site.register.units.past_lists]
    return sorted(past, key=lambda r: alphabetical(r.name_as_published))


def institution(site: Site, row: Institution) -> Document:
    """Return the page of a service institution or platform."""
    words, catalog = site.words, site.catalog
    name = words.of(row, "name")
    technologies = catalog.where(Technology, "institution", row.id)
    products = catalog.where(FinanceProduct, "institution", row.id)
    activities = catalog.where(Activity, "institution", row.id)
    sections = [
        *records_section(site, "technologies", technologies, "ui.technologies_of"),
        *records_section(site, "finance", products, "ui.finance_of"),
        *records_section(site, "activities", activities, "nav.activities"),
    ]
    if products:
        sections.append(_caution(site))
    return Document(
        title=name,
        description=f"{name}：{words.category('institution_kind', row.kind)}",
        kind="institution",
        id=row.id,
        kind_label=words("kind.institution"),
        crumbs=library_crumbs(site, "nav.institutions", "institutions"),
        facts=_institution_facts(site, row),
        sections=tuple(sections),
        sources=site.sources([row.source]),
    )


def _institution_facts(site: Site, row: Institution) -> tuple[Fact, ...]:
    words = site.words
    facts = [
        Fact(words("ui.kind"), (Inline(words.category("institution_kind", row.kind)),)),
        site.fact("ui.services", row.services),
        site.fact("ui.serves", row.industries),
        site.linked("ui.area", row.area),
    ]
    if row.evaluator:
        count = len(_rows_of(site, row.evaluator))
        shown = (site.link(row.evaluator), Inline(f"　{words('ui.evaluated_rows', n=count)}"))
        facts.append(Fact(words("kind.evaluator"), shown, words("msg.evaluator")))
    if row.website:
        facts.append(Fact(words("ui.website"), (Inline(row.website, url=row.website),)))
    return tuple(facts)


def _caution(site: Site) -> Section:
    return Section("caution", site.words("ui.note"), (Note(site.words("msg.finance")),))


def finance(site: Site, row: FinanceProduct) -> Document:
    """Return the page of a financial product, with the caution that it is no offer."""
    words, catalog = site.words, site.catalog
    name = words.of(row, "name")
    credits = catalog.where(Incentive, "nature", "credit")
    facts = (
        site.linked("ui.provider", row.institution),
        Fact(words("ui.kind"), (Inline(words.category("finance_kind", row.kind)),)),
        Fact(words("ui.audience"), (Inline(words.category("audience", row.audience)),)),
        site.fact("ui.terms", row.terms),
    )
    told = records_section(site, "incentives", credits, "ui.credit_told", "ui.credit_told_lead")
    return Document(
        title=name,
        description=f"{name}。{words('msg.finance')}",
        kind="finance",
        id=row.id,
        kind_label=words("kind.finance"),
        crumbs=library_crumbs(site, "nav.finance", "finance"),
        facts=facts,
        sections=(_caution(site), *told),
        sources=site.sources([row.source]),
    )


def activity(site: Site, row: Activity) -> Document:
    """Return the page of an activity: coaching, training, matching or publicity."""
    words = site.words
    title = words.of(row, "title")
    ahead = row.date is not None and row.date.first > site.as_of
    when = Fact(words("ui.date"), site.known(row.date), words("ui.ahead") if ahead else "")
    facts = (
        Fact(words("ui.kind"), (Inline(words.category("activity", row.kind)),)),
        when,
        site.fact("ui.audience", row.audience),
        site.linked("ui.held_by", row.institution),
        *((site.linked("ui.standard", row.standard),) if row.standard else ()),
    )
    return Document(
        title=title,
        description=f"{title}：{words.category('activity', row.kind)}",
        kind="activity",
        id=row.id,
        kind_label=words("kind.activity"),
        crumbs=library_crumbs(site, "nav.activities", "activities"),
        facts=facts,
        sources=site.sources([row.source]),
    )


def evaluators_section(site: Site) -> list[Section]:
    """Return, for the index of institutions, where the evaluators that lists print are to be found."""
    if not site.register.holds("evaluators"):
        return []
    words = site.words
    count = len(site.catalog.rows(Evaluator))
    link = Inline(words("ui.counted", n=count), to="evaluators/")
    block = Facts((Fact(words("nav.evaluators"), (link,), words("msg.evaluator")),))
    return [Section("evaluators", words("nav.evaluators"), (block,))]
