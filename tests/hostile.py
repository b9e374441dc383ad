"""A catalog of hostile text that no check has seen, made from a clean one: the same ids, dates and numbers.

What is no text (ids, references, categories, dates, numbers) keeps its value: the catalog holds it as a type
of its own or an allowed value, and only text can carry a payload. A new table or field is covered unasked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from payloads import OURS, naughty

from generator.catalog.cases import Case
from generator.catalog.prose import ProsePage
from generator.catalog.public_view import PublicView
from generator.catalog.rows import PackageHead
from generator.catalog.settings import Settings
from generator.formats.csv_writer import csv_text
from generator.formats.markdown import parse
from generator.formats.urls import is_link
from generator.schema import table_schema
from generator.schema.records import Record
from generator.schema.table_schema import Field

TEXT_FORMATS = ("", "text", "name", "code", "model", "unit", "uscc", "url")


def text_fields(table: table_schema.TableSchema) -> list[Field]:
    """Return the public fields of a table that hold any text somebody typed."""
    return [
        f
        for f in table.fields
        if f.type == "string"
        and f.format in TEXT_FORMATS
        and not (f.categories or f.references or f.internal)
    ]


class Source:
    """Hands out payloads in turn, so that each field sees each class of them."""

    def __init__(self) -> None:
        self._ours = [text for texts in OURS.values() for text in texts]
        self._single = [*naughty(), *self._ours]
        self._whole = self._next = 0

    def every_class(self) -> str:
        """Return one text with a payload of every class, each time with another one first."""
        self._whole += 1
        classes = list(OURS.values())
        turned = classes[self._whole % len(classes) :] + classes[: self._whole % len(classes)]
        return " ".join(texts[self._whole % len(texts)] for texts in turned)

    def one(self) -> str:
        """Return the next payload alone."""
        self._next += 1
        return self._single[self._next % len(self._single)]

    def text(self, row: int) -> str:
        """Return the text for a cell of the row with that number, from 0."""
        return self.every_class() if row % 8 == 0 else self.one()

    def address(self) -> str:
        """Return a payload that is no address that may be published."""
        while is_link(found := self.one()):
            pass
        return found

    def prose(self) -> str:
        """Return paragraphs that hold no links but web addresses: a relative one has to lead somewhere."""
        kinds = {name: texts for name, texts in OURS.items() if name not in ("markdown", "control")}
        texts = [*naughty(), *(text for found in kinds.values() for text in found)]
        return "\n\n".join(text for text in texts if not _links(text))

    def heading(self) -> str:
        """Return one line of a payload of every class that is neither Markdown nor a control character."""
        self._whole += 1
        return " ".join(
            " ".join(texts[self._whole % len(texts)].split())
            for name, texts in OURS.items()
            if name not in ("markdown", "control")
        )

    def markdown(self, share: int = 0, of: int = 1) -> str:
        """Return Markdown of one share of the payloads: as paragraphs, links, code, tables, headings."""
        return "\n\n".join(_markdown(self._single[share::of]))


def _links(text: str) -> bool:
    """Return True if a text is Markdown with a relative link, which publishing refuses."""
    children = (child for token in parse(text) for child in token.children or ())
    targets = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
    return any(":" not in target for target in targets)


def _markdown(texts: list[str]) -> Iterator[str]:
    for text in texts:
        line = " ".join(text.split())
        yield text
        yield f'[{line}]({line}) ![{line}](<{line}>) [x](<{line}> "{line}") `{line}` **{line}**'
        yield f"## {line}\n\n- {line}\n\n> {line}\n\n| {line} |\n|---|\n| {line} |"


def hostile(clean: PublicView) -> PublicView:
    """Return the catalog with a payload in every text of every table, case, package and setting."""
    source, prose = Source(), Source()
    cases = enumerate(clean.cases.items())
    tables = {name: _rows(table_schema.tables()[name], rows, source) for name, rows in clean.tables.items()}
    return dataclasses.replace(
        clean,
        settings=_portal(clean.settings, source),
        packages=tuple(_package(p, source) for p in clean.packages),
        tables=tables,
        cases={i: _case(c, source, source.markdown(n, len(clean.cases))) for n, (i, c) in cases},
        files={name: _file(table_schema.tables()[name], rows) for name, rows in tables.items()},
        slots={
            name: f"{text}\n\n{source.markdown(n, len(clean.slots))}"
            for n, (name, text) in enumerate(clean.slots.items())
        },
        prose={path: _page(page, prose) for path, page in clean.prose.items()},
    )


def _page(page: ProsePage, source: Source) -> ProsePage:
    """Return a page of prose with a hostile title, description and text besides its own."""
    title = "".join(c for c in source.heading() if c.isprintable())
    body = f"{page.body}\n\n## {title}\n\n{source.prose()}\n"
    return dataclasses.replace(page, title=title, description=title, body=body)


def _rows(table: table_schema.TableSchema, rows: object, source: Source) -> dict[str, Record]:
    fields = text_fields(table)
    made = {}
    for number, (id_, row) in enumerate(rows.items()):  # type: ignore[attr-defined]
        changes = {f.name: source.address() if f.format == "url" else source.text(number) for f in fields}
        made[id_] = dataclasses.replace(row, **changes)
    return made


def _file(table: table_schema.TableSchema, rows: dict[str, Record]) -> bytes:
    names = [f.name for f in table.fields if not f.internal]
    cells = [
        ["" if v is None else str(v).lower() if isinstance(v, bool) else v for v in values]
        for values in ([getattr(row, name) for name in names] for row in rows.values())
    ]
    return csv_text([names, *cells]).encode()


def _case(case: Case, source: Source, text: str) -> Case:
    return dataclasses.replace(
        case,
        title=source.every_class(),
        unit_name=source.every_class(),
        limits=source.every_class(),
        applies_to=source.every_class(),
        measures=tuple(dataclasses.replace(m, what=source.every_class()) for m in case.measures),
        metrics=tuple(
            dataclasses.replace(
                m, name=source.every_class(), unit=source.every_class(), method=source.every_class()
            )
            for m in case.metrics
        ),
        body=f"{case.body}\n\n{text}",
    )


def _portal(portal: Settings, source: Source) -> Settings:
    changes: dict[str, object] = {"hotlines": (source.every_class(), source.one())}
    for name in ("site_url", "corrections", "concerns", "lookup"):
        changes[name] = source.address()
    for name in ("city_zh", "city_en", "title_zh", "title_en", "version"):
        changes[name] = source.every_class()
    texts = {
        f.name: source.every_class()
        for f in dataclasses.fields(portal.publisher)
        if isinstance(getattr(portal.publisher, f.name), str)
    }
    changes["publisher"] = dataclasses.replace(portal.publisher, **texts)  # type: ignore[arg-type]
    return dataclasses.replace(portal, **changes)  # type: ignore[arg-type]


def _package(package: PackageHead, source: Source) -> PackageHead:
    def all_of(given: tuple[object, ...]) -> tuple[dict[str, str], ...]:
        return tuple({key: source.address() for key in item} for item in given)  # type: ignore[attr-defined]

    return dataclasses.replace(
        package,
        title=source.every_class(),
        description=source.every_class(),
        version=source.one(),
        licenses=all_of(package.licenses),
        sources=all_of(package.sources),
    )
