"""Mutants: which operators are changed, and how."""

from __future__ import annotations

import ast

import pytest

from benchmarks.mutants.__main__ import ROOT, draw
from benchmarks.mutants.operators import changes


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a == b", ["a != b"]),
        ("a <= b < c", ["a < b < c", "a <= b <= c"]),
        ("a not in b", ["a in b"]),
        ("a in b", ["a not in b"]),
        ("a is not None", ["a is None"]),
        ("not a", ["a"]),
        ("(a) and (b) and c", ["(a) or (b) and c", "(a) and (b) or c"]),
        ("名 + b - c", ["名 - b - c", "名 + b + c"]),
        ("(a  # or b\n or c)", ["(a  # or b\n and c)"]),
        ("a * b", []),
        ("[x for x in y]", []),
    ],
)
def test_each_operator_is_changed_in_its_place(source: str, expected: list[str]) -> None:
    text = source.encode()
    assert [change.apply(text).decode() for change in changes(text)] == expected


def test_what_is_drawn_is_the_same_for_a_seed_and_can_be_parsed() -> None:
    drawn = draw(40, 7)
    assert drawn == draw(40, 7)
    assert drawn != draw(40, 8)
    assert len(set(drawn)) == 40
    for mutant in drawn:
        source = (ROOT / mutant.path).read_bytes()
        assert ast.dump(ast.parse(mutant.change.apply(source))) != ast.dump(ast.parse(source)), mutant
