"""Write a whole site into an empty folder: pages, sitemap, verification, manifest.

The content is a stream: each page is rendered, written, hashed and then dropped from memory.
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
"""Called with the stage and the number of its finished files."""
_PROGRESS_STEP = 500


class SiteWriter:
    """A site being written. Call the methods in the order in which they are defined."""

    def __init__(self, site_output: SiteOutput, folder: Path, progress: Progress | None = None) -> None:
        """Set the folder to write into: it exists, and nothing else writes there."""
        self._site_output = site_output
        self._folder = folder
        self._root = str(folder)
        self._progress = progress or (lambda stage, done: None)
        self._hashes: dict[str, str] = {}
        self._listed: list[tuple[str, str]] = []
        self._folders: set[str] = {""}
        self._seconds: dict[str, float] = {}
        self._within = 0.0

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time of the block to a stage of the report, without the time of stages inside it."""
        start, before = time.perf_counter(), self._within
        self._within = 0.0
        yield
        spent = time.perf_counter() - start
        self._seconds[stage] = self._seconds.get(stage, 0.0) + spent - self._within
        self._within = before + spent

    def add_rendered(self, folder: Path) -> None:
        """Add the files that a shell engine wrote to ``folder``."""
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = Path(parent, name)
                key = path.relative_to(folder).as_posix()
                self._hashes[key] = hashlib.sha256(path.read_bytes()).hexdigest()
                if folder != self._folder:
                    self._move(path, key)

    def fill(self, shells: Callable[[], Mapping[str, Shell]]) -> None:
        """Write the whole content, pages in their shells, with all processes.

        ``shells`` returns the shells by key of their frame; it is called as late as possible.
        """
        self._site_output.prepare()
        by_frame = shells()

        def part(shard: Shard) -> tuple[dict[str, str], list[tuple[str, str]]]:
            before = set(self._hashes)
            listed = self._fill_part(shard, by_frame)
            return {path: digest for path, digest in self._hashes.items() if path not in before}, listed

        own, *others = map_shards(part)
        self._listed += own[1]
        for hashes, listed in others:
            for path in hashes.keys() & self._hashes.keys():
                raise _duplicate_address(path)
            self._hashes |= hashes
            self._listed += listed

    def _fill_part(self, shard: Shard, shells: Mapping[str, Shell]) -> list[tuple[str, str]]:
        listed = []
        for number, item in enumerate(self._site_output.content(shard), start=1):
            if number % _PROGRESS_STEP == 0:
                self._progress("fill", number * process_count())
            if isinstance(item, Artifact):
                self._write(item)
                continue
            self._write(Artifact(file_path(item.address), shells[item.frame].fill(item, self._site_output)))
            if item.indexed and item.address != "404.html":
                listed.append((item.address, item.updated or self._site_output.as_of))
        return listed

    def add_sitemap(self) -> None:
        """Write the sitemap and robots.txt."""
        site_url = self._site_output.site_url
        for artifact in sitemap(sorted(self._listed), site_url=site_url):
            self._write(artifact)
        self._write(
            robots(site_url=site_url, noindex=self._site_output.noindex, hidden=self._site_output.hidden)
        )

    def verify(self) -> list[Finding]:
        """Return the findings about the files written so far."""
        return verify(self._folder, self._hashes, progress=self._progress)

    def write_manifest(self) -> None:
        """Write the manifest, which marks the folder as a site of this program."""
        self._write(manifest(self._site_output.manifest, self._hashes))

    def report(self, findings: list[Finding]) -> Report:
        """Return the report of the finished site."""
        pages = sum(path.endswith(".html") for path in self._hashes)
        return Report(pages, len(self._hashes), dict(self._seconds), tuple(findings))

    def _write(self, artifact: Artifact) -> None:
        path = artifact.path
        if path in self._hashes:
            raise _duplicate_address(path)
        self._make_folder(_checked(path))
        try:
            _write_new(f"{self._root}/{path}", artifact.data)
        except FileExistsError as error:
            raise _duplicate_address(path) from error
        self._hashes[path] = hashlib.sha256(artifact.data).hexdigest()

    def _move(self, path: Path, key: str) -> None:
        place = self._folder / key
        self._make_folder(key)
        if place.exists():
            raise _duplicate_address(key)
        path.rename(place)

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            self._make_folder(folder)
            with suppress(FileExistsError):  # created by another process
                os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102
            self._folders.add(folder)


def _duplicate_address(path: str) -> PublishingError:
    return PublishingError(f"两个页面或文件使用了同一地址：{path}")


def _write_new(path: str, data: bytes) -> None:
    """Create a file; FileExistsError if it exists. System calls dominate the cost, so there are few."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _checked(path: str) -> str:
    """Return ``path`` if it is a plain path below the root; ValueError for any other, a program error."""
    parts = path.split("/")
    plain = all(part not in ("", ".", "..") and part.isprintable() and "\\" not in part for part in parts)
    if not plain:
        raise ValueError(f"not a path below the site's root: {path!r}")
    return path
