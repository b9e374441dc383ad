"""Every safe mend of a data folder."""

from __future__ import annotations

from pathlib import Path

from generator.fix.fixers import FixedFile, mend
from generator.fix.replacement import replace
from generator.package.read_folder import load_folder
from generator.package.reading import collect


def mended_files(data: Path) -> list[FixedFile]:
    """Return every table's file that has safe mends, in order of path; nothing is written."""
    folder, _ = collect(load_folder(data))
    return sorted(filter(None, map(mend, folder.tables.values())), key=lambda mended: mended.file)


def write(data: Path, files: list[FixedFile]) -> None:
    """Write mended files, each in one step. ReplacementError at the first that changed since it was read."""
    for mended in files:
        replace(data / mended.file, expected=mended.before, data=mended.after)
