"""Which cells `portal fix` changes, and to what. Pure: from a read table to new bytes.

A mend changes how a value is written and never which value it is, as far as anyone could argue:

- digits of another width or script become plain digits;
- a date in a form that can mean one day, month or year only becomes ISO (dates.rewritten). Excel's serial
  numbers are not among them: 44562 is 2022-01-01 on Windows and 2026-01-02 where counting began in 1904;
- blanks around a value, and characters without width or a byte order mark in it, are taken out;
- true and false lose Excel's capitals;
- a label of the interface becomes the one allowed value that it names: 国家级 becomes national.

Only columns whose values have one form are touched: numbers, dates, true and false, ids, codes of firms,
addresses, allowed values. Names and free text are copied as printed, and what is printed is for people to
judge. The check says what may stand in a cell (Slip.suggestion); what is told apart here is whether that is
the same value.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.fix import spans
from generator.formats import dates
from generator.package import allowed_values, cells
from generator.package.csv_reader import CsvRow
from generator.package.data_folder import LoadedTable
from generator.package.decode import ENCODINGS, decode
from generator.schema.table_schema import Field

_CLOSED_FORMATS = frozenset({"id", "uscc", "url", "partial-date", "year"})
_UNSURE = frozenset({"CSV-001", "CSV-002", "CSV-004", "LIM-001"})
"""Where one of these is found, it is not certain which bytes are which cell."""
_WITHOUT_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_USUAL = str.maketrans({**_FULL_WIDTH, **dict.fromkeys(map(ord, _WITHOUT_WIDTH))})


@dataclass(frozen=True, slots=True)
class Fix:
    """A cell and what it will say."""

    line: int
    """Physical line on which the cell's record begins."""
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with its safe mends made."""

    file: str
    """Path below the data folder."""
    before: bytes
    after: bytes
    encoding: str
    mends: tuple[Fix, ...]


def is_closed(field: Field) -> bool:
    """Tell whether a column's values have one form, so that their writing can be mended without a person."""
    return field.type != "string" or bool(cells.allowed(field)) or field.format in _CLOSED_FORMATS


def is_same_value(before: str, after: str, field: Field) -> bool:
    """Tell whether `after` is `before` written otherwise: in width, blanks around it, form of date."""
    if "\n" in before:
        return False  # a mend keeps every line where it is; such a cell is no slip of writing
    # Narrower than what the check folds: there ² is a 2, and characters that turn the direction vanish.
    plain = before.translate(_USUAL).strip()
    if field.type in ("integer", "number"):
        # Blanks inside stay: 12 13 is no 1213.
        return after == "".join(str(unicodedata.decimal(c, c)) for c in plain)
    if field.format == "partial-date":
        return after in (plain, dates.normalize(plain))
    if allowed_values.named(plain, cells.allowed(field), field.labels) == after:
        return True
    return after == (plain.lower() if field.type == "boolean" else plain)


def mend(table: LoadedTable) -> FixedFile | None:
    """Return the table's file with its safe mends, None where there are none or its cells are not certain."""
    text, _ = decode(table.data, table.file, declared=table.encoding)
    codec = ENCODINGS.get(table.encoding.lower())
    if text is None or codec is None:
        return None
    sheet = table.sheet()
    mark = codecs.BOM_UTF8 if table.data.startswith(codecs.BOM_UTF8) else b""
    if mark + text.encode(codec) != table.data or _UNSURE & {p.code for p in sheet.problems}:
        return None
    found = list(_mends(text, table, sheet.rows))
    if not found:
        return None
    pieces, at = [], 0
    for span, change in found:
        pieces += [text[at : span.start], change.after]
        at = span.end
    after = mark + "".join([*pieces, text[at:]]).encode(codec)
    return FixedFile(table.file, table.data, after, codec, tuple(change for _, change in found))


def _mends(text: str, table: LoadedTable, rows: list[CsvRow]) -> Iterator[tuple[spans.Span, Fix]]:
    """Yield every mend with the span it replaces, in order of place."""
    starts = spans.line_starts(text)
    header = list(spans.cells(text, 0))
    written = {span.text for span in header}
    names = [_column(span.text, written, table.schema.by_name) for span in header]
    for span, name in zip(header, names, strict=True):
        if name != span.text:
            yield span, Fix(1, name, span.text, name)
    closed = {
        at: (field, cells.reader(field))
        for at, name in enumerate(names)
        if (field := table.schema.by_name.get(name)) and is_closed(field) and names.count(name) == 1
    }
    for row in rows:
        suspects = {}
        for at, (field, read) in closed.items():
            slip = read(row.cells[at])[1] if row.cells[at] else None
            if slip and slip.suggestion and is_same_value(row.cells[at], slip.suggestion, field):
                suspects[at] = slip.suggestion
        if suspects:
            for at, span in enumerate(spans.cells(text, starts[row.line - 1])):
                if at in suspects and span.text == row.cells[at]:
                    yield span, Fix(row.line, names[at], span.text, suspects[at])


def _column(name: str, written: set[str], fields: Mapping[str, Field]) -> str:
    """Return the column that a header means: a declared name written with blanks, capitals or full width."""
    folded = name.translate(_USUAL).strip().lower()
    return folded if folded in fields and folded not in written else name
