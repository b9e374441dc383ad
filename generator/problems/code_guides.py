"""Explanations of codes, from the YAML files that describe them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.problems.code_files import CodeTable, entry, ids_in_order

FAMILIES = ("encoding", "csv", "cells", "keys", "rules", "yaml", "package", "prose")
"""Families of codes, in the order in which they are explained."""


@dataclass(frozen=True, slots=True)
class CodeGuide:
    """The explanation of one code. Texts are Markdown with paragraphs, lists and code spans."""

    code: str
    family: str
    """What the code is about: one of FAMILIES."""
    meaning: Mapping[str, str]
    """What the code means and why it matters, by language."""
    wrong: str
    """Example of a file's text that raises the code."""
    right: str
    """The same example, corrected."""
    fixes: Mapping[str, Mapping[str, str]]
    """What to do, by language and tool: `excel` and `editor` in Chinese, `mend` in English."""


def _guide(code: str, raw: Mapping[str, Any]) -> CodeGuide:
    explanation = raw["explanation"]
    zh, en = explanation["zh"], explanation["en"]
    return CodeGuide(
        code=code,
        family=raw["family"],
        meaning={"zh": zh["meaning"], "en": en["meaning"]},
        wrong=explanation["wrong"],
        right=explanation["right"],
        fixes={"zh": {"excel": zh["excel"], "editor": zh["editor"]}, "en": {"mend": en["mend"]}},
    )


@cache
def code_guides() -> Mapping[str, CodeGuide]:
    """Return the explanation of every code by id, in the order of FAMILIES.

    Looking one up raises KeyError if its explanation lacks a part.
    """
    ids = sorted(ids_in_order("explained"), key=lambda code: FAMILIES.index(entry(code)["family"]))
    return CodeTable(ids, _guide)


def paragraphs(text: str) -> str:
    """Return a guide's text as Markdown in which every line is a paragraph or a list item."""
    return text.strip().replace("\n", "\n\n")


def fenced(example: str) -> str:
    """Return an example as a fenced Markdown code block."""
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example.strip()}\n{fence}"
