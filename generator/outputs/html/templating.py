"""The one door to Jinja2: autoescape always, unknown names are errors, templates do no arithmetic."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.i18n.translations import Translations
from generator.outputs.html import markup
from generator.site.document import Block

TEMPLATES = Path(__file__).parent / "templates"
_MACROS = {"parts": "parts.html", "as_of": "asof.html", "filters": "filters.html", "lists": "list.html"}
"""Templates of macros by the name that every template knows them by, those that others build on first."""


def template(name: str, words: Translations) -> Template:
    """Return a template; ``word`` in it is the language of `words`."""
    return _template(name, words.lang)


def render(name: str, *, words: Translations, **context: object) -> Markup:
    """Fill a template; every value is escaped unless it is Markup."""
    return Markup(template(name, words).render(words=words, **context))


@cache
def _template(name: str, lang: str) -> Template:
    """Load a template, its globals in one dictionary: of two in a chain Jinja makes one for each page."""
    found = _environment(lang).get_template(name)
    found.globals = dict(found.globals)
    return found


@cache
def _environment(lang: str) -> Environment:
    """Return the environment of the project's templates in one language.

    Words and macros are the environment's own: Jinja writes ``'nav.home' | word`` into the compiled template
    as it stands, and a macro that is imported on each page is looked up on each page. Both took a quarter of
    the time of a page.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.tests["date"] = markup.is_date
    words = Translations(lang)
    made.filters["word"] = words.__getitem__
    made.globals |= {
        "facts": markup.facts,
        "runs": markup.runs,
        "table": markup.table,
        "data_attributes": markup.data_attributes,
        "unknown_block": _unknown_block,
    }
    rare = partial(_rare_block, made, words)
    made.globals["section"] = partial(markup.section, rare=rare)
    made.globals["block"] = partial(markup.block, rare=rare)
    for name, file in _MACROS.items():
        made.globals[name] = made.get_template(file).module
    return made


def _rare_block(environment: Environment, words: Translations, data: Block, root: str, label: str) -> str:
    """Render a block that has no function of its own in `markup`, by the macro for it."""
    parts: Any = environment.globals["parts"]
    return str(parts.rare(data, root, label, words))


def _unknown_block(data: object) -> NoReturn:
    """Refuse a block that no template prints: a page that leaves it out would look complete.

    Raises:
        TypeError: always.
    """
    raise TypeError(f"parts.html has no template for a block of type {type(data).__name__}")
