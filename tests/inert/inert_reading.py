"""What is found in one file of a built site, and what every reader of a type of file needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

Act = tuple[str, ...]


@dataclass
class Reading:
    """What was found in one file."""

    acts: set[Act] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)
    """Addresses elsewhere that a reader may follow."""
    words: set[Act] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    fixed: str = ""
    """Hash of a file that data may have no part in: code, styles, fonts."""


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
