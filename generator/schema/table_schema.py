"""The tables as the schema files declare them.

A field is declared in one place only, `schemas/<table>.yaml`; descriptors, record classes, forms and the data
dictionary derive from what is read here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from generator.formats import yaml_reader

SCHEMAS = Path(__file__).parent / "tables"
PACKAGES = ("reference", "registry", "figures", "library", "supervision")
ANY: tuple[str, ...] = ("*",)
"""References that may lead to a row of any table."""

FieldType = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Field:
    """One column of a table."""

    name: str
    type: FieldType
    format: str
    """Named format: id, uscc, partial-date, year, url, name, text, code, model, unit, table or none."""
    required: bool
    categories: tuple[str, ...]
    """Allowed values; empty where any value is."""
    labels: str
    """Prefix of the label keys that name the categories."""
    references: tuple[str, ...]
    """Tables a value may refer to; ANY for all of them; empty where it is no reference."""
    soft: bool
    """Whether the row stays, with this cell blank, when the row it refers to is withheld."""
    internal: bool
    """Whether the column is left out of everything that is published."""
    title_zh: str
    title_en: str
    description_zh: str
    published_if: tuple[str, str] = ("", "")
    """Another column of the row and the value there without which this cell is left out of what is published;
    it still counts inside. Empty where the cell is always published."""

    def is_public(self, record: object) -> bool:
        """Tell whether the cell of `record` may be published (beside what `internal` says of the column)."""
        column, value = self.published_if
        return not column or getattr(record, column) == value

    def title(self, lang: str) -> str:
        """Return the column's title in `lang`, Chinese where there is no other."""
        return self.title_en if lang == "en" else self.title_zh


@dataclass(frozen=True)
class TableSchema:
    """One table: its package, its columns in order, and what must be unique besides the id."""

    name: str
    package: str
    record: str
    """Name of the record class that holds a row."""
    title_zh: str
    title_en: str
    description_zh: str
    fields: tuple[Field, ...]
    unique_keys: tuple[tuple[str, ...], ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Fields by name."""
        return {f.name: f for f in self.fields}

    @property
    def path(self) -> str:
        """Path of the table's file below the data folder."""
        return f"{self.package}/{self.name}.csv"

    def title(self, lang: str) -> str:
        """Return the table's title in `lang`."""
        return self.title_en if lang == "en" else self.title_zh


_ACCESS = {"public": False, "internal": True}
"""Whether a field is internal, by the word of its schema: a field that says neither cannot be read."""


def _field(raw: dict[str, Any]) -> Field:
    references = raw.get("references", ())
    return Field(
        name=raw["name"],
        type=raw["type"],
        format=raw.get("format", ""),
        required=raw.get("required", False),
        categories=tuple(raw.get("categories", ())),
        labels=raw.get("labels", ""),
        references=ANY if references == "any" else tuple(references),
        soft=raw.get("soft", False),
        internal=_ACCESS[raw["access"]],
        title_zh=raw["title_zh"],
        title_en=raw["title_en"],
        description_zh=raw["description_zh"],
        published_if=_condition(raw.get("published_if", {})),
    )


def _condition(raw: dict[str, str]) -> tuple[str, str]:
    return next(iter(raw.items()), ("", ""))


def _table(path: Path) -> TableSchema:
    raw = yaml_reader.read(path.read_text("utf-8")).value
    return TableSchema(
        name=path.stem,
        package=raw["package"],
        record=raw["record"],
        title_zh=raw["title_zh"],
        title_en=raw["title_en"],
        description_zh=raw["description_zh"],
        fields=tuple(_field(f) for f in raw["fields"]),
        unique_keys=tuple(tuple(k) for k in raw.get("unique_keys", ())),
    )


@cache
def tables() -> dict[str, TableSchema]:
    """Return every table by name, packages in order, tables in alphabetical order within one."""
    read = (_table(path) for path in sorted(SCHEMAS.glob("*.yaml")))
    return {t.name: t for t in sorted(read, key=lambda t: PACKAGES.index(t.package))}


def id_holders() -> tuple[str, ...]:
    """Return what an id can belong to: the name of every table, and ``cases`` for the case studies."""
    return (*tables(), "cases")


def package_tables(package: str) -> list[TableSchema]:
    """Return the tables of one package, in alphabetical order."""
    return [t for t in tables().values() if t.package == package]


def data_resource(table: TableSchema, *, published: bool = False) -> dict[str, Any]:
    """Return the Table Schema of `table` as a descriptor holds it (Data Package v2).

    With `published`, internal columns are left out, references to other packages become ordinary foreign
    keys, since the published package holds every table, and a cell that is not always published may be empty.
    """
    fields = [f for f in table.fields if not (published and f.internal)]
    schema: dict[str, Any] = {"fields": [_descriptor(f, published) for f in fields], "primaryKey": ["id"]}
    if table.unique_keys:
        schema["uniqueKeys"] = [list(key) for key in table.unique_keys]
    keys = []
    for f in fields:
        target = f.references[0] if len(f.references) == 1 and f.references != ANY else ""
        if target and (published or tables()[target].package == table.package):
            resource = "" if target == table.name else target
            keys.append({"fields": [f.name], "reference": {"resource": resource, "fields": ["id"]}})
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _descriptor(field: Field, published: bool) -> dict[str, Any]:
    out: dict[str, Any] = {"name": field.name, "type": field.type, "title": field.title_zh}
    out["title_en"] = field.title_en
    out["description"] = field.description_zh
    if field.required and not (published and field.published_if[0]):
        out["constraints"] = {"required": True}
    if field.categories:
        out["categories"] = list(field.categories)
    if field.format:
        out["portal:format"] = field.format
    if field.internal:
        out["portal:access"] = "internal"
    return out
