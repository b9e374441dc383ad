"""Scripts that repeat a Python module in the browser have its name, and comments name files that exist."""

from __future__ import annotations

import re

import pytest
from paths import GENERATOR, PROJECT

BROWSER = GENERATOR / "browser"
TEMPLATES = (GENERATOR / "outputs" / "html" / "templates", GENERATOR / "shells" / "mkdocs" / "theme")

TWINS = {
    "as_of/axes.js": "site/sections/axes.py",
    "as_of/charts/growth.js": "site/charts/growth.py",
    "as_of/charts/incomplete.js": "site/charts/incomplete.py",
    "as_of/charts/makeup.js": "site/charts/makeup.py",
    "as_of/charts/official.js": "site/charts/official.py",
    "as_of/charts/poster.js": "outputs/charts/poster.py",
    "as_of/counting.js": "outputs/search_index/counting.py",
    "as_of/counts.js": "site/sections/counts.py",
    "as_of/figures.js": "site/sections/figures.py",
    "exemplars/exemplar_pool.js": "site/search/exemplar_pool.py",
    "lists/filter_panel.js": "site/filter_panel.py",
    "lists/index_rows.js": "site/sections/index_rows.py",
    "lists/markup.js": "outputs/html/markup.py",
    "quick_counts/quick_counts.js": "site/sections/quick_counts.py",
    "register/comparable.js": "register/comparable.py",
    "register/growth.js": "register/growth.py",
    "register/holdings.js": "register/holdings.py",
    "register/reconcile.js": "register/reconcile.py",
    "register/scoring.js": "register/scoring.py",
    "register/standing.js": "register/standing.py",
    "register/totals.js": "register/totals.py",
    "search/columns.js": "outputs/search_index/columns.py",
    "search/facets.js": "site/search/facets.py",
    "search/name_folding.js": "i18n/name_folding.py",
    "search/passages.js": "outputs/search_index/passages.py",
    "search/readings.js": "outputs/search_index/readings.py",
}
"""The Python module of each script that repeats it in the browser, or reads what it writes."""

BROWSER_ONLY = {"register/cohorts.js"}
"""Scripts of the register that Python does not need."""


def _head(script: str) -> str:
    """Return the comment at the head of a script."""
    return (BROWSER / script).read_text("utf-8").partition("*/")[0]


@pytest.mark.parametrize("script", TWINS)
def test_a_twin_has_the_name_of_its_module(script: str) -> None:
    module = TWINS[script]
    assert (BROWSER / script).is_file()
    assert (GENERATOR / module).is_file()
    assert (BROWSER / script).stem == (GENERATOR / module).stem
    assert f"generator/{module}" in _head(script)


def test_every_script_of_the_register_is_a_twin() -> None:
    scripts = {path.relative_to(BROWSER).as_posix() for path in BROWSER.glob("register/*.js")}
    assert scripts - BROWSER_ONLY == {script for script in TWINS if script.startswith("register/")}


def test_every_script_that_names_a_module_of_its_name_is_a_twin() -> None:
    scripts = sorted(path.relative_to(BROWSER).as_posix() for path in BROWSER.rglob("*.js"))
    named = {s for s in scripts if re.search(rf"generator/[\w/]+/{s.rsplit('/')[-1][:-3]}\.py", _head(s))}
    assert named <= TWINS.keys()


def test_no_script_is_longer_than_300_lines() -> None:
    lengths = {path.name: path.read_text("utf-8").count("\n") for path in BROWSER.rglob("*.js")}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_comments_name_files_that_exist() -> None:
    files = [*BROWSER.rglob("*.js"), *BROWSER.rglob("*.css")]
    files += [path for folder in TEMPLATES for path in folder.glob("*.html")]
    lost = [
        f"{path.relative_to(GENERATOR)}: {named}"
        for path in files
        for named in re.findall(r"\b(?:generator|browser|tests)/[\w/]+\.\w+", path.read_text("utf-8"))
        if not (PROJECT / named).is_file() and not (GENERATOR / named).is_file()
    ]
    assert lost == []
