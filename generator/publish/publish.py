"""Publish a site output: the order of the steps, and how a failed step ends the build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.artifacts import SiteOutput
from generator.outcome import PublishingError, Report, shadowed_lines, verification_error, write_error
from generator.parallel import in_background
from generator.publish.site_writer import SiteWriter
from generator.publish.swap import Staging
from generator.shells.contract import Engine, Shell


def publish(
    site_output: SiteOutput,
    *,
    out: Path,
    engine: Engine,
    apart: Sequence[Path] = (),
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Build the site of ``site_output`` and replace the site in ``out`` with it.

    ``engine`` makes the shells; ``apart`` lists the sources: ``out`` may neither contain nor be inside any of
    these. ``progress`` is called with the stage and the number of its finished files. Raises PublishingError
    on any failure; the old site is then unchanged.
    """
    if site_output.shadowed:
        raise PublishingError("\n".join(shadowed_lines(site_output.shadowed)))
    with Staging(out, apart=apart) as staging:
        try:
            site = SiteWriter(site_output, staging.folder, progress)
            work = partial(engine, site_output, staging.shell_files)
            with in_background(work) as rendered:

                def shells() -> Mapping[str, Shell]:
                    with site.timed("shell"):
                        by_frame = rendered()
                        site.add_rendered(staging.shell_files)
                    return by_frame

                return complete(site, shells, staging)
        except OSError as error:
            raise write_error(error, staging.folder) from error


def complete(
    site: SiteWriter, shells: Callable[[], Mapping[str, Shell]], staging: Staging, *, lenient: bool = False
) -> Report:
    """Fill pages, verify the site, write the manifest and swap the folders.

    ``shells`` waits for the shell engine and returns shells by key of their frame. With ``lenient`` (a
    preview) findings are reported and the site is published all the same.
    """
    with site.timed("fill"):
        site.fill(shells)
        site.add_sitemap()
    with site.timed("verify"):
        findings = site.verify()
    if findings and not lenient:
        raise verification_error(findings)
    with site.timed("swap"):
        site.write_manifest()
        staging.commit()
    return site.report(findings)
