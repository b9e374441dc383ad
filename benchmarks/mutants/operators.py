"""Find the operators of a module that can be changed, and change one.

A mutant differs from the program by one operator: a comparison, `and`/`or`, `not`, `+`/`-`. Its place is
taken from the syntax tree and the change is made in the text, so that comments and layout stay.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SWAPS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Eq: (r"==", "!="),
    ast.NotEq: (r"!=", "=="),
    ast.Lt: (r"<(?!=)", "<="),
    ast.LtE: (r"<=", "<"),
    ast.Gt: (r">(?!=)", ">="),
    ast.GtE: (r">=", ">"),
    ast.In: (r"\bin\b", "not in"),
    ast.NotIn: (r"\bnot\s+in\b", "in"),
    ast.Is: (r"\bis\b", "is not"),
    ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.And: (r"\band\b", "or"),
    ast.Or: (r"\bor\b", "and"),
    ast.Add: (r"\+", "-"),
    ast.Sub: (r"-", "+"),
}
"""By operator: how it is written, and what takes its place."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One operator to be changed: its bytes in the file, and what takes their place."""

    start: int
    end: int
    old: str
    new: str
    line: int

    def apply(self, source: bytes) -> bytes:
        """Return the source with the operator changed."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def changes(source: bytes) -> list[Change]:
    """Return every change of one operator of a module, in order of place."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return sorted(set(_changes(ast.parse(source), source, starts)))


def _changes(tree: ast.Module, source: bytes, starts: list[int]) -> Iterator[Change]:
    for node in ast.walk(tree):
        for operator, left, right in _operators(node):
            begin = starts[(left.end_lineno or 1) - 1] + (left.end_col_offset or 0)
            end = starts[right.lineno - 1] + right.col_offset
            found = _written(operator, source, begin, end)
            if found:
                yield found
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            begin = starts[node.lineno - 1] + node.col_offset
            yield Change(begin, begin + len("not "), "not ", "", node.lineno)


def _operators(node: ast.AST) -> Iterator[tuple[ast.AST, ast.expr, ast.expr]]:
    """Yield the operators of an expression with what stands left and right of each."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        yield from zip(node.ops, sides, sides[1:], strict=False)
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield node.op, left, right
    elif isinstance(node, ast.BinOp):
        yield node.op, node.left, node.right


def _written(operator: ast.AST, source: bytes, begin: int, end: int) -> Change | None:
    """Return the change of the operator between two expressions; None if it has no counterpart."""
    if type(operator) not in _SWAPS:
        return None
    pattern, new = _SWAPS[type(operator)]
    # A comment between the two may hold the operator's sign as well: it is blanked, not cut.
    between = re.sub(rb"#[^\n]*", lambda m: b" " * len(m[0]), source[begin:end])
    match = re.search(pattern.encode(), between)
    if match is None:
        return None
    start = begin + match.start()
    return Change(start, begin + match.end(), match[0].decode(), new, source.count(b"\n", 0, start) + 1)
