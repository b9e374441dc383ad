"""Messages of the interface in one language, and the sort order of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.i18n.messages import messages


def alphabetical(name: str) -> bytes:
    """Return the sort key of a Chinese name: GB 18030 has common characters in the order of pinyin."""
    return name.encode("gb18030")


@dataclass(frozen=True, slots=True)
class Translations:
    """The messages in one language."""

    lang: str
    _texts: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        texts = {key: words[self.lang] or words["zh"] for key, words in messages().items()}
        object.__setattr__(self, "_texts", texts)

    def __call__(self, key: str, **places: object) -> str:
        """Return the message `key` with its placeholders filled. Raises KeyError for an unknown key."""
        text = self._texts[key]
        return text.format_map(places) if places else text

    def __getitem__(self, key: str) -> str:
        """Return the message `key` unfilled; the fast way for templates."""
        return self._texts[key]

    @property
    def keys(self) -> Iterable[str]:
        """Keys of all messages."""
        return self._texts.keys()

    def category(self, prefix: str, value: str) -> str:
        """Return the message of an allowed value; "not known" for an empty value."""
        return self(f"{prefix}.{value}") if value else self("ui.unknown")

    def of(self, record: object, field: str) -> str:
        """Return a field of a record in this language, or else in Chinese."""
        own = getattr(record, f"{field}_{self.lang}", "")
        return str(own or getattr(record, f"{field}_zh"))
