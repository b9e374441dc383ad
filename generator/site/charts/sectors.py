"""How each industry that the city puts first grew: its factories of each level at every year's end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.ledger import LEVELS
from generator.register.sectors import Growth, Sector
from generator.schema.records import Category, OfficialList
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Mark, Row, Series
from generator.site.charts.growth import FEWEST_YEARS, LEVEL_COLOURS
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Site


def sectors(site: Site) -> Iterator[Chart]:
    """Yield the growth of every sector in every category of enterprises; an unchecked year is empty.

    Units with confirmed place only, each once in a level, by the axis of headlines: the table on the sector's
    page says the same, of every scheme.
    """
    for code, sector in site.register.sectors.sectors.items():
        grown = site.register.grown(code)
        for category in site.register.categories:
            if category.subject == "enterprise" and category.id in CATEGORY_PAGES:
                own = [g for g in grown if g.scheme.category == category.id]
                own.sort(key=lambda g: LEVELS.index(g.scheme.level), reverse=True)
                years = sorted({y for g in own for y, held in g.held.items() if held is not None})
                if len(years) >= FEWEST_YEARS:
                    yield _grown(site, sector, category, own, years)


def _grown(site: Site, sector: Sector, category: Category, grown: list[Growth], years: list[int]) -> Chart:
    words = site.words
    rows: tuple[Row, ...] = tuple((str(year), tuple(g.held[year] for g in grown)) for year in years)
    series = tuple(
        Series(words.category("level", g.scheme.level), LEVEL_COLOURS[g.scheme.level]) for g in grown
    )
    known = {year: held for year, held in grown[0].held.items() if held is not None}
    title = words(
        "chart.sector",
        sector=site.sector_name(sector.id),
        category=f"{words.category('level', grown[0].scheme.level)}{words.of(category, 'name')}",
        first=min(known),
        last=max(known),
        a=known[min(known)],
        b=known[max(known)],
        unit=category.unit_zh,
    )
    note = words("ui.sector_growth_rule", axis=words(f"axis.{site.register.axis}"))
    note += words("chart.levels_note") if len(grown) > 1 else ""
    sources = dict.fromkeys(
        official.source
        for g in grown
        for official in site.catalog.where(OfficialList, "scheme", g.scheme.id)
        if official.stage == "final" and (official.list_year or 0) <= max(years)
    )
    form: Mark = "lines" if len(grown) > 1 else "columns"
    return Chart(
        f"sector-{sector.id}-{category.id}",
        title,
        "chart.group_sectors",
        ChartData(form, words("ui.year"), series, rows, category.unit_zh),
        note,
        tuple(sources),
        (f"sectors/{sector.id}/",),
    )
