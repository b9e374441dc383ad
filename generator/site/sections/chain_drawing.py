"""A chain as SVG: one unit a line, its name written out, relations as arcs at the left.

A layout of lines and arcs needs no more than counting, is the same on every run, and can be read on a phone,
where boxes side by side could not hold the name of a Chinese firm. The table beside it is for screen readers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.formats.xml_text import escaped
from generator.register.chains import Edge, Relation

_LINE, _LEFT, _WIDTH = 26, 84, 350
_LONGEST = 19
_COLOUR: Mapping[Relation, str] = {"in": "--chart-3", "makes": "--chart-1", "supplies": "--chart-2"}
_DASHES: Mapping[Relation, str] = {"in": "2 3", "makes": "", "supplies": "7 3"}


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of a chain, as it is drawn."""

    id: str
    name: str
    strong: bool = False
    """Whether it is the unit the drawing is about, or one that leads its chain."""


def draw(knots: Sequence[Node], edges: Sequence[Edge], legend: Mapping[Relation, str]) -> Markup:
    """Return the drawing of units in the order given, with the relations among them and what they mean."""
    lines = {knot.id: number for number, knot in enumerate(knots)}
    drawn = [e for e in edges if e.start in lines and e.end in lines]
    used = [relation for relation in legend if any(e.relation == relation for e in drawn)]
    top = 24 * len(used) + 6
    height = top + _LINE * len(knots)
    parts = [
        f'<div class="chain"><svg aria-hidden="true" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" font-size="13" fill="var(--chart-text)">'
    ]
    for number, relation in enumerate(used):
        y = 12 + 24 * number
        parts.append(_stroke(relation, f"M4 {y}H58"))
        parts.append(f'<text x="66" y="{y + 5}">{escaped(legend[relation])}</text>')
    parts += [_arc(edge, lines, top) for edge in drawn]
    for knot in knots:
        y = top + _LINE * lines[knot.id] + _LINE // 2
        weight = ' font-weight="600"' if knot.strong else ""
        name = knot.name if len(knot.name) <= _LONGEST else f"{knot.name[: _LONGEST - 1]}…"
        parts.append(f'<circle cx="{_LEFT - 6}" cy="{y}" r="4"/>')
        parts.append(f'<text x="{_LEFT + 4}" y="{y + 5}"{weight}>{escaped(name)}</text>')
    return Markup("".join([*parts, "</svg></div>"]))


def _arc(edge: Edge, lines: Mapping[str, int], top: int) -> str:
    start, end = (top + _LINE * lines[unit] + _LINE // 2 for unit in (edge.start, edge.end))
    reach = min(76, 14 + abs(end - start) // 4)
    x = _LEFT - 10
    bow = _stroke(edge.relation, f"M{x} {start}C{x - reach} {start} {x - reach} {end} {x - 4} {end}")
    head = f"M{x - 6} {end - 4}L{x + 1} {end}L{x - 6} {end + 4}Z"
    return f'{bow}<path d="{head}" fill="var({_COLOUR[edge.relation]})"/>'


def _stroke(relation: Relation, path: str) -> str:
    dashes = f' stroke-dasharray="{_DASHES[relation]}"' if _DASHES[relation] else ""
    return f'<path d="{path}" fill="none" stroke="var({_COLOUR[relation]})" stroke-width="1.6"{dashes}/>'
