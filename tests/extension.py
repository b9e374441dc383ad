"""A copy of the program and of the demonstration city, to be extended by files as CONTRIBUTING says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from paths import CONFIG, DEMO, GENERATOR

from generator.formats.csv_writer import csv_text


@dataclass(frozen=True)
class Scratch:
    """A scratch copy of the repository."""

    root: Path

    @property
    def data(self) -> Path:
        """Data folder of its demonstration city."""
        return self.root / "tests/demo/data"

    @property
    def out(self) -> Path:
        """Folder that its site is built into."""
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        """Add a file that is not there yet."""
        with (self.root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def write_rows(self, path: str, *rows: tuple[str, ...]) -> None:
        """Add a table to the data of the city, header first."""
        self.write(f"tests/demo/data/{path}", csv_text([list(row) for row in rows]))

    def python(self, *arguments: str) -> str:
        """Run Python on the copy and return what it prints; fails where the command fails."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python on the copy."""
        environment = {**os.environ, "PYTHONPATH": str(self.root)}
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )

    def portal(self, *arguments: str) -> str:
        """Run a command of `portal` on the copy."""
        return self.python("-m", "generator", *arguments)

    def make_records(self) -> None:
        """Write record classes and descriptors anew, as `make records` does."""
        self.python("-m", "generator.schema.record_source")
        self.portal("schema", "--write", "--data", str(self.data))

    def build(self) -> str:
        """Build the site of the city and return what is printed."""
        docs = self.root / "tests/demo/docs"
        return self.portal("build", "--data", str(self.data), "--docs", str(docs), "--out", str(self.out))


def scratch(root: Path) -> Scratch:
    """Copy the program and the demonstration city into a folder."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(GENERATOR, root / "generator", ignore=ignored)
    shutil.copytree(DEMO, root / "tests/demo", ignore=ignored)
    shutil.copy(CONFIG, root)
    return Scratch(root)
