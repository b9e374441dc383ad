"""The one door to Jinja2: autoescape always, unknown names are errors, templates do no arithmetic."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.rendering import markup

TEMPLATES = Path(__file__).parent / "templates"


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
    made.tests["date"] = markup.is_date
    made.globals |= {"runs": markup.runs, "rows": markup.rows, "data_attributes": markup.data_attributes}
    return made


def render(template: str, **context: object) -> Markup:
    """Fill a template; every value is escaped unless it is Markup."""
    return Markup(environment().get_template(template).render(**context))
