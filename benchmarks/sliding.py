"""A list seen as of one day after another, in headless Chromium: how long until counts and rows follow.

The page is the list of factories of a made-up register as the templates make it, with the theme's style
sheet and ours, so that what is measured includes laying out what is drawn.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import material

from benchmarks.finding import SEED, catalog_of, opened
from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs.assets import ASSETS
from generator.outputs.html.page_writer import PageWriter
from generator.register.ledger import Ledger
from generator.register.register import Register
from generator.site.indexes import category_index
from generator.site.sections.as_of import as_of
from generator.site.site import Site

DAYS = 200
"""Days chosen, at random between the first list and the last."""
_PAGE = """<!doctype html><html lang="zh" dir="ltr"><head><meta charset="utf-8"><title>list</title>
<link rel="stylesheet" href="../theme.css"><link rel="stylesheet" href="../assets/portal.css"></head>
<body data-md-color-scheme="default"><div class="md-container"><main class="md-main"><div class="md-content">
<div class="md-content__inner md-typeset">{body}</div></div></main></div>
<script type="module" src="../assets/portal.js"></script></body></html>"""
_SLIDE = """async (days) => {
  const field = document.querySelector("[data-asof-on]");
  const rows = document.querySelector("[data-results]");
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const drawn = () => new Promise((done) => { // rows may stay as they are; of which day they are is said anew
    const watch = new MutationObserver(() => (watch.disconnect(), done()));
    watch.observe(document.querySelector("[data-total]"), { childList: true });
  });
  const settled = async () => {
    do await frame(); while (rows.hasAttribute("aria-busy"));
  };
  const choose = async (day) => {
    const before = drawn();
    const from = performance.now();
    field.value = day;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await before;
    const made = performance.now();
    document.body.offsetHeight; // lays out
    const times = { made: made - from, shown: performance.now() - from };
    await settled();
    return times;
  };
  field.focus();
  await (await import("./../assets/as_of/control.js")).current;
  while (!(await import("./../assets/as_of/control.js")).current()) await frame();
  const first = await choose(days[0]);
  for (const day of days.slice(1, 20)) await choose(day); // what is asked first compiles the code
  const told = [];
  for (const day of days.slice(20)) told.push(await choose(day));
  return { first: first.shown, made: told.map((t) => t.made), shown: told.map((t) => t.shown) };
}"""


def write_list(folder: Path, out: Path) -> dict[str, Any]:
    """Write the list of factories of a city into `out`, beside its search; tell recognitions and units."""
    site = Site(Register(catalog_of(folder)), Translations("zh"))
    category = next(c for c in site.register.categories if c.id == "factory")
    index = category_index(site, category, "factories/")
    page = next(PageWriter(site, {}).index(index))
    styles = "\n".join(path.read_text("utf-8") for path in sorted(ASSETS.glob("styles/*.css")))
    theme = next(Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css"))
    (out / "factories").mkdir(parents=True, exist_ok=True)
    (out / "factories/index.html").write_text(_PAGE.format(body=page.body), "utf-8")
    (out / "assets/portal.css").write_text(styles, "utf-8")
    (out / "assets/portal.js").write_bytes((ASSETS / "portal.js").read_bytes())
    (out / "theme.css").write_bytes(theme.read_bytes())
    return {"recognitions": _recognitions(site.register.ledger), "units": len(index.table.rows)}


def _recognitions(ledger: Ledger) -> int:
    return sum(spell.row.category == "factory" for spell in ledger.spells)


def slide(folder: Path, site: Path) -> dict[str, Any]:
    """Choose day after day on that page; tell the milliseconds of each until its rows are laid out."""
    days = [day.isoformat() for day in _days(catalog_of(folder))]
    with opened(site) as page:
        page.goto(page.url + "factories/")
        told: dict[str, Any] = page.evaluate(_SLIDE, days)
    return told


def _days(catalog: PublicView) -> list[date]:
    control = as_of(Site(Register(catalog), Translations("zh")), "factory")
    if control is None:
        raise SystemExit("no list has a date")
    dice = random.Random(SEED)
    return [control.first + timedelta(days=dice.randrange(control.days)) for _ in range(DAYS + 20)]
