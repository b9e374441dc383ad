"""What the finder reads besides the columns of the search: industries and what they are part of, cases,
the ladder, the libraries, who asked to be left out, its words.

Units themselves are in the columns of the search, and only there (search/columns.py).
"""

from __future__ import annotations

from typing import Any

from generator.catalog.cases import Case, CaseMetric
from generator.register.industry_lines import line_of_code, line_of_label
from generator.schema.records import Enterprise, Industry
from generator.site import exemplar_libraries
from generator.site.document import Inlines
from generator.site.kinds.registry import KINDS, records_of
from generator.site.search import exemplar_pool
from generator.site.sections.case_values import against, figure, investment, payback
from generator.site.sections.exemplar_steps import steps
from generator.site.site import Site

FIGURES = 3
"""Figures of a case that are shown; its page has them all."""
_WORDS = ("ui.not_held", "ui.payback", "ui.investment", "ladder.calendar_none", "nav.ladder", "nav.cases")


def exemplars(site: Site) -> dict[str, Any]:
    """Return what the finder reads, ready to be written as JSON."""
    words = site.words
    found = lines(site)
    chosen = {key: words[key] for key in words.keys if key in _WORDS or key.startswith("exemplar.")}
    return {
        "categories": {
            category.id: {
                "rungs": exemplar_pool.rungs(site, category.id),
                "steps": steps(site, category.id),
            }
            for category in site.register.selected
        },
        "city": site.catalog.settings.area,
        "left_out": exemplar_pool.left_out(site),
        "lines": found,
        "names": {part: _part(site, part) for line in found.values() for part in line},
        "cases": {
            unit: [_case(site, case) for case in cases]
            for unit, cases in exemplar_pool.cases_of(site).items()
        },
        "libraries": [_library(site, folder) for folder in exemplar_libraries.SHOWN],
        "words": chosen,
    }


def lines(site: Site) -> dict[str, list[str]]:
    """Return by value of the facet of industries what it is part of, the narrowest first, itself included.

    Every industry of the table is there, held or not; and every label that stands for one.
    """
    sectors = site.register.sectors.sectors
    found = {id_: list(line_of_code(site.catalog, sectors, id_)) for id_ in site.catalog.rows(Industry)}
    for row in site.catalog.rows(Enterprise).values():
        value = exemplar_pool.known(site, row, "industry")
        if value and value not in found:
            found[value] = list(line_of_label(sectors, row.industry_label, value))
    return found


def _part(site: Site, part: str) -> str:
    label = part.partition(":")[2]
    return label or site.name(part)


def _case(site: Site, row: Case) -> dict[str, Any]:
    words = site.words
    return {
        "to": site.addresses[row.id],
        "title": row.title,
        "measures": list(dict.fromkeys(m.kind for m in row.measures)),
        "told": [
            words("exemplar.pair", label=words.category("measure_kind", m.kind), text=m.what)
            for m in row.measures
        ],
        "figures": [
            *(_figure(site, metric) for metric in row.metrics[:FIGURES]),
            [words("ui.investment"), *_runs(investment(site, row))],
            [words("ui.payback"), *_runs(payback(site, row))],
        ],
    }


def _figure(site: Site, metric: CaseMetric) -> list[str]:
    """Name, value, and what it is measured against: its baseline, or the mark of one that has none."""
    return [metric.name, *_runs((*figure(site, metric), *against(site, metric)))]


def _runs(value: Inlines) -> list[str]:
    """The first run of a value, and what follows it; the browser sets the latter apart."""
    first, *rest = value
    return [first.text, "".join(part.text for part in rest)]


def _library(site: Site, folder: str) -> dict[str, Any]:
    kind = KINDS[folder]
    held = len(records_of(site, kind))
    return {
        "folder": folder,
        "title": site.words(kind.title),
        "note": site.words(kind.note) if kind.note else "",
        "held": held,
        "records": exemplar_libraries.records(site, folder) if held else [],
    }
