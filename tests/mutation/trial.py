"""Makes every slip in a clean city, one at a time, and asks whether it was told on its own line.

Seeds are fixed: the same city gives the same mutants.
"""

from __future__ import annotations

import inspect
import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.checks import validate
from generator.problems.problem import Problem
from tests.mutation import slips_in_cells, slips_in_documents, slips_in_files, slips_of_matter
from tests.mutation.draft import Draft, Expected, read_files

Mutator = Callable[[Draft], Expected | None]
HELPERS = frozenset({"is_id", "is_text", "told", "in_cell"})
MUTATORS: dict[str, Mutator] = {
    name: function
    for module in (slips_in_files, slips_in_cells, slips_of_matter, slips_in_documents)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if not name.startswith("_") and name not in HELPERS and function.__module__ == module.__name__
}
"""Every slip by its name."""


@dataclass(frozen=True)
class Trial:
    """One slip made in one city."""

    slip: str
    seed: int
    expected: Expected
    problems: tuple[Problem, ...]

    @property
    def caught(self) -> bool:
        """Whether it was told by its code, in its file, on its line."""
        file, line, codes = self.expected
        return any(
            p.file == file and p.code in codes and (line is None or p.line == line) for p in self.problems
        )

    def __str__(self) -> str:
        """What was expected and what was told, for whoever mends the one or the other."""
        told = [f"{p.file}:{p.line} {p.code}" for p in self.problems[:6]]
        return f"{self.slip} (seed {self.seed}): expected {self.expected}, told {told}"


def trials(
    city: Path,
    folder: Path,
    seeds: range,
    names: list[str],
    after: Callable[[Draft], None] = lambda draft: None,
) -> Iterator[Trial]:
    """Make every slip of `names` with every seed in a copy of the city in `folder`, and check it each time.

    `after` is called with what was changed while it is still in the files.
    """
    clean = read_files(city)
    for path, data in clean.items():
        _put(folder / path, data)
    for name in names:
        for seed in seeds:
            draft = Draft(clean, random.Random(zlib.crc32(f"{name} {seed}".encode())))
            expected = MUTATORS[name](draft)
            if expected is None:
                continue
            for path, changed in draft.changed.items():
                _put(folder / path, changed)
            result = validate.validate(folder / "data", folder / "docs")
            after(draft)
            for path in draft.changed:
                _put(folder / path, clean.get(path))
            yield Trial(name, seed, expected, result.problems)


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
