"""The lines of contributed files, for quoting them beside a problem; read again when one is asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.formats import json_reader, yaml_reader
from generator.package.decode import decode
from generator.package.descriptor import DESCRIPTORS
from generator.package.files import MAX_FILE_BYTES


class SourceLines:
    """Looks up lines of the files below a data folder, and below a folder of prose for ``docs/…``.

    A file that is a link, too large or not in its declared encoding has no lines: nothing is guessed.
    """

    def __init__(self, data: Path, docs: Path) -> None:
        self._data = data
        self._docs = docs
        self._lines = lru_cache(maxsize=4)(self._read)  # problems come file by file

    def __call__(self, file: str, line: int) -> str:
        """Return the physical line `line`, from 1, without its line end; empty where there is none."""
        lines = self._lines(file)
        return lines[line - 1].removesuffix("\r") if 0 < line <= len(lines) else ""

    def _read(self, file: str) -> list[str]:
        path = self._docs / file.removeprefix("docs/") if file.startswith("docs/") else self._data / file
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
                return []
            text, _ = decode(path.read_bytes(), file, declared=declared_encoding(path))
        except (OSError, ValueError):
            return []
        return (text or "").split("\n")


def declared_encoding(path: Path) -> str:
    """Return the encoding that the descriptor beside a CSV file declares for it; empty for none."""
    descriptor = descriptor_beside(path)
    if path.suffix != ".csv" or descriptor is None:
        return ""
    text = descriptor.read_bytes().decode("utf-8", "replace")
    raw = (json_reader if descriptor.suffix == ".json" else yaml_reader).read(text).value
    resources = raw.get("resources") if isinstance(raw, dict) else None
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict) and resource.get("path") == path.name:
            return str(resource.get("encoding", ""))
    return ""


def descriptor_beside(path: Path) -> Path | None:
    """Return the descriptor of the package that a file lies in; None where there is no plain one."""
    beside = (path.parent / name for name in DESCRIPTORS)
    return next((d for d in beside if d.is_file() and not d.is_symlink()), None)
