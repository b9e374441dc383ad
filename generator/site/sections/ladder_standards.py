"""What units are measured by: versions of a standard beside each other, never mixed, and the self-check."""

from __future__ import annotations

from collections.abc import Iterator

from generator.register import levels
from generator.register.levels import Version
from generator.schema.records import Indicator, Source, Standard
from generator.site.document import (
    Block,
    Document,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    SelfCheck,
    Table,
)
from generator.site.sections.library_rows import not_held
from generator.site.site import Site

_WORDS = ("value", "place", "unpublished", "wrong", "below", "between", "leading", "total", "part")
"""Words of the browser's part, by the end of their label keys."""


def versions(site: Site, category: str) -> Iterator[Section]:
    """Yield the standards of a category, the versions of each beside each other."""
    words = site.words
    found = levels.versions(site.catalog, category)
    if not found:
        return
    names = (
        "ui.standard", "ui.in_force", "ui.dimension", "ui.indicators_of", "ladder.public", "ui.note",
    )  # fmt: skip
    numeric = ("ui.indicators_of", "ladder.public")
    table = Table(
        site.columns(*names, numeric=numeric),
        tuple(_version(site, v) for v in found),
    )
    blocks: list[Block] = [table]
    if any(v.standard.replaces for v in found):
        blocks.append(Note(words("ladder.versions_apart")))
    yield Section("standards", words("nav.standards"), tuple(blocks))


def _version(site: Site, version: Version) -> Row:
    standard = version.standard
    source = site.catalog.row(Source, standard.source)
    cells: tuple[Inlines, ...] = (
        (site.link(standard.id, _name(standard)),),
        (Inline(_in_force(site, standard)),),
        site.known("、".join(version.dimensions)),
        (Inline(str(version.indicators)),) if version.indicators else not_held(site),
        (Inline(str(version.public)),) if version.indicators else not_held(site),
        (Inline(source.note),) if source and source.note else (),
    )
    return Row(cells, standard.id)


def _name(standard: Standard) -> str:
    return f"{standard.code}—{standard.version}"


def _in_force(site: Site, standard: Standard) -> str:
    return f"{site.date(standard.in_force_from)} — {standard.in_force_to or ''}".rstrip(" —")


def sources(site: Site, category: str) -> list[str]:
    """Return the documents of a category's standards."""
    return [v.standard.source for v in levels.versions(site.catalog, category)]


def way_to_self_check(site: Site) -> Iterator[Section]:
    """Yield the link to the self-check where there is one."""
    words = site.words
    if site.catalog.rows(Indicator):
        link = Fact(words("nav.self_check"), (Inline(words("self_check.lead"), to="self-check/"),))
        yield Section("self-check", words("nav.self_check"), (Facts((link,)),))


def self_check(site: Site) -> Document:
    """Return 对标自测: every version of every standard with its benchmarks; figures stay in the browser.

    One of which only the dimensions are held is named too: else the version in force would seem not to exist.
    """
    words, catalog = site.words, site.catalog
    standards = [s for s in catalog.rows(Standard).values() if levels.dimensions(catalog, s)]
    sections = [_standard(site, s) for s in sorted(standards, key=lambda s: not _holds(site, s))]
    lead = words("msg.self_check")
    rule = Section(
        "rule", words("self_check.rule_title"), (Note(words("self_check.rule"), "plain"),), first=True
    )
    return Document(
        title=words("nav.self_check"),
        description=lead,
        lead=lead,
        crumbs=(Inline(words("nav.ladder"), to="ladder/"),) if site.register.categories else (),
        sections=(rule, *sections),
        sources=site.sources(i.source for i in catalog.rows(Indicator).values()),
    )


def _holds(site: Site, standard: Standard) -> bool:
    """Whether a version is in force; by one that is not, nobody is measured any more."""
    begin, end = standard.in_force_from, standard.in_force_to
    return (begin is None or begin.first <= site.as_of) and (end is None or end.last >= site.as_of)


def _standard(site: Site, standard: Standard) -> Section:
    """One version: with fields to fill in where it is in force, else only to be read."""
    words = site.words
    indicators = site.catalog.where(Indicator, "standard", standard.id)
    public = sum(i.benchmark is not None and i.leading is not None for i in indicators)
    told = words("self_check.public", n=public, m=len(indicators)) if public else words("self_check.none")
    table = _indicators(site, indicators)
    block: Block = table
    if not indicators:
        told = words("self_check.not_held")
        named = "、".join(levels.dimensions(site.catalog, standard))
        block = Facts((Fact(words("ui.dimension"), (Inline(named),)),))
    elif not _holds(site, standard):
        told = words("self_check.not_in_force")
    elif public:
        given = {f"word-{name}": (words(f"self_check.{name}"),) for name in _WORDS}
        block = SelfCheck(table, given, words("self_check.script"))
    title = f"{_name(standard)} {words.of(standard, 'title')}"
    lead = f"{words('ui.in_force')} {_in_force(site, standard)}　{told}"
    return Section(standard.id, title, (block,), lead)


def _indicators(site: Site, indicators: tuple[Indicator, ...]) -> Table:
    numeric = ("ui.benchmark", "ui.leading", "ui.weight")
    names = ("ui.dimension", "ui.indicators_of", "ui.unit", "ui.direction", *numeric)
    columns = site.columns(*names, numeric=numeric)
    return Table(columns, tuple(_indicator(site, i) for i in indicators))


def _indicator(site: Site, row: Indicator) -> Row:
    words = site.words
    name: list[Inline] = [Inline(words.of(row, "name"))]
    if not row.checked:
        name.append(Inline(words("ui.unverified"), tone="status status-unverified"))
    numbers = {"benchmark": row.benchmark, "leading": row.leading, "weight": row.weight}
    shown = [
        (Inline(str(n)),) if n is not None else (Inline(words("self_check.unpublished"), tone="unknown"),)
        for n in numbers.values()
    ]
    cells: tuple[Inlines, ...] = (
        (Inline(row.dimension),),
        name,
        site.known(row.unit),
        (Inline(words.category("direction", row.direction)),),
        *shown,
    )
    facets = {key: (str(n),) for key, n in numbers.items() if n is not None}
    return Row(cells, row.id, facets=facets)
