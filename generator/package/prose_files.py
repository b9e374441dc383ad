"""Read what the city writes outside cases: text for slots of the product's pages, and pages of its own.

Pages below docs/guidance/ say in their front matter which system of green manufacturing they are about
(``system``, one of SYSTEMS) and where they stand among the others (``order``, a whole number).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.catalog.guidance import SYSTEMS
from generator.catalog.prose import ProsePage
from generator.formats.markdown import split_title
from generator.package import allowed_values
from generator.package.markdown import LinkScope
from generator.package.reading import Reading
from generator.package.texts import PREFIX, Text, personal_lines, read_text
from generator.problems.problem import Problem

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
_ORDER = re.compile(r"[0-9]{1,4}", re.ASCII)
_LAST = 10_000
"""Place of a page that asks for none."""


@dataclass(frozen=True, slots=True)
class CityProse:
    """The prose of a city."""

    slots: Mapping[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: Mapping[str, ProsePage] = field(default_factory=dict)
    """Pages that are the city's own, by path below `docs`."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of every file that was read, by path."""


def read_prose(paths: Mapping[str, Path], scope: LinkScope) -> Reading[CityProse]:
    """Read every Markdown file but the cases."""
    slots, pages, files = {}, {}, {}
    for file, path in paths.items():
        name = file.removeprefix(PREFIX)
        if not name.endswith(".md") or name.startswith("cases/"):
            continue
        markdown = yield from read_text(file, path, scope)
        if markdown is not None:
            files[file] = markdown.data
        text = markdown.text if markdown else None
        if text is not None:
            yield from personal_lines(text.head, file, 2)
        if name in SLOTS:
            slots[SLOTS[name]] = split_title(text.body)[1] if text else ""
        elif text is not None:
            pages[name] = yield from _page(name, text)
    return CityProse(slots, pages, files)


def _page(name: str, text: Text) -> Reading[ProsePage]:
    """Return a page of the city's own."""
    front = text.front.value if text.front and isinstance(text.front.value, dict) else {}
    title = front.get("title") or split_title(text.body)[0] or PurePosixPath(name).stem
    page = ProsePage(name, str(title), str(front.get("description") or ""), text.body)
    return (yield from _placed(page, text)) if page.is_guidance else page


def _placed(page: ProsePage, text: Text) -> Reading[ProsePage]:
    """Return a page of guidance with its system and the place that it asks for."""
    front = text.front
    raw = front.value if front and isinstance(front.value, dict) else {}

    def problem(code: str, key: str, value: object, **details: str) -> Problem:
        at = front.place(key) if front else (1, 1)
        return Problem(code, text.file, *at, key, str(value), details)

    system, order = raw.get("system", ""), raw.get("order", "")
    if system and system not in SYSTEMS:
        yield problem("CAT-001", "system", system, **allowed_values.told(SYSTEMS, "system"))
        system = ""
    placed = isinstance(order, str) and _ORDER.fullmatch(order) is not None
    if order != "" and not placed:
        yield problem("TYP-003", "order", order)
    return replace(page, system=system, order=int(order) if placed else _LAST)
