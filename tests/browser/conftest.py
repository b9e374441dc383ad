"""Fixtures of the browser tests: one browser a worker, a server a site, contexts by width and scheme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import provide
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from serving import served
from watching import Opener

# A machine that does other work as well is slow, which is no fault of a page.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, headless. Fails, never skips, where there is none."""
    provide.chinese_font()
    path = provide.chromium()
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root, and the pages are our own.
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def changzhou_url(changzhou_site: Path) -> Iterator[str]:
    """Address of the served site of Changzhou."""
    with served(changzhou_site) as url:
        yield url


@pytest.fixture(scope="session")
def demo_url(demo_site: Path) -> Iterator[str]:
    """Address of the served site of the demonstration city."""
    with served(demo_site) as url:
        yield url


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """A function that opens an empty page with the given options of a context; all are closed afterwards."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1440, scheme: str = "light", **options: Any) -> Page:
        settings = {
            "viewport": {"width": width, "height": 900},
            "color_scheme": scheme,
            "reduced_motion": "reduce",
        }
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
