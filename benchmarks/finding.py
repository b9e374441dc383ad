"""The search in headless Chromium: how long a key takes, how long the first result, how much is loaded, and
what the theme's own search and Pagefind find of the same names; the finder of comparable units.

Ours is measured on the search's files alone, served from a folder; the peers on pages that carry the names.
"""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generator.catalog.public_view import PublicView
from generator.checks.validate import validate
from generator.i18n.translations import Translations
from generator.outputs.assets import ASSETS
from generator.outputs.search_index.files import files
from generator.outputs.search_index.readings import syllables
from generator.register.register import Register
from generator.schema.records import Enterprise
from generator.site.site import Site

SEED = 36132
NAMES = 40
"""Names typed key by key."""
PARTS = 120
"""Parts of names asked of every search, of two to four characters."""
UNITS = ("enterprises", "parks", "products")
_BLANK = '<!doctype html><html lang="zh"><title>search</title>'
_KEYS = """async (typed) => {
  const { load } = await import("./assets/loading.js"); // which every page has from the start
  const begun = performance.now();
  const { best, search } = await load("search/search.js");
  const timed = async (work) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  await best(typed[0], 10);
  const first = performance.now() - begun;
  await search(typed[0]);
  for (const text of typed.slice(1, 20)) await best(text, 10); // what is typed first compiles the code
  const keys = [], counted = [];
  for (const text of typed) {
    keys.push(await timed(() => best(text, 10)));
    counted.push(await timed(() => search(text)));
  }
  return { first, keys, counted };
}"""
_COMPARABLE = """async () => {
  const begun = performance.now();
  const [{ answer, register }, { results }, { manifest }] = await Promise.all(
    ["exemplars/exemplar_pool.js", "exemplars/render.js", "search/store.js"].map(
      (file) => import(`./assets/${file}`),
    ),
  );
  const [given, { words }] = await Promise.all([register(), manifest()]);
  const names = ["category", "industry", "size", "area", "level", "improve"];
  const form = document.createElement("form");
  for (const name of names) {
    const label = document.createElement("label");
    label.htmlFor = `finder-${name}`;
    const select = document.createElement("select");
    select.name = name;
    form.append(label, select);
  }
  const place = document.body.appendChild(document.createElement("div"));
  const ask = (query) => {
    for (const name of names) form.elements[name].replaceChildren(new Option(query[name], query[name]));
    const from = performance.now();
    const found = answer(given, query);
    const answered = performance.now() - from;
    place.replaceChildren(...results(found, query, { given, words, form }).parts);
    place.getBoundingClientRect(); // laid out, as a reader would see it
    return [answered, performance.now() - from];
  };
  const industries = Object.keys(given.file.lines), areas = given.column.groups.area.values;
  const queries = [];
  for (const category of Object.keys(given.file.categories)) {
    for (const level of ["", "none", "provincial", "national"]) {
      for (const [n, industry] of ["", ...industries].entries()) {
        for (const improve of ["", "energy"]) {
          const size = n % 3 ? "" : "medium", area = n % 2 ? areas[n % areas.length] : "";
          queries.push({ category, industry, size, area, level, improve, unit: "" });
        }
      }
    }
  }
  ask(queries[0]);
  const first = performance.now() - begun;
  for (const query of queries.slice(1, 20)) ask(query); // what is asked first compiles the code
  const told = queries.map(ask);
  const [found, shown] = [0, 1].map((n) => told.map((times) => times[n]));
  return { first, found, shown, units: given.units.get("factory").length };
}"""
_OURS = """async (queries) => {
  const { find, ranked } = await import("./assets/search/search.js");
  const answers = [];
  for (const query of queries) {
    const { found } = await find(query, { kinds: ["enterprises"] });
    answers.push(ranked(found).map(({ of, record }) => of.column.ids[record]));
  }
  return answers;
}"""
_PAGEFIND = """async (queries) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    answers.push(await Promise.all(results.map(async (one) => (await one.data()).url.split("/").at(-2))));
  }
  return answers;
}"""
_THEME = """async ([queries, worker]) => {
  const index = await (await fetch("search/search_index.json")).json();
  const thread = new Worker(worker);
  const ask = (message, wanted) => new Promise((answer) => {
    thread.onmessage = ({ data }) => data.type === wanted && answer(data.data);
    thread.postMessage(message);
  });
  await ask({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } }, 1);
  const answers = [];
  for (const query of queries) {
    const { items } = await ask({ type: 2, data: query }, 3);
    answers.push(items.flat().map(({ location }) => location.split("/").at(-2)));
  }
  return answers;
}"""


