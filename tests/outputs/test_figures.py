"""How published figures read: no sign of theirs may be lost on the way to a headline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.search_index.counting import counting
from generator.register.register import Register
from generator.schema.records import Claim, Target
from generator.site.sections.figures import bare_figure, figure
from generator.site.site import Site

SIGNS = ("ne", "gt", "ge", "lt", "le", "approx")


@pytest.mark.parametrize("operator", SIGNS)
def test_a_figure_bears_its_sign_with_and_without_its_unit(changzhou: PublicView, operator: str) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    claim = replace(changzhou.rows(Claim)["claim-16"], operator=operator)
    wanted = f"{site.words.category('operator', operator)} {claim.value}"
    assert bare_figure(site, claim) == wanted
    assert figure(site, claim).startswith(f"{wanted} ")


def test_an_exact_figure_has_no_sign(changzhou: PublicView) -> None:
    site = Site(Register(changzhou), Translations("zh"))
    target = next(t for t in changzhou.rows(Target).values() if t.operator == "eq")
    assert bare_figure(site, target) == str(target.value)


def test_the_browser_is_given_figures_as_pages_print_them(demo: PublicView) -> None:
    site = Site(Register(demo), Translations("zh"))
    totals = counting(site, {})["totals"]
    assert totals
    assert [t["shown"] for t in totals] == [bare_figure(site, demo.rows(Claim)[t["id"]]) for t in totals]
