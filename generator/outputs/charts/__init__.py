"""Drawing: from the rows of a chart to a static SVG and the Vega-Lite specification behind it.

`shape` says what is to be drawn, `encoding` and `forms` describe it with Altair (the one door to it),
`converter` turns that into SVG with vl-convert (the one door to it) and keeps what it made, `poster` frames
it for use alone.
"""
