"""The page 可参照单位: its form, and what can be read without a script: what is held, ways in, the rule."""

from __future__ import annotations

from collections.abc import Iterable

from generator.register.comparable import ENOUGH
from generator.schema.records import Area, Enterprise, Industry
from generator.site import exemplar_libraries
from generator.site.document import (
    Block,
    Document,
    Fact,
    Facts,
    Finder,
    Groups,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.kinds.registry import KINDS, records_of
from generator.site.routes import CATEGORY_PAGES
from generator.site.search import exemplar_pool
from generator.site.search.facets import FACETS, ordered, value_label
from generator.site.site import Site

MEASURES = ("energy", "water", "cleaner", "circular", "management", "other")
"""Kinds of measures in the order in which they are offered."""
_COLUMNS = ("units", "industry", "size", "area", "cases", "apart")
_RULES = ("who", "order", "wider", "unknown", "fit", "out")


def exemplars(site: Site) -> Document:
    """Return the page."""
    words = site.words
    lead = words("exemplar.lead")
    finder = Finder(tuple(_selects(site)), words("exemplar.noscript"))
    form: tuple[Block, ...] = (Note(words("msg.exemplar")), finder)
    return Document(
        title=words("nav.exemplars"),
        description=lead,
        lead=lead,
        sections=(
            Section("find", words("exemplar.form"), form),
            Section("held", words("exemplar.held"), tuple(_held(site)), words("exemplar.held_lead")),
            Section("ways", words("exemplar.ways"), (Facts(tuple(_ways(site))),)),
            Section("rule", words("exemplar.rule"), tuple(_rule(site))),
        ),
    )


def _selects(site: Site) -> Iterable[tuple[str, str, Groups]]:
    words = site.words
    whole = ("", (("", words("exemplar.any")),))
    categories = tuple((c.id, words.of(c, "name")) for c in site.register.selected)
    yield "industry", words("ui.industry"), (whole, *_industries(site))
    sizes = tuple((size, words(f"size.{size}")) for size in FACETS["size"].order)
    yield "size", words("field.size"), (whole, ("", sizes))
    areas = tuple((area, site.name(area)) for area in exemplar_pool.districts(site))
    yield "area", words("ui.area"), (whole, ("", areas))
    yield "category", words("ui.category"), (("", categories),)
    levels = {level for c in site.register.selected for level in exemplar_pool.rungs(site, c.id)}
    held = tuple((v, words(f"level.{v}")) for v in FACETS["level"].order[::-1] if v in levels)
    none = ("none", words("exemplar.level_none"))
    yield "level", words("exemplar.level_now"), (whole, ("", (none, *held)))
    measures = tuple((kind, words(f"measure_kind.{kind}")) for kind in MEASURES)
    yield "improve", words("exemplar.improve"), (whole, ("", measures))


def _industries(site: Site) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every industry of the table, held or not; apart from them the labels that lists print."""
    words, catalog = site.words, site.catalog
    coded = tuple((row.id, f"{row.code} {words.of(row, 'name')}") for row in catalog.rows(Industry).values())
    rows = (row for row in catalog.rows(Enterprise).values() if row.industry_label and not row.industry)
    labels = ordered(site, "industry", (exemplar_pool.known(site, row, "industry") for row in rows))
    printed = tuple((value, value_label(site, "industry", value)) for value in labels)
    yield from ((words(f"exemplar.{name}"), o) for name, o in (("coded", coded), ("printed", printed)) if o)


def _held(site: Site) -> Iterable[Block]:
    """What is searched, category by category; what the libraries hold."""
    words = site.words
    names = ("ui.category", *(f"exemplar.held_{name}" for name in _COLUMNS))
    columns = site.columns(*names, numeric=names[1:])
    yield Table(columns, tuple(_counted(site, c.id) for c in site.register.selected))
    facts = [Fact(words(KINDS[f].title), _number(site, f)) for f in ("cases", *exemplar_libraries.SHOWN)]
    yield Facts(tuple(facts))
    yield Note(words("method.absent"), to="coverage/")


def _counted(site: Site, category: str) -> Row:
    """How many enterprises may be shown, and of how many each thing is known; the unconfirmed apart."""
    rows = exemplar_pool.pool(site, category)
    own = [row for row in rows if not exemplar_pool.is_apart(site, row.id)]
    cases = exemplar_pool.cases_of(site)
    counts = [
        len(own),
        *(sum(bool(exemplar_pool.known(site, row, facet)) for row in own) for facet in ("industry", "size")),
        sum(bool(exemplar_pool.district(site, row)) for row in own),
        sum(row.id in cases for row in own),
        len(rows) - len(own),
    ]
    name = Inline(site.name(category), to=CATEGORY_PAGES.get(category))
    return Row(((name,), *((Inline(str(n)),) for n in counts)), category)


def _number(site: Site, folder: str) -> Inlines:
    n = len(records_of(site, KINDS[folder]))
    if not n:
        return (Inline(site.words("ui.not_held"), tone="unknown"),)
    return (Inline(site.words("exemplar.library_all", n=n), to=f"{folder}/"),)


def _ways(site: Site) -> Iterable[Fact]:
    """Ways to the same things one at a time: pages that need no script."""
    words, catalog = site.words, site.catalog
    rows = [row for c in site.register.selected for row in exemplar_pool.pool(site, c.id)]
    held = {row.industry for row in rows}
    industries = [i for i in catalog.rows(Industry) if i in held]
    yield _ways_by(site, "industry", industries or list(site.register.sectors.sectors))
    lying = {exemplar_pool.district(site, row) for row in rows}
    yield _ways_by(site, "area", [a for a in catalog.rows(Area) if a in lying])
    shown = [case for case in catalog.cases.values() if exemplar_pool.may_be_named(site, case)]
    for kind in MEASURES:
        cases = [case.id for case in shown if kind in {m.kind for m in case.measures}]
        if cases:
            label = words("exemplar.pair", label=words("nav.cases"), text=words(f"measure_kind.{kind}"))
            yield Fact(label, _apart([site.link(id_) for id_ in cases], "；"))
    ladders = [Inline(words.of(c, "name"), to=f"ladder/{c.id}/") for c in site.register.selected]
    yield Fact(words("exemplar.ways_level"), _apart(ladders))


def _ways_by(site: Site, what: str, ids: list[str]) -> Fact:
    return Fact(site.words(f"exemplar.ways_{what}"), _links(site, ids) or site.known(""))


def _links(site: Site, ids: list[str]) -> Inlines:
    return _apart([site.link(id_) for id_ in ids])


def _apart(links: list[Inline], mark: str = "、") -> Inlines:
    return [part for link in links for part in (Inline(mark), link)][1:]


def _rule(site: Site) -> Iterable[Block]:
    words = site.words
    for rule in _RULES:
        yield Note(words(f"exemplar.rule_{rule}", n=ENOUGH), "plain")
