"""What the check says of links and pictures in prose: each at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.package.markdown import LinkScope
from generator.package.prose_files import read_prose
from generator.package.reading import collect
from generator.package.texts import list_texts


def problems(tmp_path: Path, text: str) -> list[tuple[str, int | None, str]]:
    """Code, line and value of what is wrong with one more page of prose."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about/more.md").write_text(text, "utf-8")
    (tmp_path / "about/a b.md").write_text("# 文\n", "utf-8")
    paths = list_texts(tmp_path).paths
    scope = LinkScope(lambda id_: id_ == "e00001", paths, relative=True, title=True)
    _, found = collect(read_prose(paths, scope))
    return [(problem.code, problem.line, problem.value) for problem in found]


@pytest.mark.parametrize(
    ("text", "code", "line", "value"),
    [
        ("# 多\n\n见[甲](record:e00001)。\n见[乙](record:e000012)。\n", "MD-002", 4, "record:e000012"),
        ("---\ntitle: 多\n---\n# 多\n[a](javascript:alert(1))\n", "MD-002", 5, "javascript:alert(1)"),
        ("# 多\n\n[a](java&#115;cript:alert(1))\n", "MD-002", 3, "javascript:alert(1)"),
        ("# 多\n\n[a](&#106;avascript:alert(1))\n", "MD-002", 3, "javascript:alert(1)"),
        ("# 多\n\n[a](JAVASCRIPT:x)\n", "MD-002", 3, "JAVASCRIPT:x"),
        ("# 多\n\n[a][b]\n\n[b]: data:text/html,x\n", "MD-002", 3, "data:text/html,x"),
        ("# 多\n\n![a](data:image/svg+xml,x)\n", "MD-003", 3, "data:image/svg+xml,x"),
        ("# 多\n\n![x](https://example.org/x.png)\n", "MD-003", 3, "https://example.org/x.png"),
        ("# 多\n\n[a](none.md#x)\n", "MD-002", 3, "none.md#x"),
        ("# 多\n\n[a](../../out.md)\n", "MD-002", 3, "../../out.md"),
    ],
)
def test_a_link_that_is_not_allowed_is_a_problem_at_its_line(
    tmp_path: Path, text: str, code: str, line: int, value: str
) -> None:
    assert problems(tmp_path, text) == [(code, line, value)]


def test_links_to_records_and_other_pages_are_allowed(tmp_path: Path) -> None:
    text = "[甲](record:e00001#x) [乙](<a b.md#x>) [丙](../parks/) [丁](#x) `record:nobody` [戊](tel:12345)\n"
    assert problems(tmp_path, text) == []


def test_a_symbolic_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "secret.md").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to("/etc")
    assert [(p.code, p.file) for p in list_texts(tmp_path).problems] == [
        ("PTH-002", "docs/folder"),
        ("PTH-002", "docs/secret.md"),
    ]


def test_only_known_keys_of_front_matter_are_kept(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(
        "---\ntitle: 题\ndescription: 说明\ntemplate: 404.html\nicon: ../../x\n---\n# 多\n", "utf-8"
    )
    paths = list_texts(tmp_path).paths
    prose, _ = collect(read_prose(paths, LinkScope(lambda _: True, paths, relative=True, title=True)))
    page = prose.pages["x.md"]
    assert (page.title, page.description, page.body) == ("题", "说明", "# 多\n")
