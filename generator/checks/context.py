"""What a check is given."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.package.tables import Checked


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a rule is given: the whole data before anything is kept back, and where to report."""

    catalog: Catalog
    """Every row, also those that will be kept back."""
    open: Catalog
    """What may be published: what readers will compare."""
    checked: Checked
