"""The register in one language: what its records are called, where their pages are, how values are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.caching import cached_method, uncached_state
from generator.catalog.public_view import PublicView
from generator.formats.csv_writer import csv_lines
from generator.formats.dates import PartialDate
from generator.formats.urls import is_link
from generator.i18n.translations import Translations, alphabetical
from generator.register.register import Register
from generator.schema.records import Area, Enterprise, Park, Product, Source
from generator.site.document import Column, Fact, Inline, Inlines
from generator.site.prose import LinkTargets
from generator.site.routes import link_addresses, prose_address, record_addresses


@dataclass(frozen=True)
class Site:
    """A register to be shown in one language: the names of its records, their addresses, texts of values."""

    register: Register
    words: Translations

    __getstate__ = uncached_state

    @cached_property
    def catalog(self) -> PublicView:
        """The records behind the register."""
        return self.register.catalog

    @cached_property
    def as_of(self) -> date:
        """The date that pages are made for."""
        return self.catalog.as_of

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address of every record's page below the site's root, by the record's id."""
        return record_addresses(self.catalog)

    @cached_property
    def link_targets(self) -> LinkTargets:
        """What prose may lead to."""
        files = (
            "index.md",
            "about.md",
            *(f"cases/{id_}.md" for id_ in self.catalog.cases),
            *self.catalog.prose,
        )
        pages = {path: prose_address(path) for path in files}
        pictures = {picture.target: picture for picture in self.catalog.prose_pictures}
        return LinkTargets(link_addresses(self.catalog), pages, pictures)

    @cached_property
    def title(self) -> str:
        """Name of the site."""
        settings = self.catalog.settings
        own = settings.title_en if self.words.lang == "en" else settings.title_zh
        return own or self.words("site.title", city=self.city)

    @cached_property
    def doors(self) -> Mapping[str, str]:
        """Addresses for ``corrections``, ``concerns`` and the official ``lookup``, "" where none is given."""
        settings = self.catalog.settings
        given = {name: getattr(settings, name) for name in ("corrections", "concerns", "lookup")}
        return {door: address if is_link(address) else "" for door, address in given.items()}

    @cached_property
    def city(self) -> str:
        """Name of the city."""
        settings = self.catalog.settings
        return (settings.city_en if self.words.lang == "en" else "") or settings.city_zh

    @cached_property
    def publisher(self) -> str:
        """Name of whoever runs the site."""
        publisher = self.catalog.settings.publisher
        return (publisher.name_en if self.words.lang == "en" else "") or publisher.name_zh

    def unit_name(self, unit: str) -> str:
        """Return the current name of an enterprise, park or product."""
        row = (
            self.catalog.row(Enterprise, unit)
            or self.catalog.row(Park, unit)
            or self.catalog.row(Product, unit)
        )
        return self.words.of(row, "name") if row else unit

    def link(self, id_: str, text: str = "") -> Inline:
        """Return a link to the page of a record, or its text alone where it has no page."""
        return Inline(text or self.name(id_), to=self.addresses.get(id_))

    @cached_method
    def name(self, id_: str) -> str:
        """Return what a record is called."""
        if id_ in self.catalog.cases:
            return self.catalog.cases[id_].title
        table = self.catalog.table_of(id_)
        row = self.catalog.tables[table][id_] if table else None
        for field_name in ("name", "title"):
            if row is not None and hasattr(row, f"{field_name}_zh"):
                return self.words.of(row, field_name)
        return self.sector_name(id_) if row is None and id_ in self.register.sectors.sectors else id_

    def sector_name(self, id_: str) -> str:
        """Return what a sector is called; one of supply-chain work says so, for it may share its name."""
        head = self.register.sectors.sectors[id_].head
        name = self.words.of(head, "name")
        return name if head.kind == "priority" else self.words("ui.sector_of_chains", name=name)

    def full_name(self, id_: str) -> str:
        """Return what tells a record from others of its kind: a product's name with its model."""
        product = self.catalog.row(Product, id_)
        model = product.model if product else ""
        return f"{self.name(id_)} {model}" if model.strip("-") else self.name(id_)

    @cached_property
    def named_rows(self) -> Mapping[str, str]:
        """Id and full name of every enterprise, park and product as a row of CSV, by the id."""
        return dict(
            zip(self.ranks, csv_lines((unit, self.full_name(unit)) for unit in self.ranks), strict=True)
        )

    def date(self, when: PartialDate | date | None) -> str:
        """Return a date as shown, or "not known"."""
        return str(when) if when else self.words("ui.unknown")

    def spoken(self, when: PartialDate) -> str:
        """Return a date as it stands within a sentence: a year alone is called one."""
        return self.words("ui.in_year", year=when) if len(when.text) == len("2020") else str(when)

    def columns(self, *names: str, numeric: Collection[str] = ()) -> tuple[Column, ...]:
        """Return the columns of a table by the label keys of their titles; `numeric` are those of numbers."""
        return self._columns(names, tuple(numeric))

    @cached_method
    def _columns(self, names: tuple[str, ...], numeric: tuple[str, ...]) -> tuple[Column, ...]:
        return tuple(Column(self.words(name), numeric=name in numeric) for name in names)

    def known(self, text: object) -> Inlines:
        """Return a text, or the word for "not known"."""
        shown = str(text) if text not in (None, "") else ""
        return (Inline(shown),) if shown else (Inline(self.words("ui.unknown"), tone="unknown"),)

    def fact(self, label: str, text: object) -> Fact:
        """Return a fact with a plain text, "not known" where there is none."""
        return Fact(self.words(label), self.known(text))

    def linked(self, label: str, id_: str) -> Fact:
        """Return a fact that leads to another record, "not known" where there is none."""
        return Fact(self.words(label), (self.link(id_),) if id_ else self.known(""))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Place of every enterprise, park and product in the order of their names, then of models.

        The same order as that of the columns of the search, kind by kind.
        """
        units = [unit for table in (Enterprise, Park, Product) for unit in self.catalog.rows(table)]
        return {unit: rank for rank, unit in enumerate(sorted(units, key=self._order))}

    def in_order(self, units: Iterable[str]) -> tuple[str, ...]:
        """Return units in the order of their names."""
        return tuple(sorted(units, key=self.ranks.__getitem__))

    def _order(self, unit: str) -> tuple[bytes, str]:
        product = self.catalog.row(Product, unit)
        return alphabetical(f"{self.name(unit)} {product.model if product else ''}"), unit

    def alphabetical(self, id_: str) -> bytes:
        """Return the sort key of a record's name."""
        return alphabetical(self.name(id_))

    @cached_method
    def status(self, code: str) -> Inline:
        """Return a status in words, marked for the eye as well."""
        return Inline(self.words(f"status.{code}"), tone=f"status status-{code}")

    @cached_method
    def source(self, id_: str) -> Inlines:
        """Return a document: issuer, linked title, number, date and its official address."""
        row = self.catalog.row(Source, id_)
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

    def sources(self, ids: Iterable[str]) -> tuple[Inlines, ...]:
        """Return documents, each once, in order."""
        return tuple(self.source(i) for i in dict.fromkeys(ids) if i)

    def area_name(self, area: str) -> str:
        """Return the name of an area, "not known" for none."""
        row = self.catalog.row(Area, area)
        return self.words.of(row, "name") if row else self.words("ui.unknown")
