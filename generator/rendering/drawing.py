"""The one door to Altair and vl-convert: from a chart's rows to a static SVG and its Vega-Lite specification.

Colours are CSS variables, so that one SVG serves light, dark and print. Drawing takes 60 to 100 ms a chart,
so results are kept by everything they depend on: rows, form, versions and fonts.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from generator.rendering.markup import legal_in_xml

Form = Literal["stacked", "bars"]
COLOURS = ("--chart-1", "--chart-2", "--chart-3", "--chart-4")
RESOLVED = {
    "--chart-1": "#1a7a4c",
    "--chart-2": "#2f6fb0",
    "--chart-3": "#b3541e",
    "--chart-4": "#8a8f98",
    "--chart-text": "#1f2933",
    "--chart-line": "#cfd6dc",
}
"""Colours of the downloadable SVG, which no style sheet reaches."""
_FORM_VERSION = 2
_WIDTH, _HEIGHT, _BAR = 350, 190, 26


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn: one row per mark."""

    form: Form
    rows: tuple[tuple[str, str, float], ...]
    """Place on the axis, series, value."""
    series: tuple[str, ...]
    """Series in the order of their colours."""
    unit: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart."""

    svg: str
    """SVG with colours as CSS variables."""
    spec: str
    """Vega-Lite specification as JSON, with its data."""

    @property
    def resolved(self) -> str:
        """The SVG with its colours written out, for use elsewhere."""
        return re.sub(r"var\((--chart-[a-z0-9]+)\)", lambda m: RESOLVED[m[1]], self.svg)


def draw(drawing: Drawing) -> Picture:
    """Draw a chart, or take it from the cache."""
    drawing = _drawable(drawing)
    key = _key(drawing)
    kept = _cache_folder() / f"{key}.json"
    try:
        found = json.loads(kept.read_text("utf-8"))
        return Picture(found["svg"], found["spec"])
    except (OSError, ValueError, KeyError):
        pass
    picture = _drawn(drawing)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        aside = kept.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps({"svg": picture.svg, "spec": picture.spec}, ensure_ascii=False), "utf-8")
        aside.replace(kept)
    except OSError:
        pass  # The cache only saves time; a folder that cannot be written costs nothing else.
    return picture


def _drawable(drawing: Drawing) -> Drawing:
    return replace(
        drawing,
        rows=tuple((legal_in_xml(x), legal_in_xml(s), v) for x, s, v in drawing.rows),
        series=tuple(legal_in_xml(s) for s in drawing.series),
        unit=legal_in_xml(drawing.unit),
    )


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "green-register" / "charts"


def _key(drawing: Drawing) -> str:
    parts = (repr(drawing), _FORM_VERSION, version("altair"), version("vl-convert-python"), fonts())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


@cache
def fonts() -> str:
    """Return the Chinese fonts of the machine, by which the width of text is measured; "" for none."""
    command = shutil.which("fc-list")
    if command is None:
        return ""
    listed = subprocess.run([command, ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return "\n".join(sorted(set(listed.stdout.splitlines())))


def _drawn(drawing: Drawing) -> Picture:
    # Loaded here: Altair takes longer to start than a whole build with a warm cache.
    import vl_convert

    spec = _spec(drawing)
    svg = vl_convert.vegalite_to_svg(spec, vl_version=_VEGALITE)
    svg = re.sub(r"<svg ", '<svg aria-hidden="true" ', svg, count=1)
    return Picture(svg, json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


_VEGALITE = "6.4"


def _spec(drawing: Drawing) -> dict[str, Any]:
    import altair as alt

    data = alt.InlineData(values=[{"x": x, "series": s, "value": v} for x, s, v in drawing.rows])
    scale = alt.Scale(
        domain=list(drawing.series), range=[f"var({c})" for c in COLOURS[: len(drawing.series)]]
    )
    legend = alt.Legend(orient="top", title=None) if len(drawing.series) > 1 else None
    colour = alt.Color("series:N", scale=scale, legend=legend)
    order = list(dict.fromkeys(x for x, _, _ in drawing.rows))
    value = alt.Axis(title=drawing.unit, format="~d", tickMinStep=1)
    # The unit is read at the end of its axis, upright: a Chinese character on its side is no longer one.
    upright = alt.Axis(
        title=drawing.unit,
        format="~d",
        tickMinStep=1,
        titleAngle=0,
        titleAlign="right",
        titleX=-8,
        titleY=-14,
    )
    # Without an order Vega stacks by name; the series are given from the ground up.
    rank = alt.Order("rank:Q")
    if drawing.form == "bars":
        chart = alt.Chart(data, width=_WIDTH - 60, height=_BAR * len(order)).mark_bar()
        chart = chart.encode(
            y=alt.Y("x:N", sort=order, title=None),
            x=alt.X("value:Q", axis=value),
            color=colour,
            order=rank,
        )
    else:
        chart = alt.Chart(data, width=_WIDTH, height=_HEIGHT).mark_bar()
        chart = chart.encode(
            x=alt.X("x:O", sort=order, title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("value:Q", axis=upright),
            color=colour,
            order=rank,
        )
    spec: dict[str, Any] = _styled(chart).to_dict()
    # Altair puts the rows aside under a name of its own; a specification to download carries them in place.
    spec["data"] = {"values": next(iter(spec.pop("datasets").values()))}
    return spec


def _styled(chart: Any) -> Any:
    text, line = "var(--chart-text)", "var(--chart-line)"
    font = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
    return (
        chart.configure(font=font, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=text,
            titleColor=text,
            gridColor=line,
            domainColor=line,
            tickColor=line,
            labelFontSize=14,
            titleFontSize=14,
            titleFontWeight="normal",
        )
        .configure_legend(labelColor=text, labelFontSize=14)
    )
