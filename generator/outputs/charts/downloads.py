"""The files that go with the charts: values, drawing, specification, and the scripts that draw it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.artifacts import Artifact
from generator.formats.csv_writer import csv_text
from generator.outputs.charts.converter import browser_scripts, draw
from generator.outputs.charts.poster import poster
from generator.outputs.context import Job, OutputContext
from generator.site.chart import FOLDER, Chart
from generator.site.chart_data import light
from generator.site.site import Site

SCRIPTS = "assets/vega.js"


ADDRESSES = (f"{FOLDER}/*.svg", f"{FOLDER}/*.json", f"{FOLDER}/*.csv", SCRIPTS)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site, context.charts)


def files(site: Site, charts: Mapping[str, Chart]) -> Iterator[Artifact]:
    """Yield the downloads of every chart, and the scripts that draw one in a browser."""
    for chart in charts.values():
        picture = draw(chart.drawing)
        yield Artifact(f"{FOLDER}/{chart.id}.svg", _alone(site, chart, picture.resolved).encode())
        yield Artifact(f"{FOLDER}/{chart.id}.json", picture.spec.encode())
        yield Artifact(f"{FOLDER}/{chart.id}.csv", as_csv(chart))
    if charts:
        yield Artifact(SCRIPTS, browser_scripts().encode())


def as_csv(chart: Chart) -> bytes:
    """Return a chart's values as its table shows them."""
    return csv_text([chart.header(), *chart.table()]).encode()


def _alone(site: Site, chart: Chart, svg: str) -> str:
    """The drawing with what the page around it says: finding, documents, date, whether data is made up."""
    words = site.words
    documents = "；".join(site.name(source) for source in chart.sources[:3])
    more = len(chart.sources) - 3
    if more > 0:
        documents = words("ui.and_more_sources", text=documents, n=more)
    foot = [
        chart.note,
        f"{words('ui.chart_source')}：{documents}",
        f"{site.title}　{words('field.as_of')} {site.as_of}",
    ]
    foot += [words("site.banner_demo")] if site.catalog.settings.demo else []
    colours = light()
    ground, ink = colours["--chart-ground"], colours["--chart-text"]
    return poster(svg, title=chart.title, foot=foot, ground=ground, ink=ink)
