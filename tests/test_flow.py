"""The program is one function that names every stage in the order in which the data passes them."""

from __future__ import annotations

import ast
import inspect
import json
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest
from cities import DEMO_CITY
from paths import PROJECT

from generator.artifacts import SiteOutput
from generator.build import build
from generator.problems.problem import Problem

STAGES = (
    "read_package", "whole_catalog", "release", "run_checks", "suppress", "report", "has_errors", "Register",
    "Site", "site_output", "publish",
)  # fmt: skip


def test_build_names_every_stage_in_order_on_less_than_a_screen() -> None:
    source = textwrap.dedent(inspect.getsource(build))
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)]
    calls.sort(key=lambda call: (call.end_lineno or 0, call.end_col_offset or 0))
    names = [call.func.id for call in calls if isinstance(call.func, ast.Name)]
    assert [name for name in names if name in STAGES] == list(STAGES)
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert (function.end_lineno or 0) - function.body[1].lineno + 1 <= 30, "the body, without its docstring"


@pytest.mark.parametrize(("strict", "broken"), [(False, True), (True, False), (True, True)])
def test_problems_are_reported_and_nothing_is_published(tmp_path: Path, strict: bool, broken: bool) -> None:
    """Errors keep the site back; with `strict` the two warnings of the demonstration city do as well."""
    data = tmp_path / "data"
    shutil.copytree(DEMO_CITY.data, data)
    if broken:
        lists = data / "registry/lists.csv"
        lists.write_text(lists.read_text("utf-8").replace(",additions,", ",additon,", 1), "utf-8")
    published: list[SiteOutput] = []
    reported: list[Sequence[Problem]] = []
    built = build(data, DEMO_CITY.docs, published.append, strict=strict, report=reported.append)
    assert built is None
    assert published == []
    (problems,) = reported
    assert {p.severity for p in problems} == ({"error", "warning"} if broken else {"warning"})


def test_the_result_is_that_of_the_last_stage() -> None:
    built = build(
        DEMO_CITY.data, DEMO_CITY.docs, lambda output: output, site_url="https://a.example/b", report=list
    )
    assert built is not None
    assert built.site_url == "https://a.example/b/"


def test_the_check_loads_no_later_stage() -> None:
    """It is run at every commit, and what a site is made with takes longer to load than a city to check."""
    script = (
        "import json, sys\n"
        "from generator.commands.main import main\n"
        "try: main(['check', *sys.argv[1:]])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(json.dumps(sorted(m for m in sys.modules if m.startswith('generator.'))))\n"
    )
    folders = ["--data", str(DEMO_CITY.data), "--docs", str(DEMO_CITY.docs)]
    command = [sys.executable, "-c", script, *folders]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "generator.checks.run" in loaded
    later = ("build", "site", "outputs", "shells", "publish", "scaffold", "fix")
    assert [name for name in loaded if name.split(".")[1] in later] == []
