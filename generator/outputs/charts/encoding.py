"""The encodings that forms share: rows folded to a value per mark, colour by series, axes, names of places.

With forms the one door to Altair.
"""

from __future__ import annotations

from typing import Any

import altair as alt

from generator.site.chart_data import ChartData

TEXT = "var(--chart-text)"
_TICKS = 5
"""About how many values are written on an axis."""


def folded(drawing: ChartData) -> alt.Chart:
    """The rows, folded: a value per place and series, those that are missing left out."""
    names: list[Any] = [s.name for s in drawing.series]
    return (
        alt.Chart(alt.InlineData(values=drawing.records()))
        .transform_window(row="row_number()")
        .transform_fold(names, as_=["series", "value"])
        .transform_calculate(rank=f"indexof({[s.name for s in drawing.series]!r}, datum.series)")
        .transform_filter("isValid(datum.value)")
    )


def colours(drawing: ChartData, chosen: alt.Parameter | None = None) -> dict[str, Any]:
    """Colour by series, with a legend where there are several; clicked, the legend picks one out."""
    names = [s.name for s in drawing.series]
    scale = alt.Scale(domain=names, range=[f"var({s.colour})" for s in drawing.series])
    several = len(names) > 1
    legend = alt.Legend(orient="top", title=None, columns=2 if len(names) > 3 else 0) if several else None
    found: dict[str, Any] = {"color": alt.Color("series:N", scale=scale, legend=legend)}
    if chosen is not None and several:
        found["opacity"] = alt.condition(chosen, alt.value(1), alt.value(0.15))
    return found


def legend_choice() -> alt.Parameter:
    """The series that a click on the legend picks out, where the chart is interactive."""
    return alt.selection_point(name="chosen", fields=["series"], bind="legend")


def told(drawing: ChartData) -> list[alt.Tooltip]:
    """What a pointer over a mark is told, where the chart is interactive."""
    tips = [alt.Tooltip(field=drawing.axis, type="nominal", title=drawing.axis)]
    if len(drawing.series) > 1:
        tips.append(alt.Tooltip("series:N", title=" "))
    return [*tips, alt.Tooltip("value:Q", title=drawing.unit or " ")]


def over_years(drawing: ChartData) -> alt.X:
    """Places along the foot of the drawing, in the order of the table; one without a value stays."""
    places = [place for place, _ in drawing.rows]
    missing = any(all(value is None for value in values) for _, values in drawing.rows)
    scale = alt.Scale(domain=places) if missing else alt.Undefined
    # Years stand side by side as long as four figures fit; beyond that every second one is written.
    axis = alt.Axis(labelAngle=0, labelOverlap=True)
    return alt.X(field=drawing.axis, type="ordinal", sort=places, title=None, axis=axis, scale=scale)


def _span(drawing: ChartData) -> int:
    """From the lowest place on the axis of values to the highest, nought among them; columns are stacked."""
    rows = [[v for v in values if v is not None] for _, values in drawing.rows]
    if drawing.form == "columns":
        rows = [[sum(v for v in values if v > 0), sum(v for v in values if v < 0)] for values in rows]
    found = [0.0, *(v for values in rows for v in values)]
    return int(max(found) - min(found))


def values_up(drawing: ChartData) -> alt.Y:
    """Values along the left side, the unit upright at the end of the axis; whole numbers stay whole."""
    whole = all(v is None or v == int(v) for _, values in drawing.rows for v in values)
    axis = alt.Axis(
        title=drawing.unit,
        format="~d"
        if whole
        else "~f",  # ~g would write tens as 4e+1: Vega gives it as many digits as a step has
        # A least step would not do: Vega divides two units into four steps of one half, rounded to 1 1 2 2.
        tickCount=min(_TICKS, max(1, _span(drawing))) if whole else _TICKS,
        titleAngle=0,
        titleAlign="right",
        titleX=-8,
        titleY=-12,
    )
    return alt.Y("value:Q", axis=axis)


def places_above(drawing: ChartData, bar: int, rows: int) -> tuple[alt.Y, alt.Chart, int]:
    """Places one below the other, their words above their bars: nothing is cut off however long a name is."""
    step = 22 + bar * rows + 10
    places = [place for place, _ in drawing.rows]
    axis = alt.Y(
        field=drawing.axis,
        type="nominal",
        sort=places,
        axis=None,
        scale=alt.Scale(paddingInner=0, paddingOuter=0),
    )
    data = alt.Chart(alt.InlineData(values=drawing.records()))
    words = data.mark_text(align="left", baseline="top", yOffset=-step / 2 + 2, fontSize=13, color=TEXT)
    named = words.encode(y=axis, x=alt.value(0), text=alt.Text(field=drawing.axis, type="nominal"))
    return axis, named, step
