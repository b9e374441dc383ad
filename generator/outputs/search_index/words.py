"""The words that the browser shows while searching: labels only, each by its key."""

from __future__ import annotations

from generator.i18n.translations import Translations

_PREFIXES = ("find.", "name_kind.", "level.", "status.", "attribution.", "bulk.", "compare.", "axis.")
_KEYS = (
    "asof.told",
    "asof.nothing_yet",
    "asof.nothing_yet_list_year",
    "asof.csv",
    "ui.counted",
    "ui.noticed_rows",
    "ui.inferred_rows",
    "ui.unresolved_rows",
    "ui.unknown",
    "ui.name",
    "ui.product",
    "ui.model",
    "ui.enterprise",
    "ui.level",
    "ui.status",
    "ui.place",
    "ui.industry",
    "ui.all_years",
    "ui.lookup",
    "ui.path",
    "ui.level_and_status",
    "ui.timeline",
    "ui.checked_never",
    "action.compare",
    "ui.category",
    "action.clear",
    "ui.search_results",
    "facet.any",
    "field.uscc",
    "field.as_of",
    "field.covered_until",
    "msg.not_found",
    "msg.evaluator",
    "nav.coverage",
    "site.banner_demo",
)


def browser_words(words: Translations) -> dict[str, str]:
    """Return the words by key."""
    return {key: words[key] for key in words.keys if key in _KEYS or key.startswith(_PREFIXES)}
