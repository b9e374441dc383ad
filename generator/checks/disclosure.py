"""A public entry of supervision rests on a document whose openness is 主动公开 (PUB-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Source, SupervisionEntry


def check_disclosure(context: CheckContext) -> Iterator[Problem]:
    """Yield PUB-001 for every public entry whose document is not public."""
    for row in context.catalog.rows(SupervisionEntry).values():
        basis = context.catalog.row(Source, row.basis_document)
        if row.disclosure == "public" and (basis is None or basis.openness != "public"):
            yield context.problem("PUB-001", row, "basis_document", row.basis_document)
