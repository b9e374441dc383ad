"""The table of the interface's words, as it lies in rendering/labels/labels.csv: by key and language.

Below reading and rendering alike: a check tells with the same words what an allowed value means.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MESSAGES_FILE = Path(__file__).with_name("messages.csv")


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """Return every label by key: a mapping from language to words."""
    with MESSAGES_FILE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}
