"""The priority industries a unit is in."""

from __future__ import annotations

from generator.site.document import (
    Fact,
    Inline,
)
from generator.site.site import Site


def facts_of(site: Site, unit: str) -> tuple[Fact, ...]:
    """Return the sectors that an enterprise was put into, for its page."""
    words = site.words
    heads = [site.register.sectors.sectors[code].head for code in site.register.sectors.of_unit.get(unit, ())]
    return tuple(
        Fact(
            words.category("group_kind", head.kind),
            (Inline(words.of(head, "name"), to=f"sectors/{head.group}/"),),
        )
        for head in heads
    )
