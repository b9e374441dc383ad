"""Release a package: from the whole catalog, the part that may be published on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.catalog.catalog import Catalog
from generator.package.package import Package
from generator.release.aggregates import supervision_counts
from generator.release.publication import PublishedFiles, publishable


def release(package: Package, whole: Catalog | None, on: date | None = None) -> Catalog | None:
    """Return what may be published of a package on a day, the date of the data unless another is given.

    None where there is no catalog.
    """
    if whole is None:
        return None
    as_of, on = whole.settings.as_of, on or whole.settings.as_of
    shown = publishable(whole.tables, whole.cases, as_of, on)
    return replace(
        whole,
        as_of=on,
        tables=shown.tables,
        cases=shown.cases,
        files=PublishedFiles(package.folder.tables, package.rows.tables, shown.tables),
        withheld=shown.withheld,
        withdrawn=shown.withdrawn,
        later=shown.later,
        supervised=supervision_counts(whole.tables, as_of, on),
    )
