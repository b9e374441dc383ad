"""The program on one screen: each stage makes a value of the one before it, and the last one publishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from generator.artifacts import SiteOutput
from generator.checks.run import run_checks
from generator.checks.suppressions import suppress
from generator.i18n.translations import Translations
from generator.outputs.build import site_output
from generator.package.package import read_package, whole_catalog
from generator.package.row_check import RowCheck
from generator.problems.problem import Problem, has_errors
from generator.register.register import Register
from generator.release.release import release
from generator.site.site import Site

Published = TypeVar("Published")


def build(
    data: Path,
    docs: Path,
    publish: Callable[[SiteOutput], Published],
    *,
    as_of: date | None = None,
    strict: bool = False,
    site_url: str = "",
    report: Callable[[Sequence[Problem]], None],
) -> Published | None:
    """Build the site of the data folder `data` and the prose in `docs`; returns what `publish` returns.

    `report` is called once with all problems. Where they are errors (with `strict`, also warnings) the result
    is None and nothing is published. `as_of` releases the data for an earlier date; `site_url` overrides the
    one in portal.yaml.
    """
    row_check = RowCheck()
    package = read_package(data, docs, row_check)
    catalog = whole_catalog(package)
    released = release(package, catalog, as_of)
    problems = suppress(package, run_checks(package, catalog, released, row_check))
    report(problems)
    if released is None or has_errors(problems, strict=strict):
        return None
    register = Register(released)
    site = Site(register, Translations(released.settings.languages[0]))
    output = site_output(site, generator=generator_name(), site_url=site_url)
    return publish(output)


def generator_name() -> str:
    """Return name and version of the program, as build.json states them."""
    try:
        return f"green-register {version('green-register')}"
    except PackageNotFoundError:
        return "green-register"
