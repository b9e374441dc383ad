"""Has MkDocs and Material render the frames and the prose; with the plugin, the only place that knows them.

What a page of records holds is not known here: a frame goes through MkDocs once, with tokens, and comes
out as a Shell. Nothing from data reaches MkDocs or the theme unescaped, because neither escapes.
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
"""Name of our plugin in ``mkdocs.yml``."""
_THEME = Path(__file__).parent / "theme"
_TOGGLES = ("theme.system", "theme.light", "theme.dark")
_WORDS = {
    "theme.system": "跟随系统",
    "theme.light": "浅色",
    "theme.dark": "深色",
    "search.label": "搜索",
    "search.placeholder": "输入名称的任意部分",
    "page.breadcrumbs": "当前位置",
}
"""What the theme says where the rendering has no word for it."""


class Host(Protocol):
    """The plugin object of a loaded configuration, as far as this module sets it."""

    run: ShellRun | None


class ShellRun:
    """One pass of MkDocs over a rendering's frames and the prose: MkDocs' events, in the order they come.

    Afterwards ``shells`` has every frame by key and ``prose`` the address of every prose page. With
    ``lenient`` a bad link in prose is shown in the banner; without, it ends the pass.
    """

    def __init__(self, rendering: SiteOutput, *, lenient: bool = False) -> None:
        """Start with nothing rendered."""
        self.shells: dict[str, contract.Shell] = {}
        self.prose: list[str] = []
        self._rendering = rendering
        self._lenient = lenient
        self._frames = {frame.key: frame for frame in rendering.frames}
        self._of_source = {source_path(frame): frame for frame in rendering.frames}
        self._markdown = SafeProse(rendering.addresses)
        self._problems: list[str] = []

    def on_config(self, config: MkDocsConfig) -> None:
        """Set what the rendering decides: name, language, words."""
        logging.getLogger("mkdocs.commands.build").addFilter(_is_news)
        config.site_name = contract.token("site")
        config.theme["language"] = self._language(config)
        config.theme.static_templates.clear()
        for palette, key in zip(config.theme.get("palette") or (), _TOGGLES, strict=False):
            palette["toggle"]["name"] = self._word(key)
        config.extra.setdefault("homepage", ".")
        config.markdown_extensions.append(cast(Any, self._markdown))
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify_unicode

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take out what rendering does itself and what may not be published; add the frames; set ``nav``."""
        places = {
            source: contract.file_path(render_address(frame)) for source, frame in self._of_source.items()
        }
        taken = {place: self._of_source[source].address for source, place in places.items()}
        self._problems += [
            f"docs/{path}：不允许符号链接" for path in docs_files.symlinks(Path(config.docs_dir))
        ]
        for file in list(files):
            own = file.src_dir == config.docs_dir
            if not _keeps(file, own=own):
                files.remove(file)
            elif file.dest_uri in taken:
                address = taken[file.dest_uri]
                self._problems.append(f"docs/{file.src_uri}：与系统页面 {address} 的地址相同，请改名")
                files.remove(file)
        prose = [file.src_uri for file in files if file.is_documentation_page()]
        for source, place in places.items():
            file = File.generated(config, source, content="")
            file.dest_uri = place
            files.append(file)
        config.nav = navigation(self._rendering.navigation, frames=self._frames, prose=prose)
        return files

    def on_page_markdown(self, markdown: str, page: MkDocsPage) -> str:
        """Make a prose page's front matter inert and tell the Markdown extension which page follows."""
        frame = self._of_source.get(page.file.src_uri)
        if frame is not None:
            page.meta = {"title": contract.token("title"), "hide": ["navigation", "toc"]}
            return ""
        # Any other key would reach the theme: a template to use, an icon's path, text printed raw.
        known = {key: page.meta[key] for key in ("title", "description") if page.meta.get(key)}
        page.meta = {key: contract.escape_text(str(value)) for key, value in known.items()}
        source = page.file.content_string
        self._markdown.begin(file=page.file.src_uri, address=page.url, source=source)
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage) -> str:
        """Make a prose page's title inert; give a frame the skip link that the theme takes from headings."""
        if page.file.src_uri in self._of_source:
            page.toc = TableOfContents([AnchorLink("", "main-content", 1)])
            return html
        page.title = contract.escape_text(unescape(page.title or ""))
        return contract.escape_tokens(html)

    def on_env(self) -> None:
        """End the pass if anything is wrong with the prose, all of which has been read by now."""
        if self.problems and not self._lenient:
            raise PluginError("\n".join(self.problems))

    def on_page_context(self, context: dict[str, Any], page: MkDocsPage) -> dict[str, Any]:
        """Add what ``theme/main.html`` lists as its context."""
        frame = self._of_source.get(page.file.src_uri)
        values = _slots() if frame is not None else self._prose_values(page)
        banner = self._rendering.banner + _listed(self.problems)
        words = {key.partition(".")[2]: self._word(key) for key in _WORDS if not key.startswith("theme.")}
        context["portal"] = {
            **values,
            "frame": frame is not None,
            "base": self._base(page),
            "head": _rooted(self._rendering.head),
            "banner": _rooted(banner),
            "footer": _rooted(self._rendering.footer),
            "foot": _rooted(self._rendering.prose_foot).replace("{title}", values["title"]),
            "words": words,
        }
        return context

    def on_post_page(self, output: str, page: MkDocsPage) -> str:
        """Keep a frame instead of having it written, and finish a prose page."""
        frame = self._of_source.get(page.file.src_uri)
        if frame is None:
            self.prose.append(page.url)
            return contract.finish(output, address=page.url, rendering=self._rendering)
        self.shells[frame.key] = contract.cut(output, frame=frame, rendering=self._rendering)
        return ""

    @property
    def problems(self) -> list[str]:
        """What is wrong with the prose, a line each."""
        return [*self._problems, *(str(problem) for problem in self._markdown.problems)]

    def _language(self, config: MkDocsConfig) -> str:
        """The theme's own name for the language: it knows ``zh`` and ``zh-Hant`` but not every subtag."""
        folders = [Path(folder, "partials/languages") for folder in config.theme.dirs]
        names = {path.stem for folder in folders for path in folder.glob("*.html")}
        language = self._rendering.language
        return language if language in names else language.partition("-")[0]

    def _word(self, key: str) -> str:
        """A word of the theme, as markup."""
        return contract.escape_text(self._rendering.words.get(key, _WORDS[key]))

    def _prose_values(self, page: MkDocsPage) -> dict[str, str]:
        """The head of a prose page."""
        rendering = self._rendering
        return {
            "title": page.title or "",
            "description": contract.description_tag(unescape(page.meta.get("description", ""))),
            "robots": contract.robots_tag(indexed=True, rendering=rendering),
            "canonical": contract.canonical_tag(page.url, indexed=True, rendering=rendering),
        }

    def _base(self, page: MkDocsPage) -> str:
        """How 404.html, shown at any address, finds the root: by the site's address, else by looking."""
        if page.url != "404.html":
            return ""
        if self._rendering.site_url and not self._lenient:  # a preview has another address
            return f'<base href="{escape(urlsplit(self._rendering.site_url).path)}">'
        script = (_THEME / "not_found.js").read_text("utf-8").partition("*/")[2]
        return f"<script>{script}</script>"


