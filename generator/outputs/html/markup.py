"""The pieces of markup that every page has by the dozen, written without a template for their speed.

Everything from data is escaped here, as the templates do; a register of 100,000 pages spends half its time in
these few lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from generator.formats.urls import is_link
from generator.formats.xml_text import escaped
from generator.site.document import (
    Block,
    Column,
    Facets,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Prose,
    Section,
    Table,
    Timeline,
)

_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBER = ' class="num"'
_DATE = re.compile(r"\d{4}(-\d\d){1,2}\Z")


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date or month and nothing else: it is set as one and never broken."""
    return len(text) in (7, 10) and _DATE.match(text) is not None


def runs(value: Inlines, root: str) -> Markup:
    """Return runs of text with their links; `root` is the relative way to the site's root."""
    return Markup(_runs(value, root))


def _runs(value: Inlines, root: str) -> str:
    return "".join([_run(part, root) for part in value])


def _isolated(text: str) -> str:
    """Return `text` escaped; one that turns the direction of writing turns only its own."""
    shown = escaped(text)
    return f"<bdi>{shown}</bdi>" if not text.isprintable() and _TURNS.search(text) else shown


def _run(part: Inline, root: str) -> str:
    plain = part.text.isalnum()  # most names: nothing to escape, and no date
    text = part.text if plain else _isolated(part.text)
    if part.to is not None:
        tone = f' class="{escaped(part.tone)}"' if part.tone else ""
        return f'<a href="{root}{escaped(part.to)}"{tone}>{text}</a>'
    # The check has seen to it that this is an address; a page is safe without the check.
    if part.url and is_link(part.url):
        bare = "bare" if part.url == part.text else ""  # on paper its address is there already
        names = " ".join(filter(None, (part.tone, bare)))
        tone = f' class="{escaped(names)}"' if names else ""
        return f'<a href="{escaped(part.url)}" rel="external"{tone}>{text}</a>'
    if part.tone and not part.url:
        return f'<span class="{escaped(part.tone)}">{text}</span>'
    return f"<time>{text}</time>" if not plain and is_date(part.text) else text


def facts(items: Iterable[Fact], root: str) -> Markup:
    """Return a list of facts: labels and what they say."""
    lines = []
    for fact in items:
        note = f'<span class="fact-note">{escaped(fact.note)}</span>' if fact.note else ""
        value = _runs(fact.value, root)
        lines.append(f'<div class="fact"><dt>{escaped(fact.label)}</dt><dd>{value}{note}</dd></div>\n')
    return Markup(f'<dl class="facts">\n{"".join(lines)}</dl>\n')


def data_attributes(facets: Facets) -> Markup:
    """Return the values by which something may be picked, as attributes; several of one facet by a space."""
    parts = [f' data-{name}="{escaped(" ".join(values))}"' for name, values in facets.items() if values]
    return Markup("".join(parts))


def table(data: Table, root: str, label: str) -> Markup:
    """Return a table; one with more than two columns is one of records, which a phone shows as cards."""
    cards = " cards" if len(data.columns) > 2 else ""
    return Markup(
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escaped(label)}">\n'
        f'<table class="data{cards}">\n<thead><tr>{_heads(data.columns)}</tr></thead>\n<tbody>\n'
        f"{_rows(data, root)}</tbody>\n</table>\n</div>\n"
    )


def timeline(data: Timeline, root: str) -> Markup:
    """Return a history as a list, the oldest first."""
    items = []
    for moment in data.moments:
        lines = "".join([f'<span class="line">{_runs(line, root)}</span>' for line in moment.lines])
        items.append(
            f'<li class="moment moment-{escaped(moment.tone)}"><time>{escaped(moment.when)}</time>'
            f"<div><strong>{escaped(moment.what)}</strong>{lines}</div></li>\n"
        )
    return Markup(f'<ol class="timeline">\n{"".join(items)}</ol>\n')


Rare = Callable[[Block, str, str], str]
"""Makes the blocks that few pages have: block, way to the root, what the block is about."""


def section(data: Section, root: str, rare: Rare) -> Markup:
    """Return a part of a page, with its heading if it has a title."""
    lead = f'<p class="section-lead">{escaped(data.lead)}</p>\n' if data.lead else ""
    blocks = "".join([block(part, root, data.title, rare) for part in data.blocks])
    if not data.title:
        id_ = f' id="{escaped(data.id)}"' if data.id else ""
        return Markup(f"<section{id_}>{lead}{blocks}</section>\n")
    title = f'<h2 id="{escaped(data.id)}">{escaped(data.title)}</h2>\n'
    return Markup(f"<section>{title}{lead}{blocks}</section>\n")


def block(data: Block, root: str, label: str, rare: Rare) -> str:
    """Return a block of a section; `label` says what a table is about."""
    if isinstance(data, Table):
        shown = table(data, root, label)
        return _folded(shown, data.twin_of) if data.twin_of else shown
    if isinstance(data, Timeline):
        return timeline(data, root)
    if isinstance(data, Facts):
        return facts(data.facts, root)
    if isinstance(data, Prose):
        return Markup(f'<div class="prose">{escape(data.html)}</div>\n')
    return _note(data, root) if isinstance(data, Note) else rare(data, root, label)


def _folded(shown: Markup, words: str) -> Markup:
    return Markup(f'<details class="twin"><summary>{escaped(words)}</summary>{shown}</details>\n')


def _note(data: Note, root: str) -> Markup:
    text = escaped(data.text)
    if data.to:
        return Markup(f'<p><a href="{root}{escaped(data.to)}">{text}</a></p>\n')
    return Markup(f"<p>{text}</p>\n" if data.tone == "plain" else f'<p class="note">{text}</p>\n')


@lru_cache(maxsize=500)
def _heads(columns: tuple[Column, ...]) -> str:
    return "".join(
        [f'<th scope="col"{_NUMBER if c.numeric else ""}>{escaped(c.title)}</th>' for c in columns]
    )


@lru_cache(maxsize=500)
def _openings(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """How a cell of each column begins: it carries the column's title, for narrow screens."""
    return tuple([f'<td{_NUMBER if c.numeric else ""} data-label="{escaped(c.title)}">' for c in columns])


def _rows(table: Table, root: str) -> str:
    """The rows of a table's body."""
    opening = _openings(table.columns)
    lines = []
    for row in table.rows:
        anchor = f' id="{escaped(row.id)}"' if row.anchor else ""
        mark = f' data-id="{escaped(row.id)}"' if row.id else ""
        mark += f' data-state="{escaped(row.state)}"' if row.state else ""
        if row.facets:
            mark += str(data_attributes(row.facets))  # as Markup it would escape what stands before it
        cells = [f"{start}{_runs(cell, root)}</td>" for start, cell in zip(opening, row.cells, strict=True)]
        lines.append(f"<tr{anchor}{mark}>{''.join(cells)}</tr>\n")
    return "".join(lines)
