"""Render frames and prose with MkDocs and Material; only this module and the plugin import MkDocs.

Each frame is rendered once, with tokens in place of page contents, and compiled to a Shell. Every value is
escaped before it reaches MkDocs or the theme, because neither escapes.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape, unescape
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # read by the theme when it is imported

from markdown.extensions.toc import slugify_unicode  # type: ignore[import-untyped]
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.artifacts import SiteOutput
from generator.outcome import PublishingError
from generator.shells import contract
from generator.shells.mkdocs import docs_files
from generator.shells.mkdocs.navigation import navigation, render_address, source_path
from generator.shells.mkdocs.prose import SafeProse

PLUGIN = "register"
"""Name of the plugin in ``mkdocs.yml``."""
THEME = Path(__file__).parent / "theme"
"""Templates that override those of Material. The plugin adds the folder, so no ``mkdocs.yml`` names it."""
_TOGGLES = ("theme.system", "theme.light", "theme.dark")
_WORDS = {
    "theme.system": "跟随系统",
    "theme.light": "浅色",
    "theme.dark": "深色",
    "search.label": "搜索",
    "search.placeholder": "输入名称的任意部分",
    "page.breadcrumbs": "当前位置",
}
"""Default words of the theme, for keys that the site output does not set."""


class PluginHost(Protocol):
    """The plugin object of a loaded configuration, which passes MkDocs' events to ``run``."""

    run: ShellRun | None


class ShellRun:
    """One run of MkDocs over the frames and the prose of a site; its methods handle MkDocs' events, in order.

    After the run ``shells`` has the shell of every frame by key, and ``prose`` the address of every prose
    page. With ``lenient``, problems of prose are shown in the banner; without, they end the run.
    """

    def __init__(self, site_output: SiteOutput, *, lenient: bool = False) -> None:
        """Prepare a run; nothing is rendered yet."""
        self.shells: dict[str, contract.Shell] = {}
        self.prose: list[str] = []
        self._site_output = site_output
        self._lenient = lenient
        self._frames = {frame.key: frame for frame in site_output.frames}
        self._of_source = {source_path(frame): frame for frame in site_output.frames}
        self._markdown = SafeProse(site_output.addresses)
        self._problems: list[str] = []

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
        config.markdown_extensions.append(cast(Any, self._markdown))
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify_unicode

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Remove files that are not published or that outputs render, add the frames, set ``nav``."""
        paths = {
            source: contract.file_path(render_address(frame)) for source, frame in self._of_source.items()
        }
        reserved = {path: self._of_source[source].address for source, path in paths.items()}
        self._problems += [
            f"docs/{path}：不允许符号链接" for path in docs_files.symlinks(Path(config.docs_dir))
        ]
        for file in list(files):
            if not _is_published(file, in_docs=file.src_dir == config.docs_dir):
                files.remove(file)
            elif file.dest_uri in reserved:
                address = reserved[file.dest_uri]
                self._problems.append(f"docs/{file.src_uri}：与系统页面 {address} 的地址相同，请改名")
                files.remove(file)
        prose = [file.src_uri for file in files if file.is_documentation_page()]
        for source, path in paths.items():
            file = File.generated(config, source, content="")
            file.dest_uri = path
            files.append(file)
        config.nav = navigation(self._site_output.navigation, frames=self._frames, prose=prose)
        return files

    def on_page_markdown(self, markdown: str, page: MkDocsPage) -> str:
        """Escape a prose page's front matter and announce the page to the Markdown extension."""
        frame = self._of_source.get(page.file.src_uri)
        if frame is not None:
            page.meta = {"title": contract.token("title"), "hide": ["navigation", "toc"]}
            return ""
        # The theme would use any other key: as a template, the path of an icon, or unescaped text.
        known = {key: page.meta[key] for key in ("title", "description") if page.meta.get(key)}
        page.meta = {key: contract.escape_text(str(value)) for key, value in known.items()}
        source = page.file.content_string
        self._markdown.begin(file=page.file.src_uri, address=page.url, source=source)
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage) -> str:
        """Escape a prose page's title; add to a frame the skip link that the theme derives from headings."""
        if page.file.src_uri in self._of_source:
            page.toc = TableOfContents([AnchorLink("", "main-content", 1)])
            return html
        page.title = contract.escape_text(unescape(page.title or ""))
        return contract.escape_tokens(html)

    def on_env(self) -> None:
        """End the run if the prose has problems; all of it has been read by now."""
        if self.problems and not self._lenient:
            raise PluginError("\n".join(self.problems))

    def on_page_context(self, context: dict[str, Any], page: MkDocsPage) -> dict[str, Any]:
        """Add the variables that ``theme/main.html`` documents."""
        frame = self._of_source.get(page.file.src_uri)
        values = _slots() if frame is not None else self._prose_values(page)
        banner = self._site_output.banner + _problem_list(self.problems)
        words = {key.partition(".")[2]: self._word(key) for key in _WORDS if not key.startswith("theme.")}
        context["portal"] = {
            **values,
            "frame": frame is not None,
            "base": self._base(page),
            "head": _rooted(self._site_output.head),
            "banner": _rooted(banner),
            "footer": _rooted(self._site_output.footer),
            "foot": _rooted(self._site_output.prose_foot).replace("{title}", values["title"]),
            "words": words,
        }
        return context

    def on_post_page(self, output: str, page: MkDocsPage) -> str:
        """Compile a frame instead of writing it; finish a prose page."""
        frame = self._of_source.get(page.file.src_uri)
        if frame is None:
            self.prose.append(page.url)
            return contract.finish(output, address=page.url, site_output=self._site_output)
        self.shells[frame.key] = contract.Shell.compile(output, frame=frame, site_output=self._site_output)
        return ""

    @property
    def problems(self) -> list[str]:
        """Problems of the prose, one line each."""
        return [*self._problems, *(str(problem) for problem in self._markdown.problems)]

    def _language(self, config: MkDocsConfig) -> str:
        """Return the theme's name of the language: it has ``zh`` and ``zh-Hant`` but not every subtag."""
        folders = [Path(folder, "partials/languages") for folder in config.theme.dirs]
        names = {path.stem for folder in folders for path in folder.glob("*.html")}
        language = self._site_output.language
        return language if language in names else language.partition("-")[0]

    def _word(self, key: str) -> str:
        """Return a word of the theme as markup."""
        return contract.escape_text(self._site_output.words.get(key, _WORDS[key]))

    def _prose_values(self, page: MkDocsPage) -> dict[str, str]:
        """Return the values for the head of a prose page."""
        site_output = self._site_output
        return {
            "title": page.title or "",
            "description": contract.description_tag(unescape(page.meta.get("description", ""))),
            "robots": contract.robots_tag(indexed=True, site_output=site_output),
            "canonical": contract.canonical_tag(page.url, indexed=True, site_output=site_output),
        }

    def _base(self, page: MkDocsPage) -> str:
        """Return the element by which 404.html, served at any address, finds the root; empty for other pages.

        The root is taken from the site's URL; without one a script finds it.
        """
        if page.url != "404.html":
            return ""
        if self._site_output.site_url and not self._lenient:  # a preview has another address
            return f'<base href="{escape(urlsplit(self._site_output.site_url).path)}">'
        script = (THEME / "not_found.js").read_text("utf-8").partition("*/")[2]
        return f"<script>{script}</script>"


