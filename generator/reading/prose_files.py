"""Reads what the city writes outside cases: decoded, looked through for personal data, hashed.

Pages below docs/guidance/ say in their front matter which system of green manufacturing they tell of
(``system``, one of model.SYSTEMS) and where they stand among the others (``order``, a whole number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.model import SYSTEMS, Guide
from generator.problems import Problem
from generator.reading import front_matter
from generator.reading.cases import personal_lines
from generator.reading.decode import decode
from generator.reading.front_matter import FrontMatter

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
GUIDANCE = "guidance/"
_TITLE = re.compile(r"\A\s*#([^#\n][^\n]*)(?:\n|\Z)")
_ORDER = re.compile(r"[0-9]{1,4}", re.ASCII)
_LAST = 10_000
"""Place of a page that asks for none."""


@dataclass(slots=True)
class ProseFiles:
    """The prose of a city."""

    slots: dict[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: dict[str, str] = field(default_factory=dict)
    """Markdown of the pages that are the city's own, by path below `docs`."""
    guides: list[tuple[int, Guide]] = field(default_factory=list)
    """Pages of guidance with the place each asks for."""
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def guides_in_order(self) -> tuple[Guide, ...]:
        """Return the pages of guidance: by the place they ask for, then by path."""
        return tuple(guide for _, guide in sorted(self.guides, key=lambda pair: (pair[0], pair[1].path)))


def read_prose(docs: Path) -> ProseFiles:
    """Read every Markdown file of `docs` but the cases."""
    read = ProseFiles()
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if path.is_symlink() or not path.is_file() or name.startswith("cases/"):
            continue
        file = f"docs/{name}"
        read.files[file] = path.read_bytes()
        text, problems = decode(read.files[file], file)
        read.problems += problems + personal_lines(text or "", file)
        if name in SLOTS:
            read.slots[SLOTS[name]] = _TITLE.sub("", text or "")
        else:
            read.pages[name] = text or ""
            if name.startswith(GUIDANCE):
                _read_guide(name, file, front_matter.split(text or ""), read)
    return read


def _read_guide(name: str, file: str, parts: FrontMatter, read: ProseFiles) -> None:
    read.problems += parts.problems(file)
    given = parts.document.value if parts.document else None
    given = given if isinstance(given, dict) else {}

    def at(key: str) -> tuple[int, int]:
        return parts.document.place(key) if parts.document else (1, 1)

    system, order = given.get("system", ""), given.get("order", "")
    if system and system not in SYSTEMS:
        allowed = {"allowed": "{" + ", ".join(SYSTEMS) + "}"}
        read.problems.append(Problem("CAT-001", file, *at("system"), "system", str(system), allowed))
        system = ""
    placed = isinstance(order, str) and _ORDER.fullmatch(order) is not None
    if order != "" and not placed:
        read.problems.append(Problem("TYP-003", file, *at("order"), "order", str(order)))
    heading = _TITLE.match(parts.body)
    title = given.get("title") or (heading[1].strip() if heading else PurePosixPath(name).stem)
    read.guides.append((int(order) if placed else _LAST, Guide(name, str(title), system)))
