"""How names and queries are made comparable; the same rules stand in browser/search/name_folding.js.

Steps: NFKC (one form of width and brackets), lower case, traditional to simplified characters one by one. The
conversion of whole phrases would break the rule that every part of a name is found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

_HAN = range(0x3400, 0xA000)
"""Characters that a reader may type; rarer ones are converted only if a name has them."""


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


class _Simplified(dict[int, str]):
    """A cache for str.translate, from code point to simplified character."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        if code >= _HAN.start:
            # Twice: the simplified form of one character is converted again. Folding is then idempotent.
            one = _converter().convert(_converter().convert(one))
        self[code] = one
        return one


_SIMPLIFIED = _Simplified()


def single_line(text: str) -> str:
    """Return a text without line ends, which separate the records of a column."""
    return " ".join(text.splitlines())


def normalize_width(text: str) -> str:
    """Return a text in NFKC and lower case with single spaces; traditional characters are kept.

    A byte order mark counts as a space, as it does in JavaScript.
    """
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("\ufeff", " ").split())


def fold(text: str) -> str:
    """Return the form of a text that is used for comparison."""
    return normalize_width(text).translate(_SIMPLIFIED)


def traditional_characters(texts: Iterable[str]) -> dict[str, str]:
    """Return the traditional characters in width-normalized texts, each with its simplified character."""
    used = sorted({character for text in texts for character in text})
    return {one: _SIMPLIFIED[ord(one)] for one in used if _SIMPLIFIED[ord(one)] != one}


def traditional_variants(alphabet: Iterable[str]) -> dict[str, str]:
    """Return every traditional character whose simplified character is in `alphabet`, with that character."""
    known = set(alphabet)
    characters = [chr(code) for code in _HAN]
    text = _converter().convert(_converter().convert("\n".join(characters)))
    pairs = zip(characters, text.split("\n"), strict=True)
    return {one: other for one, other in pairs if one != other and other in known}
