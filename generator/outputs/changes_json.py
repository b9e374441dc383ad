"""Every change of a list as JSON, for the comparison of two dates in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.site.pages.changes import DATA, KINDS, unit_name
from generator.site.site import Site

ADDRESSES = (DATA,)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield what the browser needs to compare two dates: every change of a day, scheme and unit."""
    words = site.words
    rows = [
        (str(r.on.last), r.scheme.id, c.what, unit_name(site, c), site.addresses.get(c.subject, ""))
        for r in site.register.rounds
        if r.on
        for c in r.changes
        if c.confirmed
    ]
    schemes = {r.scheme.id: words.of(r.scheme, "name") for r in site.register.rounds}
    data = {
        "kinds": {kind: words(f"change.{kind}") for kind in KINDS},
        "none": words("ui.no_changes"),
        "removed": words("msg.removed"),
        "schemes": schemes,
        "changes": rows,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    yield Artifact(DATA, text.encode())
