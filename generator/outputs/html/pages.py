"""Every page of a site as HTML: the jobs that write them, and the frames that they are put into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.artifacts import Artifact, Frame, Page
from generator.outputs.context import Job, OutputContext
from generator.outputs.html.page_writer import DEEP, RECORD, TEMPLATES, PageWriter
from generator.outputs.html.templating import template
from generator.schema import table_schema
from generator.site import indexes
from generator.site.chart import Chart
from generator.site.kinds.registry import KINDS, records_of
from generator.site.pages import answers, dictionary, guides, prose, tombstones
from generator.site.pages.home import home
from generator.site.pages.registry import site_pages
from generator.site.sections import quick_counts
from generator.site.site import Site


def frames(context: OutputContext) -> tuple[Frame, ...]:
    """Return the frames of a site: one for each page that may be in the navigation, three for all others."""
    own, reserved = _product_frames(context), reserved_addresses(context)
    return own + tuple(frame for frame, _ in prose.prose_pages(context.site, reserved))


def reserved_addresses(context: OutputContext) -> frozenset[str]:
    """Return the addresses that no page of prose may have: of pages with frames and of records."""
    framed = (frame.address for frame in _product_frames(context))
    return frozenset((*framed, *context.site.addresses.values()))


def _product_frames(context: OutputContext) -> tuple[Frame, ...]:
    own = [address for address, _, _ in site_pages(context.site, context.charts)]
    own += ["answers/", guides.INDEX]
    own += [index.folder for index in indexes.indexes(context.site)]
    return (
        Frame("home", ""),
        Frame(RECORD, "{token}/{token}/"),
        Frame(DEEP, "{token}/{token}/{token}/"),
        *(Frame(address.strip("/"), address) for address in own),
    )


def compile_templates(site: Site) -> None:
    """Compile the templates of whole pages, for processes that are forked from this one."""
    for name in TEMPLATES:
        template(name, site.words)


ADDRESSES = ("*.html", "*/*.csv")


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield a job for each page or group of pages: first those that take longest, records last."""
    writer = PageWriter(context.site, context.charts)
    yield partial(_answers, writer)
    yield from (partial(_index, writer, index.make) for index in indexes.indexes(context.site))
    yield partial(writer.pages, "home", "", partial(home, context.site, context.charts), "home.html")
    for address, template_name, make_body in site_pages(context.site, context.charts):
        yield partial(writer.pages, address.strip("/"), address, make_body, template_name)
    yield from (partial(_chart, writer, chart) for chart in context.charts.values())
    for table in table_schema.tables().values():
        make_body = partial(dictionary.table_page, context.site, table)
        yield partial(writer.pages, RECORD, f"data/{table.name}/", make_body)
    yield from _guides(writer, {frame.address for frame in frames(context)})
    for frame, make_body in prose.prose_pages(context.site, reserved_addresses(context)):
        yield partial(writer.pages, frame.key, frame.address, make_body)
    yield from _records(writer)


def _answers(writer: PageWriter) -> Iterator[Page | Artifact]:
    """Every quick answer and its CSV; one job, as they lead to each other."""
    site = writer.site
    every = quick_counts.questions(site)
    for question in every:
        frame = RECORD if question.token(site) else "answers"
        lines = list(answers.lines(site, question))
        body = answers.answer(site, question, lines, every)
        yield writer.page(frame, question.address(site), body)
        yield Artifact(answers.csv_path(site, question), answers.as_csv(site, question, lines))


def _index(writer: PageWriter, make: Callable[[], indexes.Index]) -> Iterator[Page | Artifact]:
    """The pages of an index, and all of it as a table."""
    index = make()
    yield from writer.index(index)
    name = index.folder.strip("/")
    yield Artifact(f"{name}/{name}.csv", indexes.as_csv(index))


def _chart(writer: PageWriter, chart: Chart) -> Iterator[Page | Artifact]:
    yield writer.chart_page(chart)
    yield writer.embedded(chart)


def _guides(writer: PageWriter, addresses: set[str]) -> Iterator[Job]:
    by_depth = {1: "guides", 2: RECORD, 3: DEEP}
    for address, make in guides.guide_pages(writer.site, addresses):
        yield partial(writer.pages, by_depth[address.count("/")], address, make)


def _records(writer: PageWriter) -> Iterator[Job]:
    """Yield what makes the page of each record, and of each that was withdrawn or merged into another."""
    site = writer.site
    for kind in KINDS.values():
        for id_, record in records_of(site, kind).items():
            make = partial(kind.body, site, record)
            yield partial(writer.pages, RECORD, f"{kind.folder}/{id_}/", make)
    for folder, id_, notice in tombstones.notices(site):
        yield partial(writer.pages, RECORD, f"{folder}/{id_}/", notice)
