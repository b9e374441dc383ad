"""The priority industries a unit is in."""

from __future__ import annotations

from generator.site.document import (
    Fact,
    Inline,
)
from generator.site.site import Edition


def facts_of(edition: Edition, unit: str) -> tuple[Fact, ...]:
    """Return the sectors that an enterprise was put into, for its page."""
    words = edition.words
    heads = [edition.sectors.sectors[code].head for code in edition.sectors.of_unit.get(unit, ())]
    return tuple(
        Fact(
            words.category("group_kind", head.kind),
            (Inline(words.of(head, "name"), to=f"sectors/{head.group}/"),),
        )
        for head in heads
    )
