"""Allowed values as people know them: each with its label, and the value that somebody's word may mean.

People think in 国家级, the tables hold `national`; the labels of the interface are the bridge.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from generator.i18n.messages import messages

_ALIKE = 0.4
"""How alike two words must be at least (difflib's ratio) for a question whether the one was meant."""
_BRACKETS = {"zh": "{}（{}）", "en": "{} ({})"}


def told(values: Sequence[str], prefix: str) -> dict[str, str]:
    """Return the allowed values as CAT-001 tells them: ``{national（国家级）, …}``, in both languages.

    `prefix` is what the keys of their labels begin with; values without a label stand alone.
    """
    return {"allowed": _list(values, prefix, "zh"), "allowed_en": _list(values, prefix, "en")}


def _list(values: Sequence[str], prefix: str, lang: str) -> str:
    known = messages()
    words = ((value, known.get(f"{prefix}.{value}", {}).get(lang, "")) for value in values)
    shown = (_BRACKETS[lang].format(value, word) if word else value for value, word in words)
    return "{" + ", ".join(shown) + "}"


def named(text: str, values: Sequence[str], prefix: str) -> str | None:
    """Return the allowed value whose label, in either language, is `text`; None unless it is one alone."""
    known = messages() if prefix else {}
    found = {value for value in values if text in known.get(f"{prefix}.{value}", {}).values()}
    return found.pop() if text and len(found) == 1 else None


def nearest(text: str, values: Sequence[str], prefix: str) -> str | None:
    """Return the allowed value that is itself, or whose label is, most like `text`; None where none is."""
    words = [(word, value) for value, word in _words(values, prefix)]
    words += [(value, value) for value in values]
    near = difflib.get_close_matches(text.casefold(), [word for word, _ in words], 1, _ALIKE)
    return next((value for word, value in words if word == near[0]), None) if near else None


def _words(values: Sequence[str], prefix: str) -> Iterator[tuple[str, str]]:
    known = messages() if prefix else {}
    for value in values:
        for word in known.get(f"{prefix}.{value}", {}).values():
            if word:
                yield value, word.casefold()
