"""Splitting CSV: the public corpus, line ends, and that nothing is swallowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paths import CORPORA

from generator.package.csv_reader import parse

SPECTRUM = sorted((CORPORA / "csv-spectrum" / "csvs").glob("*.csv"))


def test_the_corpus_is_whole() -> None:
    assert len(SPECTRUM) == 11


@pytest.mark.parametrize("path", SPECTRUM, ids=lambda path: path.stem)
def test_csv_spectrum(path: Path) -> None:
    sheet = parse(path.read_bytes().decode("utf-8"), path.name)
    rows = [dict(zip(sheet.header, row.cells, strict=True)) for row in sheet.rows]
    expected = json.loads((CORPORA / "csv-spectrum" / "json" / f"{path.stem}.json").read_bytes())
    # A line end within a cell is read as a line feed, whichever way the file writes it.
    assert rows == [{k: v.replace("\r\n", "\n") for k, v in row.items()} for row in expected]
    assert sheet.problems == ()


@pytest.mark.parametrize("name", [path.stem for path in SPECTRUM if path.stem.endswith("_crlf")])
def test_the_files_with_carriage_returns_still_hold_them(name: str) -> None:
    assert b"\r\n" in (CORPORA / "csv-spectrum" / "csvs" / f"{name}.csv").read_bytes()


def test_a_row_stands_on_its_first_physical_line() -> None:
    sheet = parse('a,b\n"1\n2",3\n\n4,5\n', "x.csv")
    assert [(row.line, row.cells) for row in sheet.rows] == [(2, ("1\n2", "3")), (5, ("4", "5"))]


def test_an_unclosed_quote_tells_how_many_lines_it_would_swallow() -> None:
    sheet = parse('a,b\n1,2\n"3,4\n5,6\n7,8\n', "x.csv")
    assert [(p.code, p.line, p.details["count"]) for p in sheet.problems] == [("CSV-001", 3, "2")]
    assert [row.cells for row in sheet.rows] == [("1", "2")]
