"""The table of contents of the program: check, catalog, rendering, publishing, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

from generator.artifacts import SiteOutput
from generator.checks.validate import lock as lock_text
from generator.checks.validate import read
from generator.i18n.translations import Translations
from generator.outcome import PublishingError, Report
from generator.outputs.build import site_output
from generator.outputs.charts.converter import fonts
from generator.package.source_lines import SourceLines
from generator.problems import formats
from generator.problems.problem import Problem
from generator.publish.publish import publish
from generator.register.register import Register
from generator.release.id_lock import FILE as LOCK_FILE
from generator.release.id_lock import cut_from, read_lock
from generator.scaffold.case_template import case_id, case_text
from generator.shells.contract import Engine
from generator.shells.mkdocs.run import render
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rendering that is ready to be published, or what keeps it from being made."""

    rendering: SiteOutput | None
    problems: tuple[Problem, ...]
    text: str
    """The problems as text; empty where there are none."""
    html: str
    """The problems as an escaped list for a page's banner; empty where there are none."""
    seconds: float = 0.0
    """How long reading and checking took."""


def lock(
    data: Path, docs: Path, *, write: bool = True, base: Path | None = None
) -> tuple[int, tuple[Problem, ...]]:
    """Add every published id to a data folder's ids.lock; returns how many it lacked, and the problems found.

    Without `write` the file is left as it is. `base` is an earlier version of it, of which nothing may be
    missing. Nothing is written where there are problems.
    """
    path = data / LOCK_FILE
    before = path.read_text("utf-8") if path.is_file() else ""
    cut = cut_from(base.read_text("utf-8"), before) if base else []
    text, problems = lock_text(data, docs)
    if cut or not text:
        return 0, (*cut, *problems)
    if write and text != before:
        path.write_text(text, "utf-8")
    return len(read_lock(text)[0]) - len(read_lock(before)[0]), ()


def new_case(data: Path, docs: Path, unit: str) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write the template of a case about a unit; returns its path, or None and what is wrong with the data.

    Raises UnknownUnitError where no enterprise, park or product has the id. A case with blanks left does not
    keep the next from being begun, and none is touched.
    """
    result = read(data, docs, despite_prose=True)
    if result.catalog is None:
        return None, result.problems
    folder = docs / "cases"
    taken = {path.stem for path in folder.glob("*.md")}
    text = case_text(result.catalog, unit)
    path = folder / f"{case_id(result.catalog, unit, taken)}.md"
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path, ()


def prepare(
    data: Path, docs: Path, as_of: str | None = None, *, strict: bool = False, site_url: str = ""
) -> Prepared:
    """Check a data folder and turn it into a rendering; a `site_url` given here prevails over portal.yaml.

    Raises ValueError for an `as_of` that is no ISO date.
    """
    begun = perf_counter()
    result = read(data, docs, as_of=date.fromisoformat(as_of) if as_of else None, strict=strict)
    context = formats.ReportContext(lines=SourceLines(data, docs))
    text = formats.as_text(result.problems, context) if result.problems else ""
    banner = formats.as_banner(result.problems) if result.problems else ""
    if result.catalog is None:
        return Prepared(None, result.problems, text, banner, perf_counter() - begun)
    site = Site(Register(result.catalog), Translations(result.catalog.settings.languages[0]))
    rendering = site_output(site, generator=generator_name(), site_url=site_url)
    return Prepared(rendering, result.problems, text, banner, perf_counter() - begun)


def build(
    prepared: SiteOutput,
    *,
    data: Path,
    docs: Path,
    out: Path,
    config_file: Path,
    engine: Engine | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Report:
    """Publish a site output, verified, in place of the site in `out`. PublishingError leaves the old site.

    Shells are rendered by `engine`, by default MkDocs with the configuration `config_file`.
    """
    if not docs.is_dir():
        raise PublishingError(f"找不到文稿目录 {docs.name}。")
    engine = engine or partial(render, config_file=config_file)
    return publish(prepared, out=out, engine=engine, apart=[docs, config_file, data], progress=progress)


def chinese_fonts() -> str:
    """Return the Chinese fonts that charts are measured with; empty where the machine has none."""
    return fonts()


def generator_name() -> str:
    """Return name and version of the program, as build.json states them."""
    try:
        return f"green-register {version('green-register')}"
    except PackageNotFoundError:
        return "green-register"


def config_file() -> Path:
    """Return the MkDocs configuration of the working folder, else the one the program was installed from."""
    own = Path("mkdocs.yml")
    return own if own.is_file() else Path(__file__).parent.parent / "mkdocs.yml"
