"""Verify a finished site in its folder: links, ids, headings, titles and languages. It changes nothing.

Every page is parsed whole, as a browser does, because faulty markup in a body can swallow what follows it.
Links are resolved against the list of files, so that wrong case is found on every file system.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborCSSSelector, LexborHTMLParser, LexborNode

from generator.outcome import Finding
from generator.parallel import Shard, map_shards, process_count
from generator.publish.links import LinkTarget, LinkUse, css_links, element_links, resolve

_CHECKED_ELEMENTS = (
    ":is([id],[href],[src],[srcset],[imagesrcset],[poster],[action],[formaction],[style],"
    "h1,title,style,base,meta,object,pre)"
)
"""Elements with links or to be counted; in ``:is``, because a plain list returns a node once per term."""
_PROGRESS_STEP = 500
_MAX_VERDICTS = 200_000
_MAX_CACHED_PAGES = 512


def verify(
    folder: Path, files: Collection[str], *, progress: Callable[[str, int], None] | None = None
) -> list[Finding]:
    """Return every finding about the site in a folder, sorted by page.

    ``files`` are the exact paths of all its files below the folder, in a set or dictionary: there are dozens
    of look-ups per page. ``progress`` is called with ``verify`` and the number of finished files.
    """

    def part(shard: Shard) -> list[Finding]:
        verifier = _Verifier(folder, files)
        for done, path in enumerate(shard(files), start=1):
            if progress is not None and done % _PROGRESS_STEP == 0:
                progress("verify", done * process_count())
            if path.endswith(".html"):
                verifier.page(path)
            elif path.endswith(".css"):
                verifier.style_sheet(path)
        return verifier.findings

    return sorted({finding for findings in map_shards(part) for finding in findings})


class _Verifier:
    """A verification in one process: its caches and findings."""

    def __init__(self, folder: Path, files: Collection[str]) -> None:
        self.findings: list[Finding] = []
        self._folder = folder
        # One selector for all pages: creating one per page would take twice the time of parsing.
        self._selector = LexborCSSSelector()  # type: ignore[no-untyped-call]
        self._files = files
        self._folded: frozenset[str] | None = None
        self._verdicts: dict[str | int, dict[LinkUse, LinkTarget | str]] = {}
        self._cached = 0
        self._valid_links: dict[int, set[str]] = {}
        self._anchors = lru_cache(maxsize=_MAX_CACHED_PAGES)(self._read_anchors)

    def style_sheet(self, path: str) -> None:
        """Check one style sheet: what it loads."""
        for use in css_links((self._folder / path).read_text("utf-8", "replace")):
            self._check_link(path, use, frozenset())

    def page(self, path: str) -> None:
        """Check one page: links, ids, exactly one h1 and title, language."""
        root = _parse(self._folder / path)
        counts = {"h1": 0, "title": 0}
        ids: set[str] = set()
        links: list[LinkUse] = []
        valid = self._valid_links.setdefault(path.count("/"), set())
        for node in self._selector.find(_CHECKED_ELEMENTS, root):
            tag, attributes = node.tag or "", node.attributes
            if "id" in attributes:
                self._collect_id(path, attributes["id"] or "", ids)
            if tag == "a" and "style" not in attributes:
                # Most of them belong to the shell and are known from the page before.
                if (link := attributes.get("href") or "") not in valid:
                    links.append(LinkUse(link, loaded=False))
                continue
            links += element_links(tag, attributes)
            if tag in counts and not _in_drawing(node):
                counts[tag] += 1
            elif tag == "style":
                links += css_links(node.text())
            elif tag == "base" and path != "404.html":
                self._add(path, "base", attributes.get("href") or "")
        for element in ("h1", "title"):
            if counts[element] != 1:
                self._add(path, element, str(counts[element]))
        if not (root.attributes.get("lang") or "").strip():
            self._add(path, "lang", "")
        for use in links:
            self._check_link(path, use, ids)

    def _collect_id(self, path: str, name: str, ids: set[str]) -> None:
        if name in ids or not name:
            self._add(path, "duplicate_id", name)
        ids.add(name)

    def _check_link(self, path: str, use: LinkUse, ids: Collection[str]) -> None:
        verdict = self._verdict(path, use)
        if isinstance(verdict, str):
            if verdict:
                self._add(path, verdict, use.link)
        elif verdict.anchor:
            anchors = ids if verdict.path == path else self._anchors(verdict.path)
            if verdict.anchor not in anchors:
                self._add(path, "anchor", use.link)

    def _verdict(self, path: str, use: LinkUse) -> LinkTarget | str:
        """Return the kind of finding, an empty string for none, or the target if its anchor is unchecked.

        Verdicts are cached by the text of the link. Links that start at the root, as those of the shell do,
        have the same target on all pages of one depth; other links are cached by folder. Links of a page to
        itself (``#x``, ``?q``) depend on its name and are not cached.
        """
        if use.link[:1] in ("", "#", "?"):
            return self._resolve(path, use)
        depth = path.count("/")
        rooted = depth > 0 and f"{use.link}/".startswith("../" * depth)
        table = self._verdicts.setdefault(depth if rooted else path.rpartition("/")[0], {})
        verdict = table.get(use)
        if verdict is None:
            self._cached += 1
            if self._cached > _MAX_VERDICTS:
                self._verdicts, self._valid_links, table, self._cached = {}, {}, {}, 0
            verdict = table[use] = self._resolve(path, use)
            if rooted and not use.loaded and verdict == "":
                self._valid_links.setdefault(depth, set()).add(use.link)
        return verdict

    def _resolve(self, path: str, use: LinkUse) -> LinkTarget | str:
        target = resolve(path, use)
        if isinstance(target, str):
            return target
        if target.path in self._files:
            return target if target.anchor and target.path.endswith(".html") else ""
        if self._folded is None:
            self._folded = frozenset(name.casefold() for name in self._files)
        return "case" if target.path.casefold() in self._folded else "missing"

    def _read_anchors(self, path: str) -> frozenset[str]:
        nodes = self._selector.find("[id]", _parse(self._folder / path))
        return frozenset(node.attributes["id"] or "" for node in nodes)

    def _add(self, path: str, kind: str, target: str) -> None:
        self.findings.append(Finding(path, kind, target))


def _parse(path: Path) -> LexborNode:
    """Return the root element of a page; even an empty file has one."""
    root = LexborHTMLParser(path.read_bytes()).root
    assert root is not None
    return root


def _in_drawing(node: LexborNode) -> bool:
    """Return True if an element is inside an inline SVG, whose ``<title>`` is not that of the page."""
    parent = node.parent
    while parent is not None and parent.tag not in ("svg", "head", "body"):
        parent = parent.parent
    return parent is not None and parent.tag == "svg"
