"""Our own output, byte for byte: page bodies and files of the small clean city, kept in golden/.

After a wanted change run with PORTAL_GOLDEN=write and read the difference before it is committed. The theme's
HTML is not kept: it is probed in tests/site. Charts are left out, since fonts decide where their words stand.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import made
import pytest
from made import site_output_of
from paths import BASE

from generator.artifacts import SiteOutput
from generator.checks.validate import validate

GOLDEN = Path(__file__).parent / "golden"
KEPT = (
    "data/datapackage.json",
    "factories/factories.csv",
    "search/enterprises",
    "search/products",
    "search/exemplars",
)
"""Files that are kept; of one whose name holds its hash what stands before it."""
PAGES = ("enterprises/", "lists/", "sources/", "products/", "areas/", "cases/")
"""The first record page of each of these folders is kept, besides the pages that are one of a kind."""
SINGLE = (
    "coverage/", "targets/", "reconciliation/", "changes/", "chains/", "answers/", "charts/", "search/",
    "exemplars/", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def rendering() -> SiteOutput:
    catalog = validate(BASE / "data", BASE / "docs").catalog
    assert catalog is not None
    return site_output_of(catalog)


def _compare(name: str, data: bytes) -> None:
    path = GOLDEN / name
    if os.environ.get("PORTAL_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert data == path.read_bytes(), f"{name} differs from tests/outputs/golden/{name}"


def test_files_are_as_kept(rendering: SiteOutput) -> None:
    found = {artifact.path: artifact.data for artifact in made.files(rendering)}
    for name in KEPT:
        path = next(p for p in found if p == name or p.startswith(f"{name}."))
        _compare(name if path == name else f"{name}.json", found[path])


def test_page_bodies_are_as_kept(rendering: SiteOutput) -> None:
    kept: dict[str, str] = {}
    for page in made.pages(rendering):
        folder = page.address.partition("/")[0] + "/"
        record = folder in PAGES and page.address not in PAGES and "/page/" not in page.address
        if page.address in SINGLE or (record and folder not in {a.partition("/")[0] + "/" for a in kept}):
            kept[page.address] = page.body
    assert {a.partition("/")[0] for a in kept} >= {"enterprises", "lists", "sources", "coverage", "search"}
    for address, body in kept.items():
        name = address.strip("/").replace("/", "_").removesuffix(".html")
        _compare(f"pages/{name}.html", _without_drawings(body).encode())


def _without_drawings(body: str) -> str:
    return re.sub(r"<svg .*?</svg>", "<svg></svg>", body, flags=re.S)
