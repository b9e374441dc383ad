"""Every code is explained and has its page; every guide has its page; adding one is adding a file."""

from __future__ import annotations

import dataclasses
import re

import made
import pytest
from cities import portal
from made import site_output_of
from paths import GENERATOR

from generator.artifacts import Page
from generator.catalog.public_view import PublicView
from generator.commands.main import main
from generator.formats import yaml_reader
from generator.problems import code_files as code_files_module
from generator.problems.code_files import code_files, entry
from generator.problems.code_guides import FAMILIES, code_guides
from generator.problems.explanation import explain
from generator.problems.problem import codes
from generator.site.guides.texts import FOLDER, guides
from generator.site.pages.guides import CODES, INDEX, address_of


@pytest.fixture(scope="module")
def pages(demo: PublicView) -> dict[str, Page]:
    rendering = site_output_of(demo)
    frames = {frame.key for frame in rendering.frames}
    found = {page.address: page for page in made.pages(rendering) if page.address.startswith(INDEX)}
    assert {page.frame for page in found.values()} <= frames
    return found


def test_every_code_is_explained_and_nothing_else() -> None:
    assert set(code_guides()) == set(codes())


def test_the_files_of_codes_are_plain_yaml_beside_a_module_and_all_of_each_is_read() -> None:
    found: list[str] = []
    for path in code_files():
        assert path.with_suffix(".py").is_file(), f"no module beside {path}"
        document = yaml_reader.read(path.read_text("utf-8"))
        assert document.findings == [], path.name
        assert {code: entry(code) for code in document.value} == document.value, path.name
        found += document.value
    assert sorted(found) == sorted(codes())


def test_an_entry_of_a_code_has_the_parts_that_are_read_and_no_others() -> None:
    parts = {"family", "severity", "title", "message", "fix", "explanation"}
    assert {code for code in codes() if set(entry(code)) - {"hint"} != parts} == set()
    assert {guide.family for guide in code_guides().values()} == set(FAMILIES)
    assert {code.severity for code in codes().values()} == {"error", "warning"}


def test_a_module_that_has_codes_of_its_own_reports_them() -> None:
    for path in code_files():
        source = path.with_suffix(".py").read_text("utf-8")
        for code in yaml_reader.read(path.read_text("utf-8")).value:
            assert f'"{code}"' in source, (path.name, code)


def test_orders_name_codes_once_and_only_codes_that_there_are() -> None:
    orders = yaml_reader.read((GENERATOR / "problems" / "code_order.yaml").read_text("utf-8")).value
    assert set(orders) == {"listed", "explained"}
    for order in orders.values():
        assert len(order) == len(set(order))
        assert set(order) <= set(codes())


def test_a_code_that_no_order_names_comes_last_and_in_the_explanations_last_of_its_family(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = dict(code_files_module._texts())
    texts["ZZZ-999"] = texts["SUB-001"].replace("SUB-001", "ZZZ-999")
    monkeypatch.setattr(code_files_module, "_texts", lambda: texts)
    assert code_files_module.ids_in_order("listed") == [*codes(), "ZZZ-999"]
    explained = list(code_guides.__wrapped__())
    assert [code for code in explained if code != "ZZZ-999"] == list(code_guides())
    last = max(i for i, guide in enumerate(code_guides().values()) if guide.family == "rules")
    assert explained.index("ZZZ-999") == last + 1


@pytest.mark.parametrize("code", codes())
def test_an_explanation_has_all_its_parts_and_is_about_this_code(code: str) -> None:
    guide = code_guides()[code]
    texts = [*guide.meaning.values(), *guide.fixes["zh"].values(), *guide.fixes["en"].values()]
    assert all(len(text) >= 12 for text in texts), texts
    assert set(guide.fixes["zh"]) == {"excel", "editor"}
    assert guide.wrong != guide.right
    meanings = [other.meaning for other in code_guides().values()]
    assert meanings.count(guide.meaning) == 1


@pytest.mark.parametrize("code", codes())
def test_every_code_has_a_page_with_all_its_parts(pages: dict[str, Page], code: str) -> None:
    page = pages[address_of(code)]
    assert code in page.title
    assert {"meaning", "wrong", "right", "excel", "editor"} <= set(
        re.findall(r'<h2 id="([a-z]+)"', page.body)
    )
    assert f'href="../../../{address_of(code)}"' not in page.body
    assert f'href="../../{address_of(code)}"' in pages[CODES].body


@pytest.mark.parametrize("guide", [guide.name for guide in guides("zh")])
def test_a_guide_is_the_same_in_both_languages(guide: str) -> None:
    chinese, english = (next(g for g in guides(lang) if g.name == guide) for lang in ("zh", "en"))
    assert english.title != chinese.title, "there is no guide in English"
    assert english.lead != chinese.lead
    assert english.order == chinese.order
    assert len(english.sections) == len(chinese.sections)
    for (_, told), (_, meant) in zip(english.sections, chinese.sections, strict=True):
        for pattern in (r"\]\(([^)]+)\)", r"^(?:- |[0-9]+\. |\|)", r"^(?:\.venv/bin/)?portal [a-z]+"):
            assert re.findall(pattern, told, re.MULTILINE) == re.findall(pattern, meant, re.MULTILINE), told


def test_every_guide_has_a_page_and_stands_in_the_index(pages: dict[str, Page]) -> None:
    names = {path.name.split(".")[0] for path in FOLDER.glob("*.md")}
    assert {"mending", "reading-the-register"} <= names == {guide.name for guide in guides("zh")}
    for guide in guides("zh"):
        assert pages[f"{INDEX}{guide.name}/"].title == guide.title
        assert f'href="../{INDEX}{guide.name}/"' in pages[INDEX].body


def test_guides_link_to_pages_that_are_there_and_lose_links_to_others(
    demo: PublicView, pages: dict[str, Page]
) -> None:
    body = pages[f"{INDEX}reading-the-register/"].body
    assert 'href="../../coverage/"' in body
    for page in pages.values():
        assert "site:" not in page.body
    bare = {**demo.tables, "claims": {}}
    without = site_output_of(_with(demo, bare))
    poorer = next(p for p in made.pages(without) if p.address == f"{INDEX}reading-the-register/")
    assert 'href="../../reconciliation/"' in body
    assert "reconciliation" not in poorer.body


def _with(catalog: PublicView, tables: object) -> PublicView:
    return dataclasses.replace(catalog, tables=tables)  # type: ignore[arg-type]


def test_the_terminal_explains_every_code_and_lists_them() -> None:
    listed = portal("explain").stdout.decode()
    assert [line.split()[0] for line in listed.splitlines()] == list(codes())
    done = portal("explain", "cat-001")
    assert done.stdout.decode() == explain("CAT-001")
    assert done.returncode == 0
    english = portal("explain", "CAT-001", "--lang", "en").stdout.decode()
    assert code_guides()["CAT-001"].meaning["en"] in english
    assert portal("explain", "XYZ-999").returncode == 2


def test_commands_that_explanations_name_exist() -> None:
    files = [
        *(GENERATOR / "site" / "guides").glob("*.md"),
        *code_files(),
    ]
    named = {name for path in files for name in re.findall(r"portal ([a-z]+)", path.read_text("utf-8"))}
    assert {"check", "fix", "convert", "explain"} <= named
    assert named <= set(main.commands)
