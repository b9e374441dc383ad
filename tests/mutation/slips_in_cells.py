"""Slips in the cells of tables: numbers, dates, words, codes, ids and references.

A mutator makes one slip in a draft and says what must be told of it; None where the city has nothing to make
it in.
"""

from __future__ import annotations

from generator.schema import table_schema
from generator.schema.table_schema import Field
from tests.mutation.draft import Cell, Draft, Expected

HIDDEN = "\u200b"
MADE_UP_CODE = "91990100MA001KHABB"
"""A credit code of no firm whose check character is right."""


def is_id(field: Field) -> bool:
    """Whether a column holds the ids of its table; every table has rows with one."""
    return field.name == "id"


def is_text(field: Field) -> bool:
    """Whether people write words in a column that is published."""
    return field.type == "string" and field.format in ("text", "name") and not field.internal


def _integer(field: Field) -> bool:
    return field.type == "integer"


def _number(field: Field) -> bool:
    return field.type == "number"


def _date(field: Field) -> bool:
    return field.format == "partial-date"


def _reference(field: Field) -> bool:
    return bool(field.references) and field.references != table_schema.ANY


def _full_date(cell: Cell) -> bool:
    return len(cell.text) == 10


def told(place: Expected | None, *codes: str) -> Expected | None:
    """What must be told at a place."""
    return place and place._replace(codes=codes)


def in_cell(draft: Draft, cell: Cell | None, text: str, *codes: str, column: str = "") -> Expected | None:
    """Put text into a cell and say what must be told of it; None without a cell."""
    return None if cell is None else told(draft.set(cell, text, column), *codes)


# Numbers and dates


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)


def digits_of_another_width(draft: Draft) -> Expected | None:
    cell = draft.pick(_integer)
    return in_cell(draft, cell, _wide(cell.text) if cell else "", "TYP-001")


def date_of_another_width(draft: Draft) -> Expected | None:
    cell = draft.pick(_date)
    return in_cell(draft, cell, _wide(cell.text) if cell else "", "TYP-004")


def date_with_strokes(draft: Draft) -> Expected | None:
    cell = draft.pick(_date, where=_full_date)
    return in_cell(draft, cell, cell.text.replace("-", "/") if cell else "", "TYP-004")


def date_in_words(draft: Draft) -> Expected | None:
    cell = draft.pick(_date, where=_full_date)
    year, month, day = cell.text.split("-") if cell else ("", "", "")
    return in_cell(draft, cell, f"{year}年{month}月{day}日", "TYP-004")


def date_as_a_number(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(_date, where=_full_date), "44562", "TYP-004")


def day_that_is_none(draft: Draft) -> Expected | None:
    cell = draft.pick(_date, where=_full_date)
    return in_cell(draft, cell, f"{cell.text[:4]}-02-30" if cell else "", "TYP-004")


def number_with_its_unit(draft: Draft) -> Expected | None:
    cell = draft.pick(_number)
    return in_cell(draft, cell, f"{cell.text}家" if cell else "", "TYP-003")


def number_with_a_sign_of_per_cent(draft: Draft) -> Expected | None:
    cell = draft.pick(_number)
    return in_cell(draft, cell, f"{cell.text}%" if cell else "", "TYP-003")


def number_with_thousands(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(_number), "1,234", "TYP-003")


def number_that_is_none(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(_number), "NaN", "TYP-002")


def number_approximate(draft: Draft) -> Expected | None:
    cell = draft.pick(_number)
    return in_cell(draft, cell, f"约{cell.text}" if cell else "", "TYP-003")


def boolean_of_excel(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.type == "boolean")
    return in_cell(draft, cell, cell.text.upper() if cell else "", "TYP-005")


# Words, codes, keys


def category_in_chinese(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: bool(f.categories)), "省级", "CAT-001")


def category_misspelt(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: bool(f.categories))
    return in_cell(draft, cell, f"{cell.text[:-1]}" if cell else "", "CAT-001")


def required_cell_emptied(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.required), "", "REQ-001")


def required_cell_of_blanks(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.required and f.format == "name"), "\u3000", "REQ-001")


def credit_code_made_a_number(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id, "enterprises")
    return in_cell(draft, cell, "9.1320412E+17", "ID-001", column="uscc")


def credit_code_mistyped(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id, "enterprises")
    return in_cell(draft, cell, MADE_UP_CODE[:-1] + "C", "ID-002", column="uscc")


def credit_code_cut_short(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id, "enterprises")
    return in_cell(draft, cell, MADE_UP_CODE[:-1], "ID-002", column="uscc")


def id_in_capitals(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    return in_cell(draft, cell, cell.text.upper() if cell else "", "ID-003")


def id_with_a_look_alike(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id, where=lambda c: "a" in c.text)
    return in_cell(draft, cell, cell.text.replace("a", "а", 1) if cell else "", "TXT-002")


def row_twice(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    line = draft.raw_line(cell)
    draft.line(f"data/{cell.table.path}", cell.line, f"{line}\n{line}")
    return Expected(cell.table.path, cell.line + 1, ("KEY-001",))


def id_twice_but_for_what_is_hidden(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    line = draft.raw_line(cell)
    again = line.replace(cell.text, f"{cell.text}{HIDDEN}", 1)
    draft.line(f"data/{cell.table.path}", cell.line, f"{line}\n{again}")
    return Expected(cell.table.path, cell.line + 1, ("KEY-002",))


def id_of_another_table(draft: Draft) -> Expected | None:
    other = draft.pick(is_id, "areas")
    return in_cell(draft, draft.pick(is_id, "recognitions"), other.text if other else "", "KEY-004")


def reference_mistyped(draft: Draft) -> Expected | None:
    cell = draft.pick(_reference)
    return in_cell(draft, cell, f"{cell.text}9" if cell else "", "FK-001")


def reference_to_another_table(draft: Draft) -> Expected | None:
    cell = draft.pick(_reference, where=lambda c: "schemes" not in c.field.references)
    other = draft.pick(is_id, "schemes")
    return in_cell(draft, cell, other.text if other else "", "FK-001")


def reference_by_name(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: "enterprises" in f.references and f.references != table_schema.ANY)
    return in_cell(draft, cell, "某某有限公司", "FK-001", "TXT-002")


def cells_swapped(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "list", "recognitions")
    if cell is None:
        return None
    row = {**cell.row, "list": cell.row["source"], "source": cell.row["list"]}
    return told(draft.set(cell._replace(row=row), row["list"]), "FK-001")


def referred_row_deleted(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "scheme", "lists")
    scheme = draft.pick(is_id, "schemes", where=lambda c: cell is not None and c.text == cell.text)
    if cell is None or scheme is None:
        return None
    draft.take_away(scheme)
    return Expected(cell.table.path, cell.line, ("FK-001",))


# Text


def hidden_character(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text}\u200b厂" if cell else "", "TXT-002")


def direction_turned(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text}\u202e厂" if cell else "", "TXT-002")


def blank_behind(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text} " if cell else "", "TXT-004")


def markup_pasted(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"<b>{cell.text}</b>" if cell else "", "TXT-001")


def formula(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(is_text), "=SUM(A1:A9)", "TXT-003")


def link_of_a_script(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.format == "url"), "javascript:alert(1)", "URL-001")


def link_without_its_beginning(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.format == "url"), "www.example.org/a", "URL-001")


def telephone_in_a_text(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text} 13800138000" if cell else "", "PII-001")


def mailbox_in_a_text(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text} a@example.org" if cell else "", "PII-001")
