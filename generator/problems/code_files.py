"""Where codes are described: in a YAML file beside the module that reports them, `checks/names.yaml`.

An entry has `family`, `severity`, `title`, `message`, `fix`, perhaps `hint`, and `explanation`. Files are
found, not listed; an entry is parsed when it is needed, as few of them are in one run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from generator.formats import yaml_reader

ROOMS = ("formats", "package", "release", "checks")
"""Folders whose modules report problems."""
_ROOT = Path(__file__).parents[1]
_ENTRY = re.compile(r"^(?=[A-Z]+-[0-9]{3}:)", re.MULTILINE)
T = TypeVar("T")


class CodeTable(Mapping[str, T], Generic[T]):
    """A value for every code by id, made from the code's entry when it is asked for and then kept."""

    def __init__(self, ids: Iterable[str], make: Callable[[str, Mapping[str, Any]], T]) -> None:
        self._values: dict[str, T | None] = dict.fromkeys(ids)
        self._make = make

    def __getitem__(self, code: str) -> T:
        """Return the value of a code. Raises KeyError for an unknown code."""
        value = self._values[code]
        if value is None:
            value = self._values[code] = self._make(code, entry(code))
        return value

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all codes in order."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of codes."""
        return len(self._values)


def code_files() -> Iterator[Path]:
    """Yield every file that describes codes."""
    for room in ROOMS:
        yield from sorted((_ROOT / room).glob("*.yaml"))


@cache
def _texts() -> dict[str, str]:
    """Return the YAML of every entry by code. Raises ValueError if a code is described twice."""
    texts: dict[str, str] = {}
    for path in code_files():
        for text in _ENTRY.split(path.read_text("utf-8"))[1:]:
            code = text.partition(":")[0]
            if code in texts:
                raise ValueError(f"{path.name}: {code} is described twice")
            texts[code] = text
    return texts


@cache
def entry(code: str) -> Mapping[str, Any]:
    """Return the entry of a code. Raises KeyError for an unknown code, ValueError if the entry is no YAML."""
    document = yaml_reader.read(_texts()[code])
    if document.findings:
        raise ValueError(f"{code}: {document.findings}")
    parsed: Mapping[str, Any] = document.value[code]
    return parsed


def ids_in_order(name: Literal["listed", "explained"]) -> list[str]:
    """Return the ids of all codes in an order of code_order.yaml, those that it does not name at the end."""
    orders = yaml_reader.read(Path(__file__).with_name("code_order.yaml").read_text("utf-8")).value
    places = {code: place for place, code in enumerate(orders[name])}
    return sorted(_texts(), key=lambda code: (places.get(code, len(places)), code))
