"""What stands at the address of a record that is no longer there: a tombstone, a notice, a way on.

An address once published keeps leading somewhere. None of these pages is in an index, a search column or the
sitemap. What was withdrawn is not known here, only on what ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.schema.records import Tombstone, Withdrawal
from generator.site.document import Document, Fact, Facts, Inline, Note, Section
from generator.site.kinds.registry import KINDS, records_of
from generator.site.routes import FOLDERS
from generator.site.site import Site


def notices(site: Site) -> Iterator[tuple[str, str, Callable[[], Document]]]:
    """Yield folder and id of every notice and what makes its body: tombstones, then withdrawn records."""
    catalog = site.catalog
    for row in catalog.rows(Tombstone).values():
        if row.kind in FOLDERS and row.date.first <= site.as_of:
            yield FOLDERS[row.kind], row.id, partial(_tombstone, site, row)
    for id_, gone in catalog.withdrawn.items():
        if gone.table in FOLDERS:
            yield FOLDERS[gone.table], id_, partial(_withdrawn, site, gone.table, gone.withdrawal)


def _tombstone(site: Site, row: Tombstone) -> Document:
    facts = [
        site.fact("gone.id", row.id),
        site.fact("ui.date", row.date),
        site.fact("ui.reason", row.reason),
        Fact(site.words("field.source"), site.source(row.source)),
    ]
    if row.replaced_by:
        facts.append(site.linked("ui.replaced_by", row.replaced_by))
    return _notice(site, row.kind, "gone.tombstone_title", "ui.tombstone_lead", facts)


def _withdrawn(site: Site, table: str, withdrawal: str) -> Document:
    words, row = site.words, site.catalog.rows(Withdrawal)[withdrawal]
    ground = Fact(words("ui.withdrawn_ground"), (Inline(words.category("ground", row.ground)),))
    facts = [site.fact("ui.date", row.date), ground]
    return _notice(site, table, "status.withdrawn_page", "ui.withdrawn_lead", facts)


def _notice(site: Site, table: str, title: str, lead: str, facts: list[Fact]) -> Document:
    words, kind = site.words, KINDS[FOLDERS[table]]
    text = words(lead)
    held = records_of(site, kind)
    return Document(
        words(title),
        text,
        kind_label=words(kind.title),
        crumbs=(Inline(words(kind.title), to=f"{kind.folder}/"),) if held else (),
        sections=(Section("gone", words("ui.note"), (Note(text), Facts(tuple(facts)))),),
        indexed=False,
    )
