"""Reads what the city writes outside cases, and tells which of the product's own pages it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.reading.markdown import Surroundings
from generator.reading.texts import PREFIX, Texts, personal_lines, read_text

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
_TITLE = re.compile(r"\A#[^#\n][^\n]*\n")


@dataclass(slots=True)
class Prose:
    """The prose of a city."""

    slots: dict[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: dict[str, str] = field(default_factory=dict)
    """Markdown of the pages that are the city's own, by path below `docs`."""


def read_prose(texts: Texts, around: Surroundings) -> Prose:
    """Read every Markdown file but the cases; what is wrong goes to `texts.problems`."""
    prose = Prose()
    for file in texts.paths:
        name = file.removeprefix(PREFIX)
        if not name.endswith(".md") or name.startswith("cases/"):
            continue
        text = read_text(file, texts, around)
        if text is not None:
            texts.problems.extend(personal_lines(text.head, file, 2))
        if name in SLOTS:
            prose.slots[SLOTS[name]] = _TITLE.sub("", text.body if text else "")
        else:
            prose.pages[name] = text.body if text else ""
    return prose
