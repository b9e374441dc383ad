"""What follows from a case's figures, and that nothing follows from what is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.catalog.cases import Case, CaseMetric
from generator.formats.dates import parse
from generator.register import case_figures

SAVING = CaseMetric("年节约", "money", "eq", Decimal(120), "万元/年", 2020, None, "账册", "verified", "s")
CASE = Case(
    "case-a", "docs/cases/case-a.md", "t", "", "u", "", "", (), Decimal(600), "eq", (SAVING,), "", "", ("s",),
    parse("2024"), "",
)  # fmt: skip


def case(investment: str | None, sign: str = "eq", /, **saving: Any) -> Case:
    given = None if investment is None else Decimal(investment)
    changed = replace(SAVING, **{k: Decimal(v) if k == "value" else v for k, v in saving.items()})
    return replace(CASE, investment=given, investment_operator=sign, metrics=(changed,))


@pytest.mark.parametrize(
    ("investment", "operator", "saving", "expected"),
    [
        ("600", "eq", {}, ("5.0", "eq")),
        ("430", "eq", {"value": "76"}, ("5.7", "eq")),
        ("430", "eq", {"value": "76", "operator": "lt"}, ("5.6", "ge")),
        ("430", "eq", {"value": "76", "operator": "ge"}, ("5.7", "le")),
        ("600", "gt", {}, ("5.0", "ge")),
        ("600", "le", {"value": "121"}, ("5.0", "le")),
        ("600", "approx", {"value": "121"}, ("5.0", "approx")),
        ("600", "gt", {"operator": "lt"}, ("5.0", "ge")),
        ("0", "eq", {}, ("0.0", "eq")),
        ("600", "eq", {"value": "1200000", "unit": "元/年"}, ("5.0", "eq")),
        ("600", "gt", {"operator": "gt"}, None),
        ("600", "approx", {"operator": "gt"}, None),
        (None, "eq", {}, None),
        ("600", "eq", {"value": "0"}, None),
        ("600", "eq", {"value": "-5"}, None),
        ("600", "eq", {"unit": "万元"}, None),
        ("600", "eq", {"kind": "energy"}, None),
    ],
)
def test_payback(
    investment: str | None, operator: str, saving: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    found = case_figures.payback(case(investment, operator, **saving))
    assert (found and (str(found.years), found.operator)) == expected


def test_savings_are_added_up_and_one_without_a_baseline_marks_the_payback() -> None:
    second = replace(SAVING, value=Decimal(80))
    found = case_figures.payback(replace(CASE, metrics=(SAVING, second)))
    assert found == case_figures.Payback(Decimal("3.0"), "eq", claimed=False)
    second = replace(second, baseline_year=None)
    found = case_figures.payback(replace(CASE, metrics=(SAVING, second)))
    assert found == case_figures.Payback(Decimal("3.0"), "eq", claimed=True)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": "92", "baseline_value": "121"}, ("-24.0", "eq", False)),
        ({"value": "92", "baseline_value": "121", "operator": "lt"}, ("-23.9", "le", False)),
        ({"value": "36", "baseline_value": "18", "unit": "%"}, ("18.0", "eq", True)),
        ({"value": "36", "baseline_value": "0", "unit": "%"}, ("36.0", "eq", True)),
        ({"value": "36", "baseline_value": "0"}, None),
        ({"value": "36", "baseline_value": None}, None),
        ({"value": "36", "baseline_value": "18", "baseline_year": None}, None),
    ],
)
def test_change(given: dict[str, Any], expected: tuple[str, str, bool] | None) -> None:
    numbers = {k: Decimal(v) if isinstance(v, str) and "value" in k else v for k, v in given.items()}
    found = case_figures.change(replace(SAVING, **numbers))
    assert (found and (str(found.amount), found.operator, found.points)) == expected


@pytest.mark.parametrize(
    ("investment", "band"),
    [(None, "unknown"), ("0", "lt-100"), ("99.9", "lt-100"), ("100", "100-500"), ("500", "500-1000"),
     ("4999", "1000-5000"), ("5000", "ge-5000")],
)  # fmt: skip
def test_bands_of_investment(investment: str | None, band: str) -> None:
    assert case_figures.investment_band(case(investment)) == band


@pytest.mark.parametrize(
    ("investment", "band"),
    [(None, "unknown"), ("100", "lt-1"), ("120", "1-3"), ("360", "3-5"), ("600", "ge-5")],
)
def test_bands_of_payback(investment: str | None, band: str) -> None:
    assert case_figures.payback_band(case(investment)) == band


def test_savings_are_told_in_one_order_and_shares_are_none() -> None:
    kinds = ("share", "money", "energy", "capacity", "money")
    given = replace(CASE, metrics=tuple(replace(SAVING, kind=kind) for kind in kinds))
    assert case_figures.savings(given) == ("energy", "money")
