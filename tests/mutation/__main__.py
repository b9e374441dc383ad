"""`python -m tests.mutation`: how many slips are caught, and how many of them by frictionless alone."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.alone import is_valid
from generator.schema.table_schema import PACKAGES
from tests.mutation.draft import Draft
from tests.mutation.trial import MUTATORS, Trial, trials

ROOT = Path(__file__).resolve().parents[2]
CITIES = {"changzhou": ROOT, "demo": ROOT / "tests" / "demo"}


def main() -> int:
    """Make every slip in both cities and print who caught how many; status 1 where one was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=1, help="how often each slip is made (default 1)")
    parser.add_argument("--list", action="store_true", help="name every slip and who caught it")
    parser.add_argument("--without-peer", action="store_true", help="do not ask frictionless, which is slow")
    given = parser.parse_args()
    missed = 0
    for name, city in CITIES.items():
        done, peer = run(city, given.seeds, ask=not given.without_peer)
        caught = [trial for trial in done if trial.caught]
        missed += len(done) - len(caught)
        others = "" if given.without_peer else f"; frictionless alone {sum(peer)}"
        print(f"{name}: {len(done)} slips, caught on their own line {len(caught)}{others}")
        for trial in done if given.list else [t for t in done if not t.caught]:
            print(f"  {'caught' if trial.caught else 'MISSED'}  {trial}")
    return int(missed > 0)


def run(city: Path, seeds: int, *, ask: bool) -> tuple[list[Trial], list[bool]]:
    """Make every slip in a city; return what came of each, and whether frictionless alone noticed it."""
    peer: list[bool] = []
    with tempfile.TemporaryDirectory(prefix="mutation-") as work:
        folder = Path(work)

        def after(draft: Draft) -> None:
            touched = {path.split("/")[1] for path in draft.changed} & set(PACKAGES)
            peer.append(ask and not is_valid(folder / "data", sorted(touched)))

        return list(trials(city, folder, range(seeds), sorted(MUTATORS), after)), peer


if __name__ == "__main__":
    sys.exit(main())
