"""The counts that the first city's register must hold, on both axes."""

from __future__ import annotations

from datetime import date

import pytest

from generator.catalog.public_view import PublicView
from generator.register.ledger import Axis, build_ledger
from generator.register.totals import CountQuery, tally

END_OF_2021 = date(2021, 12, 31)


@pytest.mark.parametrize(
    ("category", "axis", "whole", "inferred"),
    [("factory", "list_year", 27, 6), ("factory", "published", 23, 6)],
)
def test_national_factories_at_the_end_of_2021(
    changzhou: PublicView, category: str, axis: Axis, whole: int, inferred: int
) -> None:
    found = tally(changzhou, build_ledger(changzhou), CountQuery(category, ("national",), END_OF_2021, axis))
    assert (found.rows + len(found.inferred), len(found.inferred)) == (whole, inferred)


@pytest.mark.parametrize(("category", "whole"), [("park", 2), ("product", 11), ("supply-chain", 2)])
def test_other_national_titles_by_list_year(changzhou: PublicView, category: str, whole: int) -> None:
    found = tally(
        changzhou, build_ledger(changzhou), CountQuery(category, ("national",), END_OF_2021, "list_year")
    )
    assert found.rows + len(found.inferred) == whole
