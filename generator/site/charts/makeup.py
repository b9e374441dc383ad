"""What the lists are made up of: units by area and industry, products by kind, paths between levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.register.ledger import LEVELS
from generator.register.places import within
from generator.schema.records import Area, Category, Enterprise, Industry, Place, Product
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Row, Series
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site

FEWEST_AREAS = 2
MOST_BARS = 15


def areas(site: Site) -> Iterator[Chart]:
    """Yield the units with confirmed place by district and zone, as schematic tiles without boundaries."""
    words, catalog = site.words, site.catalog
    held = Series(words("chart.held"))
    for category in site.register.categories:
        lying: Counter[str] = Counter()
        units = site.register.current(category.id)
        for unit in units:
            place = site.register.units.place(unit)
            if place is not None and place.grade == "confirmed":
                lying[place.area] += 1
        rows = tuple(
            (words.of(area, "name"), (_inside(site, area, lying),))
            for area in catalog.where(Area, "parent", catalog.settings.area)
            if area.valid_to is None or area.valid_to.last > site.as_of
        )
        settled = sum(1 for _, (count,) in rows if count)
        if settled < FEWEST_AREAS:
            continue
        title = words("chart.areas", category=words.of(category, "name"), n=settled)
        note = f"{words('msg.tile_map')}{words('chart.areas_note')}"
        drawing = ChartData("tiles", words("ui.area"), (held,), rows, category.unit_zh)
        sources = _places(site, units)
        yield Chart(
            f"areas-{category.id}",
            title,
            "chart.group_makeup",
            drawing,
            note,
            sources,
            _page(category),
            f"areas {category.id}",
        )


def _inside(site: Site, area: Area, lying: Counter[str]) -> int:
    """A zone counts only what is registered in the zone itself; a district, all that lies within it."""
    catalog = site.catalog
    return sum(
        count
        for place, count in lying.items()
        if place == area.id or (area.kind != "zone" and within(catalog, place, area.id))
    )


def industries(site: Site) -> Iterator[Chart]:
    """Yield the enterprises of each category by industry, those whose industry is not known apart."""
    words, catalog = site.words, site.catalog
    for category in site.register.categories:
        if category.subject != "enterprise":
            continue
        counts: Counter[str] = Counter()
        unknown = 0
        for unit in site.register.current(category.id):
            row = catalog.row(Enterprise, unit)
            industry = catalog.row(Industry, row.industry) if row else None
            name = words.of(industry, "name") if industry else (row.industry_label if row else "")
            counts[name] += bool(name)
            unknown += not name
        pages = (
            ("industries/",) if site.register.holds("industries") else ()
        )  # the lists may print labels alone
        yield from _bars(site, category, counts, unknown, "industries", "ui.industry", pages)


def product_kinds(site: Site) -> Iterator[Chart]:
    """Yield the listed products by kind."""
    catalog = site.catalog
    for category in site.register.categories:
        if category.subject != "product":
            continue
        rows = [row for unit in site.register.current(category.id) if (row := catalog.row(Product, unit))]
        counts = Counter(row.kind_zh for row in rows if row.kind_zh)
        unknown = sum(1 for row in rows if not row.kind_zh)
        yield from _bars(site, category, counts, unknown, "kinds", "ui.product_kind", _page(category))


def _bars(
    site: Site,
    category: Category,
    counts: Counter[str],
    unknown: int,
    what: str,
    axis: str,
    pages: tuple[str, ...],
) -> Iterator[Chart]:
    words = site.words
    named = sorted(((n, c) for n, c in counts.items() if n and c), key=lambda pair: (-pair[1], pair[0]))
    if len(named) < FEWEST_AREAS:
        return
    rows: list[Row] = [(name, (count,)) for name, count in named[:MOST_BARS]]
    rest = sum(count for _, count in named[MOST_BARS:])
    rows += [(words("chart.other"), (rest,))] if rest else []
    rows += [(words("ui.unknown"), (unknown,))] if unknown else []
    title = words(
        f"chart.{what}",
        category=words.of(category, "name"),
        n=len(named),
        known=sum(counts.values()),
        all=sum(counts.values()) + unknown,
        unit=category.unit_zh,
    )
    series = (Series(words("chart.held")),)
    drawing = ChartData("bars", words(axis), series, tuple(rows), category.unit_zh)
    sources = _own(site, category)
    yield Chart(
        f"{what}-{category.id}",
        title,
        "chart.group_makeup",
        drawing,
        words("chart.makeup_note"),
        sources,
        pages,
        f"kinds {category.id}" if what == "kinds" else "",
    )


def ladder(site: Site) -> Iterator[Chart]:
    """Yield the paths that units took between the levels of a category."""
    words = site.words
    for category in site.register.categories:
        taken = site.register.routes(category.id)
        found = {path: len(units) for path, units in taken.items()}
        held = [level for level in LEVELS if any(level in path for path in found)]
        if len(held) < 2:
            continue
        ordered = sorted(found.items(), key=lambda item: (-len(item[0]), -item[1], item[0]))
        rows: tuple[Row, ...] = tuple(
            (
                " → ".join(words.category("level", level) for level in path),
                tuple(count if level in path else None for level in held),
            )
            for path, count in ordered
        )
        series = tuple(Series(words.category("level", level)) for level in held)
        several = sum(count for path, count in found.items() if len(path) > 1)
        title = words(
            "chart.paths",
            category=words.of(category, "name"),
            n=several,
            all=sum(found.values()),
            unit=category.unit_zh,
        )
        drawing = ChartData("paths", words("ui.path"), series, rows, category.unit_zh)
        yield Chart(
            f"paths-{category.id}",
            title,
            "chart.group_makeup",
            drawing,
            words("chart.paths_note"),
            _own(site, category),
            (f"ladder/{category.id}/",),
        )


def _page(category: Category) -> tuple[str, ...]:
    return (CATEGORY_PAGES[category.id],) if category.id in CATEGORY_PAGES else ()


def _places(site: Site, units: Iterable[str]) -> tuple[str, ...]:
    places: list[Place] = [
        p for unit in units if (p := site.register.units.place(unit)) and p.grade == "confirmed"
    ]
    return tuple(dict.fromkeys(p.source for p in places))


def _own(site: Site, category: Category) -> tuple[str, ...]:
    """The documents of the lists whose rows are counted."""
    spells = site.register.ledger.by_category.get(category.id, ())
    return tuple(dict.fromkeys(s.row.source for s in spells if s.subject))
