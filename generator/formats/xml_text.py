"""Escape text for XML and HTML."""

from __future__ import annotations

import html
import re

_SPECIAL = re.compile(r"[&<>\"']")


_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def escaped(text: str) -> str:
    """Return `text` escaped for an element and for a quoted attribute."""
    return html.escape(text) if not text.isalnum() and _SPECIAL.search(text) else text


def replace_illegal_xml(text: str) -> str:
    """Return `text` with every character that XML 1.0 does not allow replaced by U+FFFD.

    Such a character crashes the renderer of charts and makes a feed invalid.
    """
    return _NOT_XML.sub("\ufffd", text)
