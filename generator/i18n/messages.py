"""Read the messages of the interface from messages.csv, by key and language.

Checks and sites use the same messages to explain an allowed value.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MESSAGES_FILE = Path(__file__).with_name("messages.csv")


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """Return every message by key: a mapping from language to text."""
    with MESSAGES_FILE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}
