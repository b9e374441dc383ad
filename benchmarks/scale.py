"""How building grows with the register: made-up registers against stock MkDocs and the bare file system.

What counts is the slope, seconds per recognition between two sizes: what a start costs falls out of it.
Nothing is deleted before the end: on ext4 that would make the files of later runs dearer (suites.national).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Run, Sample, fresh, job, mkdocs, staged, whole
from benchmarks.results import Result, ratio_of_slopes

WRITTEN = ("render", "fill")
"""Stages that grow with the pages made and written; the shell does not."""


def synthetic(work: Path, sizes: tuple[int, int, int], runs: int) -> Iterator[Result]:
    """Yield the lines of three sizes and of their slopes; stock is measured at the first two, once each."""
    ours: list[Sample] = []
    floor: list[Sample] = []
    peer: list[Sample] = []
    for at, size in enumerate(sizes):
        city = work / f"synthetic-{size}"
        job("synthetic", str(size), fresh(city))
        built, bare = _take_turns(city, work, runs)
        ours.append(staged(built, *WRITTEN))
        floor.append(staged(bare, "write"))
        pages, mib = built[0].told["pages"], bare[0].told["bytes"] / 2**20
        yield Result(f"{size:,}: whole build, {pages:,} pages", whole(built))
        yield Result(f"{size:,}: render + write", ours[-1])
        yield Result(f"{size:,}: bare write of the same {mib:.0f} MiB", floor[-1])
        if at < 2:
            count, sample = _stock(city, work)
            peer.append(sample)
            yield Result(f"{size:,}: stock MkDocs Material, {count:,} pages", sample)
    yield from _slopes(sizes, ours, floor, peer)


def _take_turns(city: Path, work: Path, runs: int) -> tuple[list[Run], list[Run]]:
    job("build", city, work / f"{city.name}-out")  # draws the charts, which later runs take from the cache
    built: list[Run] = []
    bare: list[Run] = []
    for number in range(runs):
        out = work / f"{city.name}-out-{number}"
        built.append(job("build", city, out))
        bare.append(job("bare", out, work / f"{city.name}-bare-{number}"))
    return built, bare


def _stock(city: Path, work: Path) -> tuple[int, Sample]:
    stock = work / f"{city.name}-stock"
    pages = job("pages", city, stock).told["pages"]
    return int(pages), whole([mkdocs(stock, work / f"{city.name}-stock-out")])


def _slopes(
    sizes: tuple[int, int, int], ours: list[Sample], floor: list[Sample], peer: list[Sample]
) -> Iterator[Result]:
    def slope(samples: list[Sample], at: int) -> float:
        """Milliseconds per recognition between size `at` and the next."""
        return 1000 * (samples[at + 1].middle - samples[at].middle) / (sizes[at + 1] - sizes[at])

    first, second = slope(ours, 0), slope(ours, 1)
    span = f"{sizes[0]:,}→{sizes[1]:,}"
    yield Result(f"slope {span}: render + write, per recognition", value=first, unit="ms")
    yield Result(
        f"slope {span}: to bare write", value=ratio_of_slopes(first, slope(floor, 0)), unit="×", at_most=10
    )
    yield Result(
        f"slope {span}: stock to it", value=ratio_of_slopes(slope(peer, 0), first), unit="×", at_least=8
    )
    later = f"slope {sizes[1]:,}→{sizes[2]:,}: to the slope before"
    yield Result(later, value=ratio_of_slopes(second, first), unit="×", at_most=1.3)
    yield Result(f"{sizes[2]:,}: memory", value=ours[2].peak_mib, unit="MiB", at_most=800)
