"""Every relation between enterprises, parks and products as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.formats.csv_writer import csv_text
from generator.outputs.context import Job, OutputContext
from generator.site.pages.chains import CSV
from generator.site.site import Site

ADDRESSES = (CSV,)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield every relation as CSV, by ids and names; nothing where there is none."""
    if not site.register.chains.edges:
        return
    words = site.words
    rows = [("relation", "from", "from_name", "to", "to_name", "item", "published_by", "source")]
    for e in site.register.chains.edges:
        names = site.full_name(e.start), site.full_name(e.end)
        relation = words(f"chain.{e.relation}")
        rows.append((relation, e.start, names[0], e.end, names[1], e.item, e.published_by, e.source))
    yield Artifact(CSV, csv_text(rows).encode())
