"""From a cell's text to its value, and what is wrong with the text.

One reader per field, chosen once per column; none of them knows its place in a file. Problems carry code,
value and details only; the caller adds file, line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from generator.formats import dates
from generator.formats.cell_text import half_width, normalize, visible_text
from generator.formats.dates import PartialDate
from generator.formats.urls import is_link
from generator.package import allowed_values
from generator.package.personal_data import find_personal
from generator.package.text_issues import CellIssue, invisible, look_alike, text_slip
from generator.schema import table_schema
from generator.schema.table_schema import Field

Value = str | int | Decimal | bool | PartialDate | None


Reader = Callable[[str], tuple[Value, CellIssue | None]]

ID_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
RESERVED_IDS = frozenset({"page", "index", "assets", "data"})
_INTEGER = re.compile(r"-?[0-9]+\Z", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z", re.ASCII)
_MAX_NUMBER_LENGTH = 30
_MOST_COMPARED = 100
"""Values of a column that are compared with the allowed ones: a hostile one would differ in every row."""


def _public(read: Reader) -> Reader:
    def checked(text: str) -> tuple[Value, CellIssue | None]:
        found = find_personal(text)
        if found:
            return text, CellIssue("PII-001", {"kind": found.kind})
        return read(text)

    return checked


def _read_text(text: str) -> tuple[Value, CellIssue | None]:
    return text, text_slip(text)


def _read_model(text: str) -> tuple[Value, CellIssue | None]:
    # Product models begin with - or + and hold any sign ("-41℃超低温蓄电池"); only a real call is a formula.
    slip = text_slip(text)
    if slip and slip.code == "TXT-003" and not re.search(r"[(|']", text):
        slip = None
    return text, slip


def _read_id(text: str) -> tuple[Value, CellIssue | None]:
    if ID_FORM.match(text) and len(text) <= 64 and text not in RESERVED_IDS:
        return text, None
    folded = re.sub("[ _]+", "-", normalize(text)).lower()
    suggestion = folded if ID_FORM.match(folded) and len(folded) <= 64 else None
    if invisible(text) or not text.isascii():
        odd = next((c for c in text if ord(c) > 127), "")
        detail = f"U+{ord(odd):04X} 第 {text.index(odd) + 1} 字"
        return text, CellIssue("TXT-002", {"detail": detail}, suggestion)
    return text, CellIssue("ID-003", {}, suggestion)


def _read_code(text: str) -> tuple[Value, CellIssue | None]:
    return text, look_alike(text) or text_slip(text)


def _number_slip(text: str) -> CellIssue:
    if len(text) > _MAX_NUMBER_LENGTH:
        return CellIssue("TYP-002", {})
    digits = half_width(text)
    if re.search(r"nan|inf|[0-9]e[-+]?[0-9]", digits, re.IGNORECASE):
        return CellIssue("TYP-002", {})
    if _NUMBER.match(digits) and digits != text:
        return CellIssue("TYP-001", {}, digits)
    return CellIssue("TYP-003", {})


def _read_integer(text: str) -> tuple[Value, CellIssue | None]:
    if _INTEGER.match(text) and len(text) <= _MAX_NUMBER_LENGTH:
        return int(text), None
    return None, _number_slip(text)


def _read_year(text: str) -> tuple[Value, CellIssue | None]:
    if len(text) == 4 and _INTEGER.match(text):
        return int(text), None
    slip = _number_slip(text)
    if slip.code == "TYP-001":
        return None, slip
    year = re.match(r"([0-9]{4})年?\Z", normalize(text))
    return None, CellIssue("TYP-004", {"form": "2022"}, year[1] if year else None)


def _read_number(text: str) -> tuple[Value, CellIssue | None]:
    if _NUMBER.match(text) and len(text) <= _MAX_NUMBER_LENGTH:
        try:
            return Decimal(text), None
        except InvalidOperation:
            pass
    return None, _number_slip(text)


def _read_boolean(text: str) -> tuple[Value, CellIssue | None]:
    if text in ("true", "false"):
        return text == "true", None
    folded = normalize(text).lower()
    return None, CellIssue("TYP-005", {}, folded if folded in ("true", "false") else None)


def _read_date(text: str) -> tuple[Value, CellIssue | None]:
    try:
        return dates.parse(text), None
    except ValueError:
        short = normalize(text[:_MAX_NUMBER_LENGTH])
        suggestion = dates.normalize(short) or dates.from_excel_serial(short)
        return None, CellIssue("TYP-004", {"form": "2022-01-01"}, suggestion)


def _read_url(text: str) -> tuple[Value, CellIssue | None]:
    if is_link(text):
        return text, None
    bare = visible_text(text)
    return text, CellIssue("URL-001", {}, bare if bare and is_link(bare) else None)


def _read_uscc(text: str) -> tuple[Value, CellIssue | None]:
    if re.match(r"[0-9.]+[eE]\+?[0-9]+\Z", text):
        return text, CellIssue("ID-001", {})
    if is_uscc(text):
        return text, None
    folded = normalize(text).upper()
    return text, CellIssue("ID-002", {}, folded if is_uscc(folded) else None)


def is_uscc(text: str) -> bool:
    """Tell whether `text` is a unified social credit code with its right check character (GB 32100—2015)."""
    # Loaded late: most registers hold no codes, and python-stdnum costs a tenth of a second to start.
    from stdnum.cn import uscc

    return len(text) == 18 and text.isascii() and text == text.upper() and bool(uscc.is_valid(text))


_BY_FORMAT: dict[str, Reader] = {
    "id": _read_id,
    "uscc": _read_uscc,
    "url": _read_url,
    "partial-date": _read_date,
    "year": _read_year,
    "code": _read_code,
    "model": _read_model,
}
_PROSE = ("text", "name", "model", "unit")
"""Formats in which people write, where personal data may slip in."""
_BY_TYPE: dict[str, Reader] = {
    "integer": _read_integer,
    "number": _read_number,
    "boolean": _read_boolean,
    "string": _read_text,
}


def reader(field: Field) -> Reader:
    """Return the reader of one column's cells; it is never given an empty cell."""
    parse = _BY_FORMAT.get(field.format) or _BY_TYPE[field.type]
    if field.format in _PROSE and not field.internal:
        parse = _public(parse)
    values = allowed(field)
    return _memory(parse if not values else _category_reader(values, field.labels))


def allowed(field: Field) -> tuple[str, ...]:
    """Return the values a field may have; empty where any value may stand."""
    return table_schema.id_holders() if field.format == "table" else field.categories


def _category_reader(allowed: tuple[str, ...], labels: str) -> Reader:
    compared = 0

    def read(text: str) -> tuple[Value, CellIssue | None]:
        nonlocal compared
        if text in allowed:
            return text, None
        compared += 1
        few = compared <= _MOST_COMPARED
        near = allowed_values.nearest(normalize(text[:64]), allowed, labels) if few else None
        return text, CellIssue("CAT-001", {}, near)

    return read


def _memory(read: Reader) -> Reader:
    """Remember results: references, dates and categories repeat down a column."""
    results: dict[str, tuple[Value, CellIssue | None]] = {}

    def remembered(text: str) -> tuple[Value, CellIssue | None]:
        result = results.get(text)
        if result is None:
            result = results[text] = read(text)
        return result

    return remembered
