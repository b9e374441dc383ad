"""Validate URLs that may be published as links."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[\s\\\"'<>`{}|^]")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+\Z")


@lru_cache(maxsize=4096)  # pages link to the same few documents
def is_link(text: str) -> bool:
    """Return True if `text` is a URL that may be published: http(s), a plain host name, no user name."""
    if not text.isascii() or _UNSAFE.search(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and _HOST.match(host) is not None
        and not any(label.startswith("xn--") for label in host.split("."))
        and not host.replace(".", "").isdigit()
    )
