"""The explanations of codes, from codes/*.yaml. Words in messages themselves stand in codes.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.formats import yaml_reader

FOLDER = Path(__file__).parent / "codes"
FAMILIES = ("encoding", "csv", "cells", "keys", "rules", "yaml", "package", "prose")
"""The files of explanations, in the order in which their codes are listed."""


@dataclass(frozen=True, slots=True)
class CodeGuide:
    """How one code is explained. Texts are Markdown of paragraphs, lists and code spans."""

    code: str
    family: str
    """Name of the file it stands in: one of FAMILIES."""
    meaning: Mapping[str, str]
    """What the code says of the data, and why it matters, by language."""
    wrong: str
    """An example that gives the code, as it stands in a file."""
    right: str
    """The same example mended."""
    fixes: Mapping[str, Mapping[str, str]]
    """What to do, by language and tool: excel and editor in Chinese, `mend` in English."""


def _guide(code: str, family: str, raw: Mapping[str, Any]) -> CodeGuide:
    zh, en = raw["zh"], raw["en"]
    return CodeGuide(
        code=code,
        family=family,
        meaning={"zh": zh["meaning"], "en": en["meaning"]},
        wrong=raw["wrong"],
        right=raw["right"],
        fixes={"zh": {"excel": zh["excel"], "editor": zh["editor"]}, "en": {"mend": en["mend"]}},
    )


@cache
def code_guides() -> dict[str, CodeGuide]:
    """Return the explanation of every code, by family. KeyError where a part of one is lacking."""
    found: dict[str, CodeGuide] = {}
    for family in FAMILIES:
        raw = yaml_reader.read((FOLDER / f"{family}.yaml").read_text("utf-8")).value
        found |= {code: _guide(code, family, entry) for code, entry in raw.items()}
    return found


def paragraphs(text: str) -> str:
    """Return a guide's text as Markdown: every line a paragraph or an item of its own."""
    return text.strip().replace("\n", "\n\n")


def fenced(example: str) -> str:
    """Return an example as Markdown that shows it as it stands."""
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example.strip()}\n{fence}"
