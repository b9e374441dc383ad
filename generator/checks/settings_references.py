"""What portal.yaml names in the tables: the city's area, rules of the ladder, the industries put first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.catalog import Settings
from generator.formats.yaml_reader import KeyPath as Steps
from generator.formats.yaml_reader import ParsedDocument
from generator.package.settings import FILE
from generator.package.tables import Checked
from generator.problems.problem import Problem
from generator.schema.records import IndustryGroup


def check_references(settings: Settings, checked: Checked, document: ParsedDocument) -> Iterator[Problem]:
    """Yield a problem (FK-001) for every setting that leads to no row, where all rows could be read."""
    for table, value, path in _references(settings):
        if checked.owners.get(value) != table and not checked.could_hold(value, (table,)):
            yield _unknown(document, path, str(path[-1]), value, table)
    yield from _check_groups(settings, checked, document)


def _check_groups(settings: Settings, checked: Checked, document: ParsedDocument) -> Iterator[Problem]:
    """A group has one code and a row for each of its industries: the code is no row's id."""
    table = checked.tables["industry_groups"]
    groups = {row.group for row in table.records if isinstance(row, IndustryGroup)}
    for index, code in enumerate(settings.priority_groups):
        if code not in groups and checked.whole(table.schema.name):
            path: Steps = ("priority_groups", index)
            yield _unknown(document, path, "priority_groups", code, table.schema.name)


def _references(settings: Settings) -> Iterator[tuple[str, str, Steps]]:
    """Yield the settings that are ids: the table, the id, the place."""
    yield "areas", settings.area, ("area",)
    for index, rule in enumerate(settings.ladder):
        yield "categories", rule.category, ("ladder", index, "category")
        yield "sources", rule.source, ("ladder", index, "source")


def _unknown(document: ParsedDocument, path: Steps, name: str, value: str, table: str) -> Problem:
    return Problem("FK-001", FILE, *document.place(*path), name, value, {"tables": table})
