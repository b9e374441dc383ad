"""Pages of areas, industries, evaluators, and of the library's institutions, technologies and finance."""

from __future__ import annotations

from collections.abc import Iterable

from generator.insight.ledger import subject_of
from generator.records import (
    Area,
    Enterprise,
    Evaluator,
    EvaluatorAlias,
    FinanceProduct,
    Industry,
    IndustryGroup,
    Institution,
    Park,
    Recognition,
    Standard,
    Technology,
)
from generator.rendering import documents, history
from generator.rendering.edition import Edition
from generator.rendering.view import MAX_ROWS, Body, Column, Fact, Facts, Inline, Note, Row, Section, Table
from generator.rendering.words import alphabetical

UnitRow = Enterprise | Park


def area(edition: Edition, row: Area) -> Body:
    """Return the page of an area: units whose place in it is confirmed, and only those."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    facts = (
        edition.fact("ui.code", row.code),
        Fact(words("ui.kind"), (Inline(words.category("area_kind", row.kind)),)),
        Fact(words("ui.level"), (Inline(words.category("area_level", row.level)),)),
        *((edition.linked("ui.parent", row.parent),) if row.parent else ()),
        *((edition.linked("ui.one_management", row.one_management_with),) if row.one_management_with else ()),
    )
    children = tuple(
        Fact(words.category("area_level", a.level), (edition.link(a.id),))
        for a in catalog.where(Area, "parent", row.id)
    )
    sections = [Section("areas", words("ui.contained"), (Facts(children),))] if children else []
    sections += units_section(edition, _units_in(edition, row.id), "ui.units_here")
    return Body(
        title=name,
        description=f"{name}：{words('ui.units_here')}",
        kind="area",
        id=row.id,
        kind_label=words("kind.area"),
        crumbs=(Inline(words("nav.areas"), to="areas/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source]),
    )


def _units_in(edition: Edition, area_id: str) -> Iterable[UnitRow]:
    catalog = edition.catalog
    for unit in edition.units_by_area[area_id]:
        row = catalog.get(Enterprise, unit) or catalog.get(Park, unit)
        if row:
            yield row


def units_section(edition: Edition, units: Iterable[UnitRow], title: str) -> list[Section]:
    """Return a section that lists units with their standing, none where there are no units."""
    words = edition.words
    units = list(units)
    rows = []
    for unit in units[:MAX_ROWS]:
        place = edition.place(unit.id)
        confirmed = place is not None and place.grade == "confirmed"
        where = (
            (edition.link(place.area),) if place and confirmed else (Inline(words("attribution.inferred")),)
        )
        rows.append(Row(((edition.link(unit.id),), where, history.status_value(edition, unit.id)), unit.id))
    if not rows:
        return []
    columns = tuple(Column(words(c)) for c in ("ui.name", "ui.place", "ui.status"))
    table = Table(columns, tuple(rows))
    return [Section("units", words(title), (*documents.cut_short(edition, len(units)), table))]


def industry(edition: Edition, row: Industry) -> Body:
    """Return the page of an industry."""
    words, catalog = edition.words, edition.catalog
    name = f"{row.code} {words.of(row, 'name')}"
    groups = catalog.where(IndustryGroup, "industry", row.id)
    facts = (
        edition.fact("ui.code", row.code),
        *((edition.linked("ui.parent", row.parent),) if row.parent else ()),
        *(
            Fact(
                words.category("group_kind", g.kind),
                (
                    Inline(words.of(g, "name")),
                    Inline(f"（{words.category('group_basis', g.basis)}）", tone="muted"),
                ),
            )
            for g in groups
        ),
    )
    units = catalog.where(Enterprise, "industry", row.id)
    children = catalog.where(Industry, "parent", row.id)
    parts = tuple(Fact(c.code, (edition.link(c.id),)) for c in children)
    sections = [Section("children", words("ui.children_of"), (Facts(parts),))] if parts else []
    sections += units_section(edition, units, "ui.units_of")
    cases = tuple(
        Fact(str(c.published), (edition.link(c.id),)) for c in catalog.cases.values() if c.industry == row.id
    )
    if cases:
        sections.append(Section("cases", words("ui.cases_of"), (Facts(cases),)))
    linked: list[Technology | Standard] = [
        *catalog.where(Technology, "industry", row.id),
        *catalog.where(Standard, "industry", row.id),
    ]
    if linked:
        block = Facts(tuple(Fact("", (edition.link(x.id),)) for x in linked))
        sections.append(Section("library", words("ui.related"), (block,)))
    return Body(
        title=name,
        description=name,
        kind="industry",
        id=row.id,
        kind_label=words("kind.industry"),
        crumbs=(Inline(words("nav.industries"), to="industries/"),),
        facts=facts,
        sections=tuple(sections),
        sources=edition.sources([row.source, *(g.source for g in groups)]),
    )


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
    sections += [
        Section("institution", words("kind.institution"), (Facts((Fact("", (edition.link(i.id),)),)),))
        for i in catalog.where(Institution, "evaluator", row.id)
    ]
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
    words, catalog = edition.words, edition.catalog
    rows = [
        r
        for r in catalog.where(Recognition, "evaluator", row.id)
        if history.is_past(catalog, r.list, edition.on)
    ]
    rows.sort(key=lambda r: alphabetical(r.name_as_published))
    if not rows:
        return []
    found = tuple(
        Row(((edition.link(subject_of(r), r.name_as_published),), (edition.link(r.list),)), subject_of(r))
        for r in rows[:MAX_ROWS]
    )
    table = Table((Column(words("field.name_as_published")), Column(words("ui.list"))), found)
    note = Note(words("msg.evaluator"))
    return [Section("units", words("ui.evaluated"), (*documents.cut_short(edition, len(rows)), table, note))]


def institution(edition: Edition, row: Institution) -> Body:
    """Return the page of a service institution or platform."""
    words, catalog = edition.words, edition.catalog
    name = words.of(row, "name")
    facts = (
        Fact(words("ui.kind"), (Inline(words.category("institution_kind", row.kind)),)),
        edition.fact("ui.services", row.services),
        edition.fact("ui.industry", row.industries),
        edition.linked("ui.area", row.area),
        *((edition.linked("kind.evaluator", row.evaluator),) if row.evaluator else ()),
        *((Fact(words("ui.website"), (Inline(row.website, url=row.website),)),) if row.website else ()),
    )
    offers: list[FinanceProduct | Technology] = [
        *catalog.where(FinanceProduct, "institution", row.id),
        *catalog.where(Technology, "institution", row.id),
    ]
    block = Facts(tuple(Fact("", (edition.link(x.id),)) for x in offers))
    sections = (Section("offers", words("ui.related"), (block,)),) if offers else ()
    return Body(
        title=name,
        description=f"{name}：{words.category('institution_kind', row.kind)}",
        kind="institution",
        id=row.id,
        kind_label=words("kind.institution"),
        crumbs=(Inline(words("nav.institutions"), to="institutions/"),),
        facts=facts,
        sections=sections,
        sources=edition.sources([row.source]),
    )


def technology(edition: Edition, row: Technology) -> Body:
    """Return the page of a technology or project."""
    words = edition.words
    title = words.of(row, "title")
    measured = f"{row.effect_value}{row.effect_unit}" if row.effect_value is not None else ""
    facts = (
        Fact(words("ui.kind"), (Inline(words.category("technology_kind", row.kind)),)),
        edition.linked("ui.industry", row.industry),
        Fact(words("ui.maturity"), (Inline(words.category("maturity", row.maturity)),)),
        edition.fact("ui.effect", "，".join(x for x in (row.effect_zh, measured) if x)),
        edition.fact("ui.baseline", row.baseline_year),
        *((edition.linked("ui.used_by", row.enterprise),) if row.enterprise else ()),
        *((edition.linked("ui.provider", row.institution),) if row.institution else ()),
    )
    return Body(
        title=title,
        description=f"{title}：{words.category('technology_kind', row.kind)}",
        kind="technology",
        id=row.id,
        kind_label=words("kind.technology"),
        crumbs=(Inline(words("nav.technologies"), to="technologies/"),),
        facts=facts,
        sources=edition.sources([row.source]),
    )


def finance(edition: Edition, row: FinanceProduct) -> Body:
    """Return the page of a financial product, with the caution that it is no offer."""
    words = edition.words
    name = words.of(row, "name")
    facts = (
        edition.linked("ui.provider", row.institution),
        Fact(words("ui.kind"), (Inline(words.category("finance_kind", row.kind)),)),
        edition.fact("ui.terms", row.terms),
        Fact(words("ui.audience"), (Inline(words.category("audience", row.audience)),)),
    )
    return Body(
        title=name,
        description=f"{name}。{words('msg.finance')}",
        kind="finance",
        id=row.id,
        kind_label=words("kind.finance"),
        crumbs=(Inline(words("nav.finance"), to="finance/"),),
        facts=facts,
        sections=(Section("caution", words("ui.note"), (Note(words("msg.finance")),)),),
        sources=edition.sources([row.source]),
    )
