"""A drawing that stands alone: its finding above it, its source and date below, for use outside the site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from generator.formats.xml_text import replace_illegal_xml

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_MARGIN, _TITLE, _FOOT = 14, 16, 12
_LEADING = 1.5
_HANGING = "，。；：、）”"
"""Signs that begin no line: they may stand a little beyond its end."""
_FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def poster(svg: str, *, title: str, foot: Sequence[str], ground: str, ink: str) -> str:
    """Return a drawing on a ground of its own, its title above and lines of text below it.

    `svg` must begin with an element that has a width and a height in pixels; ValueError otherwise.
    """
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("the drawing does not tell its size")
    width, height = float(size[1]), float(size[2])
    title = replace_illegal_xml(title)
    above = list(_wrapped(title, width / _TITLE - 1))
    below = [line for text in foot for line in _wrapped(replace_illegal_xml(text), width / _FOOT)]
    top = _MARGIN + len(above) * _TITLE * _LEADING
    whole = top + height + 8 + len(below) * _FOOT * _LEADING + _MARGIN
    wide = width + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{whole:g}" '
        f'viewBox="0 0 {wide:g} {whole:g}" font-family="{_FONT}" fill="{ink}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{wide:g}" height="{whole:g}" fill="{ground}"/>',
        *_lines(above, _MARGIN + _TITLE, _TITLE, bold=True),
        svg.replace("<svg ", f'<svg x="{_MARGIN}" y="{top:g}" ', 1),
        *_lines(below, top + height + 8 + _FOOT, _FOOT),
        "</svg>\n",
    ]
    return "".join(parts)


def _lines(texts: Sequence[str], top: float, size: int, *, bold: bool = False) -> Iterator[str]:
    weight = ' font-weight="600"' if bold else ""
    for number, text in enumerate(texts):
        y = top + number * size * _LEADING
        yield f'<text x="{_MARGIN}" y="{y:g}" font-size="{size}"{weight}>{escape(text)}</text>'


def _wrapped(text: str, ems: float) -> Iterator[str]:
    """Cut a text into lines of a width in ems: a wide character takes one, any other about a half."""
    line, taken = "", 0.0
    for character in text:
        width = 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.62
        if taken + width > ems and character not in _HANGING:
            yield line
            line, taken = "", 0.0
        line, taken = line + character, taken + width
    if line:
        yield line
