"""A page that is read and not searched loads little of ours, and nothing of the search."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from watching import Opener, Watch

LIMIT = 20 * 1024
"""Bytes, gzipped, of our own scripts and style sheets on one page."""
THEME = ("/assets/javascripts/", "/assets/stylesheets/")


@pytest.mark.parametrize("address", ["", "factories/", "data/"])
def test_own_code_is_light(changzhou_url: str, changzhou_site: Path, open_page: Opener, address: str) -> None:
    page = open_page()
    watch = Watch(page, changzhou_url)
    page.goto(changzhou_url + address, wait_until="networkidle")
    paths = {urlsplit(url).path for url in watch.requested}
    own = {path for path in paths if path.endswith((".js", ".css")) and not path.startswith(THEME)}
    assert own == {"/assets/portal.js", "/assets/loading.js", "/assets/portal.css"}
    assert not [path for path in paths if path.endswith(".json")], (
        "the search is loaded when it is first wanted"
    )
    assert sum(len(gzip.compress((changzhou_site / path[1:]).read_bytes())) for path in own) <= LIMIT
