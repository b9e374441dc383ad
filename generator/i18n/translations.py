"""The words of the interface in one language, and how names are put in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.i18n.messages import messages


def alphabetical(name: str) -> bytes:
    """Return the sort key of a Chinese name: GB 2312 puts common characters in order of pinyin."""
    return name.encode("gb18030")


@dataclass(frozen=True, slots=True)
class Translations:
    """Labels in one language."""

    lang: str
    _texts: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        texts = {key: words[self.lang] or words["zh"] for key, words in messages().items()}
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
