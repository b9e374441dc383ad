"""The index of case studies: the row and the card of each, and the ways in by every facet."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalog.catalog import Case
from generator.register import case_figures
from generator.site.document import Card, Cards, Fact, Facts, Inline, Note, Section, Value
from generator.site.search import exemplar_pool
from generator.site.sections.case_facets import facets, subject_level
from generator.site.sections.case_values import figure, investment, payback
from generator.site.site import Edition

_CARD_FIGURES = 3
"""Figures that a card shows; the page has them all."""


def cells(edition: Edition, row: Case) -> tuple[Value, ...]:
    """Return the cells of a case's row."""
    words = edition.words
    measures = dict.fromkeys(m.kind for m in row.measures)
    return (
        (edition.link(row.id),),
        (edition.link(row.subject, row.unit_name),) if row.subject else (Inline(row.unit_name),),
        (Inline(_level(edition, subject_level(edition, row))),),
        (edition.link(row.industry),) if row.industry else edition.known(""),
        (Inline("、".join(words.category("measure_kind", kind) for kind in measures)),),
        edition.known("、".join(words.category("metric_kind", k) for k in case_figures.savings(row))),
        investment(edition, row),
        payback(edition, row),
    )


def sections(edition: Edition) -> tuple[Section, ...]:
    """Return what stands beside the table: cards, and the cases by every facet, usable without a script."""
    words = edition.words
    cases = list(edition.catalog.cases.values())
    shown = Cards(tuple(_card(edition, case) for case in cases))
    cards = Section("cards", words("ui.cases_cards"), (shown,), first=True)
    ways = Section("ways", words("ui.cases_by"), tuple(_ways(edition, cases)))
    feed = Section("feed", words("ui.feed"), (Facts((_feed(edition),)), Note(words("ui.cases_note"))))
    return (cards, ways, *exemplar_pool.way(edition), feed)


def _feed(edition: Edition) -> Fact:
    words = edition.words
    return Fact(words("ui.feed_atom"), (Inline(words("ui.feed_cases"), to="cases/feed.xml"),))


def _card(edition: Edition, row: Case) -> Card:
    words = edition.words
    unit = edition.link(row.subject, row.unit_name) if row.subject else Inline(row.unit_name)
    level = Inline(_level(edition, subject_level(edition, row)), tone="muted")
    facts = [Fact(metric.name, figure(edition, metric)) for metric in row.metrics[:_CARD_FIGURES]]
    facts.append(Fact(words("ui.investment"), investment(edition, row)))
    facts.append(Fact(words("ui.payback"), payback(edition, row)))
    measures = Inline("；".join(m.what for m in row.measures))
    lines: tuple[Value, ...] = ((unit, Inline("　"), level), (measures,))
    return Card(row.id, edition.link(row.id), lines, tuple(facts), facets(edition, row))


def _level(edition: Edition, level: str) -> str:
    return edition.words(f"subject_level.{level}")


def _ways(edition: Edition, cases: list[Case]) -> list[Facts]:
    """The cases under each value of each facet, values in the order in which they are defined."""
    words = edition.words
    names: dict[str, tuple[str, Callable[[str], str]]] = {
        "industry": ("ui.industry", edition.name),
        "measure": ("ui.measures_of", lambda v: words(f"measure_kind.{v}")),
        "saving": ("facet.saving", lambda v: words(f"metric_kind.{v}")),
        "investment": ("ui.investment", lambda v: words(f"investment_band.{v}")),
        "payback": ("ui.payback", lambda v: words(f"payback_band.{v}")),
        "subject_level": ("facet.subject_level", lambda v: _level(edition, v)),
    }
    found = []
    for facet, (title, label) in names.items():
        groups: dict[str, list[Case]] = {}
        for case in cases:
            for value in facets(edition, case)[facet]:
                groups.setdefault(value, []).append(case)
        values = sorted(groups, key=_order(facet))
        found += [
            Facts(
                tuple(
                    Fact(
                        f"{words(title)}：{words('ui.unknown') if v == case_figures.UNKNOWN else label(v)}",
                        _links(edition, groups[v]),
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


def _links(edition: Edition, cases: list[Case]) -> Value:
    parts: list[Inline] = []
    for case in cases:
        parts += [Inline("；"), edition.link(case.id)] if parts else [edition.link(case.id)]
    return tuple(parts)
