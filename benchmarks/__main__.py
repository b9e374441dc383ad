"""The command line: which suites, how many runs, where the numbers go. Status 1: a bound is not met."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.national import FACTS, ROWS
from benchmarks.results import Result, as_json, as_table
from benchmarks.suites import SUITES, Plan

SIZES = (10_000, 50_000, 100_000)
QUICK_SIZES = (1_000, 2_000, 4_000)
NEEDS_FACTS = frozenset({"national", "check", "search"})


def main() -> int:
    """Measure, print each line as it comes and the table at the end; return the exit status."""
    given = _parser().parse_args()
    names = given.only or list(SUITES)
    if NEEDS_FACTS & set(names) and not (FACTS / ROWS).is_file():
        print(
            f"{FACTS / ROWS}: not found; without it: --only changzhou --only synthetic",
            file=sys.stderr,
        )
        return 2
    results: list[Result] = []
    if given.work:
        given.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given.work) as work:
        sizes = QUICK_SIZES if given.quick else SIZES
        plan = Plan(Path(work), 1 if given.quick else given.runs, sizes)
        for name in names:
            for result in SUITES[name](plan):
                print("  ".join(cell for cell in result.cells() if cell), file=sys.stderr, flush=True)
                results.append(result)
    print(as_table(results))
    if given.json:
        given.json.write_text(as_json(results), "utf-8")
    return int(any(result.met is False for result in results) and not given.quick)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured (default 5)")
    parser.add_argument("--only", action="append", choices=list(SUITES), help="one suite; may be repeated")
    parser.add_argument("--quick", action="store_true", help="one run, small registers; always ends with 0")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every value to FILE as well")
    parser.add_argument("--work", type=Path, metavar="DIR", help="folder to make the sites in")
    return parser


if __name__ == "__main__":
    sys.exit(main())
