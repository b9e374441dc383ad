"""The guides, from *.md beside this module: a head of `title`, `lead` and `order`, then Markdown.

`name.md` is Chinese, `name.en.md` the same guide in English. A link `site:address` leads
to a page of the site itself, e.g. `site:guides/codes/cat-001/`; where a city's site has no such page its
words stand without a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.formats import yaml_reader

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide in one language."""

    name: str
    """Last part of its address."""
    title: str
    lead: str
    """What it is about in a sentence, for the index and below the title."""
    order: int
    """Place in the index, from 1."""
    opening: str
    """Markdown before the first heading."""
    sections: tuple[tuple[str, str], ...]
    """Title and Markdown of each part."""

    @property
    def text(self) -> str:
        """The whole guide as Markdown."""
        return "\n\n".join([self.opening, *(f"## {title}\n\n{text}" for title, text in self.sections)])


@cache
def guides(lang: str) -> tuple[Guide, ...]:
    """Return every guide in order, in `lang` where it is written, else in Chinese.

    ValueError names a file without its head.
    """
    names = {path.name.split(".")[0] for path in FOLDER.glob("*.md")}
    found = (_guide(name, lang) for name in names)
    return tuple(sorted(found, key=lambda guide: (guide.order, guide.name)))


def _guide(name: str, lang: str) -> Guide:
    own = FOLDER / f"{name}.{lang}.md"
    path = own if own.is_file() else FOLDER / f"{name}.md"
    text = path.read_text("utf-8")
    match = _HEAD.match(text)
    head = yaml_reader.read(match[1]).value if match else None
    if match is None or not isinstance(head, dict):
        raise ValueError(f"{path.name} has no head")
    opening, *parts = _HEADING.split(text[match.end() :])
    return Guide(
        name=name,
        title=head["title"],
        lead=head["lead"],
        order=int(head["order"]),
        opening=opening.strip(),
        sections=tuple(zip(parts[::2], parts[1::2], strict=True)),
    )
