"""How names and queries are made comparable; the same rules stand in browser/search/name_folding.js.

NFKC makes width and brackets alike, then lower case, then traditional characters become simplified ones, one
by one: a phrase's own conversion would break the rule that every part of a name is found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

_HAN = range(0x3400, 0xA000)
"""Chinese characters that a reader may type; the rare ones beyond are converted where a name has them."""


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


class _Simplified(dict[int, str]):
    """Character to simplified character, as str.translate asks for it; each is converted once."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        if code >= _HAN.start:
            # Twice, for the one character whose simplified form is itself converted: folding is then final.
            one = _converter().convert(_converter().convert(one))
        self[code] = one
        return one


_SIMPLIFIED = _Simplified()


def single_line(text: str) -> str:
    """Return a text without line ends, which part the records of a column."""
    return " ".join(text.splitlines())


def normalize_width(text: str) -> str:
    """Return a text with width, brackets and case made alike and spaces single, characters as they are.

    The mark of byte order is a space: nobody sees it, and JavaScript holds it for one.
    """
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("\ufeff", " ").split())


def fold(text: str) -> str:
    """Return a text as it is compared."""
    return normalize_width(text).translate(_SIMPLIFIED)


def traditional_characters(texts: Iterable[str]) -> dict[str, str]:
    """Return, of the characters of widened texts, those that are traditional, with their simplified ones."""
    found = sorted({character for text in texts for character in text})
    return {one: _SIMPLIFIED[ord(one)] for one in found if _SIMPLIFIED[ord(one)] != one}


def traditional_variants(alphabet: Iterable[str]) -> dict[str, str]:
    """Return the traditional characters that mean one of `alphabet`, with the one each means."""
    known = set(alphabet)
    characters = [chr(code) for code in _HAN]
    text = _converter().convert(_converter().convert("\n".join(characters)))
    pairs = zip(characters, text.split("\n"), strict=True)
    return {one: other for one, other in pairs if one != other and other in known}
