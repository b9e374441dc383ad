"""The peers get the same work: made-up registers are valid, stock gets every record, bare every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bare import rewrite
from benchmarks.measure import Sample
from benchmarks.results import Result, as_table, ratio_of_slopes
from benchmarks.stock import write_pages
from benchmarks.synthetic import printed_rows, write_synthetic
from generator.checks.validate import validate

SIZE = 400


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic")
    write_synthetic(folder, SIZE)
    return folder


def lines(folder: Path, table: str) -> int:
    return len((folder / "data" / f"{table}.csv").read_text("utf-8").splitlines()) - 1


def test_a_made_up_register_has_no_problem_and_says_that_it_is_made_up(city: Path) -> None:
    assert validate(city / "data", city / "docs").problems == ()
    assert lines(city, "registry/recognitions") == SIZE
    assert "demo: true" in (city / "data" / "portal.yaml").read_text("utf-8")


def test_the_same_size_gives_the_same_rows() -> None:
    assert list(printed_rows(50)) == list(printed_rows(50))
    assert all("演示" in row["name_as_published"] for row in printed_rows(50))


def test_stock_gets_a_page_for_every_record(city: Path, tmp_path: Path) -> None:
    pages = write_pages(city / "data", tmp_path)
    assert pages == len(list((tmp_path / "docs").rglob("*.md")))
    for table in ("enterprises", "parks", "products", "lists"):
        assert len(list((tmp_path / "docs" / table).iterdir())) == lines(city, f"registry/{table}")


def test_bare_writes_the_same_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a" / "b").mkdir(parents=True)
    (site / "a" / "b" / "index.html").write_bytes(b"<p>1</p>")
    (site / "x.css").write_bytes(b"")
    _, files, size = rewrite(site, tmp_path / "again")
    assert (files, size) == (2, 8)
    assert (tmp_path / "again" / "a" / "b" / "index.html").read_bytes() == b"<p>1</p>"


@pytest.mark.parametrize(
    ("value", "at_most", "at_least", "met"),
    [(1.0, 1.3, None, True), (1.4, 1.3, None, False), (4.0, None, 4, True), (3.9, None, 4, False)],
)
def test_a_bound_is_met_or_not(
    value: float, at_most: float | None, at_least: float | None, met: bool
) -> None:
    result = Result("x", Sample((1.0, 3.0, 2.0), 10.0), value, "×", at_most, at_least)
    assert result.met is met
    assert "2.00 (n=3, 1.00–3.00)" in as_table([result])


def test_a_slope_that_falls_is_noise_and_meets_no_bound() -> None:
    assert ratio_of_slopes(3.0, 2.0) == 1.5
    for value in (ratio_of_slopes(-1.0, 2.0), ratio_of_slopes(1.0, 0.0)):
        assert Result("x", value=value, at_most=1.3).met is False
        assert Result("x", value=value, at_least=8).met is False
