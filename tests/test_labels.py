"""The words of the interface: each is asked for, each one asked for is there, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from paths import GENERATOR

from generator.catalog.guidance import SYSTEMS
from generator.i18n.messages import messages
from generator.package import cases
from generator.problems.code_guides import FAMILIES
from generator.register import (
    case_figures,
    chains,
    changes,
    comparable,
    progress,
    reconcile,
)
from generator.schema import table_schema
from generator.site.chart_data import Mark
from generator.site.kinds.registry import KINDS
from generator.site.routes import UNIT_FOLDERS
from generator.site.search.facets import FACETS


def texts(suffix: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(GENERATOR.rglob(f"*.{suffix}")))


PYTHON, TEMPLATES, SCRIPTS = texts("py"), texts("html"), texts("js")
SOURCES = PYTHON + TEMPLATES + SCRIPTS
CATEGORIES = [
    f"{field.labels}.{value}"
    for table in table_schema.tables().values()
    for field in table.fields
    if field.labels
    for value in field.categories
]


def with_texts(*names: str) -> list[str]:
    """Titles and, with ``_text`` at the end, what stands under them."""
    return [*names, *(f"{name}_text" for name in names)]


CRITERIA = get_args(comparable.Criterion)
PUT_TOGETHER: dict[str, Iterable[str]] = {
    "amount.": FACETS["amount"].order,
    "asof.": ("published", "list_year"),
    "bulk.": ("code", "name", "several", "none"),
    "chain.": get_args(chains.Relation),
    "change.": get_args(changes.What),
    "chart.": ("industries", "kinds"),
    "chart_form.": get_args(Mark),
    "claimed.": cases.BASES,
    "exemplar.": ("coded", "printed"),
    "exemplar.held_": ("units", "industry", "size", "area", "cases", "apart"),
    "exemplar.reason_": (
        "industry", "within", "improve", "case", "level_up", "level_further", "level_same", "size", "area",
    ),
    "exemplar.rule_": ("who", "order", "wider", "unknown", "fit", "out"),
    "exemplar.step_": CRITERIA,
    "exemplar.ways_": ("industry", "area"),
    "find.": ("from", "to", "csv", "excel", "link"),
    "find.sort_": ("default", "name", "year", "level"),
    "find.view_": ("table", "cards"),
    "footer.": ("icp", "psb", "site_code", "organ_mark", "report_site", "copyright", "privacy"),
    "guide.": ("meaning", "wrong", "right", "excel", "editor", "mend"),
    "guide.family_": FAMILIES,
    "investment_band.": case_figures.INVESTMENT_BANDS,
    "kind.": UNIT_FOLDERS,
    "measure_kind.": cases.MEASURES,
    "method.": with_texts("axis", "status", "overlap", "place", "removed", "reconcile", "absent"),
    "metric_kind.": cases.METRICS,
    "nav.": KINDS,
    "onday.claim_": ("said", "unsaid"),
    "payback_band.": case_figures.PAYBACK_BANDS,
    "progress.": get_args(progress.State),
    "progress_why.": (*get_args(progress.State), "bound", "met_by_names", "no_figure"),
    "question.": ("meaning", "current", "who", "clean", "report"),
    "recon.": get_args(reconcile.State),
    "recon_state.": get_args(reconcile.State),
    "self_check.": ("value", "place", "unpublished", "wrong", "below", "between", "leading", "total", "part"),
    "severity.": ("error", "warning"),
    "shell.": ("search.label", "search.placeholder", "theme.system", "theme.light", "theme.dark"),
    "status.": (*FACETS["status"].order, "unknown"),
    "subject_level.": case_figures.SUBJECT_LEVELS,
    "system.": SYSTEMS,
    "system_text.": SYSTEMS,
    "ui.": with_texts("look_units", "look_lists", "look_learn", "look_data"),
    "ui.a_year_": ("eq", "ge", "le", "approx"),
    "ui.on_": ("published", "list_year"),
    "validity.": FACETS["validity"].order,
}  # fmt: skip
"""Keys that no source holds whole: how they begin, and the ends that the program puts to it."""
NOT_YET = {
    "action.original_dead": "sources do not yet say whether their address still answers",
    "footer.senior": "there is no version of the site for the old: its pages are to be readable as they are",
    "footer.accessible": "there is no mode for it: every page is held to be accessible as it is",
}
"""Words that are agreed on before anything says them, and what is to say them."""


def is_put_together(beginning: str) -> bool:
    """Whether a source puts an end to what keys begin with, itself or by Words.category or a facet."""
    made = rf"""[f`]["']?{re.escape(beginning)}[{{$]"""
    within = rf"""category\('{beginning.replace(".", "', '")}' ~"""
    prefix = rf"""category\(\s*["']{re.escape(beginning.removesuffix("."))}["']"""
    facet = beginning.removesuffix(".") in {facet.prefix for facet in FACETS.values()}
    return facet or re.search(f"{made}|{within}|{prefix}", SOURCES) is not None


def asked_whole() -> set[str]:
    return set(re.findall(r"""(?<=["'`])[a-z_]+\.[a-z0-9_.]+(?=["'`])""", SOURCES))


def test_every_label_that_is_asked_for_by_its_whole_key_exists() -> None:
    asked = set(re.findall(r"\bwords[(\[]\s*f?[\"']([a-z_]+\.[a-z0-9_.]+)[\"']", SOURCES))
    asked |= set(re.findall(r"'([a-z_]+\.[a-z0-9_.]+)' \| word\b", TEMPLATES))
    assert len(asked) > 100
    assert sorted(asked - set(messages())) == []


def test_every_label_is_asked_for_somewhere() -> None:
    made = {beginning + end for beginning, ends in PUT_TOGETHER.items() for end in ends}
    asked = asked_whole() | set(CATEGORIES) | made
    unused = sorted(set(messages()) - asked)
    assert unused == sorted(NOT_YET), "a word that nothing says, or one listed in vain"


def test_every_beginning_of_a_key_is_put_to_an_end_somewhere() -> None:
    assert [beginning for beginning in PUT_TOGETHER if not is_put_together(beginning)] == []


def test_every_label_says_something_in_chinese_and_in_english() -> None:
    assert [key for key, words in messages().items() if not (words["zh"] and words["en"])] == []


def test_labels_of_two_languages_have_the_same_places_to_fill() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{([a-z_]+)\}", text))

    odd = [key for key, w in messages().items() if w["en"] and not places(w["en"]) <= places(w["zh"])]
    assert odd == []


def test_every_category_value_has_a_label() -> None:
    assert sorted(set(CATEGORIES) - set(messages())) == []


def test_every_column_with_categories_names_its_labels() -> None:
    columns = [
        (t.name, f.name)
        for t in table_schema.tables().values()
        for f in t.fields
        if f.categories and not f.labels
    ]
    assert columns == []
