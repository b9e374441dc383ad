"""Format ``build.json``: the sources of a site and the hash of every file.

The manifest makes a site verifiable and marks a folder as written by this program. Pure functions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.artifacts import Artifact

NAME = "build.json"
"""Name of the manifest, the only file of a site that it does not list."""


def manifest(about: Mapping[str, object], outputs: Mapping[str, str]) -> Artifact:
    """Return the manifest: ``about`` describes the input, ``outputs`` maps paths to SHA-256 hashes."""
    content = {**about, "outputs": dict(outputs)}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return Artifact(NAME, (text + "\n").encode())


def is_manifest(data: bytes) -> bool:
    """Return True if the bytes are a manifest that this program could have written."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and "generator" in content and isinstance(content.get("outputs"), dict)
