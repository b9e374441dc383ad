"""The template of a case study for one unit, filled in with what the register knows of it.

What is not known stands as a blank, 【待填】, and the check names each blank that is left (MD-008). The words
are in case_form.md beside this module; nothing is written to disk here.
"""

from __future__ import annotations

from pathlib import Path

from generator.catalog.public_view import PublicView
from generator.formats.yaml_reader import write
from generator.register.ledger import LEVELS, build_ledger
from generator.register.places import place_of
from generator.schema.records import Enterprise, OfficialList, Park, Product

TEMPLATE = Path(__file__).with_name("case_template.md")


class UnknownUnitError(Exception):
    """No enterprise, park or product of the register has the id."""


def case_id(catalog: PublicView, unit: str, taken: set[str]) -> str:
    """Return the first free id of a case about a unit: case-<unit>, case-<unit>-2 and so on."""
    for number in range(1, len(taken) + 2):
        found = f"case-{unit}" if number == 1 else f"case-{unit}-{number}"
        if found not in taken and not catalog.table_of(found):
            return found
    raise AssertionError("one of so many is free")


def case_text(catalog: PublicView, unit: str) -> str:
    """Return the Markdown of a new case about a unit. Raises UnknownUnitError where the id is of none."""
    row = catalog.row(Enterprise, unit) or catalog.row(Park, unit) or catalog.row(Product, unit)
    if row is None:
        raise UnknownUnitError(unit)
    firm = catalog.row(Enterprise, row.enterprise) if isinstance(row, Product) else row
    place = place_of(catalog, unit, catalog.as_of)
    area = place.area if place is not None and place.grade == "confirmed" else ""
    return TEMPLATE.read_text("utf-8").format(
        subject=unit,
        unit_name=_quoted(firm.name_zh if firm else row.name_zh),
        area=area or (row.area if isinstance(row, Park) else ""),
        industry=firm.industry if isinstance(firm, Enterprise) else "",
        unit=f"[{_escaped(row.name_zh)}](record:{unit})",
        history=_history(catalog, unit),
        published=catalog.settings.as_of,
    )


def _quoted(text: str) -> str:
    """A text as YAML has it on one line."""
    return write({"x": text}).removeprefix("x: ").rstrip("\n")


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "[]\\*_`<" else c for c in text)


def _history(catalog: PublicView, unit: str) -> str:
    """The lists that the unit stands on, each with its document, as a Markdown list; "" where on none."""
    spells = build_ledger(catalog).of(unit)
    lines = []
    for spell in sorted(spells, key=lambda s: (s.row.list_year or 0, LEVELS.index(s.row.level))):
        year = f"{spell.row.list_year}：" if spell.row.list_year else ""
        title = catalog.rows(OfficialList)[spell.row.list].title_zh
        lines.append(f"- {year}[{_escaped(title)}](record:{spell.row.list})")
    return "\n" + "\n".join(lines) + "\n" if lines else ""
