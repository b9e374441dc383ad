"""Text made safe for XML and HTML."""

from __future__ import annotations

import html
import re

_SPECIAL = re.compile(r"[&<>\"']")


_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def escaped(text: str) -> str:
    """Return `text` safe in an element and in a quoted attribute."""
    return html.escape(text) if not text.isalnum() and _SPECIAL.search(text) else text


def replace_illegal_xml(text: str) -> str:
    """Return `text` with every character that XML 1.0 cannot hold replaced by U+FFFD.

    A chart whose label has one brings down the process that draws it; a feed with one cannot be read.
    """
    return _NOT_XML.sub("\ufffd", text)
