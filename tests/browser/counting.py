"""The register of a catalog in a browser, without a build: what the browser counts is then asked of it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from generator.outputs.search_index.counting import counting
from generator.site.search import events
from generator.site.search.attributes import UNITS
from generator.site.site import Site

_PREPARE = """async ({ manifest, counting, files }) => {
  const { Ledger } = await import("../assets/register/standing.js");
  const { Register } = await import("../assets/register/totals.js");
  const kinds = {};
  for (const [folder, file] of Object.entries(files)) {
    kinds[folder] = { ledger: new Ledger(file, manifest), makers: file.makers };
  }
  window.known = { manifest, counting, register: new Register(manifest, counting, kinds) };
}"""


def prepare(page: Page, site: Site) -> dict[str, list[str]]:
    """Give an open page of any built site, one folder deep, the register as `known`; the ids of its units."""
    order = {folder: sorted(site.catalog.tables[folder]) for folder in UNITS}
    files: dict[str, Any] = {folder: events.events(site, ids) for folder, ids in order.items()}
    place = {unit: at for at, unit in enumerate(order["enterprises"])}
    products = site.catalog.tables["products"]
    files["products"]["makers"] = [place.get(products[i].enterprise, -1) for i in order["products"]]  # type: ignore[attr-defined]
    manifest = {
        "on": site.as_of.isoformat(),
        "words": {
            f"level.{level}": site.words(f"level.{level}")
            for level in ("municipal", "provincial", "national")
        },
        "categories": events.categories(site),
        "schemes": events.schemes(site),
        "lists": events.lists(site),
    }
    page.evaluate(_PREPARE, {"manifest": manifest, "counting": counting(site, order), "files": files})
    return order
