"""From a rendering to a published site: the order of the steps, and what happens when one fails.

The steps themselves are elsewhere: shell, fill, site, verify, swap.
"""

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
    rendering: SiteOutput,
    *,
    docs: Path,
    out: Path,
    config_file: Path,
    apart: Sequence[Path] = (),
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Make the site of a rendering and put it in the place of the one in ``out``.

    ``docs`` is the folder of prose, ``config_file`` the MkDocs configuration, ``apart`` what else the site
    is made from (the data): ``out`` may neither hold nor lie in any of these. ``progress`` is told the stage
    and how many files of it are done. PublishingError if anything is wrong, with the old site untouched.
    """
    if not docs.is_dir():
        raise PublishingError(f"找不到文稿目录 {docs.name}。")
    with Staging(out, apart=[docs, config_file, *apart]) as staging:
        try:
            site = SiteWriter(rendering, staging.folder, progress)
            work = partial(render, rendering, docs=docs, config_file=config_file, folder=staging.prose)
            with in_background(work) as rendered:

                def shells() -> Mapping[str, Shell]:
                    with site.timed("shell"):
                        found, prose = rendered()
                        site.add_rendered(staging.prose, prose)
                    return found

                return complete(site, shells, staging)
        except OSError as error:
            raise write_error(error, staging.folder) from error


def complete(
    site: SiteWriter, shells: Callable[[], Mapping[str, Shell]], staging: Staging, *, lenient: bool = False
) -> Report:
    """Everything about the site: fill, verify, seal, swap; ``shells`` waits for those that MkDocs makes.

    With ``lenient`` (a preview) findings are reported and do not stop the site from being shown.
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
