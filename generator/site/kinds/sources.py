"""Pages of the documents that the register rests on, with everything that rests on each."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema import table_schema
from generator.schema.records import Claim, Metric, OfficialList, Source, Target
from generator.site.document import Body, Fact, Facts, Inline, Section
from generator.site.sections.figures import figure, figure_and_date
from generator.site.site import Edition


def source(edition: Edition, row: Source) -> Body:
    """Return the page of a document, with everything that rests on it."""
    words = edition.words
    title = words.of(row, "title")
    facts = (
        edition.fact("field.issuer", row.issuer),
        edition.fact("field.doc_no", row.number),
        edition.fact("field.dated", row.dated),
        edition.fact("field.published", row.published),
        Fact(words("field.openness"), (Inline(words.category("openness", row.openness)),)),
        Fact(words("ui.kind"), (Inline(words.category("source_kind", row.kind)),)),
        Fact(words("action.original"), (Inline(row.url, url=row.url),) if row.url else edition.known("")),
        edition.fact("ui.retrieved", row.retrieved),
        *((edition.fact("ui.note", row.note),) if row.note else ()),
    )
    sections = [
        *_listed_in(edition, row),
        *_figures(edition, row),
        *_aims(edition, row),
        *_dependents(edition, row),
    ]
    return Body(
        title=title,
        description="，".join(x for x in (row.issuer, row.number, title) if x),
        kind="source",
        id=row.id,
        kind_label=words("kind.source"),
        crumbs=(Inline(words("nav.sources"), to="sources/"),),
        facts=facts,
        sections=tuple(sections),
    )


def _listed_in(edition: Edition, row: Source) -> Iterable[Section]:
    lists = edition.catalog.where(OfficialList, "source", row.id)
    if lists:
        facts = tuple(Fact(edition.date(x.published), (edition.link(x.id),)) for x in lists)
        yield Section("lists", edition.words("ui.lists_of"), (Facts(facts),))


def _figures(edition: Edition, row: Source) -> Iterable[Section]:
    """What the document says is so, each figure with the date or period it speaks of."""
    facts = [
        _told(edition, claim, figure_and_date(edition, claim), "reconciliation/")
        for claim in edition.catalog.where(Claim, "source", row.id)
    ]
    if facts:
        yield Section("figures", edition.words("ui.official"), (Facts(tuple(facts)),))


def _aims(edition: Edition, row: Source) -> Iterable[Section]:
    """What the document says shall be so: never among what is, and with the word of its commitment."""
    words = edition.words
    facts = []
    for target in edition.catalog.where(Target, "source", row.id):
        promise = words.category("target", target.commitment)
        aim = words("ui.aim", year=target.year, word=promise, value=figure(edition, target))
        facts.append(_told(edition, target, aim, "targets/"))
    if facts:
        yield Section("aims", words("ui.targets"), (Facts(tuple(facts)),), words("ui.targets_lead"))


def _told(edition: Edition, item: Claim | Target, shown: str, page: str) -> Fact:
    name = edition.words.of(edition.catalog.all(Metric)[item.metric], "name")
    value = Inline(f"{edition.area_name(item.scope)}　{shown}", to=f"{page}#{item.id}")
    return Fact(name, (value,), item.quote)


def _dependents(edition: Edition, row: Source) -> Iterable[Section]:
    counts = edition.resting_on.get(row.id, {})
    facts = tuple(
        Fact(table.title(edition.words.lang), (Inline(str(counts[table.name])),))
        for table in table_schema.tables().values()
        if table.name in counts
    )
    if facts:
        yield Section("dependents", edition.words("ui.documents_of"), (Facts(facts),))
