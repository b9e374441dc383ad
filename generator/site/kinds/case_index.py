"""The index of case studies: the row and the card of each, and the ways in by every facet."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalog.cases import Case
from generator.register import case_figures
from generator.site.document import Card, Cards, Fact, Facts, Inline, Inlines, Note, Section
from generator.site.search import exemplar_pool
from generator.site.sections.case_facets import facets, subject_level
from generator.site.sections.case_values import figure, investment, payback
from generator.site.site import Site

_CARD_FIGURES = 3
"""Figures that a card shows; the page has them all."""


def cells(site: Site, row: Case) -> tuple[Inlines, ...]:
    """Return the cells of a case's row."""
    words = site.words
    measures = dict.fromkeys(m.kind for m in row.measures)
    return (
        (site.link(row.id),),
        (site.link(row.subject, row.unit_name),) if row.subject else (Inline(row.unit_name),),
        (Inline(_level(site, subject_level(site, row))),),
        (site.link(row.industry),) if row.industry else site.known(""),
        (Inline("、".join(words.category("measure_kind", kind) for kind in measures)),),
        site.known("、".join(words.category("metric_kind", k) for k in case_figures.savings(row))),
        investment(site, row),
        payback(site, row),
    )


def sections(site: Site) -> tuple[Section, ...]:
    """Return what stands beside the table: cards, and the cases by every facet, usable without a script."""
    words = site.words
    cases = list(site.catalog.cases.values())
    shown = Cards(tuple(_card(site, case) for case in cases))
    cards = Section("cards", words("ui.cases_cards"), (shown,), first=True)
    ways = Section("ways", words("ui.cases_by"), tuple(_ways(site, cases)))
    feed = Section("feed", words("ui.feed"), (Facts((_feed(site),)), Note(words("ui.cases_note"))))
    return (cards, ways, *exemplar_pool.way(site), feed)


def _feed(site: Site) -> Fact:
    words = site.words
    return Fact(words("ui.feed_atom"), (Inline(words("ui.feed_cases"), to="cases/feed.xml"),))


def _card(site: Site, row: Case) -> Card:
    words = site.words
    unit = site.link(row.subject, row.unit_name) if row.subject else Inline(row.unit_name)
    level = Inline(_level(site, subject_level(site, row)), tone="muted")
    facts = [Fact(metric.name, figure(site, metric)) for metric in row.metrics[:_CARD_FIGURES]]
    facts.append(Fact(words("ui.investment"), investment(site, row)))
    facts.append(Fact(words("ui.payback"), payback(site, row)))
    measures = Inline("；".join(m.what for m in row.measures))
    lines: tuple[Inlines, ...] = ((unit, Inline("　"), level), (measures,))
    return Card(row.id, site.link(row.id), lines, tuple(facts), facets(site, row))


def _level(site: Site, level: str) -> str:
    return site.words(f"subject_level.{level}")


def _ways(site: Site, cases: list[Case]) -> list[Facts]:
    """The cases under each value of each facet, values in the order in which they are defined."""
    words = site.words
    names: dict[str, tuple[str, Callable[[str], str]]] = {
        "industry": ("ui.industry", site.name),
        "measure": ("ui.measures_of", lambda v: words(f"measure_kind.{v}")),
        "saving": ("facet.saving", lambda v: words(f"metric_kind.{v}")),
        "investment": ("ui.investment", lambda v: words(f"investment_band.{v}")),
        "payback": ("ui.payback", lambda v: words(f"payback_band.{v}")),
        "subject_level": ("facet.subject_level", lambda v: _level(site, v)),
    }
    found = []
    for facet, (title, label) in names.items():
        groups: dict[str, list[Case]] = {}
        for case in cases:
            for value in facets(site, case)[facet]:
                groups.setdefault(value, []).append(case)
        values = sorted(groups, key=_order(facet))
        found += [
            Facts(
                tuple(
                    Fact(
                        f"{words(title)}：{words('ui.unknown') if v == case_figures.UNKNOWN else label(v)}",
                        _links(site, groups[v]),
                    )
                    for v in values
                )
            )
        ]
    return found


def _order(facet: str) -> Callable[[str], tuple[int, str]]:
    order = {
        "saving": case_figures.SAVINGS,
        "investment": case_figures.INVESTMENT_BANDS,
        "payback": case_figures.PAYBACK_BANDS,
        "subject_level": case_figures.SUBJECT_LEVELS,
    }.get(facet, ())
    return lambda value: (order.index(value) if value in order else len(order), value)


def _links(site: Site, cases: list[Case]) -> Inlines:
    parts: list[Inline] = []
    for case in cases:
        parts += [Inline("；"), site.link(case.id)] if parts else [site.link(case.id)]
    return tuple(parts)
