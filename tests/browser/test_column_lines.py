"""Columns of hostile text in the browser: every line is that of its record, folded and read as in Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from columns_alone import columns_served
from watching import Opener

from generator.catalog.public_view import PublicView
from generator.i18n.name_folding import fold, normalize_width
from generator.i18n.translations import Translations
from generator.outputs.search_index.files import kinds_searched
from generator.outputs.search_index.readings import syllables
from generator.register.register import Register
from generator.site.site import Site

_LINES = """async (kinds) => {
  const { codes, column } = await import("./assets/search/store.js");
  const { compact, widen } = await import("./assets/search/name_folding.js");
  return Promise.all(kinds.map(async (kind) => {
    const { count, names, others, marks, wide, texts, readings, spoken: { spoken } } = await column(kind);
    const lines = {
      wide: wide.split("\\n"), texts: texts.text.split("\\n"),
      whole: spoken.whole.split("\\n"), initials: spoken.initials.split("\\n"),
    };
    const own = marks ? { marks: widen(marks.join("\\n")) } : {};
    if (marks) own.compact = compact(own.marks);
    if (kind === "enterprises") own.codes = await codes();
    const numbers = Object.entries(own).map(([name, text]) => [name, text.split("\\n").length]);
    const byHand = Object.keys(readings.spoken).map(Number);
    return { count, byHand, all: [...names, ...others.map(([, , name]) => name)], lines, numbers };
  }));
}"""
SPACED = ("\ufeffa", "a\x1fb", "a\u2028b", "\x85a", "a\u3000 b\t", "\ufeff", "a\ufeffb")


@pytest.fixture(scope="module")
def hostile_columns(hostile_city: PublicView, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the columns of the hostile city."""
    with columns_served(hostile_city, tmp_path_factory.mktemp("hostile-columns")) as url:
        yield url


def test_every_column_has_a_line_for_each_record_and_reads_it_as_python_does(
    hostile_city: PublicView, hostile_columns: str, open_page: Opener
) -> None:
    kinds = kinds_searched(Site(Register(hostile_city), Translations("zh")))
    page = open_page()
    page.goto(hostile_columns)
    for kind, told in zip(kinds, page.evaluate(_LINES, kinds), strict=True):
        assert {name: told["count"] for name, _ in told["numbers"]} == dict(told["numbers"]), kind
        wanted = [_read(name) for name in told["all"]]
        assert {len(lines) for lines in told["lines"].values()} == {len(wanted)}, kind
        for at, one in enumerate(wanted):
            if at in told["byHand"]:
                del one["whole"]
            assert {form: told["lines"][form][at] for form in one} == one, (kind, at)


def _read(name: str) -> dict[str, Any]:
    """A name in every form in which it is searched but its initials, as Python reads it of itself."""
    wide = normalize_width(name)
    whole = fold("".join(syllables(wide))).replace(" ", "")
    return {"wide": wide, "texts": fold(name), "whole": whole}


def test_spaces_are_the_same_in_python_and_in_the_browser(hostile_columns: str, open_page: Opener) -> None:
    page = open_page()
    page.goto(hostile_columns)
    script = "(all) => import('./assets/search/name_folding.js').then(({ widen }) => all.map(widen))"
    assert page.evaluate(script, list(SPACED)) == [normalize_width(text) for text in SPACED]
