"""Pictures beside prose: whether each may be published. Those of cases are checked in case_pictures.py.

Every picture below docs/ goes into the site, whether a page names it or not, so every one is checked. Files
of other kinds are not published at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.catalog.prose import Picture
from generator.package.case_pictures import KINDS, look, refusal
from generator.package.reading import Reading
from generator.package.texts import PREFIX


def read_prose_pictures(paths: Mapping[str, Path]) -> Reading[tuple[Picture, ...]]:
    """Return the pictures of prose that may be shown. Problems: MD-007."""
    pictures = []
    for file, path in paths.items():
        if file.startswith(f"{PREFIX}cases/") or path.suffix.lower() not in KINDS:
            continue
        picture = look(path)
        if isinstance(picture, str):
            yield refusal(picture, file, None, PurePosixPath(file).name)
        else:
            (data, facts), name = picture, file.removeprefix(PREFIX)
            pictures.append(Picture(name, name, facts.width, facts.height, data))
    return tuple(pictures)
