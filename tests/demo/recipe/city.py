"""The recipe's table of contents: everything in the order in which it is built."""

from __future__ import annotations

from recipe import (
    case_texts,
    changes,
    documents,
    draw,
    evidence,
    figures,
    goods,
    library,
    more_case_texts,
    picture,
    portal,
    prose,
    reference,
    requirements,
    schemes,
    supervision,
    targets,
    units,
    withheld,
)  # fmt: skip
from recipe.cases import files as case_files
from recipe.tables import City
from recipe.writing import package_files, yaml_text

STEPS = (
    documents.fill, reference.fill, schemes.fill, units.fill, draw.fill, goods.fill, changes.fill,
    withheld.fill, evidence.fill, figures.fill, targets.fill, library.fill, requirements.fill,
    supervision.fill,
)  # fmt: skip


def build() -> dict[str, str | bytes]:
    """Return every file of the demonstration by path, always the same."""
    city = City()
    for step in STEPS:
        step(city)
    return {
        "data/portal.yaml": yaml_text(portal.PORTAL),
        **package_files(city, portal.heads()),
        **prose.PAGES,
        **case_files(city, (*case_texts.CASES, *more_case_texts.CASES)),
        f"docs/cases/{more_case_texts.PARK.id}/pipes.png": picture.png(),
    }
