"""What is measured and what it is held against. A suite yields its lines as soon as it has them.

Peers take turns, run by run, so that a machine that is busy for a minute is busy for all of them.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.hostile import HOSTILE
from benchmarks.hostile.package import BASE, Hostile
from benchmarks.hostile.tables import honest
from benchmarks.jobs import ROOT
from benchmarks.measure import Run, Sample, fresh, job, mkdocs, portal, staged, whole
from benchmarks.results import Result, ratio_of_slopes
from benchmarks.scale import synthetic

ALLOWED = 5.0
"""Seconds that a hostile package may take beyond what an honest one of its size takes."""
BOUNDS = {"wide": 0.5, "short_rows": 0.5, "large": 0.5}
"""What is refused on its bytes may take less."""
DRAWN = ("shell", "render", "fill")
"""Stages that make and write pages, as stock MkDocs does; check, verification and swap it does not do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured, and where the folders are made."""

    work: Path
    runs: int
    sizes: tuple[int, int, int]
    """Recognitions of the made-up registers, ascending."""


def national(plan: Plan) -> Iterator[Result]:
    """The national register: `portal build` and its stages against stock MkDocs Material."""
    city, stock = plan.work / "national", plan.work / "national-stock"
    job("national", fresh(city))
    pages = job("pages", city, fresh(stock)).told["pages"]
    # Nothing is deleted before the end: for minutes after ext4 passes over every inode that has just become
    # free, one by one; thousands of them make a new file up to twenty times dearer, whoever writes it.
    outs = (plan.work / f"national-out-{number}" for number in itertools.count())
    # Draws the charts, which later runs take from the cache, and compiles the modules.
    portal("build", city, "--out", next(outs))
    built: list[Run] = []
    parts: list[Run] = []
    peer: list[Run] = []
    for _ in range(plan.runs):
        built.append(portal("build", city, "--out", next(outs)))
        parts.append(job("build", city, next(outs)))
        peer.append(mkdocs(stock, next(outs)))
    theirs, ours, drawn = whole(peer), whole(built), staged(parts, *DRAWN)
    yield Result(f"national: stock MkDocs Material, {pages} pages", theirs)
    yield Result("national: portal build", ours, theirs.middle / ours.middle, "×", at_least=4)
    yield Result("national: shell + render + write", drawn, theirs.middle / drawn.middle, "×", at_least=8)
    for stage in ("check", *DRAWN, "verify", "swap"):
        yield Result(f"national: stage {stage}, {parts[0].told['pages']} pages", staged(parts, stage))


def changzhou(plan: Plan) -> Iterator[Result]:
    """The city in the repository, as its people build and check it."""
    out = plan.work / "out"
    portal("build", ROOT, "--out", fresh(out))
    portal("check", ROOT)
    built = whole([portal("build", ROOT, "--out", fresh(out)) for _ in range(plan.runs)])
    checked = whole([portal("check", ROOT) for _ in range(plan.runs)])
    fresh(out)
    yield Result("changzhou: portal build", built, built.middle, "s", at_most=5)
    yield Result("changzhou: portal check", checked, checked.middle, "s", at_most=1.2)


def charts(plan: Plan) -> Iterator[Result]:
    """Every chart of the city in the repository, drawn anew and taken from the cache."""
    cache = plan.work / "charts-cache"
    told = [job("charts", ROOT, fresh(cache)).told for _ in range(plan.runs)]
    fresh(cache)
    number = told[0]["charts"]
    cold, warm = (median(float(run[key]) for run in told) for key in ("cold", "warm"))
    yield Result(f"changzhou: {number} charts drawn", value=cold, unit="s", at_most=6)
    yield Result(f"changzhou: {number} charts from the cache", value=warm, unit="s", at_most=0.5)


def check(plan: Plan) -> Iterator[Result]:
    """`portal check` against frictionless alone on the same files, and its growth with the register."""
    city = plan.work / "national"
    job("national", fresh(city))
    portal("check", city)  # compiles the modules
    job("frictionless", city)
    ours: list[Run] = []
    peer: list[Run] = []
    for _ in range(plan.runs):
        ours.append(portal("check", city))
        peer.append(job("frictionless", city))
    theirs, checked = whole(peer), whole(ours)
    yield Result("check national: frictionless alone", theirs)
    yield Result("check national: portal check", checked, checked.middle / theirs.middle, "×", at_most=1.5)
    yield Result("check national: portal check, seconds", value=checked.middle, unit="s", at_most=2.5)
    yield from _check_growth(plan)


def _check_growth(plan: Plan) -> Iterator[Result]:
    samples: list[Sample] = []
    for size in plan.sizes:
        city = plan.work / f"synthetic-{size}"
        job("synthetic", str(size), fresh(city))
        samples.append(whole([portal("check", city) for _ in range(plan.runs)]))
        yield Result(f"check {size:,} recognitions", samples[-1])
    small, middle, large = plan.sizes
    first = (samples[1].middle - samples[0].middle) / (middle - small)
    second = (samples[2].middle - samples[1].middle) / (large - middle)
    yield Result(
        "check: later slope to earlier slope", value=ratio_of_slopes(second, first), unit="×", at_most=1.3
    )
    # Apart from the timed runs, which looking on would slow down.
    held = portal("check", plan.work / f"synthetic-{large}", watch=True).family_mib
    yield Result(f"check {large:,}: memory of both processes", value=held, unit="MiB", at_most=300)


def hostile(plan: Plan) -> Iterator[Result]:
    """Packages made to exhaust the check, in their full size: refused, or checked as an honest one is."""
    folder = plan.work / "hostile"
    clean = _checked(None, folder, plan.runs)
    rows = _checked(honest, folder, 1)
    yield Result("hostile: the clean package", clean)
    yield Result("hostile: an honest one of as many rows", rows)
    for name, made in HOSTILE.items():
        sample = _checked(made, folder, plan.runs if name in BOUNDS else 1)
        fair = rows if sample.middle > clean.middle + ALLOWED else clean
        beyond = max(sample.middle - fair.middle, 0)
        yield Result(f"hostile: {name}", sample, beyond, "s", at_most=BOUNDS.get(name, ALLOWED))
        yield Result(f"hostile: {name}, memory", value=sample.peak_mib, unit="MiB", at_most=500)
    fresh(folder)


def _checked(made: Hostile | None, folder: Path, times: int) -> Sample:
    shutil.copytree(BASE, fresh(folder))
    if made is not None:
        made(folder, 1)
    runs = [portal("check", folder, "--format", "json", statuses=(0, 1), watch=True) for _ in range(times)]
    return Sample(tuple(r.seconds for r in runs), max(r.family_mib for r in runs))


def mutation(plan: Plan) -> Iterator[Result]:
    """Slips that people make, one at a time: how many are caught, and how many by frictionless alone."""
    for city, numbers in job("mutation").told.items():
        caught = 100 * numbers["caught"] / numbers["slips"]
        yield Result(
            f"mutation: {city}, {numbers['slips']} slips caught", value=caught, unit="%", at_least=100
        )
        alone = 100 * numbers["alone"] / numbers["slips"]
        yield Result(f"mutation: {city}, by frictionless alone", value=alone, unit="%")


def bomb(plan: Plan) -> Iterator[Result]:
    """A bomb of aliases is refused at once: within the process, its start apart."""
    yield Result("alias bomb", value=1000 * job("bomb").told["seconds"], unit="ms", at_most=50)


def scale(plan: Plan) -> Iterator[Result]:
    """Made-up registers of growing size."""
    yield from synthetic(plan.work, plan.sizes, plan.runs)


def search(plan: Plan) -> Iterator[Result]:
    """The search in the browser: bytes an entity, milliseconds a key, its peers; and the finder."""
    city, stock, peer = plan.work / "national", plan.work / "national-stock", plan.work / "stock-site"
    ours, pagefind = plan.work / "search", plan.work / "pagefind"
    job("national", fresh(city))
    told = job("search_files", city, fresh(ours)).told
    yield Result("search national: an entity, gzipped", value=told["bytes"], unit="bytes", at_most=22)
    job("pages", city, fresh(stock))
    mkdocs(stock, fresh(peer))
    job("pagefind", city, fresh(pagefind))
    shares = job("search_complete", city, ours, peer, pagefind).told
    for name, words in (("theme", "the theme's search"), ("pagefind", "Pagefind"), ("ours", "ours")):
        bound = 100 if name == "ours" else None
        found = shares[name] * 100
        yield Result(
            f"search national: parts of names found whole, {words}", value=found, unit="%", at_least=bound
        )
    for size, limit in ((plan.sizes[0], 16), (plan.sizes[2], 50)):
        folder, site = plan.work / f"synthetic-{size}", plan.work / f"search-{size}"
        job("synthetic", str(size), fresh(folder))
        count = job("search_files", folder, fresh(site)).told["records"]
        times = job("search_keys", folder, site).told
        first = 300 if size == plan.sizes[0] else None
        yield Result(
            f"search {count:,} records: first use to first result",
            value=times["first"],
            unit="ms",
            at_most=first,
        )
        yield Result(f"search {count:,} records: a key, p95", value=times["key"], unit="ms", at_most=limit)
        yield Result(f"search {count:,} records: all ids and facets, p95", value=times["counted"], unit="ms")
        asked = job("search_comparable", site).told
        finder = f"finder {size:,} recognitions, {asked['units']:,} factories"
        bound = 50 if size == plan.sizes[0] else None
        yield Result(f"{finder}: an answer, p95", value=asked["found"], unit="ms", at_most=bound)
        yield Result(f"{finder}: shown and laid out, p95", value=asked["shown"], unit="ms")
    yield from _as_of(plan)


def _as_of(plan: Plan) -> Iterator[Result]:
    """A list seen as of one day after another: counts, facets and a first screen of rows, laid out."""
    city, site = plan.work / "listed", plan.work / "listed-site"
    # Of a made-up register a little more than five rows in twelve are of factories.
    job("synthetic", str(plan.sizes[0] * 12 // 5), fresh(city))
    job("search_files", city, fresh(site))
    count = job("list_page", city, site).told["recognitions"]
    times = job("list_dates", city, site).told
    what = f"as of another day, {count:,} recognitions"
    for name, limits in (("shown", (16.0, 50.0)), ("made", (None, None))):
        part = {"shown": "laid out", "made": "rows made"}[name]
        found = sorted(times[name])
        yield Result(f"{what}: {part}", value=median(found), unit="ms", at_most=limits[0])
        p95 = found[len(found) * 95 // 100]
        yield Result(f"{what}: {part}, p95", value=p95, unit="ms", at_most=limits[1])


SUITES: Mapping[str, Callable[[Plan], Iterator[Result]]] = {
    "national": national,
    "changzhou": changzhou,
    "charts": charts,
    "check": check,
    "hostile": hostile,
    "bomb": bomb,
    "mutation": mutation,
    "synthetic": scale,
    "search": search,
}
"""Every suite by the name that `--only` takes."""
