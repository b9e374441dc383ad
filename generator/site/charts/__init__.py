"""The charts: each says what it found, shows its values in a table, and names its sources and its date.

CHARTS lists them. A maker is a small pure function of the site and yields nothing where the register holds
too little to have a shape; `generator.site.chart` says what one is,
`generator.outputs.charts` draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from generator.site.chart import Chart
from generator.site.charts import growth, incomplete, makeup, official, published, reference
from generator.site.charts.sectors import sectors
from generator.site.charts.targets import targets
from generator.site.site import Site

CHARTS: Mapping[str, Callable[[Site], Iterator[Chart]]] = {
    "units held by level and year": growth.growth,
    "units added and removed by year": growth.turnover,
    "names held of lists held in part": incomplete.names_held,
    "national lists by year": official.national_lists,
    "national lists added up": official.national_totals,
    "products by kind": makeup.product_kinds,
    "units by area": makeup.areas,
    "units by industry": makeup.industries,
    "paths between levels": makeup.ladder,
    "growth of priority industries": sectors,
    "changes over periods": published.falls,
    "progress to targets": targets,
    "figures over the years": published.series,
    "figures by outcome": published.states,
    "names held by scheme": published.named,
    "indicators of a standard": reference.indicators,
    "measurements": reference.measurements,
    "supervision in aggregate": reference.supervision,
}
"""Every kind of chart, in the order of the charts' index."""
MOST_ON_A_PAGE = 3
"""Charts that a page shows; the others are found in the charts' index."""


def all_charts(site: Site) -> dict[str, Chart]:
    """Return every chart of the site by id."""
    return {chart.id: chart for make in CHARTS.values() for chart in make(site)}


class Charts(Mapping[str, Chart]):
    """Every chart of the site by id, made when one is looked at; whether there are any is known before."""

    def __init__(self, site: Site) -> None:
        """Make none yet."""
        self._site = site

    @cached_property
    def _made(self) -> dict[str, Chart]:
        return all_charts(self._site)

    def __bool__(self) -> bool:
        """Whether there is any: the first is enough."""
        return any(True for make in CHARTS.values() for _ in make(self._site))

    def __getitem__(self, id_: str) -> Chart:
        """Return a chart. Raises KeyError where there is none of that id."""
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)


def by_page(charts: Mapping[str, Chart]) -> dict[str, tuple[Chart, ...]]:
    """Return the charts that each page shows, by its address."""
    found: dict[str, list[Chart]] = {}
    for chart in charts.values():
        for page in chart.pages:
            found.setdefault(page, []).append(chart)
    return {page: tuple(shown[:MOST_ON_A_PAGE]) for page, shown in found.items()}
