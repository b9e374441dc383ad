"""What a chart is, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.site.chart_data import ChartData

FOLDER = "charts"


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: what it found, what it shows, what that rests on."""

    id: str
    title: str
    """The finding in words, its numbers computed."""
    group: str
    """Label key of the part of the charts' index that it stands in."""
    drawing: ChartData
    note: str
    """What was counted and what was left out."""
    sources: tuple[str, ...]
    """Ids of the documents the values come from, each once."""
    pages: tuple[str, ...] = ()
    """Addresses of the pages that show it, besides its own."""
    follows: str = ""
    """How it is worked out anew for another date: a recipe of browser/as_of/charts/recipes.js, the id of its
    category and, where it is about one, of its scheme; empty where it stays at the site's date."""

    @property
    def address(self) -> str:
        """Address of its own page."""
        return f"{FOLDER}/{self.id}/"

    def header(self) -> tuple[str, ...]:
        """Return the titles of the table's columns."""
        return (self.drawing.axis, *(s.name for s in self.drawing.series))

    def table(self) -> list[tuple[str, ...]]:
        """Return the values as a table: a row per place, a column per series, empty where there is none."""
        return [
            (place, *("" if v is None else str(v) for v in values)) for place, values in self.drawing.rows
        ]


def number(value: Decimal | float) -> int | float:
    """Return a value as a number of JSON and of the table alike: whole where it is whole."""
    return int(value) if value == int(value) else float(value)
