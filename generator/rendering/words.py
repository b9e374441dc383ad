"""The words of the interface, by key and language, from labels/labels.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LABELS = Path(__file__).parent / "labels" / "labels.csv"


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """Return every label by key: a mapping from language to words."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}


def alphabetical(name: str) -> bytes:
    """Return the sort key of a Chinese name: GB 2312 puts common characters in order of pinyin."""
    return name.encode("gb18030")


@dataclass(frozen=True, slots=True)
class Words:
    """Labels in one language."""

    lang: str
    _texts: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        texts = {key: words[self.lang] or words["zh"] for key, words in labels().items()}
        object.__setattr__(self, "_texts", texts)

    def __call__(self, key: str, **places: object) -> str:
        """Return the label `key` with its places filled. Raises KeyError for an unknown key."""
        text = self._texts[key]
        return text.format_map(places) if places else text

    def __getitem__(self, key: str) -> str:
        """Return the label `key` as it stands, the quick way for templates."""
        return self._texts[key]

    @property
    def keys(self) -> Iterable[str]:
        """The keys of all labels."""
        return self._texts.keys()

    def category(self, prefix: str, value: str) -> str:
        """Return the label of an allowed value, or "not known" where there is none."""
        return self(f"{prefix}.{value}") if value else self("ui.unknown")

    def of(self, record: object, field: str) -> str:
        """Return the field of a record in this language, Chinese where there is no other."""
        own = getattr(record, f"{field}_{self.lang}", "")
        return str(own or getattr(record, f"{field}_zh"))
