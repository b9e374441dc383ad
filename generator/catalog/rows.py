"""Typed rows and look-ups: what the whole catalog and its public view have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.caching import cached_method, uncached_state
from generator.catalog.cases import Case
from generator.catalog.prose import Picture, ProsePage, guidance
from generator.catalog.settings import Settings
from generator.schema.records import RECORDS, Place, Product, Record

R = TypeVar("R", bound=Record)
_TABLE_OF: dict[type, str] = {cls: name for name, cls in RECORDS.items()}


@dataclass(frozen=True, slots=True)
class PackageHead:
    """What a data package says of itself."""

    name: str
    title: str
    description: str
    version: str
    licenses: tuple[Mapping[str, str], ...]
    sources: tuple[Mapping[str, str], ...]


@dataclass(frozen=True)
class RowStore:
    """The records, case studies and prose of one city, as of one date. Only its two subclasses are made.

    Functions that a check applies to all rows and a site to the public ones take this type.
    """

    settings: Settings
    as_of: date
    """Date for which pages are made: settings.as_of unless a build asks for an earlier one."""
    packages: tuple[PackageHead, ...]
    tables: Mapping[str, Mapping[str, Record]]
    """Rows of every table by id, in file order."""
    cases: Mapping[str, Case]
    inputs: Mapping[str, str]
    """SHA-256 of every input file, by path."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """The city's own prose for the home page and the about page: Markdown by name, contributed text."""
    prose: Mapping[str, ProsePage] = field(default_factory=dict)
    """The city's own pages, by path below ``docs/``."""
    prose_pictures: tuple[Picture, ...] = ()
    """Pictures below ``docs/`` that belong to no case, their target the path below ``docs/``."""
    outside: frozenset[tuple[str, str]] = frozenset()
    """Places whose area is blank here, by id, each with the area of a published figure it is not in."""

    __getstate__ = uncached_state

    def rows(self, cls: type[R]) -> Mapping[str, R]:
        """Return every row of the table of `cls`, by id in file order."""
        return self.tables[_TABLE_OF[cls]]  # type: ignore[return-value]

    def row(self, cls: type[R], id_: str) -> R | None:
        """Return one row, or None where the table has no such id."""
        return self.tables[_TABLE_OF[cls]].get(id_)  # type: ignore[return-value]

    @cached_method
    def column(self, cls: type[Record], name: str) -> tuple[object, ...]:
        """Return the values of one field in the order of the rows of `cls`."""
        return tuple(getattr(row, name) for row in self.rows(cls).values())

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
    def guides(self) -> tuple[ProsePage, ...]:
        """The city's own pages of guidance, in the order their front matter asks for, then by path."""
        return guidance(self.prose.values())

    @cached_property
    def maker_of(self) -> Mapping[str, str]:
        """Enterprise of each product, by the product's id."""
        return {row.id: row.enterprise for row in self.rows(Product).values()}

    @cached_property
    def places_of(self) -> Mapping[str, tuple[Place, ...]]:
        """Every place of each unit that has any, in file order; of a product, those of its enterprise."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for row in self.rows(Place).values():
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
