"""Every chart of both cities: its table is the specification's data, its drawing and downloads are sound."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import altair
import pytest
from paths import PROJECT
from selectolax.lexbor import LexborHTMLParser

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.charts.converter import draw
from generator.outputs.charts.forms import specification
from generator.register.register import Register
from generator.schema.records import Coverage, Enterprise
from generator.site import charts as charts_module
from generator.site.chart import Chart
from generator.site.chart_data import ChartData, Mark, Series
from generator.site.charts import CHARTS, MOST_ON_A_PAGE, Charts, all_charts, by_page
from generator.site.pages.registry import site_pages
from generator.site.site import Site
from tests.register.small import catalog as small_catalog

CITIES = ("changzhou", "demo")


@pytest.fixture(params=CITIES)
def charts(request: pytest.FixtureRequest) -> Mapping[str, Chart]:
    """Every chart of a city."""
    catalog: PublicView = request.getfixturevalue(request.param)
    return all_charts(Site(Register(catalog), Translations("zh")))


@pytest.fixture(params=CITIES)
def site(request: pytest.FixtureRequest) -> Path:
    """A built site."""
    built: Path = request.getfixturevalue(f"{request.param}_site")
    return built


def test_the_table_on_the_page_is_the_data_of_the_specification(site: Path) -> None:
    specifications = sorted((site / "charts").glob("*.json"))
    assert len(specifications) >= 20
    for path in specifications:
        spec = json.loads(path.read_text("utf-8"))
        page = LexborHTMLParser((site / "charts" / path.stem / "index.html").read_bytes())
        table = page.css_first(f'[data-chart-table="{path.stem}"]')
        assert table is not None
        header = [cell.text() for cell in table.css("thead th")]
        shown = [
            dict(zip(header, [c.text() for c in row.css("th, td")], strict=True))
            for row in table.css("tbody tr")
        ]
        given = [{k: "" if v is None else str(v) for k, v in row.items()} for row in spec["data"]["values"]]
        assert shown == given, path.stem
        assert any(value for row in given for value in list(row.values())[1:]), path.stem


def test_the_csv_is_the_table(site: Path) -> None:
    paths = list((site / "charts").glob("*.csv"))
    assert len(paths) > 20
    for path in paths:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        spec = json.loads(path.with_suffix(".json").read_text("utf-8"))
        assert rows == [
            {k: "" if v is None else str(v) for k, v in row.items()} for row in spec["data"]["values"]
        ]


def test_a_chart_names_finding_rule_and_documents(charts: Mapping[str, Chart]) -> None:
    for chart in charts.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", chart.id), chart.id
        assert re.search(r"\d", chart.title), chart.title
        assert chart.note
        assert all(chart.sources), chart.id
        assert chart.sources


def test_every_kind_of_chart_is_seen_in_the_demonstration_city(demo: PublicView) -> None:
    site = Site(Register(demo), Translations("zh"))
    empty = [name for name, make in CHARTS.items() if not list(make(site))]
    assert empty == []


def test_charts_are_made_when_one_is_looked_at(demo: PublicView, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(Register(demo), Translations("zh"))
    wanted, made = all_charts(site), []
    monkeypatch.setattr(charts_module, "all_charts", lambda _site: made.append(1) or wanted)
    drawn = Charts(site)
    assert drawn
    assert not made, "that there are any is known from the first"
    assert (list(drawn), len(drawn), made) == (list(wanted), len(wanted), [1])


def test_a_register_without_charts_has_no_page_of_them() -> None:
    site = Site(Register(small_catalog()), Translations("zh"))
    drawn = Charts(site)
    assert not drawn
    assert dict(drawn) == {}
    assert "charts/" not in [address for address, _, _ in site_pages(site, drawn)]


def test_specifications_are_valid(charts: Mapping[str, Chart]) -> None:
    for drawing in {c.drawing.form: c.drawing for c in charts.values()}.values():
        spec = specification(drawing)
        made = altair.LayerChart if "layer" in spec else altair.Chart
        made.from_dict(spec, validate=True)


def test_drawings_are_well_formed_and_of_few_colours(charts: Mapping[str, Chart]) -> None:
    for chart in charts.values():
        picture = draw(chart.drawing)
        root = ET.fromstring(picture.svg)
        marks = [e for e in root.iter() if e.tag.endswith(("path", "text", "rect", "line"))]
        assert len(marks) > 4, chart.id
        painted = set(re.findall(r'(?:fill|stroke)="([^"]+)"', picture.svg)) - {"none", "transparent"}
        assert all(p.startswith("var(--chart-") for p in painted), (chart.id, painted)
        assert "var(" not in picture.resolved + picture.spec
        sizes = [float(s) for s in re.findall(r'font-size="([\d.]+)', picture.svg)]
        assert min(sizes) >= 13, "legible at 360 px"
        assert float(root.attrib["width"]) <= 400, "a phone shows it at nearly its own size"


def test_a_drawing_is_the_same_from_run_to_run(
    changzhou: PublicView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawings = [c.drawing for c in all_charts(Site(Register(changzhou), Translations("zh"))).values()]
    forms = {d.form: d for d in drawings}
    assert len(forms) == 6
    found = []
    for run in ("a", "b"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / run))
        found.append([draw(d) for d in forms.values()])
        assert [draw(d) for d in forms.values()] == found[-1], "from the cache"
    assert found[0] == found[1]


def test_words_from_data_are_text_in_a_drawing() -> None:
    hostile = "<script>alert(1)</script>\"]['.x\n\u2028\x85y\x00\\"
    drawing = ChartData(
        "bars", f"{hostile} x", (Series(hostile), Series("b.c[0]")), ((hostile, (1, 2)),), hostile
    )
    picture = draw(drawing)
    root = ET.fromstring(picture.svg)
    assert not [e for e in root.iter() if e.tag.endswith("script")]
    assert "</script>" not in picture.svg
    assert "alert(1)" in "".join(root.itertext())


def test_a_page_shows_few_charts(charts: Mapping[str, Chart]) -> None:
    pages = by_page(charts)
    assert {"factories/", "reconciliation/", "coverage/"} <= set(pages)
    assert max(len(shown) for shown in pages.values()) <= MOST_ON_A_PAGE


def test_maps_and_headlines_leave_out_unconfirmed_places(changzhou: PublicView) -> None:
    charts = all_charts(Site(Register(changzhou), Translations("zh")))
    lying = {row[0]: row[1] for row in charts["areas-factory"].table()}
    assert sum(int(n) for n in lying.values()) == 14, "places confirmed to a district or zone"
    growth = charts["growth-factory"].drawing.rows
    assert growth[-1] == ("2021", (21, 6))
    lists = dict(charts["national-lists-factory"].drawing.rows)
    assert lists["2022"] == (874, -41)
    assert lists["2023"] == (None, -9), "a number that is not known is no nought"


@pytest.mark.parametrize("form", ["columns", "lines"])
@pytest.mark.parametrize("values", [(0, 1), (1, 2, 2), (3, 0), (4, 2), (5, 1), (7, 9), (-2, 3), (120, 80)])
def test_whole_numbers_on_an_axis_stand_there_once(form: Mark, values: tuple[int, ...]) -> None:
    rows = tuple((str(2020 + n), (value,)) for n, value in enumerate(values))
    svg = draw(ChartData(form, "年份", (Series("收录"),), rows, "家")).svg
    written = [t for t in re.findall(r">([−\d,.]+)</text>", svg) if t not in {place for place, _ in rows}]
    assert len(written) >= 2
    assert len(written) == len(set(written)), written


def test_tens_of_a_value_with_decimals_are_written_out() -> None:
    rows = tuple((str(2020 + n), (value,)) for n, value in enumerate((14.2, 25.4, 45)))
    svg = draw(ChartData("lines", "年份", (Series("收录"),), rows, "%")).svg
    assert ">40</text>" in svg
    assert "e+" not in svg


@pytest.mark.parametrize("form", ["columns", "lines"])
def test_a_year_without_a_value_keeps_its_place(form: Mark) -> None:
    rows = (("2017", (1, 2)), ("2018", (None, None)), ("2019", (3, 1)))
    svg = draw(ChartData(form, "年份", (Series("收录"), Series("待核", "--chart-4")), rows, "家")).svg
    assert re.findall(r">(20\d\d)</text>", svg) == ["2017", "2018", "2019"]


def test_charts_stand_where_the_number_is(charts: Mapping[str, Chart]) -> None:
    pages = {id_: chart.pages for id_, chart in charts.items()}
    for id_, shown in pages.items():
        kind, _, rest = id_.partition("-")
        where = {"paths": f"ladder/{rest}/", "industries": "industries/", "target": "targets/"}.get(kind)
        assert where is None or shown == (where,), id_
    assert {"paths-factory", "industries-factory"} <= set(pages)


def test_a_target_without_a_figure_of_its_scope_shows_those_of_others(changzhou: PublicView) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    id_ = "target-factory-provincial-or-above-2025"
    drawing = all_charts(site)[f"target-{id_}"].drawing
    assert drawing.form == "bars"
    assert [values for _, values in drawing.rows] == [
        (27, None), (100, None), (25, None), (228, None), (None, 100)
    ]  # fmt: skip
    told = [place for place, _ in drawing.rows]
    assert len(set(told)) == len(told), "each with its scope and its day"
    over = site.words.category("operator", "gt")
    assert [over in place for place in told] == [False, True, False, False, False]


def test_names_of_lists_held_in_part_are_no_total(changzhou: PublicView, demo: PublicView) -> None:
    charts = all_charts(Site(Register(changzhou), Translations("zh")))
    chart = charts["names-product-national"]
    assert dict(chart.drawing.rows) == {
        "2017": (1, 0), "2018": (None, None), "2019": (None, None), "2020": (0, 1), "2021": (8, 1)
    }  # fmt: skip
    assert re.findall(r"\d+", chart.title) == ["2017", "2021", "11", "12"]
    assert "growth-product" not in charts
    for catalog in (changzhou, demo):
        held: Counter[str] = Counter()
        for row in catalog.rows(Coverage).values():
            held[row.scheme] += (row.names_held or 0) if row.additions == "some" else 0
        for id_, made in all_charts(Site(Register(catalog), Translations("zh"))).items():
            if id_.startswith("names-"):
                drawn = sum(int(n or 0) for _, values in made.drawing.rows for n in values)
                assert drawn == held[id_.removeprefix("names-")], id_


def test_charts_name_only_pages_that_there_are(demo: PublicView) -> None:
    """A register whose lists print labels of industries has no page of industries, one may have no target."""
    labelled = {
        id_: dataclasses.replace(firm, industry="", industry_label=firm.industry)
        for id_, firm in demo.rows(Enterprise).items()
    }
    tables = {**demo.tables, "enterprises": labelled, "industries": {}, "targets": {}}
    poorer = dataclasses.replace(demo, tables=tables)
    pages = [
        {
            page
            for chart in all_charts(Site(Register(catalog), Translations("zh"))).values()
            for page in chart.pages
        }
        for catalog in (demo, poorer)
    ]
    assert pages[0] - pages[1] >= {"industries/", "targets/"}
    assert any(
        chart.startswith("industries-") for chart in all_charts(Site(Register(poorer), Translations("zh")))
    )


def test_charts_drawn_beforehand_are_found_and_leave_no_engine_behind(tmp_path: Path) -> None:
    """The process that goes on to fork others has not loaded what starts threads of its own."""
    program = """
import sys
from generator import parallel
from generator.outputs.charts import converter
from generator.site.chart_data import ChartData, Series
parallel.process_count = lambda: 2
rows = (("2020", (1,)), ("2021", (3,)))
drawings = [ChartData("columns", "年份", (Series(f"第{n}"),), rows, "家") for n in range(9)]
converter.draw_all([*drawings, *drawings])
converter._drawn = None
assert all("<svg" in converter.draw(drawing).svg for drawing in drawings)
print("vl_convert" in sys.modules, "altair" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]
    assert len(list((tmp_path / "green-register/charts").iterdir())) == 9 + 1  # and the scripts
