"""Publish a site output: the order of the steps, and how a failed step ends the build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.artifacts import SiteOutput
from generator.outcome import PublishingError, Report, verification_error, write_error
from generator.parallel import in_background
from generator.publish.site_writer import SiteWriter
from generator.publish.swap import Staging
from generator.shells.contract import Shell
from generator.shells.mkdocs.run import render


def publish(
    site_output: SiteOutput,
    *,
    docs: Path,
    out: Path,
    config_file: Path,
    apart: Sequence[Path] = (),
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Build the site of ``site_output`` and replace the site in ``out`` with it.

    ``docs`` is the folder of prose, ``config_file`` the MkDocs configuration, ``apart`` lists further sources
    (the data): ``out`` may neither contain nor be inside any of these. ``progress`` is called with the stage
    and the number of its finished files. Raises PublishingError on any failure; the old site is then
    unchanged.
    """
    if not docs.is_dir():
        raise PublishingError(f"找不到文稿目录 {docs.name}。")
    with Staging(out, apart=[docs, config_file, *apart]) as staging:
        try:
            site = SiteWriter(site_output, staging.folder, progress)
            work = partial(render, site_output, docs=docs, config_file=config_file, folder=staging.prose)
            with in_background(work) as rendered:

                def shells() -> Mapping[str, Shell]:
                    with site.timed("shell"):
                        by_frame, prose = rendered()
                        site.add_rendered(staging.prose, prose)
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
