"""The rules that hold published numbers beside the rows: lists, claims, coverage, targets.

A difference is a warning until data explains it, and an error once the rows are said to be complete
(data-model.md, Rules). The counting is insight's, here is only what is told of it. Where rows of inferred
place make up the difference the check is silent, but nobody is told that the numbers are equal: that state
has a name of its own (insight/reconcile).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.register.coverage import names_held
from generator.register.ledger import build_ledger
from generator.register.places import held_of_list
from generator.register.reconcile import Comparison, Reconciliation, on_day
from generator.schema.records import Claim, Coverage, OfficialList, Target

if TYPE_CHECKING:
    from generator.checks.context import CheckContext

LEDGER = ("recognitions", "lists", "schemes", "events", "places", "coverage")
"""Tables without every row of which no number of the register can be told."""


def check_lists(matter: CheckContext) -> None:
    """Compare a list's official count with its rows in the scope of the count.

    SUM-001 where all rows are held; CLM-001 where more are held than there are.
    """
    if not matter.checked.whole("recognitions", "places"):
        return
    recognitions = matter.checked.tables["recognitions"]
    # A row with a slip of its own is not counted; the difference would only be that slip again.
    unfit = {getattr(r, "list", "") for r in recognitions.records if r.id in recognitions.unfit}
    for row in matter.catalog.all(OfficialList).values():
        if row.official_count is None or row.explained_by or row.kind == "renames" or row.id in unfit:
            continue
        when = row.published or row.dated
        on = when.last if when else matter.catalog.settings.as_of
        held, inferred = held_of_list(matter.catalog, row, row.count_scope, on)
        details = {"count": str(held), **_inferred(inferred)}
        value = str(row.official_count)
        if row.rows_held == "complete" and row.official_count not in (held, held + inferred):
            matter.checked.problem("SUM-001", row, "official_count", value, **details)
        elif row.rows_held != "complete" and held > row.official_count:
            matter.checked.problem("CLM-001", row, "official_count", value, what=row.title_zh, **details)


def check_claims(matter: CheckContext) -> None:
    """Compare a published figure with the register.

    CLM-001 where they differ; SUM-001 for the exact size of one list of which all rows are held.
    """
    if not matter.open.all(Claim) or not matter.checked.whole(*LEDGER):
        return
    reconciliation = Reconciliation(matter.open, build_ledger(matter.open))
    for claim in matter.open.all(Claim).values():
        compared = reconciliation.of(claim)
        if compared is None or claim.explained_by:
            continue
        official = matter.open.get(OfficialList, claim.list)
        exact = claim.operator == "eq" and official is not None and official.rows_held == "complete"
        if exact and official is not None and compared.state == "different":
            if not official.explained_by:
                matter.checked.problem("SUM-001", claim, "value", str(claim.value), **_held(compared))
        elif compared.state == "different":
            details = {"what": compared.metric.name_zh, **_held(compared)}
            matter.checked.problem("CLM-001", claim, "value", str(claim.value), **details)


def check_coverage(matter: CheckContext) -> None:
    """Compare what coverage says is held with the rows (CLM-001), and with its own "all" (SUM-001)."""
    if not matter.checked.whole(*LEDGER):
        return
    for row in matter.open.all(Coverage).values():
        if row.names_held is None:
            continue
        held, inferred = names_held(matter.open, row)
        value = str(row.names_held)
        if row.names_held not in (held, held + inferred):
            details = {"count": str(held), "what": "names_held", **_inferred(inferred)}
            matter.checked.problem("CLM-001", row, "names_held", value, **details)
        if row.additions == "all" and row.official_number not in (None, row.names_held):
            matter.checked.problem("SUM-001", row, "official_number", str(row.official_number), count=value)


def check_targets(matter: CheckContext) -> None:
    """Hold a target against history: its year follows its base (TMP-001), its base is what was published.

    CLM-001 where a claim of the base year gives another number and no note says why.
    """
    for target in matter.catalog.all(Target).values():
        base = target.base_year
        if base is not None and target.year < base:
            what = f"base_year {base} > year {target.year}"
            matter.checked.problem("TMP-001", target, "year", str(target.year), what=what)
        if base is None or target.base_value is None or target.note:
            continue
        for claim in matter.catalog.where(Claim, "metric", target.metric):
            told = on_day(claim)
            same = claim.scope == target.scope and claim.operator == "eq" and claim.period_from is None
            if same and told and told.year == base and claim.value != target.base_value:
                details = {"count": str(claim.value), "what": claim.id}
                matter.checked.problem("CLM-001", target, "base_value", str(target.base_value), **details)
                break


def _held(compared: Comparison) -> dict[str, str]:
    return {"count": str(compared.held), **_inferred(compared.inferred)}


def _inferred(number: int) -> dict[str, str]:
    if not number:
        return {}
    return {
        "inferred": f"，另有 {number} 行属地待核实",
        "inferred_en": f", and {number} of inferred place",
    }
