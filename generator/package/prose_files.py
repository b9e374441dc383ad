"""Read what the city writes outside cases, and find which of the product's own pages it belongs to.

Pages below docs/guidance/ say in their front matter which system of green manufacturing they are about
(``system``, one of SYSTEMS) and where they stand among the others (``order``, a whole number).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.catalog.guidance import SYSTEMS, GuidancePage
from generator.package import allowed_values
from generator.package.markdown import LinkScope
from generator.package.texts import PREFIX, Text, personal_lines, read_text
from generator.problems.problem import Problem
from generator.problems.reading import Reading

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
GUIDANCE = "guidance/"
_TITLE = re.compile(r"\A\s*#([^#\n][^\n]*)(?:\n|\Z)")
_ORDER = re.compile(r"[0-9]{1,4}", re.ASCII)
_LAST = 10_000
"""Place of a page that asks for none."""


@dataclass(frozen=True, slots=True)
class CityProse:
    """The prose of a city."""

    slots: Mapping[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Markdown of the pages that are the city's own, by path below `docs`."""
    guides: tuple[GuidancePage, ...] = ()
    """Pages of guidance: by the place they ask for, then by path."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of every file that was read, by path."""


def read_prose(paths: Mapping[str, Path], scope: LinkScope) -> Reading[CityProse]:
    """Read every Markdown file but the cases."""
    slots, pages, files = {}, {}, {}
    guides: list[tuple[int, GuidancePage]] = []
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
            slots[SLOTS[name]] = _TITLE.sub("", text.body if text else "")
            continue
        pages[name] = text.body if text else ""
        if name.startswith(GUIDANCE) and text is not None:
            guides.append((yield from _guide(name, text)))
    in_order = sorted(guides, key=lambda pair: (pair[0], pair[1].path))
    return CityProse(slots, pages, tuple(guide for _, guide in in_order), files)


def _guide(name: str, text: Text) -> Reading[tuple[int, GuidancePage]]:
    """Return a page of guidance with the place it asks for."""
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
    heading = _TITLE.match(text.body)
    title = raw.get("title") or (heading[1].strip() if heading else PurePosixPath(name).stem)
    return (int(order) if placed else _LAST), GuidancePage(name, str(title), system)
