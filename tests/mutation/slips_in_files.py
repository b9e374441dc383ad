"""Slips in whole files and lines: saved by another program, cut off, quoted, delimited, headed otherwise.

Same agreement as in slips_in_cells.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.mutation.draft import Cell, Draft, Expected
from tests.mutation.slips_in_cells import in_cell, is_id, is_text, told


def _in_line(draft: Draft, change: Callable[[str], str | bytes], *codes: str) -> Expected | None:
    """Change the line of a row without quotes; a change that gives nothing is not for this row."""
    rows = [c for c in draft.cells(is_id) if '"' not in (line := draft.raw_line(c)) and change(line)]
    rows = [c for c in rows if isinstance(change(draft.raw_line(c)), str) or not draft.raw_line(c).isascii()]
    if not rows:
        return None
    cell = draft.dice.choice(rows)
    place = draft.line(f"data/{cell.table.path}", cell.line, change(draft.raw_line(cell)))
    return place._replace(codes=codes)


# The file


def quote_never_closed(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line.replace(",", ',"', 1), "CSV-001")


def quote_in_a_cell(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line.replace(",", ',甲"乙"', 1), "CSV-002")


def comma_too_many(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line + ",", "CSV-006")


def cell_missing(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line.rpartition(",")[0], "CSV-006")


def comma_of_another_width(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line.replace(",", "，", 1), "CSV-006")


def row_shifted_by_a_column(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: f",{line[:-1]}" if line.endswith(",") else "", "REQ-001")


def merged_key_cells(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(is_id), "", "REQ-001")


def row_cut_off_at_the_end(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    path = f"data/{cell.table.path}"
    lines = draft.text(path).split("\n")[: cell.line]
    draft.put(path, "\n".join(lines)[: -len(lines[-1]) + len(cell.text) + 1])
    return Expected(cell.table.path, cell.line, ("CSV-006",))


def file_cut_off_within_a_character(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text, where=lambda c: "\u4e00" <= c.text[0] <= "\u9fff")
    if cell is None:
        return None
    path = f"data/{cell.table.path}"
    before = "\n".join(draft.text(path).split("\n")[: cell.line - 1]) + "\n"
    draft.put(path, before.encode() + cell.row["id"].encode() + b"," + cell.text[0].encode()[:2])
    return Expected(cell.table.path, cell.line, ("ENC-001", "ENC-002"))


def _whole(draft: Draft, text: str, *codes: str, cell: Cell, line: int | None = 1) -> Expected:
    draft.put(f"data/{cell.table.path}", text)
    return Expected(cell.table.path, line, codes)


def title_above_the_header(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    text = draft.text(f"data/{cell.table.path}") if cell else ""
    return _whole(draft, f"2021年绿色工厂名单\n{text}", "CSV-005", cell=cell) if cell else None


def hint_of_excel_above_the_header(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    text = draft.text(f"data/{cell.table.path}") if cell else ""
    return _whole(draft, f"sep=,\n{text}", "CSV-005", cell=cell) if cell else None


def _delimited(draft: Draft, mark: str) -> Expected | None:
    cell = draft.pick(is_id)
    text = draft.text(f"data/{cell.table.path}").replace(",", mark) if cell else ""
    return _whole(draft, text, "CSV-003", cell=cell) if cell else None


def semicolons(draft: Draft) -> Expected | None:
    return _delimited(draft, ";")


def tabs(draft: Draft) -> Expected | None:
    return _delimited(draft, "\t")


def _header(draft: Draft, change: object, *codes: str) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    names = list(cell.row)
    return told(draft.line(f"data/{cell.table.path}", 1, ",".join(change(names))), *codes)  # type: ignore[operator]


def column_renamed(draft: Draft) -> Expected | None:
    return _header(draft, lambda names: [*names[:-1], "来源"], "CSV-007", "CSV-009")


def column_in_capitals(draft: Draft) -> Expected | None:
    return _header(draft, lambda names: [names[0].upper(), *names[1:]], "CSV-007")


def column_with_a_blank(draft: Draft) -> Expected | None:
    return _header(draft, lambda names: [f" {names[0]}", *names[1:]], "CSV-007")


def columns_swapped(draft: Draft) -> Expected | None:
    return _header(draft, lambda names: [names[1], names[0], *names[2:]], "CSV-007")


def column_named_twice(draft: Draft) -> Expected | None:
    return _header(draft, lambda names: [names[0], names[0], *names[2:]], "CSV-007")


def rows_deleted(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    return _whole(draft, ",".join(cell.row) + "\n", "CSV-008", cell=cell) if cell else None


def rows_sorted_without_their_header(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    header, *rows = draft.text(f"data/{cell.table.path}").rstrip("\n").split("\n")
    return _whole(draft, "\n".join([*rows, header]) + "\n", "CSV-005", cell=cell)


# Its bytes


def saved_as_gbk(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text, where=lambda c: not c.text.isascii())
    if cell is None:
        return None
    text = draft.text(f"data/{cell.table.path}")
    draft.put(f"data/{cell.table.path}", text.encode("gb18030"))
    first = next(n for n, line in enumerate(text.split("\n"), 1) if not line.isascii())
    return Expected(cell.table.path, first, ("ENC-001",))


def one_line_in_gbk(draft: Draft) -> Expected | None:
    return _in_line(draft, lambda line: line.encode("gb18030"), "ENC-001", "ENC-002")


def saved_as_utf_16(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    draft.put(f"data/{cell.table.path}", draft.text(f"data/{cell.table.path}").encode("utf-16"))
    return Expected(cell.table.path, 1, ("ENC-004",))


def read_as_latin_and_saved(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text, where=lambda c: not c.text.isascii())
    broken = cell.text.encode().decode("latin-1") if cell else ""
    return in_cell(draft, cell, broken, "ENC-005", "CSV-004")


def mojibake(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(is_text), "锟斤拷", "ENC-005")


def mark_in_the_middle(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    return in_cell(draft, cell, f"\ufeff{cell.text}" if cell else "", "TXT-002")


def nul(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text}\0" if cell else "", "CSV-004")


def line_separator(draft: Draft) -> Expected | None:
    cell = draft.pick(is_text)
    return in_cell(draft, cell, f"{cell.text}\u2028" if cell else "", "CSV-004")


def workbook_renamed(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    draft.put(f"data/{cell.table.path}", b"PK\x03\x04\x14\0\6\0\x08\0" + bytes(200))
    return Expected(cell.table.path, 1, ("FMT-001",))


def error_page_saved(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    return _whole(draft, "<!DOCTYPE html><html></html>", "FMT-001", cell=cell) if cell else None
