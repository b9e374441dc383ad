"""The caret stands below the field, whatever stands before it in the line."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from generator.problems.excerpt import excerpt
from generator.problems.formats import ReportContext, as_text
from generator.problems.problem import Problem

TEXT = 'id,name\na,"甲""老""厂, 东区",7\nb,"第一行\n第二行",８\n,,\n'


def line_of(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        (1, 2, (1, "name")),
        (2, 2, (2, '"甲""老""厂, 东区"')),
        (2, 3, (2, "7")),
        (3, 2, (3, '"第一行')),
        (3, 3, (4, "８")),
        (5, 2, (5, "")),
    ],
)
def test_a_cell_is_found_by_its_number(line: int, column: int, shown: tuple[int, str]) -> None:
    found = excerpt(Problem("CAT-001", "t.csv", line, column), lambda file, n: line_of(TEXT, n))
    assert found
    assert (found.line, found.text[found.start : found.end]) == shown


def test_a_cell_that_is_not_there_has_no_excerpt() -> None:
    assert excerpt(Problem("CAT-001", "t.csv", 1, 3), lambda file, n: line_of(TEXT, n)) is None
    assert excerpt(Problem("CAT-001", "t.csv", 99, 1), lambda file, n: line_of(TEXT, n)) is None
    assert excerpt(Problem("PKG-001", "t.csv"), lambda file, n: line_of(TEXT, n)) is None


def test_without_a_column_the_value_is_looked_for() -> None:
    found = excerpt(Problem("ENC-005", "t.csv", 3, value="一行"), lambda file, n: line_of(TEXT, n))
    assert found
    assert found.start == 4


def test_of_yaml_the_column_is_a_character() -> None:
    found = excerpt(Problem("YML-007", "portal.yaml", 1, 10, value="NO"), lambda file, n: "country: NO")
    assert found
    assert (found.start, found.end) == (9, 11)


CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs", "Cc"]), max_size=9
)


@given(st.lists(CELL, min_size=1, max_size=6), st.data())
def test_what_a_spreadsheet_writes_is_found_again(cells: list[str], data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(cells)))
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    if not out.getvalue():
        return
    found = excerpt(Problem("CAT-001", "t.csv", 1, column), lambda file, n: line_of(out.getvalue(), n))
    assert found
    written = found.text[found.start : found.end]
    assert next(csv.reader([written]), [""]) == [cells[column - 1]] if written else not cells[column - 1]


@pytest.mark.parametrize(
    "before", ["甲市第一酿造有限公司", "a", "", "Ж", "\u200b\x07", "字" * 300, "x," * 60]
)
@pytest.mark.parametrize("field", ["错", "wrong", "", "错" * 200])
@pytest.mark.parametrize("after", ["", ",尾" * 100])
def test_the_caret_is_below_the_field_also_behind_wide_characters(
    before: str, field: str, after: str
) -> None:
    line = f"{before},{field}{after}"
    problem = Problem("CAT-001", "t.csv", 1, before.count(",") + 2, "size", field)
    shown = as_text([problem], ReportContext(lines=lambda file, n: line if n == 1 else "")).splitlines()
    quoted = next(i for i, text in enumerate(shown) if "│" in text)
    caret = shown[quoted + 1]
    assert cell_len(shown[quoted]) < 150
    at = cell_len(caret[: caret.index("^")])
    width, begun, part = 0, None, ""
    for char in shown[quoted]:
        if at <= width < at + caret.count("^"):
            begun, part = width if begun is None else begun, part + char
        width += cell_len(char)
    assert begun in (at, None)
    assert part == field or (not field and caret.count("^") == 1) or part.rstrip("…") in field
