"""Read the schemas of tables from tables/*.yaml.

A field is declared only there; descriptors, record classes, forms and the data dictionary derive from it.
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
"""Value of Field.references for a reference to a row of any table."""

FieldType = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Field:
    """One column of a table."""

    name: str
    type: FieldType
    format: str
    """One of id, uscc, partial-date, year, url, name, text, code, model, unit, table; empty for none."""
    required: bool
    categories: tuple[str, ...]
    """Allowed values; empty if any value is allowed."""
    labels: str
    """Prefix of the message keys of the allowed values."""
    references: tuple[str, ...]
    """Tables that a value may refer to; ANY for all tables; empty if it is no reference."""
    soft: bool
    """Whether the row is published, with this cell blank, if the row it refers to is withheld."""
    internal: bool
    """Whether the column is never published."""
    title_zh: str
    title_en: str
    description_zh: str
    published_if: tuple[str, str] = ("", "")
    """Another column and the value it must have for this cell to be published; checks always see the cell.
    Two empty texts if the cell is always published."""

    def is_public(self, record: object) -> bool:
        """Return True if the cell of `record` meets `published_if`; `internal` is not considered."""
        column, value = self.published_if
        return not column or getattr(record, column) == value

    def title(self, lang: str) -> str:
        """Return the column's title in English for `en`, else in Chinese."""
        return self.title_en if lang == "en" else self.title_zh


@dataclass(frozen=True)
class TableSchema:
    """One table: its package, its columns in order, and its unique keys besides the id."""

    name: str
    package: str
    record: str
    """Name of the record class of a row."""
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
        """Return the table's title in English for `en`, else in Chinese."""
        return self.title_en if lang == "en" else self.title_zh


_ACCESS = {"public": False, "internal": True}
"""Value of Field.internal by the schema's `access`; any other value raises KeyError."""


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
    """Return every table by name, in the order of packages, then alphabetically."""
    schemas = (_table(path) for path in sorted(SCHEMAS.glob("*.yaml")))
    return {t.name: t for t in sorted(schemas, key=lambda t: PACKAGES.index(t.package))}


def id_holders() -> tuple[str, ...]:
    """Return everything that has ids: the name of every table, and ``cases`` for the case studies."""
    return (*tables(), "cases")


def package_tables(package: str) -> list[TableSchema]:
    """Return the tables of one package, in alphabetical order."""
    return [t for t in tables().values() if t.package == package]


def data_resource(table: TableSchema, *, published: bool = False) -> dict[str, Any]:
    """Return the Table Schema of `table` for a descriptor (Data Package v2).

    With `published`, internal columns are omitted, references to other packages are foreign keys too, because
    the published package has every table, and a column with `published_if` is not required.
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
