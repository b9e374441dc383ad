"""How names are read: toneless pinyin a character, told in as few bytes as a file of names needs.

A name's reading is pypinyin's of the whole name by phrases. Characters are nearly always read the same way
within a register: a file holds the common reading of each character once, and where it was read otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache


def _unread(text: str) -> str:
    return list(text)  # type: ignore[return-value]  # a syllable for each character: pypinyin takes a list too


@lru_cache(maxsize=1 << 16)
def _of_phrase(phrase: str) -> tuple[str, ...]:
    # Loaded here and below: its phrases take longer to load than a city takes to check, and a build reads
    # names in one of its processes only.
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(phrase, errors=_unread))


def syllables(text: str) -> list[str]:
    """Return the reading of each character of a widened text; of one that has none, the character.

    The same as pypinyin's reading of the whole text, cut where pypinyin cuts it so that each phrase of a
    register is read once: names share most of theirs.
    """
    from pypinyin.seg.simpleseg import seg

    return [syllable for phrase in seg(text) for syllable in _of_phrase(phrase)]


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of the names of one file, in their order."""

    common: Mapping[str, str]
    """Syllable to the characters that are commonly read so, written together."""
    other: Mapping[str, Mapping[str, list[int]]]
    """Character to its further readings, each with the occurrences of that character that are read so: how
    many occurrences lie between one and the one before, the first counted from 0."""


def readings(texts: Iterable[str]) -> Readings:
    """Return the readings of widened texts."""
    heard: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for character, syllable in zip(text, syllables(text), strict=True):
            if character != syllable:
                heard[character].append(syllable)
    common: defaultdict[str, list[str]] = defaultdict(list)
    other: dict[str, dict[str, list[int]]] = {}
    for character, spoken in sorted(heard.items()):
        first, *further = sorted(Counter(spoken).items(), key=lambda pair: (-pair[1], pair[0]))
        common[first[0]].append(character)
        if further:
            other[character] = {s: _steps(spoken, s) for s, _ in further}
    return Readings({s: "".join(common[s]) for s in sorted(common)}, other)


def _steps(spoken: Sequence[str], syllable: str) -> list[int]:
    at = [number for number, heard in enumerate(spoken) if heard == syllable]
    return [here - before for before, here in zip([0, *at], at, strict=False)]
