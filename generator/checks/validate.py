"""Validate a data folder and its prose: read, assemble, release, check, suppress, in this order."""

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
from generator.release import id_lock
from generator.release.release import release


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The released catalog where there are no errors, and all problems."""

    catalog: PublicView | None
    problems: tuple[Problem, ...]
    site_url: str = ""
    """Where the site is published, as portal.yaml says; empty where it does not or cannot be read."""


def read(
    data: Path,
    docs: Path,
    *,
    as_of: date | None = None,
    strict: bool = False,
    despite_prose: bool = False,
    row_check: RowCheck | None = None,
) -> ReadResult:
    """Read and check everything, then stop once.

    `as_of` releases the catalog for an earlier date (never for the check itself); with `strict`, warnings
    keep the catalog back too; with `despite_prose`, problems of prose and case studies alone do not.
    `row_check` is one that was started before, so that it is ready sooner.
    """
    row_check = row_check or RowCheck()
    package = read_package(data, docs, row_check)
    catalog = whole_catalog(package)
    released = release(package, catalog, as_of)
    problems = suppress(package, run_checks(package, catalog, released, row_check))
    settings = package.settings
    site_url = settings.site_url if settings is not None and is_link(settings.site_url) else ""
    grave = [p for p in problems if not (despite_prose and p.file.startswith("docs/"))]
    return ReadResult(None if has_errors(grave, strict=strict) else released, problems, site_url)


def lock(data: Path, docs: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of ids.lock with every published id; "" where problems keep it from being written."""
    result = read(data, docs)
    if result.catalog is None:
        return "", result.problems
    path = data / id_lock.FILE
    old = path.read_text("utf-8") if path.is_file() else ""
    return id_lock.extended_lock(old, result.catalog), ()
