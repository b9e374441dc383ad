"""Decide which files below docs/ and of the theme are published. Their contents were checked before."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""Suffixes of published pictures: the formats whose metadata is checked (package/prose_pictures.py). Beside
prose nothing else is published, no PDF and no script."""
_USED_IN_PAGES = ("index.md", "about.md")
"""Prose that is inserted into a generated page."""
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search."""


def symlinks(docs: Path) -> list[str]:
    """Return every symbolic link below ``docs``: MkDocs would follow it anywhere, so none is allowed."""
    return sorted(
        Path(folder, name).relative_to(docs).as_posix()
        for folder, folders, names in os.walk(docs)
        for name in folders + names
        if Path(folder, name).is_symlink()
    )


def is_published(path: str, *, prose: bool) -> bool:
    """Return True if the file at ``path`` below docs/ is published: ``prose`` and pictures, never code.

    Cases and prose of generated pages are excluded, because outputs render them.
    """
    if path in _USED_IN_PAGES or path.startswith("cases/"):
        return False
    return prose or PurePosixPath(path).suffix.lower() in PICTURES


def is_published_theme_file(path: str) -> bool:
    """Return True if a file of the theme is published: what pages load, without source maps."""
    return path.startswith("assets/") and not path.startswith(_UNUSED) and not path.endswith(".map")
