"""What is wrong with a text as a text: characters not seen or mistaken for others, markup, formulas, blanks.

Nothing here knows columns or files; cells.py chooses what is asked of which column.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from generator.formats.cell_text import BLANKS, visible_text

ELEMENTS = (
    "a|abbr|article|audio|b|base|body|br|button|canvas|code|details|div|em|embed|form|frame|h[1-6]|head|html|"
    "i|iframe|img|input|link|math|meta|object|option|p|pre|s|script|section|select|span|strong|style|sub|sup|"
    "svg|table|template|td|textarea|th|title|tr|u|ul|video"
)
"""Names of HTML elements, as a part of a regular expression: `<5%` is no markup, `<b` is."""
_MARKUP = re.compile(rf"<(?=[a-z/])/?(?:{ELEMENTS})(?![a-z0-9])|<!|\{{\{{|\{{%|\]\]>", re.IGNORECASE)
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_FORMULA_BODY = re.compile(r"[a-zA-Z(|']")
_ARABIC_OR_INDIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0900-\u0fff\u08a0-\u08ff]")
_LOOK_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f\u2e80-\u2fdf]")
"""Greek and Cyrillic letters and Kangxi radicals, which in a code stand for a Latin letter or a character."""
_JOINERS = "\u200c\u200d"


class CellIssue(NamedTuple):
    """Something wrong with a cell."""

    code: str
    details: dict[str, str]
    suggestion: str | None = None
    """The whole text of the cell as it should probably stand."""


def invisible(text: str) -> tuple[int, str] | None:
    """Return place from 1 and character of the first invisible or direction-changing character, or None.

    Joiners between letters of Arabic, Uyghur, Tibetan or Indic script belong to the writing and pass.
    """
    if text.isascii() or text.isprintable():
        return None
    for at, char in enumerate(text):
        if unicodedata.category(char) not in ("Cf", "Co", "Cs", "Cn"):
            continue
        around = text[max(at - 1, 0)] + text[min(at + 1, len(text) - 1)]
        if char in _JOINERS and len(_ARABIC_OR_INDIC.findall(around)) == 2:
            continue
        return at + 1, char
    return None


def text_slip(text: str) -> CellIssue | None:
    """Return what is wrong with a text that people write, the worst first; None where nothing is."""
    found = invisible(text)
    if found:
        at, char = found
        name = f"U+{ord(char):04X} 第 {at} 字"
        return CellIssue("TXT-002", {"detail": name}, visible_text(text))
    if text[0] in BLANKS or text[-1] in BLANKS:
        return CellIssue("TXT-004", {}, text.strip(BLANKS))
    if ("<" in text or "{" in text or "]]>" in text) and _MARKUP.search(text):
        return CellIssue("TXT-001", {})
    if _FORMULA.match(text) and _FORMULA_BODY.search(text, 1):
        return CellIssue("TXT-003", {})
    return None


def look_alike(text: str) -> CellIssue | None:
    """Return what is wrong with a code that holds a letter of another alphabet; text may hold any."""
    odd = None if text.isascii() else _LOOK_ALIKE.search(text)
    return CellIssue("TXT-002", {"detail": f"U+{ord(odd[0]):04X} 第 {odd.start() + 1} 字"}) if odd else None


def is_blank(text: str) -> bool:
    """Tell whether a cell holds nothing to see."""
    return not text.strip(BLANKS)
