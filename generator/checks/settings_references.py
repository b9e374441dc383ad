"""What portal.yaml names is in the tables: area, rules of the ladder, industries put first (FK-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.settings import Settings
from generator.checks.context import CheckContext
from generator.formats.yaml_reader import KeyPath as Steps
from generator.package.settings import FILE
from generator.problems.problem import Problem
from generator.schema.records import IndustryGroup


def check_settings_references(context: CheckContext) -> Iterator[Problem]:
    """Yield FK-001 for every setting that leads to no row, where all rows could be read."""
    for table, value, path in _references(context.catalog.settings):
        if context.rows.owners.get(value) != table and not context.rows.could_hold(value, (table,)):
            yield _unknown(context, path, str(path[-1]), value, table)
    # A group has one code and a row for each of its industries: the code is no row's id.
    groups = context.rows.tables["industry_groups"]
    codes = {row.group for row in groups.records if isinstance(row, IndustryGroup)}
    for index, code in enumerate(context.catalog.settings.priority_groups):
        if code not in codes and context.rows.is_whole("industry_groups"):
            yield _unknown(context, ("priority_groups", index), "priority_groups", code, "industry_groups")


def _references(settings: Settings) -> Iterator[tuple[str, str, Steps]]:
    """Yield the settings that are ids: the table, the id, the place."""
    yield "areas", settings.area, ("area",)
    for index, rule in enumerate(settings.ladder):
        yield "categories", rule.category, ("ladder", index, "category")
        yield "sources", rule.source, ("ladder", index, "source")


def _unknown(context: CheckContext, path: Steps, name: str, value: str, table: str) -> Problem:
    place = context.settings_file.place(*path)
    return Problem("FK-001", FILE, *place, name, value, {"tables": table})
