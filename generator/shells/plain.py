"""Render frames with Jinja alone: a second engine, which holds the contract to more than one theme.

It is quick and plain. Tests use it beside MkDocs; a city that needs no theme can build with it.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.artifacts import NavItem, SiteOutput
from generator.shells.contract import FAVICON, SLOTS, Shell, escape_text, rooted, token
from generator.shells.not_found import base_element

_FOLDER = Path(__file__).parent
_STYLE = "plain.css"


def render(site_output: SiteOutput, folder: Path, /) -> Mapping[str, Shell]:
    """Return the shell of every frame by its key, and write the style sheet. See `contract.Engine`."""
    assets = folder / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_FOLDER / _STYLE, assets / _STYLE)
    icon = folder / FAVICON
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(_square(16, (29, 92, 63)))
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("plain.html")
    shared = {
        "favicon": FAVICON,
        "portal": {name: Markup(token(name)) for name in (*SLOTS, "site", "root")},
        "addresses": {frame.key: frame.address for frame in site_output.frames},
        "language": site_output.language,
        "head": Markup(rooted(site_output.head)),
        "banner": Markup(rooted(site_output.banner)),
        "footer": Markup(rooted(site_output.footer)),
        "shell_words": {key: Markup(escape_text(text)) for key, text in site_output.words.items()},
        "navigation": _without_empty(site_output.navigation),
        "title": _title,
    }
    shells = {}
    for frame in site_output.frames:
        base = Markup(base_element(frame, site_output))
        html = template.render(**shared, key=frame.key, base=base)
        shells[frame.key] = Shell.compile(html, frame=frame, site_output=site_output)
    return shells


def _square(side: int, colour: tuple[int, int, int]) -> bytes:
    """Return a PNG picture of one colour (PNG specification, third edition, clauses 5 and 11)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = (b"\0" + bytes(colour) * side) * side
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


def _title(item: NavItem) -> Markup:
    return Markup(escape_text(item.title))


def _without_empty(items: tuple[NavItem, ...]) -> tuple[NavItem, ...]:
    """Return the navigation without sections that lead nowhere."""
    found = (NavItem(item.title, item.frame, _without_empty(item.children)) for item in items)
    return tuple(item for item in found if item.frame or item.children)
