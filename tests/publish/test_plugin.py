"""``mkdocs build`` and ``mkdocs serve`` give the same site as publishing does, or leave the old one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from sample_site import PROJECT, contents, mkdocs, rendering, write_config, write_docs

from generator.artifacts import Page, SiteOutput
from generator.commands import mkdocs_plugin
from generator.problems.problem import Problem
from generator.publish.publish import publish

SHADOWED = (("factories.md", "factories/"),)
BAD = Problem("FK-001", "registry/recognitions.csv", 3, 2, "list", "list-none")


@dataclass
class City:
    """A folder with a configuration, prose and data, and what is built of the latter."""

    folder: Path
    built: SiteOutput | Problem = field(default_factory=lambda: rendering(3))
    deployed: str = ""
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def load(self) -> MkDocsConfig:
        """The configuration, as MkDocs' commands load it."""
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.out))

    def build(self) -> None:
        """What ``mkdocs build`` does."""
        config = self.load()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        self.deployed = config.site_dir

    @property
    def out(self) -> Path:
        """Folder of the site."""
        return self.folder / "site"

    @property
    def names(self) -> set[str]:
        """What is in the city's folder."""
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    """A city whose data the program has been made to understand."""
    write_config(tmp_path)
    write_docs(tmp_path / "docs")
    city = City(tmp_path)

    def built(data: Path, docs: Path, publish: Any, *, as_of: date | None, report: Any) -> Any:
        city.asked.append((data, docs, as_of))
        report([city.built] if isinstance(city.built, Problem) else [])
        return None if isinstance(city.built, Problem) else publish(city.built)

    monkeypatch.setattr(mkdocs_plugin, "build", built)
    yield city
    city.load().plugins.on_startup(command="build", dirty=False)


def test_mkdocs_build_gives_the_same_bytes(city: City, tmp_path: Path) -> None:
    city.build()
    publish(rendering(3), out=tmp_path / "other", engine=mkdocs(tmp_path / "mkdocs.yml"))
    assert contents(city.out) == contents(tmp_path / "other")
    assert city.deployed == str(city.out)
    assert city.asked == [(tmp_path / "data", tmp_path / "docs", None)]
    assert city.names == {"data", "docs", "mkdocs.yml", "other", "site"}


@pytest.mark.parametrize("theme", ["generator/publishing/theme", "generator/shells/mkdocs/theme"])
def test_a_configuration_that_names_an_earlier_theme_folder_builds_the_same_bytes(
    city: City, tmp_path: Path, theme: str
) -> None:
    """For one release: since then the plugin adds the folder itself."""
    publish(rendering(3), out=tmp_path / "new", engine=mkdocs(tmp_path / "mkdocs.yml"))
    (tmp_path / "generator").symlink_to(PROJECT / "generator")
    config = tmp_path / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(
        text.replace("  name: material\n", f"  name: material\n  custom_dir: {theme}\n"), "utf-8"
    )
    assert load_config(str(config)).theme.custom_dir == str(tmp_path / theme)
    city.build()
    publish(rendering(3), out=tmp_path / "other", engine=mkdocs(config))
    assert contents(city.out) == contents(tmp_path / "other") == contents(tmp_path / "new")


def test_templates_of_the_city_precede_those_of_the_program(city: City, tmp_path: Path) -> None:
    (tmp_path / "own/partials").mkdir(parents=True)
    (tmp_path / "own/partials/logo.html").write_text("<i>甲市标志</i>", "utf-8")
    config = tmp_path / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  name: material\n", "  name: material\n  custom_dir: own\n"), "utf-8")
    city.build()
    page = (city.out / "about/method/index.html").read_text("utf-8")
    assert "<i>甲市标志</i>" in page
    assert 'class="portal-search"' in page, "a block of the program's own theme"


