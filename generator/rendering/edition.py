"""The catalog in one language, with the answers that many pages ask for, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.dates import PartialDate
from generator.insight.chains import Chains, chains
from generator.insight.changes import Round, rounds
from generator.insight.coverage import Reach, reach
from generator.insight.holdings import Holding, holding
from generator.insight.ledger import Axis, Ledger, build_ledger
from generator.insight.places import place_of, within
from generator.insight.progress import Progress, progress
from generator.insight.reconcile import Comparison, Reconciliation
from generator.insight.sectors import SectorRegister, sector_register
from generator.insight.standing import Standing, standing
from generator.insight.totals import Question, Tally, tally
from generator.model import Catalog
from generator.records import (
    Area,
    Category,
    Claim,
    Enterprise,
    IndustryGroup,
    Park,
    Place,
    Product,
    Scheme,
    Source,
    Target,
)
from generator.rendering.view import Fact, Inline, Value
from generator.rendering.words import Words, alphabetical
from generator.urls import is_link

FOLDERS = {
    "enterprises": "enterprises",
    "parks": "parks",
    "products": "products",
    "lists": "lists",
    "areas": "areas",
    "industries": "industries",
    "evaluators": "evaluators",
    "standards": "standards",
    "sources": "sources",
    "cases": "cases",
    "policies": "policies",
    "incentives": "incentives",
    "technologies": "technologies",
    "institutions": "institutions",
    "finance": "finance",
    "activities": "activities",
}
"""Folder of the pages of each table that has pages."""
CATEGORY_PAGES = {
    "factory": "factories/",
    "park": "parks/",
    "product": "products/",
    "supply-chain": "supply-chains/",
}
"""Index of each of the four categories that have one of their own."""


@dataclass(frozen=True)
class Edition:
    """A catalog to be shown in one language."""

    catalog: Catalog
    words: Words
    ledger: Ledger = field(init=False)
    addresses: dict[str, str] = field(init=False)
    _standings: dict[tuple[str, str], Standing] = field(default_factory=dict)
    _holdings: dict[tuple[str, str], Holding | None] = field(default_factory=dict)
    _reaches: dict[str, Reach] = field(default_factory=dict)
    _tallies: dict[Question, Tally] = field(default_factory=dict)
    _places: dict[str, Place | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ledger", build_ledger(self.catalog))
        object.__setattr__(self, "addresses", _addresses(self.catalog))

    @property
    def on(self) -> date:
        """The date for which pages are made."""
        return self.catalog.as_of

    @property
    def axis(self) -> Axis:
        """The axis of headlines."""
        return "published" if self.catalog.portal.axis == "published" else "list_year"

    @cached_property
    def title(self) -> str:
        """Name of the site."""
        portal = self.catalog.portal
        own = portal.title_en if self.words.lang == "en" else portal.title_zh
        return own or self.words("site.title", city=self.city)

    @cached_property
    def doors(self) -> Mapping[str, str]:
        """Addresses for ``corrections`` and ``concerns``, "" where the publisher has given none."""
        portal = self.catalog.portal
        given = {"corrections": portal.corrections, "concerns": portal.concerns}
        return {door: address if is_link(address) else "" for door, address in given.items()}

    @cached_property
    def city(self) -> str:
        """Name of the city."""
        portal = self.catalog.portal
        return (portal.city_en if self.words.lang == "en" else "") or portal.city_zh

    @cached_property
    def publisher(self) -> str:
        """Name of whoever runs the site."""
        publisher = self.catalog.portal.publisher
        return (publisher.name_en if self.words.lang == "en" else "") or publisher.name_zh

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Categories that have schemes, in file order."""
        used = {s.category for s in self.catalog.all(Scheme).values()}
        return tuple(c for c in self.catalog.all(Category).values() if c.id in used)

    def standing(self, subject: str, category: str) -> Standing:
        """Return a unit's standing in a category at the edition's date."""
        key = (subject, category)
        if key not in self._standings:
            self._standings[key] = standing(self.catalog, self.ledger, subject, category, self.on)
        return self._standings[key]

    def holding(self, unit: str, category: str) -> Holding | None:
        """Return what a unit holds in a category at the edition's date."""
        key = (unit, category)
        if key not in self._holdings:
            self._holdings[key] = holding(self.ledger, unit, category, self.on, self.standing(unit, category))
        return self._holdings[key]

    def holdings(self, unit: str) -> tuple[Holding, ...]:
        """Return what a unit holds in every category."""
        named = self.named.get(unit, ())
        found = [self.holding(unit, c.id) for c in self.categories if c.id in named]
        return tuple(h for h in found if h is not None)

    def reach(self, scheme: str) -> Reach:
        """Return how far a scheme is covered in the city."""
        if scheme not in self._reaches:
            self._reaches[scheme] = reach(self.catalog, scheme, self.catalog.portal.area)
        return self._reaches[scheme]

    def tally(
        self,
        category: str,
        levels: tuple[str, ...],
        on: date,
        axis: Axis,
        area: str = "",
        counted: str = "subject",
    ) -> Tally:
        """Count once, remember."""
        question = Question(category, levels, on, axis, area, counted)
        if question not in self._tallies:
            self._tallies[question] = tally(self.catalog, self.ledger, question)
        return self._tallies[question]

    @cached_property
    def compared(self) -> Mapping[str, Comparison]:
        """Every published figure beside the register, by the figure's id."""
        reconciliation = Reconciliation(self.catalog, self.ledger)
        found = {id_: reconciliation.of(claim) for id_, claim in self.catalog.all(Claim).items()}
        return {id_: comparison for id_, comparison in found.items() if comparison is not None}

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Every target and how far it has come, by the target's id."""
        targets = self.catalog.all(Target).values()
        return {t.id: progress(self.catalog, self.ledger, t) for t in targets}

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """What was published of each scheme on each day, the latest first."""
        return tuple(rounds(self.catalog, self.ledger))

    @cached_property
    def chains(self) -> Chains:
        """Relations between parks, enterprises and products."""
        return chains(self.catalog)

    def place(self, unit: str) -> Place | None:
        """Return a unit's place at the edition's date."""
        if unit not in self._places:
            self._places[unit] = place_of(self.catalog, unit, self.on)
        return self._places[unit]

    @cached_property
    def units_by_area(self) -> Mapping[str, tuple[str, ...]]:
        """Enterprises and parks with confirmed place, by every area they lie in."""
        catalog = self.catalog
        areas: dict[str, list[str]] = {area: [] for area in catalog.all(Area)}
        lying: dict[str, list[str]] = {}
        for unit in (*catalog.all(Enterprise), *catalog.all(Park)):
            place = self.place(unit)
            if place is None or place.grade != "confirmed":
                continue
            if place.area not in lying:
                lying[place.area] = [a for a in areas if within(catalog, place.area, a)]
            for area in lying[place.area]:
                areas[area].append(unit)
        return {area: tuple(units) for area, units in areas.items()}

    @cached_property
    def sectors(self) -> SectorRegister:
        """The industries the city puts first, with the enterprises in them."""
        return sector_register(self.catalog, self.ledger)

    @cached_property
    def lying(self) -> Mapping[str, frozenset[str]]:
        """Enterprises, parks and products with confirmed place, by every area they lie in."""
        found = {area: set(units) for area, units in self.units_by_area.items()}
        for product in self.catalog.all(Product).values():
            for units in found.values():
                if product.enterprise in units:
                    units.add(product.id)
        return {area: frozenset(units) for area, units in found.items()}

    def unit_name(self, unit: str) -> str:
        """Return the current name of an enterprise, park or product."""
        row = (
            self.catalog.get(Enterprise, unit)
            or self.catalog.get(Park, unit)
            or self.catalog.get(Product, unit)
        )
        return self.words.of(row, "name") if row else unit

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """Categories in which each unit was ever named."""
        found: dict[str, set[str]] = {}
        for spell in self.ledger.spells:
            found.setdefault(spell.subject, set()).add(spell.scheme.category)
        for notice in self.ledger.notices:
            found.setdefault(notice.subject, set()).add(notice.scheme.category)
        return {unit: frozenset(categories) for unit, categories in found.items()}

    def holds(self, folder: str) -> bool:
        """Tell whether there are records of a kind, and so its index."""
        derived = {"cases": self.catalog.cases, "sectors": self.sectors.sectors}
        return bool(derived[folder] if folder in derived else self.catalog.tables.get(folder))

    def link(self, id_: str, text: str = "") -> Inline:
        """Return a link to the page of a record, or its text alone where it has no page."""
        return Inline(text or self.name(id_), to=self.addresses.get(id_))

    def name(self, id_: str) -> str:
        """Return what a record is called."""
        if id_ in self.catalog.cases:
            return self.catalog.cases[id_].title
        table = self.catalog.table_of(id_)
        row = self.catalog.tables[table][id_] if table else None
        for field_name in ("name", "title"):
            if row is not None and hasattr(row, f"{field_name}_zh"):
                return self.words.of(row, field_name)
        return self.sector_name(id_) if row is None and id_ in self.sectors.sectors else id_

    def sector_name(self, id_: str) -> str:
        """Return what a sector is called; one of supply-chain work says so, for it may share its name."""
        head = self.sectors.sectors[id_].head
        name = self.words.of(head, "name")
        return name if head.kind == "priority" else self.words("ui.sector_of_chains", name=name)

    def full_name(self, id_: str) -> str:
        """Return what tells a record from others of its kind: a product's name with its model."""
        product = self.catalog.get(Product, id_)
        model = product.model if product else ""
        return f"{self.name(id_)} {model}" if model.strip("-") else self.name(id_)

    def date(self, when: PartialDate | date | None) -> str:
        """Return a date as shown, or "not known"."""
        return str(when) if when else self.words("ui.unknown")

    def known(self, text: object) -> Value:
        """Return a text, or the word for "not known"."""
        shown = str(text) if text not in (None, "") else ""
        return (Inline(shown),) if shown else (Inline(self.words("ui.unknown"), tone="unknown"),)

    def fact(self, label: str, text: object) -> Fact:
        """Return a fact with a plain text, "not known" where there is none."""
        return Fact(self.words(label), self.known(text))

    def linked(self, label: str, id_: str) -> Fact:
        """Return a fact that leads to another record, "not known" where there is none."""
        return Fact(self.words(label), (self.link(id_),) if id_ else self.known(""))

    def alphabetical(self, id_: str) -> bytes:
        """Return the sort key of a record's name."""
        return alphabetical(self.name(id_))

    def status(self, code: str) -> Inline:
        """Return a status in words, marked for the eye as well."""
        return Inline(self.words(f"status.{code}"), tone=f"status status-{code}")

    def source(self, id_: str) -> Value:
        """Return a document: issuer, linked title, number, date and its official address."""
        row = self.catalog.get(Source, id_)
        if row is None:
            return (Inline(id_),)
        parts = [Inline(f"{row.issuer}　")] if row.issuer else []
        parts.append(self.link(id_, self.words.of(row, "title")))
        number = "，".join(str(x) for x in (row.number, row.published or row.dated) if x)
        if number:
            parts.append(Inline(f"（{number}）"))
        if row.url:
            parts.append(Inline(self.words("action.original"), url=row.url, tone="original"))
        return tuple(parts)

    def sources(self, ids: Iterable[str]) -> tuple[Value, ...]:
        """Return documents, each once, in order."""
        return tuple(self.source(i) for i in dict.fromkeys(ids) if i)

    def area_name(self, area: str) -> str:
        """Return the name of an area, "not known" for none."""
        row = self.catalog.get(Area, area)
        return self.words.of(row, "name") if row else self.words("ui.unknown")


def _addresses(catalog: Catalog) -> dict[str, str]:
    found = {
        id_: f"{folder}/{id_}/"
        for table, folder in FOLDERS.items()
        if table != "cases"
        for id_ in catalog.tables[table]
    }
    groups = {row.group for row in catalog.all(IndustryGroup).values()}
    sectors = {group: f"sectors/{group}/" for group in groups}
    return sectors | found | {id_: f"cases/{id_}/" for id_ in catalog.cases}
