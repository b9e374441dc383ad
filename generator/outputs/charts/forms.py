"""With encoding the one door to Altair: how each form of drawing looks, as a Vega-Lite specification.

Everything is set for a width of 350 px, which a phone shows at its own size: text of 13 and 14 px, words of
places above their bars and never beside them, a unit upright at the end of its axis. Colours are CSS
variables, so that one SVG serves light, dark and print; marks that touch are parted by a line of the ground.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt

from generator.outputs.charts.encoding import (
    TEXT,
    colours,
    folded,
    legend_choice,
    over_years,
    places_above,
    told,
    values_up,
)
from generator.site.chart_data import ChartData, Mark

_WIDTH, _HEIGHT = 330, 190
_SOFT, _LINE, _GROUND = (f"var(--chart-{n})" for n in ("soft", "line", "ground"))
_FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_TILES_IN_LINE = 3
_TILE_WIDTH, _TILE_HEIGHT, _TILE_GAP = 112, 92, 8
_TILE_CHARACTERS = 7


def specification(drawing: ChartData) -> dict[str, Any]:
    """Return the Vega-Lite specification of a drawing, its data in place."""
    # Altair's check of its own work takes a third of the time of drawing; the tests do it instead.
    with alt.utils.schemapi.debug_mode(False):
        spec: dict[str, Any] = _styled(_FORMS[drawing.form](drawing)).to_dict()
    # Altair puts the rows aside under a name of its own; a specification to download carries them in place.
    (rows,) = spec.pop("datasets").values()
    for layer in spec.get("layer", ()):
        layer.pop("data", None)
    spec["data"] = {"values": rows}
    return spec


def _columns(drawing: ChartData) -> Any:
    chosen = legend_choice()
    bars = folded(drawing).mark_bar(stroke=_GROUND, strokeWidth=1.5)
    encoded = bars.encode(
        x=over_years(drawing),
        y=values_up(drawing),
        order=alt.Order("rank:Q"),  # without it Vega stacks by name
        tooltip=told(drawing),
        **colours(drawing, chosen),
    )
    return encoded.properties(width=_WIDTH, height=_HEIGHT).add_params(chosen)


def _lines(drawing: ChartData) -> Any:
    """Lines over years with a dot for each value; what is only to be reached lies below what was measured."""
    chosen = legend_choice()
    layers = []
    for dashed in (True, False):
        names = [s.name for s in drawing.series if s.dashed == dashed]
        if names:
            own = folded(drawing).transform_filter(alt.FieldOneOfPredicate(field="series", oneOf=names))
            lines = own.mark_line(
                point=alt.OverlayMarkDef(size=46, filled=True),
                strokeWidth=2.2,
                strokeDash=[5, 4] if dashed else [1, 0],
            )
            layers.append(
                lines.encode(
                    x=over_years(drawing),
                    y=values_up(drawing),
                    tooltip=told(drawing),
                    **colours(drawing, chosen),
                )
            )
    layers[0] = layers[0].add_params(chosen)
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT)


def _bars(drawing: ChartData) -> Any:
    """Lying stacks, the value of a lone series at the end of its bar."""
    axis, names, step = places_above(drawing, bar=14, rows=1)
    chosen = legend_choice()
    scale = alt.X(
        "value:Q", axis=None, scale=alt.Scale(range=[0, _WIDTH - 40]), stack="zero", title=drawing.unit
    )
    chart = folded(drawing)
    bars = chart.mark_bar(height=14, yOffset=8, stroke=_GROUND, strokeWidth=1.5).encode(
        y=axis,
        x=scale,
        order=alt.Order("rank:Q"),
        tooltip=told(drawing),
        **colours(drawing, chosen),
    )
    layers: list[alt.Chart] = [bars.add_params(chosen), names]
    if len(drawing.series) == 1:
        figures = chart.mark_text(align="left", dx=6, yOffset=8, fontSize=13, color=TEXT)
        layers.append(figures.encode(y=axis, x=scale, text=alt.Text("value:Q", format="~g")))
    else:
        whole = chart.transform_aggregate(value="sum(value)", groupby=[drawing.axis])
        figures = whole.mark_text(align="left", dx=6, yOffset=8, fontSize=13, color=TEXT)
        layers.append(figures.encode(y=axis, x=scale, text=alt.Text("value:Q", format="~g")))
    return alt.layer(*layers).properties(width=_WIDTH, height=step * len(drawing.rows))


def _grouped(drawing: ChartData) -> Any:
    """Bars of several series side by side, each with its value."""
    count = len(drawing.series)
    axis, names, step = places_above(drawing, bar=16, rows=count)
    scale = alt.X("value:Q", axis=None, scale=alt.Scale(range=[0, _WIDTH - 50], zero=True))
    chart = folded(drawing)
    layers = []
    for place in range(count):
        own = chart.transform_filter(f"datum.rank === {place}")
        down = -step / 2 + 22 + 16 * place + 7
        bars = own.mark_bar(height=13, yOffset=down)
        layers.append(bars.encode(y=axis, x=scale, tooltip=told(drawing), **colours(drawing)))
        figures = own.mark_text(align="left", dx=6, yOffset=down, fontSize=13, color=TEXT)
        layers.append(figures.encode(y=axis, x=scale, text=alt.Text("value:Q", format="~g")))
    return alt.layer(*layers, names).properties(width=_WIDTH, height=step * len(drawing.rows))


def _tiles(drawing: ChartData) -> Any:
    """A tile per area in the order of the table, its value as a figure and as a bar at the tile's foot.

    The order is schematic: nothing is known here of where an area lies, and no boundary is drawn.
    """
    lines = -(-len(drawing.rows) // _TILES_IN_LINE)
    width, height = _TILE_WIDTH * _TILES_IN_LINE - _TILE_GAP, _TILE_HEIGHT * lines - _TILE_GAP
    chart = _on_tiles(drawing)
    across = alt.Scale(domain=[0, width], range=[0, width], nice=False, zero=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=across, axis=None)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=down, axis=None)

    frame = chart.mark_rect(fill=_GROUND, stroke=_LINE, strokeWidth=1).encode(
        x=x("left"), x2="right:Q", y=y("top"), y2="foot:Q", tooltip=told(drawing)
    )
    bar = chart.mark_rect(fill=f"var({drawing.series[0].colour})").encode(
        x=x("left"), x2="bar:Q", y=y("bar_top"), y2="foot:Q"
    )
    name = chart.mark_text(
        align="left", baseline="top", dx=8, dy=7, fontSize=13, color=_SOFT, limit=_TILE_WIDTH - 14
    )
    named = name.encode(x=x("left"), y=y("top"), text=alt.Text("name:N"))
    figure = chart.mark_text(align="left", baseline="top", dx=8, dy=42, fontSize=22, color=TEXT)
    figures = figure.encode(x=x("left"), y=y("top"), text=alt.Text("value:Q", format="~g"))
    return alt.layer(frame, bar, named, figures).properties(width=width, height=height)


def _on_tiles(drawing: ChartData) -> Any:
    """The rows with the edges of their tiles, the end of their bars, and their names in two lines."""
    wide, high, gap = _TILE_WIDTH, _TILE_HEIGHT, _TILE_GAP
    most = max((values[0] or 0 for _, values in drawing.rows), default=0) or 1
    chart = folded(drawing).transform_calculate(
        left=f"((datum.row - 1) % {_TILES_IN_LINE}) * {wide}",
        top=f"floor((datum.row - 1) / {_TILES_IN_LINE}) * {high}",
    )
    place = f"datum[{drawing.axis!r}]"
    return chart.transform_calculate(
        name=f"[slice({place}, 0, {_TILE_CHARACTERS}), slice({place}, {_TILE_CHARACTERS})]",
        right=f"datum.left + {wide - gap}",
        foot=f"datum.top + {high - gap}",
        bar=f"datum.left + {wide - gap} * datum.value / {most:g}",
        bar_top=f"datum.top + {high - gap - 7}",
    )


def _paths(drawing: ChartData) -> Any:
    """A line per path from level to level, dots at the levels held, the number of units at each dot."""
    levels = [s.name for s in drawing.series]
    axis, names, step = places_above(drawing, bar=26, rows=1)
    across = alt.X(
        "series:N",
        sort=levels,
        title=None,
        axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False),
        scale=alt.Scale(type="point", padding=0.4),
    )
    chart = folded(drawing)
    line = chart.mark_line(strokeWidth=3, yOffset=10, color="var(--chart-1)").encode(
        x=across, y=axis, detail=alt.Detail(field=drawing.axis, type="nominal")
    )
    dot = chart.mark_point(size=520, filled=True, opacity=1, yOffset=10, color="var(--chart-1)").encode(
        x=across, y=axis, tooltip=told(drawing)
    )
    figure = chart.mark_text(yOffset=10, fontSize=13, color=_GROUND).encode(
        x=across, y=axis, text=alt.Text("value:Q", format="~g")
    )
    return alt.layer(line, dot, figure, names).properties(width=_WIDTH, height=step * len(drawing.rows))


_FORMS: dict[Mark, Callable[[ChartData], Any]] = {
    "columns": _columns,
    "bars": _bars,
    "grouped": _grouped,
    "lines": _lines,
    "tiles": _tiles,
    "paths": _paths,
}


def _styled(chart: Any) -> Any:
    return (
        chart.configure(font=_FONT, background="transparent", aria=False, padding=4)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=TEXT,
            titleColor=TEXT,
            gridColor=_LINE,
            domainColor=_LINE,
            tickColor=_LINE,
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
        )
        .configure_legend(labelColor=TEXT, labelFontSize=13, symbolSize=90, labelLimit=150)
    )
