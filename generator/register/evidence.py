"""What rests on each document: counted once for all of them, as a register has many rows and documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.catalog.public_view import PublicView
from generator.schema import table_schema


def resting_on(catalog: PublicView) -> Mapping[str, Mapping[str, int]]:
    """Return how often the rows of each table name a document as their source, by the document's id."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for table in table_schema.tables().values():
        for field in table.fields:
            if field.references == ("sources",):
                named = Counter(getattr(row, field.name) for row in catalog.tables[table.name].values())
                for source, count in named.items():
                    found[source][table.name] += count
    return found
