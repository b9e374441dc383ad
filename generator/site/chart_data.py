"""What is to be drawn, and with which colours: values only, nothing here draws.

A drawing holds its rows as a reader's table does, a row per place and a column per series, so that the table
on the page and the data of the specification are the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator.formats.xml_text import replace_illegal_xml

Mark = Literal["columns", "bars", "grouped", "lines", "tiles", "paths"]
"""Upright stacks over years; lying stacks; lying bars side by side; lines over years; schematic tiles of
areas; lines from level to level."""
Colour = Literal["--chart-1", "--chart-2", "--chart-3", "--chart-4"]
_WIDE = {ord(c): ord(c) + 0xFEE0 for c in ".[]()'\"\\`{}"}
"""Signs that mean something to Vega, and their full-width twins."""
_STYLES = Path(__file__).parents[1] / "browser" / "styles" / "colours.css"


@dataclass(frozen=True, slots=True)
class Series:
    """One column of values."""

    name: str
    """Words of the legend and of the table's column."""
    colour: Colour = "--chart-1"
    """Neighbours in a stack take neighbouring numbers: each has a contrast of 3 to 1 with the next."""
    dashed: bool = False
    """Whether it is no measured value but one to be reached or compared with."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _speakable(self.name))


Row = tuple[str, tuple[float | None, ...]]
"""Place on the axis, and a value per series; None where there is none."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Everything that a picture depends on."""

    form: Mark
    axis: str
    """What the places on the axis are, the title of the table's first column."""
    series: tuple[Series, ...]
    """Series from the ground up."""
    rows: tuple[Row, ...]
    unit: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "axis", _speakable(self.axis))
        object.__setattr__(self, "unit", _speakable(self.unit))
        object.__setattr__(self, "rows", tuple((one_line(place), v) for place, v in self.rows))

    def records(self) -> list[dict[str, str | float | None]]:
        """Return the data of the specification: a record per row, a field per column of the table."""
        names = [s.name for s in self.series]
        return [{self.axis: place, **dict(zip(names, values, strict=True))} for place, values in self.rows]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn chart."""

    svg: str
    """SVG with colours as CSS variables, for a page."""
    spec: str
    """Vega-Lite specification as JSON, with its data and with colours written out, for use elsewhere."""

    @property
    def resolved(self) -> str:
        """The SVG with its colours written out, for use elsewhere."""
        return written_out(self.svg)


def one_line(text: str) -> str:
    """Words as they can stand in an expression of Vega, which a line end of any kind would end."""
    return " ".join(replace_illegal_xml(text).split())


def _speakable(text: str) -> str:
    """Words as they can be the name of a field of Vega besides.

    Full stops, brackets, quotes and backslashes lead into objects or out of strings, and are set full width,
    as Chinese sets them anyway.
    """
    return one_line(text).translate(_WIDE)


def written_out(text: str) -> str:
    """Return a text with every CSS variable of a colour replaced by the colour it has on a light page."""
    return re.sub(r"var\((--chart-[a-z0-9]+)\)", lambda m: light()[m[1]], text)


@cache
def light() -> dict[str, str]:
    """Return the colours of charts on a light page by name, as the style sheet declares them."""
    first = _STYLES.read_text("utf-8").split("}", 1)[0]
    return dict(re.findall(r"(--chart-[a-z0-9]+):\s*(#[0-9a-f]{6})", first))
