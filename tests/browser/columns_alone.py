"""The search's files of a catalog and the scripts that read them, served without a site around them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import served

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.assets import ASSETS
from generator.outputs.search_index.files import files
from generator.register.register import Register
from generator.site.site import Site

PAGE = b"""<!doctype html><html lang="zh"><meta charset="utf-8"><title>columns</title>
<input id="portal-search" aria-label="box" data-search-input>
<script type="module" src="assets/portal.js"></script></html>
"""
"""A page with the search box and nothing else."""


@contextmanager
def columns_served(catalog: PublicView, folder: Path) -> Iterator[str]:
    """Write the files of a catalog's search into an empty folder and serve it; gives the page's address."""
    found = [(a.path, a.data) for a in files(Site(Register(catalog), Translations("zh")))]
    found += [(f"assets/{p.relative_to(ASSETS)}", p.read_bytes()) for p in ASSETS.rglob("*.js")]
    found += [(name, PAGE) for name in ("index.html", "404.html")]
    for path, data in found:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    with served(folder) as url:
        yield url
