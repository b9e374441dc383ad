"""Explanations of codes, read from codes/*.yaml. Titles and messages of codes are in codes.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.formats import yaml_reader

FOLDER = Path(__file__).parent / "codes"
FAMILIES = ("encoding", "csv", "cells", "keys", "rules", "yaml", "package", "prose")
"""Names of the files in codes/, in the order in which codes are listed."""


@dataclass(frozen=True, slots=True)
class CodeGuide:
    """The explanation of one code. Texts are Markdown with paragraphs, lists and code spans."""

    code: str
    family: str
    """Name of the file that explains the code: one of FAMILIES."""
    meaning: Mapping[str, str]
    """What the code means and why it matters, by language."""
    wrong: str
    """Example of a file's text that raises the code."""
    right: str
    """The same example, corrected."""
    fixes: Mapping[str, Mapping[str, str]]
    """What to do, by language and tool: `excel` and `editor` in Chinese, `mend` in English."""


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
    """Return the explanation of every code by id, in the order of FAMILIES.

    Raises KeyError if an explanation lacks a part.
    """
    guides: dict[str, CodeGuide] = {}
    for family in FAMILIES:
        raw = yaml_reader.read((FOLDER / f"{family}.yaml").read_text("utf-8")).value
        guides |= {code: _guide(code, family, entry) for code, entry in raw.items()}
    return guides


def paragraphs(text: str) -> str:
    """Return a guide's text as Markdown in which every line is a paragraph or a list item."""
    return text.strip().replace("\n", "\n\n")


def fenced(example: str) -> str:
    """Return an example as a fenced Markdown code block."""
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example.strip()}\n{fence}"
