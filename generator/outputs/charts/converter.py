"""The one door to vl-convert: a specification becomes SVG, and the scripts that draw it in a browser.

Drawing takes about 100 ms a chart and putting the scripts together some seconds, so results are kept by
everything they depend on: the drawing, the code of its forms, versions and fonts.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

from generator import parallel
from generator.site import chart_data
from generator.site.chart_data import ChartData, Figure, light, written_out

_VEGALITE = "6.4"
_HERE = Path(__file__).parent


def draw(drawing: ChartData) -> Figure:
    """Draw a chart, or take it from the cache."""
    key = _key_of(drawing)
    found = _kept(key)
    if found is not None:
        svg, spec = found.split("\n", 1)
        return Figure(svg, spec)
    picture = _drawn(drawing)
    _keep(key, f"{picture.svg}\n{picture.spec}")
    return picture


def draw_all(drawings: Iterable[ChartData]) -> None:
    """Draw what is not in the cache yet, over all cores, for `draw` to find there; the browser's scripts too.

    In children alone: the engine that draws leaves threads behind, and a process with threads cannot be
    forked again. What a child does not get done is done when it is wanted.
    """
    missing = [drawing for drawing in dict.fromkeys(drawings) if _kept(_key_of(drawing)) is None]
    parts = parallel.process_count()
    if parts < 2:
        return
    works: list[Callable[[Connection], None]]
    works = [partial(_draw_part, missing[n::parts]) for n in range(min(parts, len(missing)))]
    if missing and _kept(_key("browser")) is None:
        works.append(_put_together)
    children = [parallel.fork(work) for work in works]
    for child in children:
        with suppress(EOFError, OSError):
            child.connection.recv()
        child.stop()


def _draw_part(drawings: list[ChartData], there: Connection) -> None:
    for drawing in drawings:
        draw(drawing)
    there.send(None)


def _put_together(there: Connection) -> None:
    browser_scripts()
    there.send(None)


def browser_scripts() -> str:
    """Return Vega, Vega-Lite and Vega-Embed as one script, which a page loads when it is asked to."""
    key = _key("browser")
    found = _kept(key)
    if found is None:
        # Loaded here and below: it takes longer to start than a whole build with a warm cache.
        import vl_convert

        found = vl_convert.javascript_bundle(None, vl_version=_VEGALITE)  # type: ignore[arg-type]
        _keep(key, found)
    return found


def _drawn(drawing: ChartData) -> Figure:
    import vl_convert

    from generator.outputs.charts.forms import specification

    spec = specification(drawing)
    svg = vl_convert.vegalite_to_svg(spec, vl_version=_VEGALITE)
    return Figure(_light_weight(svg), _for_use_elsewhere(spec))


def _light_weight(svg: str) -> str:
    """Drop what a drawing hidden from screen readers does not need; the table beside it is for them."""
    svg = re.sub(r"<svg ", '<svg aria-hidden="true" ', svg.replace("\n", " "), count=1)
    svg = re.sub(r' (class|role|aria-roledescription|pointer-events)="[^"]*"', "", svg)
    svg = re.sub(r' xmlns:xlink="[^"]*"| version="1.1"', "", svg)
    return re.sub(r'(<path(?: aria-hidden="true")? d="M0,0h0v0h0Z"></path>|<g></g>)', "", svg)


def _for_use_elsewhere(spec: dict[str, object]) -> str:
    names = {hexadecimal: name for name, hexadecimal in light().items()}
    whole = spec | {"usermeta": {"colours": names}}
    return written_out(json.dumps(whole, ensure_ascii=False, separators=(",", ":")))


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "green-register" / "charts"


def _key_of(drawing: ChartData) -> str:
    return _key(repr(drawing), fonts(), _code(), _version("altair"))


@cache
def _version(package: str) -> str:
    """The version of a library, which takes a millisecond to read."""
    return version(package)


def _key(*parts: str) -> str:
    return hashlib.sha256(repr((*parts, _version("vl-convert-python"))).encode()).hexdigest()[:32]


@cache
def _code() -> str:
    """The code that decides how a drawing looks: with a change to it everything is drawn anew."""
    code = [*sorted(_HERE.glob("*.py")), Path(chart_data.__file__)]
    return hashlib.sha256(b"".join(p.read_bytes() for p in code)).hexdigest() + repr(light())


def _kept(key: str) -> str | None:
    try:
        return (_cache_folder() / key).read_text("utf-8")
    except (OSError, ValueError):
        return None


def _keep(key: str, text: str) -> None:
    kept = _cache_folder() / key
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        aside = kept.with_suffix(f".{os.getpid()}")
        aside.write_text(text, "utf-8")
        aside.replace(kept)
    except OSError:
        pass  # The cache only saves time; a folder that cannot be written costs nothing else.


@cache
def fonts() -> str:
    """Return the Chinese fonts of the machine, by which the width of text is measured; "" for none."""
    command = shutil.which("fc-list")
    if command is None:
        return ""
    listed = subprocess.run([command, ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return "\n".join(sorted(set(listed.stdout.splitlines())))
