"""Whether a policy or a version of a standard holds on a day."""

from __future__ import annotations

from datetime import date

import pytest
from small import AS_OF, catalog, record

from generator.register.validity import validity_of_policy, validity_of_standard
from generator.schema.records import Policy, Standard

BEFORE = date(2024, 6, 30)


def policy(on: date, **values: str) -> str:
    row = record("policies", **values)
    assert isinstance(row, Policy)
    return validity_of_policy(catalog(), row, on)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"validity": "in_force"}, "in_force"),
        ({"validity": "expired"}, "expired"),
        ({"validity": "unknown"}, "unknown"),
        ({"validity": "unknown", "effective": "2020", "valid_to": "2025-02"}, "in_force"),
        ({"validity": "unknown", "effective": "2020"}, "unknown"),
        ({"validity": "in_force", "effective": "2025-02-01"}, "not_yet"),
        ({"validity": "in_force", "valid_to": "2025-01-30"}, "expired"),
        ({"validity": "in_force", "valid_to": "2025-01"}, "in_force"),
    ],
)
def test_dates_decide_where_they_can_and_the_word_elsewhere(values: dict[str, str], expected: str) -> None:
    assert policy(AS_OF, **values) == expected


def test_the_word_says_nothing_of_an_earlier_day() -> None:
    assert policy(BEFORE, validity="in_force") == "unknown"
    assert policy(BEFORE, validity="expired") == "unknown"
    assert policy(BEFORE, validity="expired", effective="2020", valid_to="2024-12-31") == "in_force"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "unknown"),
        ({"in_force_from": "2025-01-31"}, "in_force"),
        ({"in_force_from": "2025-02-01"}, "not_yet"),
        ({"in_force_to": "2025-01-30"}, "expired"),
        ({"in_force_to": "2025-01-31"}, "unknown"),
    ],
)
def test_a_standard_goes_by_its_dates(values: dict[str, str], expected: str) -> None:
    row = record("standards", **values)
    assert isinstance(row, Standard)
    assert validity_of_standard(row, AS_OF) == expected
