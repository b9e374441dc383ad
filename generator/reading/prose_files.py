"""Reads what the city writes outside cases: decoded, looked through for personal data, hashed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem
from generator.reading.cases import personal_lines
from generator.reading.decode import decode

SLOTS = {"index.md": "index", "about.md": "about"}
"""Files that fill a place in one of the product's own pages, by the name of that place."""
_TITLE = re.compile(r"\A#[^#\n][^\n]*\n")


@dataclass(slots=True)
class ProseFiles:
    """The prose of a city."""

    slots: dict[str, str] = field(default_factory=dict)
    """Markdown for the product's own pages, without its title."""
    pages: dict[str, str] = field(default_factory=dict)
    """Markdown of the pages that are the city's own, by path below `docs`."""
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


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
    return read
