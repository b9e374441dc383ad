"""Release a package: from the whole catalog, the part that may be published on a day."""

from __future__ import annotations

from datetime import date
from functools import partial

from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.package.package import Package
from generator.release.publication import PublishedFiles, public_view


def release(package: Package, whole: Catalog | None, on: date | None = None) -> PublicView | None:
    """Return what may be published of a package on a day, the date of the data unless another is given.

    None where there is no catalog.
    """
    if whole is None:
        return None
    files = partial(PublishedFiles, package.folder.tables, package.rows.tables)
    return public_view(whole, on or whole.settings.as_of, files)
