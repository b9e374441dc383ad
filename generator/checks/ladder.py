"""A listing has the lower level that the ladder asks for from its date on (LAD-001, a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import COUNTED, CheckContext
from generator.problems.problem import Problem
from generator.register.ladder_rules import missing_steps
from generator.register.ledger import build_ledger
from generator.schema.records import Recognition


def check_ladder(context: CheckContext) -> Iterator[Problem]:
    """Yield LAD-001 for every listing without the level below it."""
    if not context.catalog.settings.ladder or not context.rows.is_whole(*COUNTED):
        return
    for missing in missing_steps(context.catalog, build_ledger(context.catalog)):
        row, rule = context.catalog.rows(Recognition)[missing.spell.row.id], missing.rule
        details = {"unit": row.name_as_published, "level": rule.level, "requires": rule.requires}
        yield context.problem("LAD-001", row, "list", row.list, **details)
