"""What was measured, what it is held against, and how both are printed: a table, and JSON for machines."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from math import isnan, nan

from benchmarks.measure import Sample

_HEADER = ("what", "seconds: median (n, min–max)", "processor s", "peak MiB", "value", "bound", "met")


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table."""

    what: str
    sample: Sample | None = None
    """Seconds and memory, where the line is itself a measurement."""
    value: float | None = None
    """The number that the bound is about: a ratio of medians, seconds or MiB."""
    unit: str = ""
    """`×`, `s`, `MiB`, `%` or `ms`."""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the value keeps its bound; None without one."""
        if self.value is None or (self.at_most is None and self.at_least is None):
            return None
        below = self.at_most is None or self.value <= self.at_most
        return below and (self.at_least is None or self.value >= self.at_least)

    @property
    def bound(self) -> str:
        """The bound in words; empty without one."""
        if self.at_most is not None:
            return f"≤ {self.at_most:g} {self.unit}"
        return f"≥ {self.at_least:g} {self.unit}" if self.at_least is not None else ""

    def cells(self) -> tuple[str, ...]:
        """Return the line's cells in the order of the header."""
        seconds = str(self.sample) if self.sample else ""
        peak = f"{self.sample.peak_mib:.0f}" if self.sample and self.sample.peak_mib else ""
        cpu = f"{self.sample.cpu:.2f}" if self.sample and self.sample.cpu is not None else ""
        value = f"{self.value:.2f} {self.unit}" if self.value is not None else ""
        return (
            self.what,
            seconds,
            cpu,
            peak,
            value,
            self.bound,
            {None: "", True: "yes", False: "NO"}[self.met],
        )


def ratio_of_slopes(slope: float, other: float) -> float:
    """Return slope / other, or NaN, which meets no bound, where noise has made either of them fall."""
    return slope / other if slope > 0 and other > 0 else nan


def as_table(results: Iterable[Result]) -> str:
    """Return the results as a Markdown table that also lines up in a terminal."""
    rows = [_HEADER, *(result.cells() for result in results)]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(_HEADER))]
    lines = [" | ".join(c + " " * (w - _width(c)) for c, w in zip(r, widths, strict=True)) for r in rows]
    lines.insert(1, " | ".join("-" * w for w in widths))
    return "\n".join(f"| {line} |" for line in lines)


def as_json(results: Iterable[Result]) -> str:
    """Return the results with every single value, for comparing one state of the program with another."""
    shown = [{**asdict(r), "met": r.met} for r in results]
    for line in shown:
        if line["value"] is not None and isnan(line["value"]):
            line["value"] = None  # JSON has no word for it
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
