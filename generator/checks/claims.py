"""A published figure agrees with the register.

A difference is a warning until data explains it, and an error once the rows are said to be complete
(data-model.md, Rules). Where rows of inferred place make up the difference there is no problem here; the
register has a state of its own for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import COUNTED, CheckContext, row_counts
from generator.problems.problem import Problem
from generator.register.ledger import build_ledger
from generator.register.reconcile import Reconciliation
from generator.schema.records import Claim, OfficialList


def check_claims(context: CheckContext) -> Iterator[Problem]:
    """Yield CLM-001 where a figure differs, SUM-001 for the exact size of one list with all its rows."""
    released = context.released
    if not released.rows(Claim) or not context.rows.is_whole(*COUNTED):
        return
    reconciliation = Reconciliation(released, build_ledger(released))
    for claim in released.rows(Claim).values():
        compared = reconciliation.of(claim)
        if compared is None or compared.state != "different" or claim.explained_by:
            continue
        official, value = released.row(OfficialList, claim.list), str(claim.value)
        details = row_counts(compared.held, compared.inferred)
        if claim.operator != "eq" or official is None or official.rows_held != "complete":
            what = compared.metric.name_zh
            yield context.problem("CLM-001", claim, "value", value, what=what, **details)
        elif not official.explained_by:
            yield context.problem("SUM-001", claim, "value", value, **details)