def test_bad_data_ends_the_build_with_its_text_and_leaves_the_old_site(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    city.build()
    before = contents(city.out)
    city.built = BAD
    with pytest.raises(Abort) as caught:
        city.build()
    assert caught.value.code == 1
    assert "registry/recognitions.csv:3:2 FK-001" in caplog.text
    assert contents(city.out) == before


def test_prose_at_the_address_of_another_page_ends_the_build_and_leaves_the_old_site(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    city.build()
    before = contents(city.out)
    city.built = rendering(3, shadowed=SHADOWED)
    with pytest.raises(Abort):
        city.build()
    assert "docs/factories.md" in caplog.text
    assert contents(city.out) == before
    assert city.names == {"data", "docs", "mkdocs.yml", "site"}


def test_a_broken_page_ends_the_build_and_leaves_the_old_site(city: City) -> None:
    city.build()
    before = contents(city.out)
    lost = Page("home", "", "t", "", '<h1>t</h1><a href="nowhere/">')
    city.built = rendering(3, pages=lambda: iter([lost]))
    with pytest.raises(Abort):
        city.build()
    assert contents(city.out) == before
    assert city.names == {"data", "docs", "mkdocs.yml", "site"}


def test_a_foreign_folder_is_not_wiped(city: City) -> None:
    city.out.mkdir()
    (city.out / "mine.txt").touch()
    with pytest.raises(Abort):
        city.build()
    assert list(contents(city.out)) == ["mine.txt"]


class Preview:
    """``mkdocs serve`` without its server: one start, then builds, each with its configuration anew."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.config = city.load()
        self.config.plugins.on_startup(command="serve", dirty=False)

    def rebuild(self) -> str:
        """What happens when a file changes; the text of the home page after it."""
        build(self.city.load(), serve_url="http://127.0.0.1:8000/")
        return (self.city.out / "index.html").read_text("utf-8")


def test_a_preview_of_bad_data_keeps_the_last_good_pages_and_lists_the_problems(city: City) -> None:
    preview = Preview(city)
    assert "FK-001" not in preview.rebuild()
    city.built = BAD
    shown = preview.rebuild()
    assert "FK-001" in shown
    assert "演示数据" in shown
    assert (city.out / "enterprises/e00001/index.html").is_file()
    city.built = rendering(3)
    assert "FK-001" not in preview.rebuild()


def test_a_preview_that_starts_with_bad_data_shows_the_problems(city: City) -> None:
    preview = Preview(city)
    city.built = BAD
    assert "FK-001" in preview.rebuild()
    city.built = rendering(3)
    assert "首页" in preview.rebuild()


def test_a_preview_of_prose_at_the_address_of_another_page_names_the_file(city: City) -> None:
    preview = Preview(city)
    preview.rebuild()
    city.built = rendering(3, shadowed=(*SHADOWED, ("a<b>.md", "")))
    shown = preview.rebuild()
    assert "docs/factories.md" in shown
    assert "docs/a&lt;b&gt;.md" in shown
    city.built = rendering(3)
    assert "docs/factories.md" not in preview.rebuild()


def test_mkdocs_publishes_nothing_of_the_folder_of_prose(city: City) -> None:
    city.build()
    before = contents(city.out)
    for name in ("a.png", "b.js", "c.html", "d.css", "e.svg", "f.pdf", "g.md", "h.markdown"):
        (city.folder / "docs" / name).write_text("# 不应出现\n", "utf-8")
    city.build()
    assert contents(city.out) == before


def test_a_preview_of_a_broken_page_shows_it_and_logs_the_finding(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    preview = Preview(city)
    home = Page("home", "", "新", "", '<h1>新</h1><a href="nowhere/">')
    city.built = rendering(3, pages=lambda: iter([home]))
    with caplog.at_level(logging.WARNING):
        assert "<h1>新</h1>" in preview.rebuild()
    assert "nowhere/" in caplog.text


def test_a_preview_watches_the_data(city: City) -> None:
    watched: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

    preview = Preview(city)
    preview.config.plugins.on_serve(cast(Any, Server()), config=preview.config, builder=preview.rebuild)
    assert watched == [str(city.folder / "data")]
