"""Case studies: validated front matter and prose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.catalog.prose import Picture
from generator.formats.dates import PartialDate


@dataclass(frozen=True, slots=True)
class CaseMeasure:
    """One thing the unit of a case did."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class CaseMetric:
    """One figure of a case, with what it is measured against."""

    name: str
    kind: str
    operator: str
    value: Decimal
    unit: str
    baseline_year: int | None
    baseline_value: Decimal | None
    method: str
    basis: str
    source: str

    @property
    def claimed(self) -> bool:
        """Whether the figure has no baseline year or no method, so that it is shown as claimed."""
        return self.baseline_year is None or not self.method


@dataclass(frozen=True, slots=True)
class Case:
    """A case study: validated front matter and its prose."""

    id: str
    file: str
    title: str
    subject: str
    unit_name: str
    area: str
    industry: str
    measures: tuple[CaseMeasure, ...]
    investment: Decimal | None
    """Investment in ten thousand yuan."""
    investment_operator: str
    metrics: tuple[CaseMetric, ...]
    limits: str
    applies_to: str
    sources: tuple[str, ...]
    published: PartialDate
    body: str
    """Prose in Markdown; contributed text, to be rendered by the sanitising renderer only."""
    pictures: tuple[Picture, ...] = ()
    """Pictures that the prose names and that may be shown."""
