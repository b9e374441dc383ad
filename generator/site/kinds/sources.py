"""Pages of the documents that the register rests on, with everything that rests on each."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema import table_schema
from generator.schema.records import Claim, Metric, OfficialList, Source, Target
from generator.site.document import Document, Fact, Facts, Inline, Section
from generator.site.sections.figures import figure, figure_and_date
from generator.site.site import Site


def source(site: Site, row: Source) -> Document:
    """Return the page of a document, with everything that rests on it."""
    words = site.words
    title = words.of(row, "title")
    facts = (
        site.fact("field.issuer", row.issuer),
        site.fact("field.doc_no", row.number),
        site.fact("field.dated", row.dated),
        site.fact("field.published", row.published),
        Fact(words("field.openness"), (Inline(words.category("openness", row.openness)),)),
        Fact(words("ui.kind"), (Inline(words.category("source_kind", row.kind)),)),
        Fact(words("action.original"), (Inline(row.url, url=row.url),) if row.url else site.known("")),
        site.fact("ui.retrieved", row.retrieved),
        *((site.fact("ui.note", row.note),) if row.note else ()),
    )
    sections = [
        *_listed_in(site, row),
        *_figures(site, row),
        *_aims(site, row),
        *_dependents(site, row),
    ]
    return Document(
        title=title,
        description="，".join(x for x in (row.issuer, row.number, title) if x),
        kind="source",
        id=row.id,
        kind_label=words("kind.source"),
        crumbs=(Inline(words("nav.sources"), to="sources/"),),
        facts=facts,
        sections=tuple(sections),
    )


def _listed_in(site: Site, row: Source) -> Iterable[Section]:
    lists = site.catalog.where(OfficialList, "source", row.id)
    if lists:
        facts = tuple(Fact(site.date(x.published), (site.link(x.id),)) for x in lists)
        yield Section("lists", site.words("ui.lists_of"), (Facts(facts),))


def _figures(site: Site, row: Source) -> Iterable[Section]:
    """What the document says is so, each figure with the date or period it speaks of."""
    facts = [
        _told(site, claim, figure_and_date(site, claim), "reconciliation/")
        for claim in site.catalog.where(Claim, "source", row.id)
    ]
    if facts:
        yield Section("figures", site.words("ui.official"), (Facts(tuple(facts)),))


def _aims(site: Site, row: Source) -> Iterable[Section]:
    """What the document says shall be so: never among what is, and with the word of its commitment."""
    words = site.words
    facts = []
    for target in site.catalog.where(Target, "source", row.id):
        promise = words.category("target", target.commitment)
        aim = words("ui.aim", year=target.year, word=promise, value=figure(site, target))
        facts.append(_told(site, target, aim, "targets/"))
    if facts:
        yield Section("aims", words("ui.targets"), (Facts(tuple(facts)),), words("ui.targets_lead"))


def _told(site: Site, item: Claim | Target, shown: str, page: str) -> Fact:
    name = site.words.of(site.catalog.rows(Metric)[item.metric], "name")
    value = Inline(f"{site.area_name(item.scope)}　{shown}", to=f"{page}#{item.id}")
    return Fact(name, (value,), item.quote)


def _dependents(site: Site, row: Source) -> Iterable[Section]:
    counts = site.register.resting_on.get(row.id, {})
    facts = tuple(
        Fact(table.title(site.words.lang), (Inline(str(counts[table.name])),))
        for table in table_schema.tables().values()
        if table.name in counts
    )
    if facts:
        yield Section("dependents", site.words("ui.documents_of"), (Facts(facts),))
