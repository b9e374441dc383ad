"""Writes a whole site into an empty folder: fill, what search engines read, verify, manifest.

The rendering is a stream and stays one: a page is made, written, hashed and forgotten.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.artifacts import Artifact, SiteOutput
from generator.outcome import Finding, PublishingError, Report
from generator.parallel import Shard, map_shards, process_count
from generator.publish.manifest import manifest
from generator.publish.sitemap import robots, sitemap
from generator.publish.verify import verify
from generator.shells.contract import Shell, file_path

Progress = Callable[[str, int], None]
"""Told the stage and how many files of it are done."""
_TOLD_EVERY = 500


class SiteWriter:
    """A site being written. Call the methods in the order they stand here."""

    def __init__(self, rendering: SiteOutput, folder: Path, progress: Progress | None = None) -> None:
        """Write into ``folder``, which exists and is ours alone."""
        self._rendering = rendering
        self._folder = folder
        self._root = str(folder)
        self._progress = progress or (lambda stage, done: None)
        self._hashes: dict[str, str] = {}
        self._listed: list[tuple[str, str]] = []
        self._made: set[str] = {""}
        self._seconds: dict[str, float] = {}
        self._within = 0.0

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time spent inside to a stage of the report, without that of a stage within it."""
        start, before = time.perf_counter(), self._within
        self._within = 0.0
        yield
        spent = time.perf_counter() - start
        self._seconds[stage] = self._seconds.get(stage, 0.0) + spent - self._within
        self._within = before + spent

    def add_rendered(self, folder: Path, prose: list[str]) -> None:
        """Take over what MkDocs has written into ``folder``; ``prose`` are addresses of pages among it."""
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = Path(parent, name)
                key = path.relative_to(folder).as_posix()
                self._hashes[key] = hashlib.sha256(path.read_bytes()).hexdigest()
                if folder != self._folder:
                    self._move(path, key)
        self._listed += [(address, self._rendering.as_of) for address in prose]

    def fill(self, shells: Callable[[], Mapping[str, Shell]]) -> None:
        """Write everything that the rendering holds, pages in their shells, over all cores.

        ``shells`` is asked for them when everything else is ready.
        """
        self._rendering.prepare()
        found = shells()

        def part(shard: Shard) -> tuple[dict[str, str], list[tuple[str, str]]]:
            before = set(self._hashes)
            listed = self._fill_part(shard, found)
            return {path: digest for path, digest in self._hashes.items() if path not in before}, listed

        own, *others = map_shards(part)
        self._listed += own[1]
        for hashes, listed in others:
            for path in hashes.keys() & self._hashes.keys():
                raise _taken(path)
            self._hashes |= hashes
            self._listed += listed

    def _fill_part(self, shard: Shard, shells: Mapping[str, Shell]) -> list[tuple[str, str]]:
        listed = []
        for number, made in enumerate(self._rendering.content(shard), start=1):
            if number % _TOLD_EVERY == 0:
                self._progress("fill", number * process_count())
            if isinstance(made, Artifact):
                self._write(made)
                continue
            self._write(Artifact(file_path(made.address), shells[made.frame].fill(made, self._rendering)))
            if made.indexed and made.address != "404.html":
                listed.append((made.address, made.updated or self._rendering.as_of))
        return listed

    def add_sitemap(self) -> None:
        """Write what search engines read: the sitemap and robots.txt."""
        site_url = self._rendering.site_url
        for artifact in sitemap(sorted(self._listed), site_url=site_url):
            self._write(artifact)
        self._write(robots(site_url=site_url, noindex=self._rendering.noindex, hidden=self._rendering.hidden))

    def verify(self) -> list[Finding]:
        """What is wrong with the site as it now stands in the folder."""
        return verify(self._folder, self._hashes, progress=self._progress)

    def write_manifest(self) -> None:
        """Write the manifest, which makes the folder a site of ours."""
        self._write(manifest(self._rendering.manifest, self._hashes))

    def report(self, findings: list[Finding]) -> Report:
        """What was made, for whoever asked."""
        pages = sum(path.endswith(".html") for path in self._hashes)
        return Report(pages, len(self._hashes), dict(self._seconds), tuple(findings))

    def _write(self, artifact: Artifact) -> None:
        path = artifact.path
        if path in self._hashes:
            raise _taken(path)
        self._make_folder(_checked(path))
        try:
            _write_new(f"{self._root}/{path}", artifact.data)
        except FileExistsError as error:
            raise _taken(path) from error
        self._hashes[path] = hashlib.sha256(artifact.data).hexdigest()

    def _move(self, path: Path, key: str) -> None:
        place = self._folder / key
        self._make_folder(key)
        if place.exists():
            raise _taken(key)
        path.rename(place)

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            self._make_folder(folder)
            with suppress(FileExistsError):  # made by another process
                os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102
            self._made.add(folder)


def _taken(path: str) -> PublishingError:
    return PublishingError(f"两个页面或文件使用了同一地址：{path}")


def _write_new(place: str, data: bytes) -> None:
    """Write a file that is not there yet, in as few calls as it takes: they are most of what it costs."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _checked(path: str) -> str:
    """The path, if it is a plain one below the root; ValueError for any other, which is an error of ours."""
    parts = path.split("/")
    plain = all(part not in ("", ".", "..") and part.isprintable() and "\\" not in part for part in parts)
    if not plain:
        raise ValueError(f"not a path below the site's root: {path!r}")
    return path
