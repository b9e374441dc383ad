"""The targets' page and charts: a base is no published figure, a figure stands with its sign."""

from __future__ import annotations

import pytest

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.register.register import Register
from generator.site.charts import all_charts
from generator.site.document import Facts
from generator.site.pages.targets import targets
from generator.site.sections.figures import figure_and_date
from generator.site.site import Site


@pytest.fixture
def site(changzhou: PublicView) -> Site:
    """Changzhou in Chinese."""
    return Site(Register(changzhou), Translations("zh"))


def _facts(site: Site, target: str) -> dict[str, str]:
    """What the section of a target says, by label."""
    section = next(s for s in targets(site).sections if s.id == target)
    return {
        fact.label: "".join(run.text for run in fact.value)
        for block in section.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


def test_the_course_is_the_published_figures_as_they_read(site: Site) -> None:
    words = site.words
    told = _facts(site, "target-factory-national-2025")
    first, last = (site.register.compared[c].claim for c in ("claim-01", "claim-16"))
    assert told[words("ui.course")] == f"{figure_and_date(site, first)} → {figure_and_date(site, last)}"
    assert words.category("operator", "gt") in told[words("ui.course")]
    assert told[words("ui.pace_kept")] == words("ui.a_year_ge", n="17.8", unit="家")


def test_the_nought_that_a_change_begins_at_is_no_published_figure(site: Site, demo: PublicView) -> None:
    words = site.words
    told = _facts(site, "target-energy-2025")
    assert words("ui.course") not in told, "one figure is no course"
    assert words("ui.base_defined") in told[words("ui.base")]
    stated = _facts(Site(Register(demo), words), "target-0005")
    assert words("ui.base_stated") in stated[words("ui.base")]


def test_a_base_is_a_series_of_its_own(site: Site) -> None:
    words = site.words
    drawing = all_charts(site)["target-target-energy-2025"].drawing
    names = [series.name for series in drawing.series]
    assert names == [words("chart.published"), words("chart.base"), words("chart.needed")]
    assert dict(drawing.rows)["2020"] == (None, 0, 0)
    assert dict(drawing.rows)["2021"] == (3.8, None, 2.9)
    without = all_charts(site)["target-target-factory-national-2025"].drawing
    assert words("chart.base") not in [series.name for series in without.series]
