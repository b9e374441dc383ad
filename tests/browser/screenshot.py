"""Takes the picture that README shows: the home page of the built site, as a visitor sees it.

`make screenshot` builds the site and runs this; it writes `.github/screenshot.png`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.provide import chromium
from tests.browser.serving import served

ROOT = Path(__file__).parents[2]
TARGET = ROOT / ".github" / "screenshot.png"
SIZE = {"width": 1280, "height": 860}


def main() -> int:
    """Write the picture; returns the exit status."""
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        print("先运行 make site", file=sys.stderr)
        return 1
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(address)
        page.screenshot(path=str(TARGET))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
