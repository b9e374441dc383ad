"""Names as they are compared, and the rule that a printed name is one of those held for its unit."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict

from generator.catalog.catalog import Catalog
from generator.package.tables import Checked
from generator.schema.records import Enterprise, Park, Product, Recognition, UnitName

_NAMES_COMPARED = 50
"""As many names of a unit are compared, for as many rows: a register of slips would take an hour."""
_RECOGNITIONS = "registry/recognitions.csv"


def same_name(name: str) -> str:
    """Return a name as it is compared: width, case and brackets made alike, spaces dropped."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def check_names(catalog: Catalog, checked: Checked) -> None:
    """Report printed names that are none of those held for the unit (FK-003, a warning)."""
    if not checked.whole("unit_names", "enterprises", "parks", "products"):
        return
    known = _names_held(checked)
    folded = {unit: {same_name(name) for name in names} for unit, names in known.items()}
    for row in catalog.all(Recognition).values():
        product = catalog.get(Product, row.product)
        unit_id = row.enterprise or row.park or (product.enterprise if product else "")
        if unit_id not in folded or same_name(row.name_as_published) in folded[unit_id]:
            continue
        few = checked.problems.seen("FK-003", _RECOGNITIONS, "name_as_published") < _NAMES_COMPARED
        names = known[unit_id][:_NAMES_COMPARED] if few else []
        near = difflib.get_close_matches(row.name_as_published, names, 1, 0.3)
        details = {"unit": unit_id, "known": f"；最接近 {near[0]}" if near else ""}
        details["known_en"] = f"; nearest is {near[0]}" if near else ""
        checked.problem("FK-003", row, "name_as_published", row.name_as_published, **details)


def _names_held(checked: Checked) -> dict[str, list[str]]:
    """Return every name held, by unit, also of rows that have told of a slip of their own."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for table in ("enterprises", "parks", "unit_names"):
        for row in checked.tables[table].records:
            if isinstance(row, Enterprise | Park):
                known[row.id].append(row.name_zh)
            elif isinstance(row, UnitName):
                known[row.unit].append(row.name_zh)
    return known
