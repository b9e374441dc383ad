"""Draw charts: from chart data to a static SVG and the Vega-Lite specification behind it.

`encoding` and `forms` describe a chart with Altair, `converter` turns that into SVG with vl-convert and
caches it, `poster` frames it for use alone, `downloads` are the files offered. No other module imports the
two libraries.
"""
