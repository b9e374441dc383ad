"""Normalize the text of a cell, for suggestions and comparisons, never to read a value."""

from __future__ import annotations

import unicodedata

BLANKS = " \t\r\n\u3000\u00a0\u200b\ufeff\u200c\u200d\u2060"
_SIGNS = {"－": "-", "−": "-", "．": "."}


def normalize(text: str) -> str:
    """Return `text` in NFKC, without surrounding blanks and without invisible characters."""
    return unicodedata.normalize("NFKC", visible_text(text) or "").strip(BLANKS)


def visible_text(text: str) -> str | None:
    """Return `text` without invisible characters and surrounding blanks; None if nothing remains."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip(BLANKS) or None


def half_width(text: str) -> str:
    """Return a number's text with ASCII digits, point and sign; other characters are kept.

    Not NFKC, which would turn 5² into 52.
    """
    digits = (str(unicodedata.decimal(c, _SIGNS.get(c, c))) for c in text)
    return "".join(d for d in digits if not d.isspace() and d != "_" and unicodedata.category(d) != "Cf")
