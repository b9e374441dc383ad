"""Reads what the city writes outside cases, and tells which of the product's own pages it belongs to.

Pages below docs/guidance/ say in their front matter which system of green manufacturing they tell of
(``system``, one of model.SYSTEMS) and where they stand among the others (``order``, a whole number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.catalog.catalog import SYSTEMS, GuidancePage
from generator.package import allowed_values
from generator.package.markdown import LinkScope
from generator.package.texts import PREFIX, Text, Texts, personal_lines, read_text
from generator.problems.problem import Problem

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
GUIDANCE = "guidance/"
_TITLE = re.compile(r"\A\s*#([^#\n][^\n]*)(?:\n|\Z)")
_ORDER = re.compile(r"[0-9]{1,4}", re.ASCII)
_LAST = 10_000
"""Place of a page that asks for none."""


@dataclass(slots=True)
class CityProse:
    """The prose of a city."""

    slots: dict[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: dict[str, str] = field(default_factory=dict)
    """Markdown of the pages that are the city's own, by path below `docs`."""
    guides: list[tuple[int, GuidancePage]] = field(default_factory=list)
    """Pages of guidance with the place each asks for."""

    def guides_in_order(self) -> tuple[GuidancePage, ...]:
        """Return the pages of guidance: by the place they ask for, then by path."""
        return tuple(guide for _, guide in sorted(self.guides, key=lambda pair: (pair[0], pair[1].path)))


def read_prose(texts: Texts, around: LinkScope) -> CityProse:
    """Read every Markdown file but the cases; what is wrong goes to `texts.problems`."""
    prose = CityProse()
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
            if name.startswith(GUIDANCE) and text is not None:
                prose.guides.append(_guide(name, text, texts))
    return prose


def _guide(name: str, text: Text, texts: Texts) -> tuple[int, GuidancePage]:
    """Return a page of guidance with the place it asks for; what is wrong goes to `texts.problems`."""
    front = text.front
    given = front.value if front else None
    given = given if isinstance(given, dict) else {}

    def tell(code: str, key: str, value: object, **details: str) -> None:
        at = front.place(key) if front else (1, 1)
        texts.problems.append(Problem(code, text.file, *at, key, str(value), details))

    system, order = given.get("system", ""), given.get("order", "")
    if system and system not in SYSTEMS:
        tell("CAT-001", "system", system, **allowed_values.told(SYSTEMS, "system"))
        system = ""
    placed = isinstance(order, str) and _ORDER.fullmatch(order) is not None
    if order != "" and not placed:
        tell("TYP-003", "order", order)
    heading = _TITLE.match(text.body)
    title = given.get("title") or (heading[1].strip() if heading else PurePosixPath(name).stem)
    return (int(order) if placed else _LAST), GuidancePage(name, str(title), system)
