"""What is told of supervision in aggregate: counts of units, small cells without number and words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from case_files import Case, lay_out
from cities import DEMO_CITY

from generator import parallel
from generator.catalog.public_view import PublicView, SupervisionCount
from generator.checks.validate import validate

Counts = Callable[..., tuple[SupervisionCount, ...]]


@pytest.fixture
def counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Return a function that adds entries (and withdraws rows) and gives the counts of the catalog."""
    monkeypatch.setattr(parallel, "process_count", lambda: 1)

    def counted(*entries: dict[str, object], withdrawn: str = "") -> tuple[SupervisionCount, ...]:
        given = {"programme": "prog-a", "year": 2021, "state": "已汇总", "disclosure": "aggregate"}
        changes: list[dict[str, object]] = [
            {
                "in": "data/supervision/entries.csv",
                "add": {"id": f"entry-{n + 10}", "source": "src-a", **given, **entry},
            }
            for n, entry in enumerate(entries)
        ]
        if withdrawn:
            cells = {"id": "wd-a", "row": withdrawn, "date": "2024-01-01", "ground": "correction"}
            changes.append({"in": "data/registry/withdrawals.csv", "add": cells})
        lay_out(Case("", changes, []), tmp_path)
        result = validate(tmp_path / "data", tmp_path / "docs")
        assert result.catalog is not None, result.problems
        return result.catalog.supervised

    return counted


def three(**cells: object) -> list[dict[str, object]]:
    """Entries about three units."""
    return [{"subject": unit, **cells} for unit in ("ent-a", "ent-b", "ent-c")]


def test_units_of_a_result_are_counted(counts: Counts) -> None:
    assert counts(*three(result="甲档")) == (SupervisionCount("prog-a", 2021, "甲档", 3),)


def test_cells_under_three_lose_number_and_words_and_become_one(counts: Counts) -> None:
    rare = [{"subject": "ent-a", "result": "乙档"}, {"subject": "ent-b", "result": "丙档"}]
    assert counts(*three(result="甲档"), *rare) == (
        SupervisionCount("prog-a", 2021, "甲档", 3),
        SupervisionCount("prog-a", 2021, "", None),
    )


def test_three_rows_about_one_unit_are_one(counts: Counts) -> None:
    assert counts(*[{"subject": "ent-a", "result": "甲档"}] * 3) == (
        SupervisionCount("prog-a", 2021, "", None),
    )


def test_a_project_counts_where_no_unit_is_named(counts: Counts) -> None:
    projects = [{"project": f"{n}号项目"} for n in range(3)]
    assert counts(*projects) == (SupervisionCount("prog-a", 2021, "已汇总", 3),)


@pytest.mark.parametrize("withdrawn", ["entry-10", "ent-a", "prog-a"])
def test_what_is_withdrawn_is_not_counted(counts: Counts, withdrawn: str) -> None:
    assert SupervisionCount("prog-a", 2021, "甲档", 3) not in counts(
        *three(result="甲档"), withdrawn=withdrawn
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"disclosure": "internal"},
        {"public_until": "2024-01-01"},
        {"public_from": "2025-02-01"},
        {"public_from": "2025"},
    ],
)
def test_internal_rows_and_rows_out_of_their_term_are_not_counted(
    counts: Counts, cells: dict[str, object]
) -> None:
    assert counts(*three(**cells)) == ()


def test_the_demonstration_city_tells_large_cells_and_hides_small_ones(demo: PublicView) -> None:
    told = {(c.programme, c.year, c.result): c.count for c in demo.supervised}
    assert told["prog-evaluation", 2023, "A档"] == 6
    assert ("prog-evaluation", 2023, "C档") not in told
    assert told["prog-evaluation", 2023, ""] is None
    assert ("prog-audit", 2024, "未完成") not in told


def test_an_earlier_edition_counts_earlier_years_only() -> None:
    catalog = validate(DEMO_CITY.data, DEMO_CITY.docs, as_of=date(2023, 12, 31)).catalog
    assert catalog is not None
    assert {c.year for c in catalog.supervised} == {2023}
