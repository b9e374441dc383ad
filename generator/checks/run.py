"""The checks of the domain (data-model.md, Rules), and how they are run.

Each is a module of this folder, found by itself: a function `check_<module>` that takes the context and
yields problems, and beside it a YAML file of the same name with the codes that are its own. A check may
assume nothing about other rows but that they are typed: a reference may lead to no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

import generator.checks
from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.checks.context import CheckContext
from generator.formats.yaml_reader import ParsedDocument
from generator.package.package import Package
from generator.package.reading import capped
from generator.package.row_check import RowCheck
from generator.problems.problem import Problem

Check = Callable[[CheckContext], Iterator[Problem]]


@cache
def checks() -> Mapping[str, Check]:
    """Return every check by the name of its module."""
    found: dict[str, Check] = {}
    for module in iter_modules(generator.checks.__path__):
        check = getattr(import_module(f"generator.checks.{module.name}"), f"check_{module.name}", None)
        if check is not None:
            found[module.name] = check
    return found


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
    for check in checks().values():
        yield from check(context)
