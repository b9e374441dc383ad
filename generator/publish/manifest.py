"""``build.json``: what a site was made from and the hash of every file in it.

It makes a site checkable and marks a folder as ours. Pure functions; nothing here touches a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.artifacts import Artifact

NAME = "build.json"
"""The manifest's file, the only one of a site that it does not list."""


def manifest(about: Mapping[str, object], outputs: Mapping[str, str]) -> Artifact:
    """The manifest: what the rendering says of its input, and path to SHA-256 for every output."""
    content = {**about, "outputs": dict(outputs)}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return Artifact(NAME, (text + "\n").encode())


def is_manifest(data: bytes) -> bool:
    """Whether the bytes are a manifest that this program could have written."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and "generator" in content and isinstance(content.get("outputs"), dict)
