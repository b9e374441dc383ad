"""Checks are found in their folder: a module and the function that is named as it is."""

from __future__ import annotations

import ast

from paths import GENERATOR

from generator.checks.run import checks

CHECKS = GENERATOR / "checks"


def test_every_function_that_yields_problems_of_a_context_is_a_check_that_is_run() -> None:
    found = set()
    for path in CHECKS.glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = [ast.unparse(a.annotation) for a in node.args.args if a.annotation]
                if arguments == ["CheckContext"]:
                    found.add((path.stem, node.name))
    assert found == {(module, f"check_{module}") for module in checks()}
    assert len(found) >= 20


def test_every_module_of_checks_is_a_check_or_one_of_those_that_run_them() -> None:
    modules = {path.stem for path in CHECKS.glob("*.py")} - set(checks())
    assert modules == {"__init__", "context", "run", "suppressions", "validate"}