def render(
    rendering: SiteOutput, *, docs: Path, config_file: Path, folder: Path
) -> tuple[dict[str, contract.Shell], list[str]]:
    """Run MkDocs once; prose pages and the theme's assets are written to ``folder``.

    Returns every frame's shell by its key, and the addresses of the prose: plain values, as another process
    may wait for them. PublishingError for prose that cannot be published or a configuration that MkDocs
    refuses.
    """
    run = ShellRun(rendering)
    with _quiet() as said:
        try:
            # MkDocs would look for relative folders beside the configuration, which may be the program's own.
            places = {"docs_dir": str(docs.resolve()), "site_dir": str(folder.resolve())}
            config = load_config(config_file=str(config_file), **places)
            if PLUGIN not in config.plugins:
                raise PublishingError(f"{config_file} 的 plugins 里没有 {PLUGIN}：不是本程序的 MkDocs 设置。")
            host = cast(Host, config.plugins[PLUGIN])
            host.run = run
            try:
                build(config)
            finally:
                host.run = None  # MkDocs keeps plugin objects from one configuration to the next
        except MkDocsException as error:
            cause = error.__context__ if isinstance(error.__context__, PluginError) else error
            told = [f"{config_file}：{line}" for line in said] if isinstance(error, Abort) else []
            raise PublishingError("\n".join(told) or str(cause)) from error
    return run.shells, run.prose


def _keeps(file: File, *, own: bool) -> bool:
    """Whether a file goes into the site, the city's ``own`` or one of the theme's."""
    if own:
        return docs_files.is_published(file.src_uri, prose=file.is_documentation_page())
    return docs_files.is_published_theme_file(file.src_uri)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether MkDocs' remark is worth showing: that frames are not written as pages is as it should be."""
    return not str(record.msg).startswith("Page skipped: ")


def _slots() -> Mapping[str, str]:
    return {name: contract.token(name) for name in contract.SLOTS}


def _rooted(markup: str) -> str:
    return contract.escape_tokens(markup).replace("{root}", contract.token("root"))


def _listed(problems: list[str]) -> str:
    return "".join(f"<p>{contract.escape_text(problem)}</p>" for problem in problems)


class _Heard(logging.Handler):
    """Keeps the errors that MkDocs tells of a configuration: what it raises says only that there are some."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Keep MkDocs' running commentary to itself; yields the errors in it, as they come."""
    logger, heard = logging.getLogger("mkdocs"), _Heard()
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [heard], False
    try:
        yield heard.lines
    finally:
        logger.handlers, logger.propagate = handlers, propagate
