"""Who may import whom, which module imports a dependency, and the map. Contracts are in .importlinter."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import GENERATOR, PROJECT

import generator

IMPORTERS = {
    "yaml": {"formats/yaml_reader.py"},
    "frictionless": {"package/row_check.py"},
    "altair": {"outputs/charts/encoding.py", "outputs/charts/forms.py"},
    "vl_convert": {"outputs/charts/converter.py"},
    "jinja2": {"outputs/html/templating.py", "shells/plain.py"},
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


@pytest.mark.parametrize("dependency", IMPORTERS)
def test_a_dependency_is_imported_only_where_it_may_be(dependency: str) -> None:
    users = {
        p.relative_to(GENERATOR).as_posix() for p in GENERATOR.rglob("*.py") if dependency in imported(p)
    }
    assert users <= IMPORTERS[dependency]
    assert users, "a dependency without an importer must leave the list"


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


STAGES = (
    "package/", "catalog/", "checks/", "release/", "register/", "site/", "outputs/", "browser/", "shells/",
    "publish/",
)  # fmt: skip
"""The rooms that data passes through, in order."""
MAX_LINES = 300
GENERATED = {"schema/records.py"}


def rooms_and_modules() -> set[str]:
    """Return the rooms and top-level modules of the program as the map names them."""
    found = set()
    for path in GENERATOR.iterdir():
        if path.is_dir() and any(p.is_file() and "__pycache__" not in p.parts for p in path.rglob("*")):
            found.add(f"{path.name}/")
        elif path.suffix == ".py" and path.name != "__init__.py":
            found.add(path.name)
    return found


def mapped() -> list[str]:
    """Return the rooms and modules that have a line in the map, in order."""
    lines = (generator.__doc__ or "").splitlines()
    matches = (re.fullmatch(r" *(\w+(?:/|\.py)) {2,}\S.*", line) for line in lines)
    return [match[1] for match in matches if match]


def test_the_map_has_a_line_for_each_room_and_no_other() -> None:
    assert sorted(mapped()) == sorted(rooms_and_modules())


def test_the_map_lists_the_stages_first_and_in_the_order_of_the_data() -> None:
    assert tuple(mapped()[: len(STAGES)]) == STAGES


def test_docstrings_of_rooms_name_modules_that_exist() -> None:
    """A plain name in backticks of a package's docstring is a module of that package."""
    wrong = []
    for package in GENERATOR.rglob("__init__.py"):
        text = ast.get_docstring(ast.parse(package.read_text("utf-8"))) or ""
        there = {path.stem for path in package.parent.iterdir()}
        wrong += [
            (package.parent.name, name) for name in re.findall(r"`([a-z_]+)`", text) if name not in there
        ]
    assert wrong == []


def test_no_module_is_over_the_limit_of_lines() -> None:
    lines = {
        path.relative_to(GENERATOR).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in GENERATOR.rglob("*.py")
    }
    assert [name for name, n in lines.items() if n > MAX_LINES and name not in GENERATED] == []


def classes() -> Iterator[tuple[str, str]]:
    """Yield name and module of every class of the program, the name without leading underscores."""
    for path in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name.lstrip("_"), path.relative_to(GENERATOR).as_posix()


def test_a_class_name_has_one_meaning() -> None:
    modules = defaultdict(list)
    for name, module in classes():
        modules[name].append(module)
    assert {name: where for name, where in modules.items() if len(where) > 1} == {}


MUTATING = {"append", "extend", "insert", "add", "update", "clear", "remove", "discard", "pop", "appendleft"}


def mutated(node: ast.AST) -> ast.expr | None:
    """Return the collection that a call, an assignment or a deletion changes in place; None for any other."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATING:
        return node.func.value
    if isinstance(node, ast.AugAssign):
        return node.target
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return node.value
    return None


def collects_problems(annotation: ast.expr | None) -> bool:
    """Return True for the annotation of a collection of problems, and of no function."""
    text = ast.unparse(annotation) if annotation else ""
    return "[" in text and "Callable" not in text and "Problem" in re.findall(r"\w+", text)


def bags(tree: ast.AST) -> Iterator[str]:
    """Yield every place where problems are gathered in something that was handed over."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            filled = {a.arg for a in arguments if collects_problems(a.annotation)}
            changed = {at.id for inner in ast.walk(node) if isinstance(at := mutated(inner), ast.Name)}
            yield from (f"{node.name} fills its parameter {name}" for name in sorted(filled & changed))
        target = mutated(node)
        if isinstance(target, ast.Attribute) and target.attr.strip("_") == "problems":
            yield f"line {target.lineno} adds to {ast.unparse(target)}"
        is_attribute = isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute)
        if is_attribute and collects_problems(node.annotation):
            yield f"line {node.lineno} keeps problems in {ast.unparse(node.target)}"


def test_problems_are_returned_and_not_gathered_in_what_is_passed_down() -> None:
    found = {
        path.relative_to(GENERATOR).as_posix(): list(bags(ast.parse(path.read_text("utf-8"))))
        for path in GENERATOR.rglob("*.py")
        if "shells" not in path.parts  # an engine calls back at events; its problems are plain texts
    }
    assert {path: places for path, places in found.items() if places} == {}


@pytest.mark.parametrize(
    "source",
    [
        "def f(found: list[Problem]) -> None:\n    found.append(1)",
        "def f(*, found: dict[str, list[Problem]]) -> None:\n    found['a'] = []",
        "def f(found: MutableSequence[Problem]) -> None:\n    found += g()",
        "def f(table):\n    table.problems.extend(g())",
        "def f(table):\n    table.problems += g()",
        "class A:\n    def __init__(self) -> None:\n        self.found: list[Problem] = []",
    ],
)
def test_a_bag_of_problems_is_noticed(source: str) -> None:
    assert list(bags(ast.parse(source)))


def test_only_release_makes_the_public_view() -> None:
    makers = {
        p.relative_to(GENERATOR).as_posix()
        for p in GENERATOR.rglob("*.py")
        for node in ast.walk(ast.parse(p.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "PublicView"
    }
    assert makers == {"release/publication.py"}
