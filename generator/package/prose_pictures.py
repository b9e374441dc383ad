"""Pictures beside prose: whether each may be published. Those of cases are checked in case_pictures.py.

Every picture below docs/ goes into the site, whether a page names it or not, so every one is checked. Files
of other kinds are not published at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.package.case_pictures import KINDS, look, refusal
from generator.package.texts import PREFIX
from generator.problems.reading import Reading


def read_prose_pictures(paths: Mapping[str, Path]) -> Reading[dict[str, bytes]]:
    """Return the bytes of the pictures of prose that may be shown, by path. Problems: MD-007."""
    pictures = {}
    for file, path in paths.items():
        if file.startswith(f"{PREFIX}cases/") or path.suffix.lower() not in KINDS:
            continue
        picture = look(path)
        if isinstance(picture, str):
            yield refusal(picture, file, None, PurePosixPath(file).name)
        else:
            pictures[file] = picture[0]
    return pictures
