"""What a search must find, by its definition and by nothing else: slow, in Python, on rows of tables.

A query is folded (NFKC, lower case, brackets, traditional to simplified) and split at spaces; a word matches
a record if it is part of one of its folded names, models, codes or document numbers, of its toneless pinyin
written together, or of its initials. Pinyin is pypinyin's reading of the whole name, or unit_names.pinyin.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from generator.catalog.public_view import PublicView
from generator.schema.records import Enterprise, UnitName


@cache
def _simplified(character: str) -> str:
    convert = OpenCC("t2s").convert
    return convert(convert(character))


def fold(text: str) -> str:
    """Make a text comparable."""
    wide = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    return "".join(c if c < "㐀" else _simplified(c) for c in wide)


@dataclass(frozen=True)
class Firm:
    """An enterprise and every text by which it is found."""

    id: str
    name: str
    code: str
    spoken: tuple[str, ...]
    texts: str
    """Names, code, pinyin and initials, a line each."""


def firms(catalog: PublicView) -> list[Firm]:
    """Return every enterprise of a catalog."""
    return [_firm(catalog, row) for row in catalog.rows(Enterprise).values()]


def _firm(catalog: PublicView, row: Enterprise) -> Firm:
    rows = catalog.where(UnitName, "unit", row.id)
    names = {name for name in (row.name_zh, row.name_en) if name} | {n.name_zh for n in rows}
    given = {fold(n.name_zh): n.pinyin.split() for n in rows if n.pinyin}
    spoken = []
    for name in names:
        wide = unicodedata.normalize("NFKC", name).lower()
        by_hand = given.get(fold(name))
        whole = "".join(by_hand or lazy_pinyin(wide))
        initials = (
            "".join(s[0] for s in by_hand)
            if by_hand
            else "".join(lazy_pinyin(wide, style=Style.FIRST_LETTER))
        )
        spoken += [whole.replace(" ", ""), initials.replace(" ", "")]
    code = row.uscc.lower()
    texts = (*(fold(name) for name in names), code, *spoken)
    return Firm(row.id, row.name_zh, code, tuple(spoken), "\n".join(texts))


def found(firms: list[Firm], query: str) -> list[str]:
    """Return the ids that a query must find, in the order of the firms."""
    for word in fold(query).split(" "):
        firms = [firm for firm in firms if word in firm.texts]
    return [firm.id for firm in firms]


def queries(firms: list[Firm]) -> Iterator[str]:
    """Yield what must find each firm: parts of one to six characters, pinyin, initials, parts of its code."""
    for firm in firms:
        for length in range(1, 7):
            for start in range(len(firm.name) - length + 1):
                part = firm.name[start : start + length]
                if part.strip():
                    yield part
        yield from firm.spoken
        parts = [firm.code[a:b] for a in range(len(firm.code)) for b in range(a + 1, len(firm.code) + 1)]
        yield from parts[::10]


def sample(firms: list[Firm], size: int, seed: int) -> list[Firm]:
    """Return some of the firms, always the same ones."""
    return random.Random(seed).sample(firms, min(size, len(firms)))
