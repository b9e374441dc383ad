"""What stands at the address of a record that is no longer there: a tombstone, a notice, a way on.

An address once published keeps leading somewhere. None of these pages is in an index, a search column or the
sitemap. What was withdrawn is not known here, only on what ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.schema.records import Tombstone, Withdrawal
from generator.site.document import Body, Fact, Facts, Inline, Note, Section
from generator.site.kinds.registry import KINDS, records_of
from generator.site.routes import FOLDERS
from generator.site.site import Edition


def withdrawn_addresses(edition: Edition) -> dict[str, str]:
    """Return where the notices of withdrawn records stand, by the records' ids."""
    gone = edition.catalog.withdrawn.items()
    return {id_: f"{FOLDERS[g.table]}/{id_}/" for id_, g in gone if g.table in FOLDERS}


def notices(edition: Edition) -> Iterator[tuple[str, str, Callable[[], Body]]]:
    """Yield folder and id of every notice and what makes its body: tombstones, then withdrawn records."""
    catalog = edition.catalog
    for row in catalog.all(Tombstone).values():
        if row.kind in FOLDERS and row.date.first <= edition.on:
            yield FOLDERS[row.kind], row.id, partial(_tombstone, edition, row)
    for id_, gone in catalog.withdrawn.items():
        if gone.table in FOLDERS:
            yield FOLDERS[gone.table], id_, partial(_withdrawn, edition, gone.table, gone.withdrawal)


def _tombstone(edition: Edition, row: Tombstone) -> Body:
    facts = [
        edition.fact("gone.id", row.id),
        edition.fact("ui.date", row.date),
        edition.fact("ui.reason", row.reason),
        Fact(edition.words("field.source"), edition.source(row.source)),
    ]
    if row.replaced_by:
        facts.append(edition.linked("ui.replaced_by", row.replaced_by))
    return _notice(edition, row.kind, "gone.tombstone_title", "ui.tombstone_lead", facts)


def _withdrawn(edition: Edition, table: str, withdrawal: str) -> Body:
    words, row = edition.words, edition.catalog.all(Withdrawal)[withdrawal]
    ground = Fact(words("ui.withdrawn_ground"), (Inline(words.category("ground", row.ground)),))
    facts = [edition.fact("ui.date", row.date), ground]
    return _notice(edition, table, "status.withdrawn_page", "ui.withdrawn_lead", facts)


def _notice(edition: Edition, table: str, title: str, lead: str, facts: list[Fact]) -> Body:
    words, kind = edition.words, KINDS[FOLDERS[table]]
    text = words(lead)
    held = records_of(edition, kind)
    return Body(
        words(title),
        text,
        kind_label=words(kind.title),
        crumbs=(Inline(words(kind.title), to=f"{kind.folder}/"),) if held else (),
        sections=(Section("gone", words("ui.note"), (Note(text), Facts(tuple(facts)))),),
        indexed=False,
    )
