"""The index of the charts, a page for each, and the bare page of one that another site may embed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.site.chart import FOLDER, Chart
from generator.site.document import Document, Fact, Facts, Inline, Section
from generator.site.site import Site


def chart_index(site: Site, charts: Mapping[str, Chart]) -> Document:
    """Return the page 图表: every chart by what it is about, each with its finding."""
    words = site.words
    groups: dict[str, list[Chart]] = {}
    for chart in charts.values():
        groups.setdefault(chart.group, []).append(chart)
    sections = tuple(
        Section(group.partition(".")[2], words(group), (Facts(tuple(_entry(site, c) for c in shown)),))
        for group, shown in groups.items()
    )
    lead = words("ui.charts_lead", n=len(charts))
    return Document(title=words("nav.charts"), description=lead, lead=lead, sections=sections)


def _entry(site: Site, chart: Chart) -> Fact:
    form = site.words(f"chart_form.{chart.drawing.form}")
    return Fact(form, (Inline(chart.title, to=chart.address),))


def chart_page(site: Site, chart: Chart) -> Document:
    """Return the page of one chart; the drawing itself is put in by the template."""
    words = site.words
    links = [Inline(words("ui.chart_embed"), to=f"{chart.address}embed/")]
    for page in chart.pages[:1]:
        links += [Inline("　"), Inline(words("ui.chart_in"), to=page)]
    facts = Facts((Fact(words("ui.chart_links"), tuple(links)),))
    section = Section("use", words("ui.chart_use"), (facts,))
    return Document(
        title=chart.title,
        description=f"{chart.title}。{chart.note}",
        kind="chart",
        id=chart.id,
        kind_label=words(chart.group),
        crumbs=(Inline(words("nav.charts"), to=f"{FOLDER}/"),),
        sections=(section,),
        doors=False,
        charts=(chart,),
        indexed=chart.group != "chart.group_supervision",  # as the page of supervision itself
    )
