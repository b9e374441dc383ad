"""What is found wrong with a page shown in a browser, as lines of text; empty lists for a sound page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import Page, Request, Response

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
_REPEATED = ("tbody tr:nth-child(n+8)", "section:nth-of-type(n+12)", "li:nth-child(n+16)")
"""What comes again and again in one markup: the rows of a table after its seventh, and the like."""
_CHROME = (".md-banner", ".md-header", ".md-sidebar", ".md-footer")
"""What is the same on every page of a site."""
_RUN = """({ left, contrast }) => axe.run(
  { include: [["html"]], exclude: left.map((one) => [one]) },
  { rules: { "target-size": { enabled: true }, "color-contrast": { enabled: contrast } },
    resultTypes: ["violations"] }).then((result) => {
  // What is not laid out yet because it is out of sight (content-visibility) axe takes for hidden.
  const stops = ({ target }) => document.querySelector(target[0]).querySelector("input:enabled");
  for (const found of result.violations) {
    if (found.id === "scrollable-region-focusable") found.nodes = found.nodes.filter((node) => !stops(node));
  }
  return { violations: result.violations.filter(({ nodes }) => nodes.length) };
})"""
"""Every rule that axe turns on by itself, best practices too, and the size of targets, which it does not."""

_FAINT = Path(__file__).with_name("faint.js").read_text("utf-8")

Opener = Callable[..., Page]


class Watch:
    """Collects what a page complains of and what it asks for elsewhere, from when it is put on."""

    def __init__(self, page: Page, url: str) -> None:
        self.findings: list[str] = []
        self.requested: list[str] = []
        self._own = urlsplit(url).netloc
        page.on(
            "console",
            lambda message: self._tell("console", message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: self._tell("script", str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _tell(self, what: str, text: str) -> None:
        self.findings.append(f"{what}: {text}")

    def _request(self, request: Request) -> None:
        self.requested.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self._own:
            self._tell("other origin", request.url)

    def _failed(self, request: Request) -> None:
        # What is still on its way when a reader goes on to another page is broken off, and no fault.
        if request.failure != "net::ERR_ABORTED":
            self._tell("failed", f"{request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._tell(str(response.status), response.url)


def sideways(page: Page) -> list[str]:
    """Whether the page is wider than its window, and what sticks out."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const sticksOut = (e) => e.getBoundingClientRect().right > width + 1;
          const wide = [...document.querySelectorAll("body *")].filter(sticksOut);
          return wide.slice(-3).map((e) => `sideways: ${e.outerHTML.slice(0, 100)}`).concat("sideways");
        }"""
    )
    return found


def faint(page: Page) -> list[str]:
    """Texts that stand out too little from their ground; it takes a hundredth of what axe takes for it."""
    looked, found = page.evaluate(_FAINT)
    return [*found] if looked > 20 else [f"faint: only {looked} texts were seen"]


def barriers(page: Page, *, contrast: bool = True, chrome: bool = True) -> list[str]:
    """What axe objects to: the rule, how often, and the first place.

    Repeated rows are left out: they differ in nothing that axe looks at. Contrast takes axe most of its time,
    element by element; without `contrast` it is not looked at, without `chrome` nor is what all pages share.
    """
    page.evaluate(_AXE)
    left = _REPEATED if chrome else (*_REPEATED, *_CHROME)
    violations = page.evaluate(_RUN, {"left": left, "contrast": contrast})["violations"]
    return [f"axe {v['id']} ×{len(v['nodes'])}: {v['nodes'][0]['html'][:160]}" for v in violations]
