"""Who may import whom, and one door per dependency. The contracts themselves are in .importlinter."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from paths import GENERATOR, PROJECT

DOORS = {
    "yaml": {"formats/yaml_reader.py"},
    "frictionless": {"package/row_check.py"},
    "altair": {"outputs/charts/encoding.py", "outputs/charts/forms.py"},
    "vl_convert": {"outputs/charts/converter.py"},
    "jinja2": {"outputs/html/templating.py", "shells/mkdocs/run.py"},
    "mkdocs": {"shells/mkdocs/run.py", "commands/mkdocs_plugin.py"},
    "stdnum": {"package/cells.py"},
    "feedgenerator": {"outputs/feeds/atom.py"},
}
"""Modules that may import a dependency."""


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


def test_the_import_contracts_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("dependency", DOORS)
def test_a_dependency_has_one_door(dependency: str) -> None:
    users = {
        p.relative_to(GENERATOR).as_posix() for p in GENERATOR.rglob("*.py") if dependency in imported(p)
    }
    assert users <= DOORS[dependency]
    assert users, "a door that nobody uses should be taken out of the list"


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "core", "base", "common", "misc"}
    assert [p.name for p in GENERATOR.rglob("*.py") if p.stem in drawers] == []


def test_every_module_says_what_belongs_there() -> None:
    modules = [p for p in sorted(GENERATOR.rglob("*.py")) if p.stat().st_size]
    silent = [
        p.relative_to(GENERATOR).as_posix()
        for p in modules
        if not ast.get_docstring(ast.parse(p.read_text("utf-8")))
    ]
    assert silent == []
