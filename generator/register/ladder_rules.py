"""Steps of the ladder: who entered a level without a record of the level below it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalog.rows import RowStore
from generator.catalog.settings import LadderRule
from generator.register.ledger import LEVELS, Ledger, Listing
from generator.schema.records import OfficialList, Scheme


@dataclass(frozen=True, slots=True)
class MissingStep:
    """A listing for which the register holds no lower step; a note to staff, never shown about a firm."""

    spell: Listing
    rule: LadderRule


def missing_steps(catalog: RowStore, ledger: Ledger) -> list[MissingStep]:
    """Return the listings of a time when a rule held that have no earlier listing at the level it requires.

    A rule says nothing where the level below is held in part only: the row may exist and be missing here.
    """
    found = []
    for spell in ledger.spells:
        start = spell.entered
        if not spell.subject or start is None or spell.row.publish != "yes":
            continue
        for rule in catalog.settings.ladder:
            if (rule.category, rule.level) != (spell.row.category, spell.row.level):
                continue
            if start < rule.valid_from.first or not _is_whole(catalog, rule):
                continue
            lower = [s for s in ledger.of(spell.subject, rule.category) if _at_least(s, rule.requires)]
            if not any((s.entered or start) < start for s in lower):
                found.append(MissingStep(spell, rule))
    return found


def _at_least(spell: Listing, level: str) -> bool:
    return LEVELS.index(spell.row.level) >= LEVELS.index(level)


def _is_whole(catalog: RowStore, rule: LadderRule) -> bool:
    schemes = [s for s in catalog.where(Scheme, "category", rule.category) if s.level == rule.requires]
    lists = [x for s in schemes for x in catalog.where(OfficialList, "scheme", s.id)]
    final = [x for x in lists if x.stage == "final" and x.kind == "additions"]
    return bool(final) and all(x.rows_held == "complete" for x in final)
