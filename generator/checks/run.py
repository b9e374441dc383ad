"""The checks of the domain (data-model.md, Rules), in the order of that document, and how they are run.

Each is a function of its own module that takes the context and yields problems. A check may assume nothing
about other rows but that they are typed: a reference may lead to no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.checks.claims import check_claims
from generator.checks.context import CheckContext
from generator.checks.coverage import check_coverage
from generator.checks.deadlines import check_deadlines
from generator.checks.disclosure import check_disclosure
from generator.checks.events import check_events
from generator.checks.ladder import check_ladder
from generator.checks.leaks import check_leaks
from generator.checks.list_counts import check_list_counts
from generator.checks.list_dates import check_list_dates
from generator.checks.measurements import check_measurements
from generator.checks.names import check_names
from generator.checks.parts import check_parts
from generator.checks.percentages import check_percentages
from generator.checks.periods import check_periods
from generator.checks.published_ids import check_published_ids
from generator.checks.serials import check_serials
from generator.checks.settings_references import check_settings_references
from generator.checks.subjects import check_subjects
from generator.checks.targets import check_targets
from generator.checks.weights import check_weights
from generator.formats.yaml_reader import ParsedDocument
from generator.package.package import Package
from generator.package.row_check import RowCheck
from generator.problems.problem import Problem
from generator.problems.reading import capped

Check = Callable[[CheckContext], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_settings_references,
    check_subjects,
    check_serials,
    check_periods,
    check_list_dates,
    check_events,
    check_list_counts,
    check_measurements,
    check_percentages,
    check_weights,
    check_deadlines,
    check_disclosure,
    check_names,
    check_ladder,
    check_claims,
    check_coverage,
    check_targets,
    check_parts,
    check_published_ids,
    check_leaks,
)


def run_checks(
    package: Package, catalog: Catalog | None, released: PublicView | None, row_check: RowCheck
) -> list[Problem]:
    """Return every problem of a package: those of reading, of the checks, and of the second reading.

    `catalog` has every row, `released` what may be published; without settings both are None and the checks
    of the domain are not run. Of the second reading only problems at other places are kept.
    """
    problems = list(capped(chain(package.problems, _domain_problems(package, catalog, released))))
    # A redirect or tombstone that leads nowhere useful has REG-003, which says more than FK-001.
    explained = {(p.file, p.line, p.column) for p in problems if p.code == "REG-003"}
    problems = [p for p in problems if p.code != "FK-001" or (p.file, p.line, p.column) not in explained]
    return problems + row_check.problems({(p.file, p.line, p.column) for p in problems})


def _domain_problems(
    package: Package, catalog: Catalog | None, released: PublicView | None
) -> Iterator[Problem]:
    if catalog is None or released is None:
        return
    settings_file = package.folder.settings or ParsedDocument()
    context = CheckContext(catalog, released, package.rows, settings_file, package.folder.lock, package.texts)
    for check in CHECKS:
        yield from check(context)
