"""Which files below docs/ and of the theme go into the site. What they hold was looked at by reading."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""How names of pictures end that go into the site: the formats that reading looks into for what a camera
wrote there (reading/prose_pictures.py). Nothing else beside prose is published, be it a PDF or a script."""
_OURS = ("index.md", "about.md")
"""Prose that fills a place in one of the product's own pages."""
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Of the theme's assets: its own search."""


def symlinks(docs: Path) -> list[str]:
    """Every symbolic link below ``docs``: MkDocs would follow it anywhere, so none is allowed."""
    return sorted(
        Path(folder, name).relative_to(docs).as_posix()
        for folder, folders, names in os.walk(docs)
        for name in folders + names
        if Path(folder, name).is_symlink()
    )


def is_published(path: str, *, prose: bool) -> bool:
    """Whether a file of the city goes into the site: ``prose`` and pictures, never code.

    ``path`` is that below docs/; cases and pages of the product are made by rendering.
    """
    if path in _OURS or path.startswith("cases/"):
        return False
    return prose or PurePosixPath(path).suffix.lower() in PICTURES


def is_published_theme_file(path: str) -> bool:
    """Whether a file of the theme goes into the site: what its pages load, and no maps of sources."""
    return path.startswith("assets/") and not path.startswith(_UNUSED) and not path.endswith(".map")