def render(
    site_output: SiteOutput, *, docs: Path, config_file: Path, folder: Path
) -> tuple[dict[str, contract.Shell], list[str]]:
    """Run MkDocs once; it writes prose pages and the theme's assets to ``folder``.

    Returns the shell of every frame by key and the addresses of prose pages; these values can be pickled.
    Raises PublishingError for problems of the prose and for a configuration that MkDocs rejects.
    """
    run = ShellRun(site_output)
    with _captured_errors() as errors:
        try:
            # MkDocs resolves relative folders against the configuration, which may be the program's own.
            places = {"docs_dir": str(docs.resolve()), "site_dir": str(folder.resolve())}
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
    return run.shells, run.prose


def _is_published(file: File, *, in_docs: bool) -> bool:
    """Return True if a file of the docs folder, or else of the theme, is published."""
    if in_docs:
        return docs_files.is_published(file.src_uri, prose=file.is_documentation_page())
    return docs_files.is_published_theme_file(file.src_uri)


def _is_relevant(record: logging.LogRecord) -> bool:
    """Return True unless MkDocs reports a page without output: frames have none on purpose."""
    return not str(record.msg).startswith("Page skipped: ")


def _slots() -> Mapping[str, str]:
    return {name: contract.token(name) for name in contract.SLOTS}


def _rooted(markup: str) -> str:
    return contract.escape_tokens(markup).replace("{root}", contract.token("root"))


def _problem_list(problems: list[str]) -> str:
    return "".join(f"<p>{contract.escape_text(problem)}</p>" for problem in problems)


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
