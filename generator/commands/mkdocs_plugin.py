"""The door for ``mkdocs build`` and ``mkdocs serve``: MkDocs' events, each handed on to publishing.

Under ``portal build`` publishing runs MkDocs itself and has set ``run``. Under plain MkDocs the plugin builds
a site output before MkDocs touches a file, and publishes it aside and swaps as ``portal build`` does. Nothing
is decided here but which of the two it is.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # read by the theme when it is imported

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.artifacts import SiteOutput
from generator.build import build
from generator.commands.preview import nothing_yet
from generator.outcome import PublishingError, shadowed_lines, write_error
from generator.package.source_lines import SourceLines
from generator.problems import formats
from generator.problems.problem import Problem
from generator.publish.publish import complete
from generator.publish.site_writer import SiteWriter
from generator.publish.swap import Staging
from generator.shells.mkdocs.run import ShellRun

log = logging.getLogger("mkdocs.plugins.register")


class RegisterPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Renders the register within MkDocs. One object lives as long as ``mkdocs serve`` does."""

    # Not a Config class, the newer way: a field of that cannot be called ``data``.
    config_scheme = (
        ("data", config_options.Type(str, default="data")),
        ("as_of", config_options.Type(str)),
    )
    """What ``mkdocs.yml`` may say: the folder of the data packages, from its own; the ISO date the pages
    are computed for, without it the date of the data."""

    def __init__(self) -> None:
        """Start with nothing prepared."""
        self.run: ShellRun | None = None
        """Set by publishing when it runs MkDocs; else made anew for each build."""
        self._serving = False
        self._staging: Staging | None = None
        self._site: SiteWriter | None = None
        self._last_good: SiteOutput | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview. That the event is handled makes MkDocs keep this object."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Under plain MkDocs: prepare the rendering, and have MkDocs write beside the site, not into it.

        PluginError, before anything is touched, if the data has problems and this is not a preview.
        """
        if self.run is None:
            self._open(config)
        self._running.on_config(config)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Hand on: the files of the theme, the frames, the navigation."""
        return self._running.on_files(files, config)

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand on: titles."""
        return self._running.on_page_markdown(page)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Hand on: skip links."""
        self._running.on_page_content(page)

    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Hand on: what the theme prints."""
        return self._running.on_page_context(context, page)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Hand on: frames are kept."""
        return self._running.on_post_page(output, page)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Under plain MkDocs: fill, verify and swap. PluginError if that fails; the old site stays."""
        if self._staging is None or self._site is None:
            return
        try:
            self._site.add_rendered(self._staging.folder)
            shells = self._running.shells
            report = complete(self._site, lambda: shells, self._staging, lenient=self._serving)
        except (PublishingError, OSError) as error:
            text = str(write_error(error, self._staging.folder)) if isinstance(error, OSError) else str(error)
            if not self._serving:
                raise PluginError(text) from error
            log.error("%s", text)
        else:
            for finding in report.findings:
                log.warning("%s", finding)
            config.site_dir = str(self._staging.out)  # what MkDocs does next (gh-deploy) is with the site
        self._close()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:
        """Rebuild when the data changes; MkDocs itself watches ``docs``."""
        server.watch(str(self._data(config)))

    def on_build_error(self, *, error: Exception) -> None:
        """Remove what a failed build has written beside the site."""
        self._close()

    def on_shutdown(self) -> None:
        """Remove what an interrupted build has written beside the site."""
        self._close()

    @property
    def _running(self) -> ShellRun:
        if self.run is None:
            raise PluginError("the register plugin was not configured")
        return self.run

    def _open(self, config: MkDocsConfig) -> None:
        self._close()
        rendering = self._prepare(config)
        self._staging = Staging(
            Path(config.site_dir),
            apart=[Path(config.docs_dir), Path(config.config_file_path), self._data(config)],
        )
        try:
            self._staging.open()
        except PublishingError as error:
            self._staging = None
            raise PluginError(str(error)) from error
        config.site_dir = str(self._staging.folder)
        self.run = ShellRun(rendering, preview=self._serving)
        self._site = SiteWriter(rendering, self._staging.folder)

    def _prepare(self, config: MkDocsConfig) -> SiteOutput:
        """The output for the data; in a preview of bad data the last good one with the problems on top."""
        data, docs, day = self._data(config), Path(config.docs_dir), self.config["as_of"]
        try:
            as_of = date.fromisoformat(day) if day else None
        except ValueError as error:
            raise PluginError(f'as_of 写成 "2022-01-01"，不是 {day}') from error
        reports: list[Sequence[Problem]] = []
        output = build(data, docs, lambda output: output, as_of=as_of, report=reports.append)
        if output is not None:
            self._last_good = self._unshadowed(output)
            return self._last_good
        (problems,) = reports
        text = formats.as_text(problems, formats.ReportContext(lines=SourceLines(data, docs)))
        if not self._serving:
            raise PluginError(text)
        log.error("%s", text)
        shown = self._last_good or nothing_yet()
        return replace(shown, banner=formats.as_banner(problems) + shown.banner)

    def _unshadowed(self, rendering: SiteOutput) -> SiteOutput:
        """Return a site output for a preview, with a line in the banner for each page of prose left out.

        Otherwise such a page is a PluginError.
        """
        lines = shadowed_lines(rendering.shadowed)
        if lines and not self._serving:
            raise PluginError("\n".join(lines))
        banner = "".join(f"<p>{escape(line)}</p>" for line in lines)
        return replace(rendering, banner=rendering.banner + banner, shadowed=())

    def _data(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / str(self.config["data"])

    def _close(self) -> None:
        if self._staging is not None:
            self._staging.discard()
        self._staging = self._site = self.run = None
