"""Reads a finished site from its folder and says what is wrong with it; it changes nothing.

Every page is parsed whole, as a browser would, because a careless body can swallow what follows it. Links
are resolved against the real list of files, so that a wrong capital is found on every file system.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborCSSSelector, LexborHTMLParser, LexborNode

from generator.outcome import Finding
from generator.parallel import Shard, map_shards, process_count
from generator.publish.links import LinkTarget, LinkUse, css_links, element_links, resolve

_LOOKED_AT = (
    ":is([id],[href],[src],[srcset],[imagesrcset],[poster],[action],[formaction],[style],"
    "h1,title,style,base,meta,object,pre)"
)
"""Every element that can have a link or counts; in ``:is``, as a bare list gives a node once a term."""
_TOLD_EVERY = 500
_KEPT_VERDICTS = 200_000
_KEPT_ANCHORS = 512


def verify(
    folder: Path, files: Collection[str], *, progress: Callable[[str, int], None] | None = None
) -> list[Finding]:
    """Every finding about the site in a folder, in order of page.

    ``files`` are the paths of all its files below the folder as they are really named, in a set or a
    dictionary: it is asked a few dozen times a page. ``progress`` is told ``verify`` and how many files
    are done.
    """

    def part(shard: Shard) -> list[Finding]:
        verifier = _Verifier(folder, files)
        for done, path in enumerate(shard(files), start=1):
            if progress is not None and done % _TOLD_EVERY == 0:
                progress("verify", done * process_count())
            if path.endswith(".html"):
                verifier.page(path)
            elif path.endswith(".css"):
                verifier.style_sheet(path)
        return verifier.findings

    return sorted({finding for findings in map_shards(part) for finding in findings})


class _Verifier:
    """One verification: what is known of the files, what has been found so far."""

    def __init__(self, folder: Path, files: Collection[str]) -> None:
        self.findings: list[Finding] = []
        self._folder = folder
        # One for all pages: making a selector, as each page would on being asked, takes twice the parsing.
        self._selector = LexborCSSSelector()  # type: ignore[no-untyped-call]
        self._files = files
        self._folded: frozenset[str] | None = None
        self._verdicts: dict[str | int, dict[LinkUse, LinkTarget | str]] = {}
        self._remembered = 0
        self._sound: dict[int, set[str]] = {}
        self._anchors = lru_cache(maxsize=_KEPT_ANCHORS)(self._read_anchors)

    def style_sheet(self, path: str) -> None:
        """Look at one style sheet: what it loads."""
        for use in css_links((self._folder / path).read_text("utf-8", "replace")):
            self._judge(path, use, frozenset())

    def page(self, path: str) -> None:
        """Look at one page: its links, its ids, its one h1 and title, its language."""
        root = _parse(self._folder / path)
        counts = {"h1": 0, "title": 0}
        ids: set[str] = set()
        found: list[LinkUse] = []
        sound = self._sound.setdefault(path.count("/"), set())
        for node in self._selector.find(_LOOKED_AT, root):
            tag, attributes = node.tag or "", node.attributes
            if "id" in attributes:
                self._collect_id(path, attributes["id"] or "", ids)
            if tag == "a" and "style" not in attributes:
                # Most are the shell's and known from the page before.
                if (link := attributes.get("href") or "") not in sound:
                    found.append(LinkUse(link, loaded=False))
                continue
            found += element_links(tag, attributes)
            if tag in counts and not _in_drawing(node):
                counts[tag] += 1
            elif tag == "style":
                found += css_links(node.text())
            elif tag == "base" and path != "404.html":
                self._find(path, "base", attributes.get("href") or "")
        for what in ("h1", "title"):
            if counts[what] != 1:
                self._find(path, what, str(counts[what]))
        if not (root.attributes.get("lang") or "").strip():
            self._find(path, "lang", "")
        for use in found:
            self._judge(path, use, ids)

    def _collect_id(self, path: str, name: str, ids: set[str]) -> None:
        if name in ids or not name:
            self._find(path, "duplicate_id", name)
        ids.add(name)

    def _judge(self, path: str, use: LinkUse, ids: Collection[str]) -> None:
        verdict = self._verdict(path, use)
        if isinstance(verdict, str):
            if verdict:
                self._find(path, verdict, use.link)
        elif verdict.anchor:
            held = ids if verdict.path == path else self._anchors(verdict.path)
            if verdict.anchor not in held:
                self._find(path, "anchor", use.link)

    def _verdict(self, path: str, use: LinkUse) -> LinkTarget | str:
        """The kind of finding, an empty string for none, or the target where its anchor is still to be seen.

        Remembered by the words of the link. From pages of one depth they lead to the same place if they
        begin by climbing to the root, as the shell's do; all others are remembered by folder. What a page
        says of itself (``#x``, ``?q``) depends on its own name and is not remembered.
        """
        if use.link[:1] in ("", "#", "?"):
            return self._look_up(path, use)
        depth = path.count("/")
        rooted = depth > 0 and f"{use.link}/".startswith("../" * depth)
        table = self._verdicts.setdefault(depth if rooted else path.rpartition("/")[0], {})
        verdict = table.get(use)
        if verdict is None:
            self._remembered += 1
            if self._remembered > _KEPT_VERDICTS:
                self._verdicts, self._sound, table, self._remembered = {}, {}, {}, 0
            verdict = table[use] = self._look_up(path, use)
            if rooted and not use.loaded and verdict == "":
                self._sound.setdefault(depth, set()).add(use.link)
        return verdict

    def _look_up(self, path: str, use: LinkUse) -> LinkTarget | str:
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

    def _find(self, path: str, what: str, target: str) -> None:
        self.findings.append(Finding(path, what, target))


def _parse(path: Path) -> LexborNode:
    """The root element of a page; the parser makes one even of an empty file."""
    root = LexborHTMLParser(path.read_bytes()).root
    assert root is not None
    return root


def _in_drawing(node: LexborNode) -> bool:
    """Whether an element is part of an inline SVG, whose ``<title>`` names the drawing and not the page."""
    parent = node.parent
    while parent is not None and parent.tag not in ("svg", "head", "body"):
        parent = parent.parent
    return parent is not None and parent.tag == "svg"
