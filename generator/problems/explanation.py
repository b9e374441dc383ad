"""Format the explanation of a code for `portal explain` and for editors that show help texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems.code_guides import code_guides, fenced, paragraphs
from generator.problems.problem import codes
from generator.problems.wording import WORDS


def _parts(id_: str, lang: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (heading, text, is_example) for each part of an explanation."""
    guide, words = code_guides()[id_], WORDS[lang]
    yield words["meaning"], guide.meaning[lang], False
    yield words["wrong"], guide.wrong, True
    yield words["right"], guide.right, True
    for tool, text in guide.fixes[lang].items():
        yield words[tool], text, False


def heading(id_: str, lang: str) -> str:
    """Return a code with its title and severity in one line. Raises KeyError for an unknown code."""
    code = codes()[id_]
    severity = WORDS[lang]["brackets"].format(text=WORDS[lang][code.severity])
    return f"{id_}  {code.title[lang]}{severity}"


def explain(id_: str, lang: str = "zh") -> str:
    """Return the explanation of a code as plain text. Raises KeyError for an unknown code."""
    blocks = [heading(id_, lang)]
    for name, text, example in _parts(id_, lang):
        lines = [f"    {line}" if example else f"  {line}" for line in text.strip("\n").split("\n")]
        blocks.append("\n".join([name, *lines]))
    return "\n\n".join(blocks) + "\n"


def as_markdown(id_: str, lang: str = "zh") -> str:
    """Return the explanation of a code as Markdown. Raises KeyError for an unknown code."""
    blocks = []
    for name, text, example in _parts(id_, lang):
        blocks.append(f"**{name}**\n\n{fenced(text) if example else paragraphs(text)}")
    return "\n\n".join(blocks) + "\n"


def code_list(lang: str = "zh") -> str:
    """Return one line per code with severity and title."""
    words = WORDS[lang]
    return "".join(f"{code.id:<8} {words[code.severity]}  {code.title[lang]}\n" for code in codes().values())
