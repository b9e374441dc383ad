"""What a cell probably says, where its text is written oddly: for suggestions, never for reading a value."""

from __future__ import annotations

import unicodedata

BLANKS = " \t\r\n\u3000\u00a0\u200b\ufeff\u200c\u200d\u2060"
_SIGNS = {"－": "-", "−": "-", "．": "."}


def normalize(text: str) -> str:
    """Return `text` without blanks around it and without invisible characters, in its usual width."""
    return unicodedata.normalize("NFKC", visible_text(text) or "").strip(BLANKS)


def visible_text(text: str) -> str | None:
    """Return what is seen of `text`: all but characters that only steer its display; None for nothing."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip(BLANKS) or None


def half_width(text: str) -> str:
    """Return a number's text in plain digits, point and sign; whatever else is in it stays as it is.

    Not by compatibility folding of the whole text, which would make 5² a 52.
    """
    digits = (str(unicodedata.decimal(c, _SIGNS.get(c, c))) for c in text)
    return "".join(d for d in digits if not d.isspace() and d != "_" and unicodedata.category(d) != "Cf")
