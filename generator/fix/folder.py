"""Every safe mend of a data folder."""

from __future__ import annotations

from pathlib import Path

from generator.fix.fixers import FixedFile, mend
from generator.fix.replacement import replace
from generator.package.read_folder import load_folder


def mended_files(data: Path) -> list[FixedFile]:
    """Return every table's file that has safe mends, in order of path; nothing is written."""
    tables = load_folder(data).tables.values()
    found = map(mend, tables)
    return sorted(filter(None, found), key=lambda mended: mended.file)


def write(data: Path, files: list[FixedFile]) -> None:
    """Write mended files, each in one step. ReplacementError at the first that changed since it was read."""
    for mended in files:
        replace(data / mended.file, expected=mended.before, data=mended.after)
