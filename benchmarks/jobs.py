"""One piece of work in a process of its own: `python -m benchmarks.jobs JOB ARGUMENT…` prints its findings.

A process is the unit of measuring: what it has imported, allocated and cached ends with it. Also what is only
prepared and never timed is made here, so that the process that measures stays small.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

Told = Mapping[str, Any]
ROOT = Path(__file__).resolve().parents[1]


def national(folder: str) -> Told:
    """Make the data folder of the national register."""
    from benchmarks.national import write_national

    write_national(Path(folder))
    return {}


def synthetic(size: str, folder: str) -> Told:
    """Make the data folder of a made-up register of `size` recognitions."""
    from benchmarks.synthetic import write_synthetic

    write_synthetic(Path(folder), int(size))
    return {}


def build(folder: str, out: str) -> Told:
    """Build a city's site and tell the seconds of each stage: what `portal build` does, step by step."""
    from generator.parallel import gc_paused

    with gc_paused():
        return _built(folder, out)


def _built(folder: str, out: str) -> Told:
    from generator.checks.validate import validate
    from generator.i18n.translations import Translations
    from generator.outputs.build import site_output
    from generator.publish.publish import publish
    from generator.register.register import Register
    from generator.shells.mkdocs.run import render
    from generator.site.site import Site

    data, docs = Path(folder, "data"), Path(folder, "docs")
    begun = perf_counter()
    result = validate(data, docs)
    if result.catalog is None:
        raise SystemExit(f"{folder}: {len(result.problems)} problems")
    checked = perf_counter()
    rendering = site_output(Site(Register(result.catalog), Translations("zh")), generator="benchmark")
    rendered = perf_counter()
    engine = partial(render, config_file=ROOT / "mkdocs.yml")
    report = publish(rendering, out=Path(out), engine=engine, apart=[data, docs])
    stages = {"check": checked - begun, "render": rendered - checked, **report.seconds}
    return {"stages": stages, "pages": report.pages, "files": report.files, "problems": len(result.problems)}


def charts(folder: str, cache: str) -> Told:
    """Draw every chart of a city, with an empty cache and then with what that left; tell the seconds."""
    import os

    from generator.checks.validate import validate
    from generator.i18n.translations import Translations
    from generator.outputs.charts.converter import draw, draw_all
    from generator.register.register import Register
    from generator.site.charts import all_charts
    from generator.site.site import Site

    os.environ["XDG_CACHE_HOME"] = cache
    catalog = validate(Path(folder, "data"), Path(folder, "docs")).catalog
    if catalog is None:
        raise SystemExit(f"{folder}: problems in its data")
    seconds = []
    for _ in ("cold", "warm"):
        begun = perf_counter()
        found = all_charts(Site(Register(catalog), Translations("zh")))
        draw_all(chart.drawing for chart in found.values())
        for chart in found.values():
            draw(chart.drawing)
        seconds.append(perf_counter() - begun)
    return {"charts": len(found), "cold": seconds[0], "warm": seconds[1]}


def frictionless(folder: str) -> Told:
    """Validate the packages of a city with frictionless and nothing else."""
    from benchmarks.alone import validate

    return {"rows": validate(Path(folder, "data"))}


def pages(folder: str, stock: str) -> Told:
    """Write the Markdown pages from which stock MkDocs Material builds the same records."""
    from benchmarks.stock import write_pages

    return {"pages": write_pages(Path(folder, "data"), Path(stock))}


def bare(site: str, target: str) -> Told:
    """Write the bytes of a finished site again with bare file calls."""
    from benchmarks.bare import rewrite

    seconds, files, size = rewrite(Path(site), Path(target))
    return {"stages": {"write": seconds}, "files": files, "bytes": size}


def bomb() -> Told:
    """Read a bomb of aliases, once for the imports and once for the clock."""
    from benchmarks.hostile.documents import BOMB
    from generator.formats import yaml_reader

    yaml_reader.read("a: 1")
    begun = perf_counter()
    document = yaml_reader.read(BOMB)
    seconds = perf_counter() - begun
    if not document.findings:
        raise SystemExit("the bomb was not noticed")
    return {"seconds": seconds}


def mutation() -> Told:
    """Make every slip in both cities and tell how many were caught, here and by frictionless alone."""
    from tests.mutation.__main__ import CITIES, run

    told = {}
    for name, city in CITIES.items():
        done, peer = run(city, 1, ask=True)
        told[name] = {"slips": len(done), "caught": sum(t.caught for t in done), "alone": sum(peer)}
    return told


def search_files(folder: str, site: str) -> Told:
    """Write the search's files of a city and tell their size."""
    from benchmarks.finding import write_search

    return write_search(Path(folder), Path(site))


def search_keys(folder: str, site: str) -> Told:
    """Type into the search and tell the milliseconds."""
    from benchmarks.finding import keys

    return keys(Path(folder), Path(site))


def search_comparable(site: str) -> Told:
    """Ask the finder for comparable units and tell the milliseconds."""
    from benchmarks.finding import comparable

    return comparable(Path(site))


def list_page(folder: str, site: str) -> Told:
    """Write the list of factories of a city beside its search and tell how many recognitions it holds."""
    from benchmarks.sliding import write_list

    return write_list(Path(folder), Path(site))


def list_dates(folder: str, site: str) -> Told:
    """Choose one day after another on that list and tell the milliseconds."""
    from benchmarks.sliding import slide

    return slide(Path(folder), Path(site))


def pagefind(folder: str, site: str) -> Told:
    """Write and index the pages that Pagefind searches."""
    from benchmarks.finding import write_names

    write_names(Path(folder), Path(site))
    return {}


def search_complete(folder: str, ours: str, theme: str, pagefind: str) -> Told:
    """Ask every search for the same parts of names and tell the share found whole."""
    from benchmarks.finding import complete

    return complete(Path(folder), Path(ours), Path(theme), Path(pagefind))


JOBS: Mapping[str, Callable[..., Told]] = {
    "national": national,
    "synthetic": synthetic,
    "build": build,
    "charts": charts,
    "frictionless": frictionless,
    "pages": pages,
    "bare": bare,
    "bomb": bomb,
    "mutation": mutation,
    "search_files": search_files,
    "search_keys": search_keys,
    "search_comparable": search_comparable,
    "list_page": list_page,
    "list_dates": list_dates,
    "pagefind": pagefind,
    "search_complete": search_complete,
}


if __name__ == "__main__":
    print(json.dumps(JOBS[sys.argv[1]](*sys.argv[2:])))
