"""The output of a site goes to another process as a value, and is the same there."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from made import site_output_of
from paths import PROJECT

from generator.artifacts import Artifact, Page
from generator.catalog.public_view import PublicView
from generator.formats.csv_writer import csv_text

T = TypeVar("T")
_PROGRAM = """
import json, pickle, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_pickling import digests, third
output = pickle.loads(Path(sys.argv[1]).read_bytes())
print(json.dumps(digests(output.content(third))))
"""


def third(work: Iterable[T]) -> Iterator[T]:
    """Pick every third job, as one of three processes would."""
    return islice(work, 1, None, 3)


def digests(content: Iterable[Page | Artifact]) -> dict[str, str]:
    """Return a digest of everything a process makes, by its address or path."""
    return {
        made.path if isinstance(made, Artifact) else f"/{made.address}": hashlib.sha256(
            made.data if isinstance(made, Artifact) else repr(made).encode()
        ).hexdigest()
        for made in content
    }


def test_a_fresh_interpreter_makes_the_same_part_of_a_pickled_site(demo: PublicView, tmp_path: Path) -> None:
    output = site_output_of(demo, site_url="https://site.example/")
    whole = digests(output.content(iter))  # fills every cache, none of which may keep it from being pickled
    own = digests(output.content(third))
    file = tmp_path / "output.pickle"
    file.write_bytes(pickle.dumps(output))
    command = [sys.executable, "-c", _PROGRAM, str(file), str(Path(__file__).parent)]
    environment = os.environ | {"PYTHONPATH": f"{PROJECT}:{PROJECT / 'tests'}"}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    theirs = json.loads(done.stdout)
    assert theirs == own
    assert 100 < len(own) < len(whole)
    assert theirs.items() <= whole.items()


def test_what_is_pickled_is_the_records_not_what_was_derived(demo: PublicView) -> None:
    output = site_output_of(demo)
    before = len(pickle.dumps(output))
    for _ in output.content(third):
        pass
    tables = sum(len(csv_text([["x"]])) + len(demo.files[name]) for name in demo.files)
    assert len(pickle.dumps(output)) < 1.5 * before + tables
