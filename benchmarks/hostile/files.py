"""Files and folders: too large, packed, too many, too deep."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from benchmarks.hostile.package import TABLE, Hostile


def large(folder: Path, share: float = 1) -> None:
    with (folder / TABLE).open("wb") as file:
        file.truncate(300 * 1024 * 1024)


def bomb_in_an_archive(folder: Path, share: float = 1) -> None:
    with zipfile.ZipFile(folder / TABLE, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../zeros.csv", bytes(100 * 1024 * 1024))


def many_files(folder: Path, share: float = 1) -> None:
    for n in range(6):
        inside = folder / "data" / "registry" / f"more{n}"
        inside.mkdir()
        for m in range(5_100 if n == 0 else int(4_900 * share)):
            (inside / f"f{m}.csv").touch()


def deep_folders(folder: Path, share: float = 1) -> None:
    path = str(folder / "data")
    for _ in range(60):
        path += "/a"
        os.mkdir(path)  # noqa: PTH102 (a Path of so many parts takes as long as the check)


FILES: dict[str, Hostile] = {
    made.__name__: made
    for made in (
        large,
        bomb_in_an_archive,
        many_files,
        deep_folders,
    )
}
