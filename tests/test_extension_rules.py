"""A rule is a module with the YAML beside it and a case, an output format a module and a line: both tried."""

from __future__ import annotations

import csv
import json
import shutil

import pytest
from extension import Scratch, scratch
from paths import PROJECT, TESTS
from selectolax.lexbor import LexborHTMLParser

CHECK = '''\
"""A product has a model, not a word for none (MOD-001)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.schema.records import Product


def check_models(context: CheckContext) -> Iterator[Problem]:
    """Yield MOD-001 for every product whose model is NONE."""
    for row in context.catalog.rows(Product).values():
        if row.model == "NONE":
            yield context.problem("MOD-001", row, "model", row.model)
'''
CODES = """\
MOD-001:
  family: rules
  severity: error
  title: {zh: 型号不是型号, en: Not a model}
  message: {zh: "这不是型号：{value}", en: "Not a model: {value}"}
  fix: {zh: 没有型号的留空, en: Leave the cell empty}
  explanation:
    zh:
      meaning: 型号一格写了表示“没有”的词，会被当成型号公布。
      excel: 按型号列筛选这个词，把这些格清空后保存。
      editor: 删去这一格的字，保留前后的逗号不动。
    en:
      meaning: The cell of the model has a word for none, which would be published as a model.
      mend: Delete the word and leave the cell empty.
    wrong: prod-a,ent-a,瓶装茶饮料,,NONE
    right: prod-a,ent-a,瓶装茶饮料,,
"""
CASE = """\
change:
  - {in: data/registry/products.csv, line: 2, set: {model: NONE}}
expect: ["registry/products.csv:2:5 MOD-001 model = NONE"]
"""
FORMAT = '''\
"""The names of all enterprises as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.schema.records import Enterprise
from generator.site.site import Site

ADDRESSES = ("names/enterprises.txt",)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield the list."""
    names = (row.name_zh for row in site.catalog.rows(Enterprise).values())
    yield Artifact(ADDRESSES[0], "\\n".join(names).encode())
'''


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """A copy of the repository with a rule and an output format more; built."""
    copy = scratch(tmp_path_factory.mktemp("rules"))
    shutil.copytree(TESTS, copy.root / "tests", dirs_exist_ok=True, ignore=_copied_or_large)
    for document in PROJECT.glob("*.md"):
        shutil.copy(document, copy.root)
    copy.write("generator/checks/models.py", CHECK)
    copy.write("generator/checks/models.yaml", CODES)
    copy.write("tests/cases/model-none.yaml", CASE)
    copy.write("generator/outputs/name_list.py", FORMAT)
    table = copy.root / "generator/outputs/build.py"
    line = '        "calendar",\n'
    text = table.read_text("utf-8")
    assert text.count(line) == 1
    table.write_text(text.replace(line, f'{line}        "name_list",\n'), "utf-8")
    copy.build()
    return copy


def _copied_or_large(_folder: str, names: list[str]) -> set[str]:
    return {"__pycache__", "demo", "browser", "corpora"} & set(names)


def test_a_rule_of_two_files_is_reported_by_the_check(extended: Scratch) -> None:
    city = extended.root / "city"
    shutil.copytree(extended.root / "tests/cases/base", city)
    products = city / "data/registry/products.csv"
    products.write_text(products.read_text("utf-8").replace("T-500", "NONE"), "utf-8")
    folders = ("--data", str(city / "data"), "--docs", str(city / "docs"))
    done = extended.run("-m", "generator", "check", *folders, "--format", "json")
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)
    assert (problem["code"], problem["file"], problem["line"]) == ("MOD-001", "registry/products.csv", 2)


def test_a_rule_of_two_files_is_explained_at_the_terminal(extended: Scratch) -> None:
    assert extended.portal("explain").splitlines()[-1].split()[0] == "MOD-001"
    assert "没有型号" not in (shown := extended.portal("explain", "MOD-001"))
    assert "型号一格写了表示“没有”的词" in shown
    assert "Delete the word" in extended.portal("explain", "MOD-001", "--lang", "en")


def test_a_rule_of_two_files_is_explained_by_the_site(extended: Scratch) -> None:
    tree = LexborHTMLParser((extended.out / "guides/codes/mod-001/index.html").read_bytes())
    assert "MOD-001" in tree.css_first("h1").text()
    assert "会被当成型号公布" in tree.css_first("#meaning").parent.text()  # type: ignore[union-attr]
    index = LexborHTMLParser((extended.out / "guides/codes/index.html").read_bytes())
    assert [a for a in index.css("a") if (a.attributes["href"] or "").endswith("mod-001/")]


def test_a_rule_of_two_files_and_its_case_pass_the_tests_of_rules(extended: Scratch) -> None:
    rules = ("tests/package/test_rule_cases.py", "tests/problems/test_guides.py", "tests/test_documents.py")
    asked = "model-none or MOD-001 or every_code or order or plain_yaml or case_for_every"
    done = extended.run("-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *rules, "-k", asked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout


def test_a_format_of_one_file_and_a_line_is_in_the_build(extended: Scratch) -> None:
    names = (extended.out / "names/enterprises.txt").read_text("utf-8").splitlines()
    with (extended.out / "data/enterprises.csv").open(encoding="utf-8", newline="") as file:
        assert names == [row["name_zh"] for row in csv.DictReader(file)]
    assert len(names) > 100
