"""The waist of the hourglass: the catalog that everything behind the check works on.

Frozen and typed. It answers look-ups only; questions about time, counts and status belong to insight/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from generator.caching import cached_method, uncached_state
from generator.formats.dates import PartialDate
from generator.schema.records import RECORDS, Place, Product, Record

R = TypeVar("R", bound=Record)
_TABLE_OF: dict[type, str] = {cls: name for name, cls in RECORDS.items()}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who runs the site; the only place a public contact comes from."""

    name_zh: str
    name_en: str
    official: bool
    """Whether the publisher is the authority itself; otherwise every page says the site is independent."""
    telephone: str
    address: str
    site_code: str
    icp: str
    psb: str
    maintainer: str
    """Who looks after the site for the publisher (承办单位)."""
    organ_mark: str
    """Where the mark of a party or government site can be looked up; an authority's site only."""
    report_site: str
    """Where a fault of a government site is reported (我为政府网站找错); an authority's site only."""
    copyright: str
    """Address of the publisher's own statement on copyright."""
    privacy: str
    """Address of the publisher's own statement on privacy."""
    ipv6: bool
    """Whether the site can be reached by IPv6; said only where it is true."""


@dataclass(frozen=True, slots=True)
class LadderRule:
    """A step of the ladder: entering `level` presupposes `requires`, from a date on."""

    category: str
    level: str
    requires: str
    valid_from: PartialDate
    source: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What portal.yaml says of the city and its site."""

    city_zh: str
    city_en: str
    area: str
    """Id of the city in areas."""
    title_zh: str
    title_en: str
    languages: tuple[str, ...]
    version: str
    as_of: date
    """Date of the data; nothing later than it can have been published, dated or retrieved."""
    axis: str
    """Axis of headline counts: list_year or published."""
    demo: bool
    """Whether the data is synthetic; every page and download is marked then."""
    site_url: str
    publisher: Publisher
    corrections: str
    concerns: str
    lookup: str
    hotlines: tuple[str, ...]
    ladder: tuple[LadderRule, ...]
    priority_groups: tuple[str, ...]


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
class Picture:
    """A picture beside a case study, its bytes looked at."""

    target: str
    """How the prose names it: ``roof.png`` or ``<case>/roof.png``."""
    address: str
    """Where it lies below the site's root."""
    width: int
    """In pixels, as its header says; so is the height."""
    height: int
    data: bytes


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


SYSTEMS = (
    "parks",
    "factories",
    "supply-chains",
    "products",
    "services",
    "finance",
    "incentives",
    "cases",
    "supervision",
    "programmes",
    "participation",
)
"""The systems that green manufacturing is made of, in the order of 常工信复〔2022〕第52号.

Each is a part of the portal, whatever a city holds of it.
"""


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """A page of the city's own prose below ``docs/guidance/``; its text is left to MkDocs."""

    path: str
    """Source file below ``docs/``: ``guidance/parks.md``."""
    title: str
    system: str
    """The one of SYSTEMS that it tells of; empty for none."""


@dataclass(frozen=True, slots=True)
class SupervisionCount:
    """How many units of a programme had a result in a year; nothing else of them is known here."""

    programme: str
    """Id of the programme."""
    year: int
    result: str
    """Result as the data has it; empty for the results too few units had, all of them taken together."""
    count: int | None
    """Number of units; None where it is suppressed."""


@dataclass(frozen=True, slots=True)
class PackageHead:
    """What a data package says of itself."""

    name: str
    title: str
    description: str
    version: str
    licenses: tuple[Mapping[str, str], ...]
    sources: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """What is left of a row that was withdrawn, or that went with one: nothing of the row itself."""

    table: str
    withdrawal: str
    """Id of the withdrawal that took it."""


@dataclass(frozen=True)
class Catalog:
    """All records of one city, as of one date."""

    settings: Settings
    as_of: date
    """Date for which pages are made: settings.as_of unless a build asks for an earlier one."""
    packages: tuple[PackageHead, ...]
    tables: Mapping[str, Mapping[str, Record]]
    """Rows of every table by id, in file order."""
    cases: Mapping[str, Case]
    files: Mapping[str, bytes]
    """Bytes of every table's CSV as it may be published, by table name."""
    inputs: Mapping[str, str]
    """SHA-256 of every input file, by path."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """The city's own prose for the home page and the about page: Markdown by name, contributed text."""
    prose: Mapping[str, str] = field(default_factory=dict)
    """The city's own prose pages: Markdown by path below ``docs/``, contributed text."""
    withheld: Mapping[str, int] = field(default_factory=dict)
    """Number of rows kept back, by table; nothing else of them is here."""
    withdrawn: Mapping[str, WithdrawnRow] = field(default_factory=dict)
    """Every row that was withdrawn or went with one, by its id; its page names the ground only."""
    later: Mapping[str, str] = field(default_factory=dict)
    """Table of every row later than `as_of`, by its id; prose that names one is led to the index instead."""
    guides: tuple[GuidancePage, ...] = ()
    """The city's own pages of guidance, in the order its front matter asks for."""
    supervised: tuple[SupervisionCount, ...] = ()
    """Counts of the supervision entries that may be told in aggregate only, small cells suppressed."""

    __getstate__ = uncached_state

    def all(self, cls: type[R]) -> Mapping[str, R]:
        """Return every row of the table of `cls`, by id."""
        return self.tables[_TABLE_OF[cls]]  # type: ignore[return-value]

    def get(self, cls: type[R], id_: str) -> R | None:
        """Return one row, or None where it is not held."""
        return self.tables[_TABLE_OF[cls]].get(id_)  # type: ignore[return-value]

    def where(self, cls: type[R], name: str, value: str) -> tuple[R, ...]:
        """Return the rows of `cls` whose field `name` is `value`, in file order."""
        return self._groups(_TABLE_OF[cls], name).get(value, ())  # type: ignore[return-value]

    @cached_method
    def _groups(self, table: str, name: str) -> Mapping[str, tuple[Record, ...]]:
        """Rows of a table by the value of one field."""
        groups: defaultdict[str, list[Record]] = defaultdict(list)
        for row in self.tables[table].values():
            groups[getattr(row, name)].append(row)
        return {key: tuple(rows) for key, rows in groups.items()}

    @cached_property
    def maker_of(self) -> Mapping[str, str]:
        """Enterprise of each product, by the product's id."""
        return {row.id: row.enterprise for row in self.all(Product).values()}

    @cached_property
    def places_of(self) -> Mapping[str, tuple[Place, ...]]:
        """Every place of each unit that has any, in file order; of a product, those of its enterprise."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for row in self.all(Place).values():
            found[row.unit].append(row)
        held = {unit: tuple(rows) for unit, rows in found.items()}
        made = {id_: held[unit] for id_, unit in self.maker_of.items() if unit in held}
        return held | made

    def table_of(self, id_: str) -> str:
        """Return the name of the table that holds `id_`, ``cases`` for a case, or "" where none does."""
        return self._table_by_id.get(id_, "")

    @cached_property
    def _table_by_id(self) -> Mapping[str, str]:
        tables = {id_: name for name, rows in self.tables.items() for id_ in rows}
        return tables | dict.fromkeys(self.cases, "cases")
