"""Render frames with MkDocs and Material; only this module and the plugin import MkDocs.

Each frame is rendered once, with tokens in place of page contents, and compiled to a Shell. Every value is
escaped before it reaches MkDocs or the theme, because neither escapes.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # read by the theme when it is imported

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.artifacts import SiteOutput
from generator.outcome import PublishingError
from generator.shells import contract
from generator.shells.mkdocs.navigation import navigation, render_address, source_path
from generator.shells.not_found import base_element

PLUGIN = "register"
"""Name of the plugin in ``mkdocs.yml``."""
THEME = Path(__file__).parent / "theme"
"""Templates that override those of Material. The plugin adds the folder, so no ``mkdocs.yml`` names it."""
_UNUSED_THEME_FILES = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search."""
_TOGGLES = ("theme.system", "theme.light", "theme.dark")
_WORDS = {
    "theme.system": "跟随系统",
    "theme.light": "浅色",
    "theme.dark": "深色",
    "search.label": "搜索",
    "search.placeholder": "输入名称的任意部分",
}
"""Default words of the theme, for keys that the site output does not set."""


class PluginHost(Protocol):
    """The plugin object of a loaded configuration, which passes MkDocs' events to ``run``."""

    run: ShellRun | None


class ShellRun:
    """One run of MkDocs over the frames of a site; its methods handle MkDocs' events, in order.

    After the run ``shells`` has the shell of every frame by key. A ``preview`` has another address than the
    site.
    """

    def __init__(self, site_output: SiteOutput, *, preview: bool = False) -> None:
        """Prepare a run; nothing is rendered yet."""
        self.shells: dict[str, contract.Shell] = {}
        self._site_output = site_output
        self._preview = preview
        self._frames = {frame.key: frame for frame in site_output.frames}
        self._of_source = {source_path(frame): frame for frame in site_output.frames}

    def on_config(self, config: MkDocsConfig) -> None:
        """Add the theme's overrides, and set what the site output decides: name, language, words."""
        logging.getLogger("mkdocs.commands.build").addFilter(_is_relevant)
        config.site_name = contract.token("site")
        # Templates of the city's own, if it has any, take precedence.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme["language"] = self._language(config)
        config.theme.static_templates.clear()
        for palette, key in zip(config.theme.get("palette") or (), _TOGGLES, strict=False):
            palette["toggle"]["name"] = self._word(key)
        config.extra.setdefault("homepage", ".")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep only files of the theme, add the frames and set ``nav``; prose is rendered elsewhere."""
        for file in list(files):
            if file.src_dir == config.docs_dir or not _is_published_theme_file(file.src_uri):
                files.remove(file)
        for source, frame in self._of_source.items():
            file = File.generated(config, source, content="", inclusion=InclusionLevel.INCLUDED)
            file.dest_uri = contract.file_path(render_address(frame))
            files.append(file)
        config.nav = navigation(self._site_output.navigation, frames=self._frames)
        return files

    def on_page_markdown(self, page: MkDocsPage) -> str:
        """Set the title of a frame and hide the theme's own navigation and contents beside it."""
        page.meta = {"title": contract.token("title"), "hide": ["navigation", "toc"]}
        return ""

    def on_page_content(self, page: MkDocsPage) -> None:
        """Add the skip link that the theme derives from headings."""
        page.toc = TableOfContents([AnchorLink("", "main-content", 1)])

    def on_page_context(self, context: dict[str, Any], page: MkDocsPage) -> dict[str, Any]:
        """Add the variables that ``theme/main.html`` documents."""
        context["portal"] = {
            **{name: contract.token(name) for name in contract.SLOTS},
            "base": base_element(
                self._of_source[page.file.src_uri], self._site_output, preview=self._preview
            ),
            "head": contract.rooted(self._site_output.head),
            "banner": contract.rooted(self._site_output.banner),
            "footer": contract.rooted(self._site_output.footer),
            "words": {name: self._word(f"search.{name}") for name in ("label", "placeholder")},
        }
        return context

    def on_post_page(self, output: str, page: MkDocsPage) -> str:
        """Compile a frame instead of writing it."""
        frame = self._of_source[page.file.src_uri]
        self.shells[frame.key] = contract.Shell.compile(output, frame=frame, site_output=self._site_output)
        return ""

    def _language(self, config: MkDocsConfig) -> str:
        """Return the theme's name of the language: it has ``zh`` and ``zh-Hant`` but not every subtag."""
        folders = [Path(folder, "partials/languages") for folder in config.theme.dirs]
        names = {path.stem for folder in folders for path in folder.glob("*.html")}
        language = self._site_output.language
        return language if language in names else language.partition("-")[0]

    def _word(self, key: str) -> str:
        """Return a word of the theme as markup."""
        return contract.escape_text(self._site_output.words.get(key, _WORDS[key]))


def render(site_output: SiteOutput, folder: Path, *, config_file: Path) -> Mapping[str, contract.Shell]:
    """Run MkDocs once; it writes the theme's assets to ``folder``. See ``contract.Engine``.

    Raises PublishingError for a configuration that MkDocs rejects.
    """
    run = ShellRun(site_output)
    with _captured_errors() as errors:
        try:
            # MkDocs resolves relative folders against the configuration, which may be the program's own.
            # It requires a docs folder; there is nothing in one for it to read.
            places = {"docs_dir": str(THEME), "site_dir": str(folder.resolve())}
            config = load_config(config_file=str(config_file), **places)
            if PLUGIN not in config.plugins:
                raise PublishingError(f"{config_file} 的 plugins 里没有 {PLUGIN}：不是本程序的 MkDocs 设置。")
            host = cast(PluginHost, config.plugins[PLUGIN])
            host.run = run
            try:
                build(config)
            finally:
                host.run = None  # MkDocs keeps plugin objects from one configuration to the next
        except MkDocsException as error:
            cause = error.__context__ if isinstance(error.__context__, PluginError) else error
            lines = [f"{config_file}：{line}" for line in errors] if isinstance(error, Abort) else []
            raise PublishingError("\n".join(lines) or str(cause)) from error
    return run.shells


def _is_published_theme_file(path: str) -> bool:
    """Return True if a file of the theme is published: what its pages load, without source maps."""
    return (
        path.startswith("assets/") and not path.startswith(_UNUSED_THEME_FILES) and not path.endswith(".map")
    )


def _is_relevant(record: logging.LogRecord) -> bool:
    """Return True unless MkDocs reports a page without output: frames have none on purpose."""
    return not str(record.msg).startswith("Page skipped: ")


class _ErrorCollector(logging.Handler):
    """Collects errors that MkDocs logs: its exception says only that a configuration has errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _captured_errors() -> Iterator[list[str]]:
    """Silence MkDocs' log and yield the list of its errors, which grows."""
    logger, collector = logging.getLogger("mkdocs"), _ErrorCollector()
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [collector], False
    try:
        yield collector.lines
    finally:
        logger.handlers, logger.propagate = handlers, propagate
