"""The page 可参照单位: its form, and what can be read without a script: what is held, ways in, the rule."""

from __future__ import annotations

from collections.abc import Iterable

from generator.register.comparable import ENOUGH
from generator.schema.records import Area, Enterprise, Industry
from generator.site import exemplar_libraries
from generator.site.document import (
    Block,
    Body,
    Fact,
    Facts,
    Finder,
    Groups,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.kinds.registry import KINDS, records_of
from generator.site.routes import CATEGORY_PAGES
from generator.site.search import exemplar_pool
from generator.site.search.facets import FACETS, ordered, value_label
from generator.site.site import Edition

MEASURES = ("energy", "water", "cleaner", "circular", "management", "other")
"""Kinds of measures in the order in which they are offered."""
_COLUMNS = ("units", "industry", "size", "area", "cases", "apart")
_RULES = ("who", "order", "wider", "unknown", "fit", "out")


def exemplars(edition: Edition) -> Body:
    """Return the page."""
    words = edition.words
    lead = words("exemplar.lead")
    finder = Finder(tuple(_selects(edition)), words("exemplar.noscript"))
    form: tuple[Block, ...] = (Note(words("msg.exemplar")), finder)
    return Body(
        title=words("nav.exemplars"),
        description=lead,
        lead=lead,
        sections=(
            Section("find", words("exemplar.form"), form),
            Section("held", words("exemplar.held"), tuple(_held(edition)), words("exemplar.held_lead")),
            Section("ways", words("exemplar.ways"), (Facts(tuple(_ways(edition))),)),
            Section("rule", words("exemplar.rule"), tuple(_rule(edition))),
        ),
    )


def _selects(edition: Edition) -> Iterable[tuple[str, str, Groups]]:
    words = edition.words
    whole = ("", (("", words("exemplar.any")),))
    categories = tuple((c.id, words.of(c, "name")) for c in edition.selected)
    yield "industry", words("ui.industry"), (whole, *_industries(edition))
    sizes = tuple((size, words(f"size.{size}")) for size in FACETS["size"].order)
    yield "size", words("field.size"), (whole, ("", sizes))
    areas = tuple((area, edition.name(area)) for area in exemplar_pool.districts(edition))
    yield "area", words("ui.area"), (whole, ("", areas))
    yield "category", words("ui.category"), (("", categories),)
    levels = {level for c in edition.selected for level in exemplar_pool.rungs(edition, c.id)}
    held = tuple((v, words(f"level.{v}")) for v in FACETS["level"].order[::-1] if v in levels)
    none = ("none", words("exemplar.level_none"))
    yield "level", words("exemplar.level_now"), (whole, ("", (none, *held)))
    measures = tuple((kind, words(f"measure_kind.{kind}")) for kind in MEASURES)
    yield "improve", words("exemplar.improve"), (whole, ("", measures))


def _industries(edition: Edition) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every industry of the table, held or not; apart from them the labels that lists print."""
    words, catalog = edition.words, edition.catalog
    coded = tuple((row.id, f"{row.code} {words.of(row, 'name')}") for row in catalog.all(Industry).values())
    rows = (row for row in catalog.all(Enterprise).values() if row.industry_label and not row.industry)
    labels = ordered(edition, "industry", (exemplar_pool.known(edition, row, "industry") for row in rows))
    printed = tuple((value, value_label(edition, "industry", value)) for value in labels)
    yield from ((words(f"exemplar.{name}"), o) for name, o in (("coded", coded), ("printed", printed)) if o)


def _held(edition: Edition) -> Iterable[Block]:
    """What is searched, category by category; what the libraries hold."""
    words = edition.words
    names = ("ui.category", *(f"exemplar.held_{name}" for name in _COLUMNS))
    columns = edition.columns(*names, numeric=names[1:])
    yield Table(columns, tuple(_counted(edition, c.id) for c in edition.selected))
    facts = [Fact(words(KINDS[f].title), _number(edition, f)) for f in ("cases", *exemplar_libraries.SHOWN)]
    yield Facts(tuple(facts))
    yield Note(words("method.absent"), to="coverage/")


def _counted(edition: Edition, category: str) -> Row:
    """How many enterprises may be shown, and of how many each thing is known; the unconfirmed apart."""
    rows = exemplar_pool.pool(edition, category)
    own = [row for row in rows if not exemplar_pool.is_apart(edition, row.id)]
    cases = exemplar_pool.cases_of(edition)
    counts = [
        len(own),
        *(
            sum(bool(exemplar_pool.known(edition, row, facet)) for row in own)
            for facet in ("industry", "size")
        ),
        sum(bool(exemplar_pool.district(edition, row)) for row in own),
        sum(row.id in cases for row in own),
        len(rows) - len(own),
    ]
    name = Inline(edition.name(category), to=CATEGORY_PAGES.get(category))
    return Row(((name,), *((Inline(str(n)),) for n in counts)), category)


def _number(edition: Edition, folder: str) -> Value:
    n = len(records_of(edition, KINDS[folder]))
    if not n:
        return (Inline(edition.words("ui.not_held"), tone="unknown"),)
    return (Inline(edition.words("exemplar.library_all", n=n), to=f"{folder}/"),)


def _ways(edition: Edition) -> Iterable[Fact]:
    """Ways to the same things one at a time: pages that need no script."""
    words, catalog = edition.words, edition.catalog
    rows = [row for c in edition.selected for row in exemplar_pool.pool(edition, c.id)]
    held = {row.industry for row in rows}
    industries = [i for i in catalog.all(Industry) if i in held]
    yield _ways_by(edition, "industry", industries or list(edition.sectors.sectors))
    lying = {exemplar_pool.district(edition, row) for row in rows}
    yield _ways_by(edition, "area", [a for a in catalog.all(Area) if a in lying])
    shown = [case for case in catalog.cases.values() if exemplar_pool.may_be_named(edition, case)]
    for kind in MEASURES:
        cases = [case.id for case in shown if kind in {m.kind for m in case.measures}]
        if cases:
            label = words("exemplar.pair", label=words("nav.cases"), text=words(f"measure_kind.{kind}"))
            yield Fact(label, _apart([edition.link(id_) for id_ in cases], "；"))
    ladders = [Inline(words.of(c, "name"), to=f"ladder/{c.id}/") for c in edition.selected]
    yield Fact(words("exemplar.ways_level"), _apart(ladders))


def _ways_by(edition: Edition, what: str, ids: list[str]) -> Fact:
    return Fact(edition.words(f"exemplar.ways_{what}"), _links(edition, ids) or edition.known(""))


def _links(edition: Edition, ids: list[str]) -> Value:
    return _apart([edition.link(id_) for id_ in ids])


def _apart(links: list[Inline], mark: str = "、") -> Value:
    return [part for link in links for part in (Inline(mark), link)][1:]


def _rule(edition: Edition) -> Iterable[Block]:
    words = edition.words
    for rule in _RULES:
        yield Note(words(f"exemplar.rule_{rule}", n=ENOUGH), "plain")