def write_search(folder: Path, site: Path) -> dict[str, Any]:
    """Write the search's files of a city, and nothing else, into `site`; tell records and bytes an entity."""
    catalog = catalog_of(folder)
    found = [(a.path, a.data) for a in files(Site(Register(catalog), Translations("zh")))]
    sizes = {path.split("/")[1].split(".")[0]: len(gzip.compress(data, 9)) for path, data in found}
    found += [(f"assets/{p.relative_to(ASSETS)}", p.read_bytes()) for p in ASSETS.rglob("*.js")]
    for path, data in [*found, *((name, _BLANK.encode()) for name in ("index.html", "404.html"))]:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    entities = sum(len(catalog.tables[folder]) for folder in UNITS)
    records = sum(
        len(json.loads(data)["ids"].split("\n")) for p, data in found if b'"ids":' in data[:200] and p
    )
    packed = sum(size for name, size in sizes.items() if name in UNITS)
    return {"records": records, "entities": entities, "bytes": packed / entities}


def keys(folder: Path, site: Path) -> dict[str, Any]:
    """Type names key by key, as written, in pinyin, by initials; tell milliseconds (95th percentile).

    `first` is from the first use to the first result, `key` what is suggested, `counted` every id and facet.
    """
    names = _sample([row.name_zh for row in catalog_of(folder).rows(Enterprise).values()], NAMES)
    with opened(site) as page:
        told: dict[str, Any] = page.evaluate(_KEYS, [text for name in names for text in _typed(name)])
    return {"first": told["first"], "key": _p95(told["keys"]), "counted": _p95(told["counted"])}


def comparable(site: Path) -> dict[str, Any]:
    """Ask for comparable units in every industry, level and area; tell milliseconds (95th percentile).

    `first` is from the first use to the first answer, `found` until an answer is worked out, `shown` until
    it is laid out too; `units` is how many factories are compared.
    """
    with opened(site) as page:
        told: dict[str, Any] = page.evaluate(_COMPARABLE)
    return {**told, "found": _p95(told["found"]), "shown": _p95(told["shown"])}


def _p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def _typed(name: str) -> Iterator[str]:
    """What stands in the box after each key: four characters of a name, of its pinyin, of its initials."""
    spoken = syllables(name)
    for text in (name[2:8], "".join(spoken)[:8], "".join(s[0] for s in spoken)[:6]):
        yield from (text[: n + 1] for n in range(len(text)))


def complete(folder: Path, ours: Path, theme: Path, pagefind: Path) -> dict[str, float]:
    """Ask every search for the same parts of names; tell the share for which all firms were found."""
    rows = catalog_of(folder).rows(Enterprise)
    dice = random.Random(SEED)
    parts = []
    for name in _sample([row.name_zh for row in rows.values()], PARTS):
        start = dice.randrange(len(name) - 4)
        parts.append(name[start : start + dice.randrange(2, 5)])
    wanted = [{id_ for id_, row in rows.items() if part in row.name_zh} for part in parts]
    worker = next((theme / "assets/javascripts/workers").glob("search.*.js")).relative_to(theme).as_posix()
    asked: dict[str, tuple[Path, str, Any]] = {
        "ours": (ours, _OURS, parts),
        "theme": (theme, _THEME, [parts, worker]),
        "pagefind": (pagefind, _PAGEFIND, parts),
    }
    shares = {}
    for name, (site, script, argument) in asked.items():
        with opened(site) as page:
            answers = page.evaluate(script, argument)
        found = sum(ids <= set(answer) for ids, answer in zip(wanted, answers, strict=True))
        shares[name] = found / len(parts)
    return shares


def write_names(folder: Path, site: Path) -> None:
    """Write a page for every firm of a city, its name in its heading, and let Pagefind index them."""
    for id_, row in catalog_of(folder).rows(Enterprise).items():
        page = site / "enterprises" / id_ / "index.html"
        page.parent.mkdir(parents=True)
        name = f"<title>{row.name_zh}</title><h1>{row.name_zh}</h1>"
        page.write_text(f'<!doctype html><html lang="zh">{name}', "utf-8")
    for name in ("index.html", "404.html"):
        (site / name).write_text(_BLANK, "utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    subprocess.run(command, check=True, capture_output=True)


def catalog_of(folder: Path) -> PublicView:
    """Read a city that is known to have no errors."""
    result = validate(folder / "data", folder / "docs")
    if result.catalog is None:
        raise SystemExit(f"{folder}: {len(result.problems)} problems")
    return result.catalog


def _sample(names: list[str], size: int) -> list[str]:
    return random.Random(SEED).sample([name for name in names if len(name) > 8], size)


@contextmanager
def opened(site: Path) -> Iterator[Page]:
    """Serve a folder and open its first page in headless Chromium."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.browser.provide import chromium
    from tests.browser.serving import served

    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(url)
        yield page
        browser.close()
