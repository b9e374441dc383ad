"""The filters of a list as its page shows them, with their counts, before a browser has loaded anything.

The browser counts the same once something is chosen (browser/search/filter.js); a list is complete
without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from generator.register.holdings import Holding
from generator.site.kinds.registry import KINDS, records_of
from generator.site.search.attributes import ATTRIBUTES, HOLDINGS, UNITS
from generator.site.search.facets import ALWAYS, ANY, COMPARED, FACETS, ordered, value_label
from generator.site.site import Site

SHOWN = 12
"""Values of a facet that the page holds; the browser adds the others when the list is first filtered."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet and how many records have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet of a list."""

    name: str
    title: str
    choices: tuple[FacetValue, ...]
    numeric: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The filters of a list, and what the browser must know of it."""

    kind: str
    """Folder of the kind whose columns hold the records."""
    scope: str
    """Id of the category to which the list keeps; empty for none."""
    facets: tuple[FacetView, ...]
    columns: tuple[str, ...]
    """Label keys of the columns of its rows."""
    total: int = 0
    inferred: int = 0
    """Records whose place is not confirmed."""
    compared: bool = False
    """Whether records can be put side by side."""
    unit: str = ""
    """What the records of a category are counted in, such as 家; empty without a category."""


def panel(
    site: Site,
    kind: str,
    ids: Sequence[str],
    columns: tuple[str, ...],
    category: str = "",
    unit: str = "",
) -> Panel:
    """Return the filters of a list of records of a kind, of one category or of none."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    records = records_of(site, KINDS[kind])
    # Records say and hold much the same: that is looked into once, however many say it.
    for facet, read in ATTRIBUTES.get(kind, {}).items():
        for values, number in Counter([read(site, records[id_]) for id_ in ids]).items():
            for value in set(values):
                counts[facet][value] += number
    if kind in UNITS:
        held = Counter(
            [tuple([h for h in site.register.holdings(id_) if category in ("", h.category)]) for id_ in ids]
        )
        for facet, (own, units) in product(HOLDINGS, held.items()):
            for value in {v for h in own for v in values_of(h, facet)}:
                counts[facet][value] += units
    views = (_view(site, facet, count, bool(category)) for facet, count in counts.items())
    return Panel(
        kind=kind,
        scope=category,
        facets=tuple(view for view in views if view is not None),
        columns=columns,
        total=len(ids),
        inferred=sum(site.register.units.grade(i) == "inferred" for i in ids) if kind in UNITS else 0,
        compared=kind in COMPARED,
        unit=unit,
    )


_READERS: Mapping[str, Callable[[Holding], Iterable[str]]] = {
    "stage": lambda held: held.stages,
    "list_year": lambda held: map(str, held.years),
    "evaluator": lambda held: held.evaluators,
    "path": lambda held: ("-".join(held.path),) if held.path else (),
}
"""The facets of which a holding may have several values, or none."""


def _single(facet: str) -> Callable[[Holding], Iterable[str]]:
    read = attrgetter(facet)
    return lambda held: (str(read(held)),)


def values_of(held: Holding, facet: str) -> Iterable[str]:
    """Return the values of a facet that a holding has."""
    return (_READERS.get(facet) or _single(facet))(held)


def _view(site: Site, facet: str, counts: Counter[str], scoped: bool) -> FacetView | None:
    """Return a facet worth showing: one that parts the list, or that a reader looks for in any case."""
    values = ordered(site, facet, counts)
    if not values or (scoped and facet == "category"):
        return None
    if len(values) < 2 and (facet not in ALWAYS or values == [ANY]):
        return None
    choices = tuple(
        FacetValue(value, value_label(site, facet, value), counts[value]) for value in values[:SHOWN]
    )
    title = site.words(FACETS[facet].title)
    note = site.words("msg.evaluator") if facet == "evaluator" else ""
    return FacetView(facet, title, choices, FACETS[facet].numeric, note)
