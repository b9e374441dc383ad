"""The scripts and styles of the site, as they are in the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext

ASSETS = Path(__file__).parents[1] / "browser"


ADDRESSES = ("assets/portal.css", "assets/*.js")


def jobs(_context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield _files


def _files() -> Iterator[Artifact]:
    styles = [path.read_text("utf-8") for path in sorted(ASSETS.glob("styles/*.css"))]
    yield Artifact("assets/portal.css", "\n".join(styles).encode())
    for path in sorted(ASSETS.rglob("*.js")):
        yield Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", path.read_bytes())
