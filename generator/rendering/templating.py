"""The one door to Jinja2: autoescape always, unknown names are errors, templates do no arithmetic."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
_DATE = re.compile(r"\d{4}(-\d\d){1,2}\Z")


@cache
def environment() -> Environment:
    """Return the environment of the project's templates."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.tests["date"] = is_date
    return made


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date or month and nothing else: it is set as one and never broken."""
    return _DATE.match(text) is not None


def render(template: str, **context: object) -> Markup:
    """Fill a template; every value is escaped unless it is Markup."""
    return Markup(environment().get_template(template).render(**context))
