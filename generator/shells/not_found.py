"""The base element of the page that servers show at addresses that do not exist."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from generator.artifacts import Frame, SiteOutput

ADDRESS = "404.html"
"""Address of the page."""
_SCRIPT = Path(__file__).with_name("not_found.js")


def base_element(frame: Frame, site_output: SiteOutput, *, preview: bool = False) -> str:
    """Return the element by which 404.html, served at any address, finds the root; empty for other frames.

    The root is taken from the site's URL; without one, or in a `preview`, which has another address than the
    site, a script finds it.
    """
    if frame.address != ADDRESS:
        return ""
    if site_output.site_url and not preview:
        return f'<base href="{escape(urlsplit(site_output.site_url).path)}">'
    script = _SCRIPT.read_text("utf-8").partition("*/")[2]
    return f"<script>{script}</script>"
