"""What an industry is part of, the narrowest first: what is asked widens along this line.

An industry of GB/T 4754 is part of those above it. Between the divisions and the section stand the industries
that the city's documents name (sectors), which join several divisions; the label that a list prints, which is
no code, is part of such a sector alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.public_view import PublicView
from generator.register.sectors import Sector
from generator.schema.records import Industry


def line_of_code(catalog: PublicView, sectors: Mapping[str, Sector], industry: str) -> tuple[str, ...]:
    """Return an industry of the table and everything it is part of, as ids of industries and of sectors."""
    own: list[str] = []
    row = catalog.row(Industry, industry)
    while row is not None and row.id not in own:
        own.append(row.id)
        row = catalog.row(Industry, row.parent)
    found = [id_ for id_ in own if not _is_section(catalog.rows(Industry)[id_])]
    within = [s for s in sectors.values() if industry in s.industries]
    return (*found, *_each_once(within), *own[len(found) :])


def line_of_label(sectors: Mapping[str, Sector], label: str, value: str) -> tuple[str, ...]:
    """Return the line of an industry known by a printed label only; `value` stands for the label itself."""
    return (value, *_each_once([s for s in sectors.values() if label in s.labels]))


def _is_section(row: Industry) -> bool:
    """Whether it is a section of GB/T 4754, which is a letter alone: C, manufacturing."""
    return not any(c.isdigit() for c in row.code)


def _each_once(sectors: list[Sector]) -> list[str]:
    """Ids of sectors that differ in what belongs to them: 机械 is named twice, for two kinds of work."""
    members: dict[tuple[frozenset[str], frozenset[str]], str] = {}
    for sector in sectors:
        members.setdefault((sector.industries, frozenset(sector.labels)), sector.id)
    return list(members.values())
