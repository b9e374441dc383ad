"""Makes our MkDocs plugin findable where the project is not installed, for this process and its children."""

from __future__ import annotations

import os
import sys
import tempfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def _register_plugin() -> None:
    """Write what an installation would have written. MkDocs reads it when it is first imported."""
    places = [str(PROJECT), str(Path(__file__).parent)]
    if not entry_points(group="mkdocs.plugins", name="register"):
        site = Path(tempfile.mkdtemp(prefix="register-plugin-"))
        info = site / "register_plugin-0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: register-plugin\nVersion: 0\n")
        (info / "entry_points.txt").write_text(
            "[mkdocs.plugins]\nregister = generator.commands.mkdocs_plugin:RegisterPlugin\n"
        )
        places.append(str(site))
    sys.path[:0] = places
    os.environ["PYTHONPATH"] = os.pathsep.join([*places, os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)


_register_plugin()


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The sample prose."""
    from sample_site import write_docs

    return write_docs(tmp_path / "docs")
