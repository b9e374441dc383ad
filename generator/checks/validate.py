"""Validate a data folder and its prose, for commands that want no site: the stages up to the problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalog.public_view import PublicView
from generator.checks.run import run_checks
from generator.checks.suppressions import suppress
from generator.formats.urls import is_link
from generator.package.package import read_package, whole_catalog
from generator.package.row_check import RowCheck
from generator.problems.problem import Problem, has_errors
from generator.release.release import release


@dataclass(frozen=True, slots=True)
class Validated:
    """The released catalog where there are no errors, and all problems."""

    catalog: PublicView | None
    problems: tuple[Problem, ...]
    site_url: str = ""
    """Where the site is published, as portal.yaml says; empty where it does not or cannot be read."""


def validate(
    data: Path,
    docs: Path,
    *,
    as_of: date | None = None,
    despite_prose: bool = False,
    row_check: RowCheck | None = None,
) -> Validated:
    """Read and check everything, then stop once.

    `as_of` releases the catalog for an earlier date (never for the check itself); with `despite_prose`,
    problems of prose and case studies alone do not keep the catalog back. `row_check` is one that was started
    before, so that it is ready sooner.
    """
    row_check = row_check or RowCheck()
    package = read_package(data, docs, row_check)
    catalog = whole_catalog(package)
    released = release(package, catalog, as_of)
    problems = suppress(package, run_checks(package, catalog, released, row_check))
    settings = package.settings
    site_url = settings.site_url if settings is not None and is_link(settings.site_url) else ""
    grave = [p for p in problems if not (despite_prose and p.file.startswith("docs/"))]
    return Validated(None if has_errors(grave) else released, problems, site_url)
