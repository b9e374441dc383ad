"""What front matter says of a page of guidance, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from generator.catalog.guidance import SYSTEMS
from generator.catalog.prose import guidance
from generator.catalog.public_view import PublicView
from generator.package.markdown import LinkScope
from generator.package.prose_files import CityProse, read_prose
from generator.package.reading import collect
from generator.package.texts import list_texts

Told = list[tuple[str, str, int | None, str | None]]


def read(folder: Path, **texts: str) -> tuple[CityProse, Told]:
    (folder / "guidance").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "guidance" / f"{name}.md").write_text(text, "utf-8")
    listed = list_texts(folder)
    scope = LinkScope(lambda _: True, listed.paths, relative=True, title=True)
    prose, problems = collect(read_prose(listed.paths, scope))
    return prose, [(p.code, p.file, p.line, p.field) for p in problems]


def test_a_page_needs_no_front_matter_and_is_called_by_its_heading(tmp_path: Path) -> None:
    prose, told = read(
        tmp_path, a="# 甲页\n\n正文\n", b="---\ntitle: 乙页\nsystem: parks\n---\n# 不是它\n", c="正文\n"
    )
    assert told == []
    assert [(g.title, g.system) for g in guidance(prose.pages.values())] == [
        ("甲页", ""),
        ("乙页", "parks"),
        ("c", ""),
    ]


def test_order_puts_pages_first_and_the_path_decides_the_rest(tmp_path: Path) -> None:
    prose, _ = read(tmp_path, a="# a\n", b="---\norder: 20\n---\n# b\n", c="---\norder: 3\n---\n# c\n")
    assert [g.path for g in guidance(prose.pages.values())] == [
        "guidance/c.md",
        "guidance/b.md",
        "guidance/a.md",
    ]


def test_what_is_wrong_is_told_at_its_line(tmp_path: Path) -> None:
    _, told = read(tmp_path, a="---\nsystem: park\norder: 第一\n---\n# a\n", b="---\norder: [1]\n---\n# b\n")
    assert told == [
        ("CAT-001", "docs/guidance/a.md", 2, "system"),
        ("TYP-003", "docs/guidance/a.md", 3, "order"),
        ("TYP-003", "docs/guidance/b.md", 2, "order"),
    ]


def test_dangerous_yaml_is_refused_there_too(tmp_path: Path) -> None:
    _, told = read(tmp_path, a="---\ntitle: &a 甲\nsystem: *a\n---\n# a\n")
    assert {code for code, *_ in told} >= {"YML-002"}


def test_changzhou_tells_of_every_system(changzhou: PublicView) -> None:
    assert {guide.system for guide in changzhou.guides} == set(SYSTEMS)
