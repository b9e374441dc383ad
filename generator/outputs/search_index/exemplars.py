"""What the finder reads besides the columns of the search: industries and what they are part of, cases,
the ladder, the libraries, who asked to be left out, its words.

Units themselves are in the columns of the search, and only there (search/columns.py).
"""

from __future__ import annotations

from typing import Any

from generator.catalog.catalog import Case, CaseMetric
from generator.register.industry_lines import line_of_code, line_of_label
from generator.schema.records import Enterprise, Industry
from generator.site import exemplar_libraries
from generator.site.document import Value
from generator.site.kinds.registry import KINDS, records_of
from generator.site.search import exemplar_pool
from generator.site.sections.case_values import against, figure, investment, payback
from generator.site.sections.exemplar_steps import steps
from generator.site.site import Edition

FIGURES = 3
"""Figures of a case that are shown; its page has them all."""
_WORDS = ("ui.not_held", "ui.payback", "ui.investment", "ladder.calendar_none", "nav.ladder", "nav.cases")


def exemplars(edition: Edition) -> dict[str, Any]:
    """Return what the finder reads, ready to be written as JSON."""
    words = edition.words
    found = lines(edition)
    chosen = {key: words[key] for key in words.keys if key in _WORDS or key.startswith("exemplar.")}
    return {
        "categories": {
            category.id: {
                "rungs": exemplar_pool.rungs(edition, category.id),
                "steps": steps(edition, category.id),
            }
            for category in edition.selected
        },
        "city": edition.catalog.portal.area,
        "left_out": exemplar_pool.left_out(edition),
        "lines": found,
        "names": {part: _part(edition, part) for line in found.values() for part in line},
        "cases": {
            unit: [_case(edition, case) for case in cases]
            for unit, cases in exemplar_pool.cases_of(edition).items()
        },
        "libraries": [_library(edition, folder) for folder in exemplar_libraries.SHOWN],
        "words": chosen,
    }


def lines(edition: Edition) -> dict[str, list[str]]:
    """Return by value of the facet of industries what it is part of, the narrowest first, itself included.

    Every industry of the table is there, held or not; and every label that stands for one.
    """
    sectors = edition.sectors.sectors
    found = {id_: list(line_of_code(edition.catalog, sectors, id_)) for id_ in edition.catalog.all(Industry)}
    for row in edition.catalog.all(Enterprise).values():
        value = exemplar_pool.known(edition, row, "industry")
        if value and value not in found:
            found[value] = list(line_of_label(sectors, row.industry_label, value))
    return found


def _part(edition: Edition, part: str) -> str:
    label = part.partition(":")[2]
    return label or edition.name(part)


def _case(edition: Edition, row: Case) -> dict[str, Any]:
    words = edition.words
    return {
        "to": edition.addresses[row.id],
        "title": row.title,
        "measures": list(dict.fromkeys(m.kind for m in row.measures)),
        "told": [
            words("exemplar.pair", label=words.category("measure_kind", m.kind), text=m.what)
            for m in row.measures
        ],
        "figures": [
            *(_figure(edition, metric) for metric in row.metrics[:FIGURES]),
            [words("ui.investment"), *_runs(investment(edition, row))],
            [words("ui.payback"), *_runs(payback(edition, row))],
        ],
    }


def _figure(edition: Edition, metric: CaseMetric) -> list[str]:
    """Name, value, and what it is measured against: its baseline, or the mark of one that has none."""
    return [metric.name, *_runs((*figure(edition, metric), *against(edition, metric)))]


def _runs(value: Value) -> list[str]:
    """The first run of a value, and what follows it; the browser sets the latter apart."""
    first, *rest = value
    return [first.text, "".join(part.text for part in rest)]


def _library(edition: Edition, folder: str) -> dict[str, Any]:
    kind = KINDS[folder]
    held = len(records_of(edition, kind))
    return {
        "folder": folder,
        "title": edition.words(kind.title),
        "note": edition.words(kind.note) if kind.note else "",
        "held": held,
        "records": exemplar_libraries.records(edition, folder) if held else [],
    }
